"""A field of a form: what is chosen for nobody, and how choices that are called alike are told apart."""

from datetime import UTC, datetime
from typing import Any

import pytest

from comity.desk.cells import Cell, Sealed, Value
from comity.desk.seen import Seen
from comity.web.acting.choosing import choice_name
from comity.web.acting.field import Field, Option

TWO = (Option("north", "North", False), Option("south", "South", False))


def field(*options: Option, is_required: bool = True) -> Field:
    return Field(
        name="to_party", form="select", label="Party", options=options, is_required=is_required
    )


def test_the_first_of_several_is_chosen_for_nobody() -> None:
    assert field(*TWO).is_unchosen


@pytest.mark.parametrize(
    "made",
    [
        field(),
        field(TWO[0]),
        field(TWO[0], Option("south", "South", True)),
        field(*TWO, is_required=False),
    ],
)
def test_nothing_is_to_choose_where_one_is_chosen_or_alone_or_none_need_be(made: Field) -> None:
    assert not made.is_unchosen


def outcome(words: Cell) -> Seen[Any]:
    meeting = Value("round")
    at = datetime(2026, 3, 2, tzinfo=UTC)
    cells = {"meeting": meeting, "number": Value(0), "words": words}
    return Seen(id="o", type="outcome", act=3, at=at, is_recorded=False, cells=cells)


def test_outcomes_of_one_meeting_are_told_apart_by_their_words() -> None:
    named = [
        choice_name(outcome(words), {})
        for words in (Value("A contact answers."), Value("Ships keep clear."), Sealed("words"))
    ]
    assert named[0].endswith(": “A contact answers.”")
    assert len(set(named)) == 3
    assert "“" not in named[2]
