"""Everything that cannot be read is told at once, and reading goes no further than is of use."""

import pytest

from comity.core.act import Act, kinds
from comity.core.errors import Malformed
from comity.core.programme import Claim
from comity.core.reading import read_act
from comity.core.shapes import Date, Id, Instant, Several, Until, read_fields
from comity.core.unread import MOST, Unread
from tests.acts.scene import NOW


def told(error: Malformed) -> list[str]:
    return [each.what for each in error.each]


def read(kind: str, **own: object) -> Act:
    base = {"by": "p", "on_behalf_of": "host", "at": NOW}
    return read_act(kind, own, base)


def test_every_field_that_cannot_be_read_is_told_at_once() -> None:
    assert "reframe.open-silence/1" in kinds()
    with pytest.raises(Malformed) as caught:
        read("reframe.open-silence/1", deadline="soon", surprise=1, id="No Id")
    assert told(caught.value) == ["surprise", "text", "deadline", "id"]


def test_every_entry_of_a_list_is_told_by_its_place() -> None:
    with pytest.raises(Malformed) as caught:
        Several(Id()).read(["a", "B", "c", 4], "ids")
    assert told(caught.value) == ["ids[1]", "ids[3]"]
    assert str(caught.value) == (
        "ids[1]: expected lower-case letters, digits and hyphens, at most 40, found 'B'; "
        "ids[3]: expected an id, found a number"
    )


def test_a_small_record_tells_all_of_its_own() -> None:
    with pytest.raises(Malformed) as caught:
        read_fields(Claim, {"says": 1, "who": "x"}, where="claims[0].")
    assert told(caught.value) == ["claims[0].who", "claims[0].source", "claims[0].says"]


@pytest.mark.parametrize("shape", [Date(), Until(), Instant()], ids=repr)
def test_a_moment_that_is_none_is_told_by_the_name_of_its_field(
    shape: Date | Until | Instant,
) -> None:
    with pytest.raises(Malformed) as caught:
        shape.read("the day after tomorrow", "on")
    assert told(caught.value) == ["on"]


def test_so_much_is_told_and_of_the_rest_that_it_was_not_looked_at() -> None:
    with pytest.raises(Malformed) as caught:
        Several(Id()).read(["No Id"] * 1000, "ids")
    assert len(caught.value.each) == MOST
    assert caught.value.is_cut
    assert str(caught.value).endswith("; and more, which was not looked at")


def test_of_one_field_the_first_reason_counts() -> None:
    unread = Unread()
    unread.note(Malformed("on", expected="a date", found="'soon'"))
    unread.note(Malformed("on", expected="a value", found="nothing"))
    with pytest.raises(Malformed) as caught:
        unread.tell()
    assert [(each.what, each.found) for each in caught.value.each] == [("on", "'soon'")]


def test_nothing_unread_is_nothing_told_and_a_broken_program_stays_broken() -> None:
    unread = Unread()
    with pytest.raises(KeyError), unread:
        raise KeyError("a mistake of ours")
    unread.tell()
