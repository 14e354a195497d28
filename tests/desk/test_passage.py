"""Which words of a field a search shows."""

from dataclasses import dataclass

import pytest

from comity.desk.cells import Cell, Value
from comity.desk.passage import passage


@dataclass(frozen=True)
class Claim:
    says: str
    year: int = 2017


@pytest.mark.parametrize(
    ("cell", "shown"),
    [
        (Value("Within two hours."), "Within two hours."),
        (
            Value(("Within two hours.", "A ship comes.", "Two ministries.")),
            "Within two hours. … Two ministries.",
        ),
        (Value((Claim("Two sources differ."), Claim("One agrees."))), "Two sources differ."),
        (Value(("", "outcome/outcome-two-hours", "outcome/outcome-blame")), ""),
    ],
)
def test_of_a_list_the_lines_found_are_shown_and_never_the_id_of_a_thing(
    cell: Cell, shown: str
) -> None:
    assert passage(cell, asked=["two"]) == shown
