"""What a proposal would change is shown before it is sent."""

from dataclasses import replace
from datetime import UTC, datetime
from typing import Any

from comity.desk.cells import Sealed, Value
from comity.desk.readings.act_page import ActPage
from comity.desk.seen import Seen
from comity.web.acting.difference import difference
from comity.web.changed import Run

STANDS = "Each party keeps one contact."
PARAGRAPH: Seen[Any] = Seen(
    id="p1",
    type="paragraph",
    act=1,
    at=datetime(2026, 3, 1, tzinfo=UTC),
    is_recorded=False,
    cells={"words": Value(STANDS)},
)
PAGE = ActPage(
    kind="reframe.propose-words/1",
    given={"paragraph": "p1"},
    about=(PARAGRAPH,),
    body=None,
    parties=(),
    audiences={},
    choices={},
    scope="",
)


def proposed(words: str, change: str = "replace") -> list[Run]:
    return list(difference(PAGE, {"change": change, "words": words}))


def test_words_that_would_go_and_come_are_told_apart() -> None:
    assert proposed("Each party keeps two contacts.") == [
        Run("same", "Each party keeps "),
        Run("gone", "one contact"),
        Run("added", "two contacts"),
        Run("same", "."),
    ]


def test_another_sentence_comes_whole_for_the_one_that_stands() -> None:
    other = "The Secretariat publishes a list every year."
    assert proposed(other) == [Run("gone", STANDS), Run("added", other)]


def test_a_paragraph_that_is_to_go_is_struck_whole() -> None:
    assert proposed("", change="delete") == [Run("gone", STANDS)]


def test_where_no_word_would_change_nothing_is_shown() -> None:
    assert proposed(STANDS) == []
    assert proposed("A new paragraph.", change="insert") == []
    assert proposed("") == []


def test_words_that_may_not_be_seen_are_not_shown() -> None:
    sealed = replace(PARAGRAPH, cells={"words": Sealed("words")})
    page = replace(PAGE, about=(sealed,))
    assert list(difference(page, {"change": "replace", "words": "Other words."})) == []


def test_only_a_proposal_of_words_changes_words() -> None:
    page = replace(PAGE, kind="reframe.take-position/1")
    assert list(difference(page, {"change": "replace", "words": "Other words."})) == []
