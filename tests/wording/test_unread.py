"""What a form cannot read is told so that it can be mended, whatever the border expected."""

from enum import StrEnum

import pytest

from comity.core.errors import Malformed
from comity.core.party import PartyForm
from comity.core.shapes import Date, Id, Line, OneOf, Several, Shape, Thing, Until, Whole, Words
from comity.wording.unread import unread


class Odd(StrEnum):
    """A list of which one has words and the other has none."""

    STATE = PartyForm.STATE.value
    OTHER = "something-else"


@pytest.mark.parametrize(
    ("shape", "value", "told"),
    [
        (
            Line(length=10),
            "far too long a line",
            "This is too long: at most 10 characters. Found: 19.",
        ),
        (Line(), "two\nlines", "Write it in one line."),
        (Words(length=3), "four", "This is too long: at most 3 characters. Found: 4."),
        (
            Words(),
            "a\u202eb",
            "It holds a sign that cannot be seen. Type it anew instead of pasting it. Found: “U+202E”.",
        ),
        (
            Id(),
            "Not An Id",
            "Use small letters, digits and hyphens, at most 40. Found: “Not An Id”.",
        ),
        (OneOf(Odd), "x", "Choose one of these: state, something-else. Found: “x”."),
        (Whole(most=5), 6, "Give a number from 0 to 5. Found: 6."),
        (
            Date(),
            "tomorrow",
            "Give a date as in 2026-11-24; a month or a year alone will do. Found: “tomorrow”.",
        ),
        (Until(), 5, "Give a day and a time, as in 2026-11-27 18:00."),
        (Several(Id(), least=1, most=2), [], "Name at least 1 and at most 2. Found: 0."),
        (
            Thing(("text", "body")),
            "nothing",
            "Name a thing in the record, as in text/annex: the end of its page’s address. Found: “nothing”.",
        ),
    ],
    ids=lambda each: type(each).__name__ if not isinstance(each, str) else "",
)
def test_it_says_what_to_do(shape: Shape, value: object, told: str) -> None:
    with pytest.raises(Malformed) as error:
        shape.read(value, "field")
    assert unread(error.value) == told


def test_what_is_expected_nowhere_else_is_told_as_it_stands() -> None:
    error = Malformed("x", expected="a moon", found="cheese")
    assert unread(error) == "This cannot be read: expected a moon, found cheese."
