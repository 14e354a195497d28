"""What a search found, as it is shown."""

from datetime import UTC, datetime
from typing import Any

from comity.desk.cells import Value
from comity.desk.readings.found import FoundPage
from comity.desk.seen import Deed, Hit, Seen
from comity.web.templatetags.found import excerpt, together
from tests.wording.samples import deed

NOON = datetime(2026, 11, 24, 12, tzinfo=UTC)


def act(index: int) -> Deed:
    return deed("reframe.table-text/1", {}, index=index)


def thing(kind: str, ident: str) -> Seen[Any]:
    cells = {"title": Value("On cables")} if kind == "text" else {"words": Value("Two hours.")}
    return Seen(id=ident, type=kind, act=1, at=NOON, is_recorded=False, cells=cells)


def test_each_act_is_told_once_by_the_whole_that_it_made_and_with_every_passage() -> None:
    made = ("paragraph/p1", "text/one")
    page = FoundPage(
        asked="cables",
        hits=[
            Hit(deed=act(7), part="title", words="On cables", things=made),
            Hit(deed=act(7), part="words", words="A cable is mended.", things=made),
            Hit(deed=act(7), part="words", words="A cable is mended.", things=made),
            Hit(deed=act(5), part="words", words="No cable."),
        ],
        things={each: thing(*each.split("/")) for each in made},
    )
    told = [
        (each.deed.index, each.thing and each.thing.thing, each.address, each.passages)
        for each in together(page)
    ]
    assert told == [
        (7, "text/one", "/text/one", ("A cable is mended.",)),
        (5, None, "/record/5", ("No cable.",)),
    ]


def test_a_passage_begins_and_ends_between_words() -> None:
    words = f"{'neither others ' * 20}cables {'nor anybody ' * 20}"
    before, after = str(excerpt(words, "cables")).split("<mark>cables</mark>")
    assert before == "…others " + "neither others " * 10
    assert after == " nor anybody" * 13 + "…"


def test_words_that_are_one_word_longer_than_a_passage_are_shown_as_they_are() -> None:
    assert excerpt("x" * 500, "x").count("<mark>") > 0


def test_words_that_are_written_otherwise_than_asked_for_are_marked_as_they_stand() -> None:
    assert "<mark>والأَمْن</mark>" in excerpt("الدول والأَمْن السيبراني", "أمن")
    assert "<mark>ISPARTA</mark>" in excerpt("Iğdır ve ISPARTA", "ısparta")
    assert "<mark>٢٠٢٦</mark>" in excerpt("في ٢٠٢٦", "2026")
