import pytest

from comity.core.errors import Malformed
from comity.sheets import Matched, match

KNOWN = {"name": ("name", "organization"), "country": ("country", "nationality")}


def test_a_field_is_found_by_any_of_its_names_however_they_are_spaced() -> None:
    assert match(["Organization ", "Web site", "NATIONALITY"], known=KNOWN, asked={}) == Matched(
        {"name": 0, "country": 2}, ("Web site",)
    )


def test_what_a_person_says_comes_before_what_a_heading_says() -> None:
    assert match(["name", "title"], known=KNOWN, asked={"name": "Title"}) == Matched(
        {"name": 1}, ("name",)
    )


def test_a_name_given_first_comes_before_one_given_later() -> None:
    assert match(["nationality", "country"], known=KNOWN, asked={}).places == {"country": 1}


def test_two_columns_of_one_name_are_a_question() -> None:
    with pytest.raises(Malformed) as told:
        match(["name", "Name"], known=KNOWN, asked={})
    assert str(told.value) == "columns: expected one column for name, found 'name' and 'Name'"


@pytest.mark.parametrize("asked", [{"name": "absent"}, {"absent": "name"}])
def test_what_is_not_there_is_told(asked: dict[str, str]) -> None:
    with pytest.raises(Malformed):
        match(["name"], known=KNOWN, asked=asked)
