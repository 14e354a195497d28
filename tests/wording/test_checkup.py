"""Whatever the doctor finds has its words, and what it says of all of it is one plain sentence."""

import ast
from pathlib import Path

import pytest

from comity.desk.checkup import Finding, State
from comity.wording.checkup import ABOUT, DO, SAYS, do, says, sentence

ROOT = Path(__file__).parents[2] / "comity"
WHERE = (ROOT / "desk" / "checkup.py", ROOT / "accounts" / "checkup.py")


def written() -> set[str]:
    """Every word that stands where something is found."""
    return {
        node.value
        for place in WHERE
        for node in ast.walk(ast.parse(place.read_text(encoding="utf-8")))
        if isinstance(node, ast.Constant) and isinstance(node.value, str)
    }


def test_every_code_is_found_somewhere_and_every_word_is_used() -> None:
    assert (set(SAYS) | set(DO) | set(ABOUT)) - written() == set()


def finding(about: str, state: State) -> Finding:
    return Finding(about, state, "served")


@pytest.mark.parametrize(
    ("found", "told"),
    [
        ([], "All is well."),
        ([finding("disk", State.WELL)], "All is well."),
        (
            [finding("mail", State.SOON), finding("keys", State.SOON)],
            "Nothing is in danger; look after this soon: mail, keys.",
        ),
        (
            [finding("mail", State.SOON), finding("backup", State.NOW)],
            "Look after this now: backup.",
        ),
    ],
)
def test_it_ends_in_one_plain_sentence(found: list[Finding], told: str) -> None:
    assert sentence(found) == told


@pytest.mark.parametrize(("days", "ago"), [(0, "today"), (1, "a day ago"), (9, "9 days ago")])
def test_days_are_told_as_people_say_them(days: int, ago: str) -> None:
    made = Finding("backup", State.SOON, "backed-up", "back-up", {"days": days, "file": "b.zip"})
    assert says(made) == f"the last was made {ago}, as b.zip"
    assert do(made) == "comity backup --data DIR FILE.zip"
