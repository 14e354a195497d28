"""What a form cannot read is told beside the fields that a person sees, all of it at once."""

import pytest

from comity import record
from comity.core.errors import Malformed
from comity.core.unread import Unread
from comity.web.acting.envelope import envelope_of, written
from comity.web.acting.field import Said
from comity.web.acting.unread import told_beside


def gathered(*errors: Malformed) -> Malformed:
    unread = Unread()
    for each in errors:
        unread.note(each)
    with pytest.raises(Malformed) as caught:
        unread.tell()
    return caught.value


def test_every_field_is_told_with_what_was_expected_and_found() -> None:
    typed = {"place": "first", "on": "someday"}
    unread = Unread()
    written("programme.set-objective/1", typed, zone="UTC", unread=unread)
    with pytest.raises(Malformed) as caught:
        envelope_of("programme.set-objective/1", typed, zone="UTC")
    assert told_beside(caught.value, kind="programme.set-objective/1") == [
        Said("place", "Give a whole number, in figures. Found: “first”.")
    ]
    assert bool(unread)


def test_an_entry_is_told_by_its_number_and_a_row_by_what_its_column_is_called() -> None:
    error = gathered(
        Malformed("norms[2]", expected="an id", found="'Norm 8'"),
        Malformed("claims[0].source", expected="a value", found="nothing"),
    )
    assert told_beside(error, kind="programme.note-source-difference/1") == [
        Said(
            "norms",
            "Entry 3: Use small letters, digits and hyphens, at most 40. Found: “Norm 8”.",
        ),
        Said("claims", "Row 1, The source: Nothing is said here yet."),
    ]


@pytest.mark.parametrize(
    ("kind", "fields", "beside"),
    [
        ("reframe.table-text/1", ("ids", "numbers", "words"), "pasted"),
        ("reframe.issue-revision/1", ("title", "ids", "accepts"), "accepts"),
    ],
)
def test_fields_that_one_field_of_the_form_stands_for_are_told_once_beside_it(
    kind: str, fields: tuple[str, ...], beside: str
) -> None:
    missing = gathered(*(Malformed(each, expected="a value", found="nothing") for each in fields))
    assert told_beside(missing, kind=kind) == [Said(beside, "Nothing is said here yet.")]


def test_where_there_is_more_it_says_so() -> None:
    error = gathered(*(Malformed(f"ids[{n}]", expected="an id", found="4") for n in range(200)))
    said = told_beside(error, kind="reframe.table-text/1")
    assert said[-1] == Said("", "There is more; it was not looked at yet.")


def test_what_the_record_cannot_read_is_told_of_the_whole() -> None:
    error = record.Malformed("json", expected="an object", found="a list")
    assert told_beside(error, kind="reframe.table-text/1") == [
        Said("", "This cannot be read: expected an object, found a list.")
    ]
