"""In a demonstration nobody endorses by a form: its letters go nowhere, and its organizations are real or invented."""

from pathlib import Path

from tests.journeys.visitor import Visitor

Served = tuple[str, Path]


def test_there_is_no_form_in_a_demonstration(served: Served) -> None:
    assert Visitor(served[0]).get("/endorse/adoption/adoption-1").status == 404
