"""Things are called by names that can stand in a sentence, never by their ids."""

from collections.abc import Iterable, Mapping
from dataclasses import replace
from enum import StrEnum
from typing import Any

import pytest

from comity.acts.register import load
from comity.core.act import act_shapes
from comity.core.entity import entity_types, hints
from comity.core.party import BodyForm
from comity.core.shapes import OneOf, Several
from comity.core.when import When
from comity.desk.cells import Cell, Erased, Sealed, Value
from comity.desk.look import Look
from comity.desk.seen import Seen
from comity.wording import minutes, minutes_text, name_of, named, names_for, phrase
from comity.wording.enums import AUDIENCES, WORDS
from comity.wording.things import CALLED_AFTER, NOUNS, PAGES
from tests.wording.samples import AT, NAMES, deed, seen

BREAK = "reframe.break-silence/1"


def a(kind: str, key: str, **fields: Any) -> Seen[Any]:
    cells = {name: Value(value) for name, value in fields.items()}
    return Seen(id=key, type=kind, act=1, at=AT, is_recorded=False, cells=cells)


CABLES = {
    each.thing: each
    for each in (
        a("party", "meridonia", name="Meridonia"),
        a("silence", "now", text="u3"),
        a("text", "u3", title="Understanding on broken cables", label=""),
        a("paragraph", "u3-p7", text="u3", number="7"),
    )
}
BROKEN = deed(BREAK, {"silence": Value("now"), "words": Value("")}, on_behalf_of=Value("meridonia"))


def test_the_sentence_of_a_broken_silence_reads_as_minutes_do() -> None:
    assert minutes_text(BROKEN, names=CABLES) == (
        "Meridonia broke the silence on the Understanding on broken cables."
    )


def test_on_a_page_the_names_lead_to_their_pages() -> None:
    assert minutes(BROKEN, names=CABLES) == (
        '<a href="/party/meridonia">Meridonia</a> broke '
        '<a href="/silence/now">the silence on the Understanding on broken cables</a>.'
    )


def test_a_sealed_party_is_one_of_the_parties() -> None:
    hidden = deed(BREAK, BROKEN.fields, on_behalf_of=Sealed("party"))
    assert minutes_text(hidden, names=CABLES) == (
        "One of the parties broke the silence on the Understanding on broken cables."
    )


def test_words_that_hold_markup_stay_words() -> None:
    said = deed(BREAK, {"silence": Value("now"), "words": Value("<b>100% & more</b>.")})
    assert "“&lt;b&gt;100% &amp; more&lt;/b&gt;”." in minutes(said, names=CABLES)
    assert minutes_text(said, names=CABLES).endswith("The objection: “<b>100% & more</b>”.")


def test_long_words_are_cut_where_one_can_see_it() -> None:
    said = deed(BREAK, {"silence": Value("now"), "words": Value("never " * 200)})
    assert minutes_text(said, names=CABLES).endswith("never […]”.")


class Asked(Look):
    """A window that counts how often it is asked."""

    def __init__(self) -> None:
        self.rounds: list[list[str]] = []

    def things(self, names: Iterable[str]) -> Mapping[str, Seen[Any]]:
        self.rounds.append(sorted(names))
        return {each: CABLES[each] for each in names if each in CABLES}


def test_names_are_gathered_in_a_few_rounds() -> None:
    look = Asked()
    assert set(names_for(look, [BROKEN])) == {"party/meridonia", "silence/now", "text/u3"}
    assert look.rounds == [["party/meridonia", "silence/now"], ["text/u3"]]


def test_a_thing_brings_what_it_is_called_after() -> None:
    known = names_for(Asked(), [CABLES["paragraph/u3-p7"]])
    assert named("paragraph/u3-p7", names=known) == (
        "paragraph 7 of the Understanding on broken cables"
    )


@pytest.mark.parametrize("kind", sorted(entity_types()))
def test_every_kind_of_thing_has_a_noun_and_a_name(kind: str) -> None:
    assert kind in NOUNS or kind == "digest"
    if kind in ("act", "digest"):
        return
    name = named(seen(kind, "zq7key"), names=NAMES)
    assert "zq7" not in name
    assert name != ""


def test_what_things_are_called_after_are_their_fields() -> None:
    wrong = [
        (kind, field)
        for kind, fields in CALLED_AFTER.items()
        for field in fields
        if field not in hints(entity_types()[kind])
    ]
    assert wrong == []
    assert set(PAGES) - set(entity_types()) == set()


def test_titles_and_bodies_are_called_as_a_sentence_would_call_them() -> None:
    called = [
        named(a("text", "t", title="How the directory is kept", label="")),
        named(a("text", "t", title="Understanding on broken cables", label="rev. 3")),
        named(a("body", "b", name="Conference on broken cables", form=BodyForm.CONFERENCE)),
        named(a("body", "b", name="Systemic risk", form=BodyForm.BREAKTHROUGH_GROUP)),
        named(a("body", "b", name="Group on contacts", form=BodyForm.WORKING_GROUP)),
    ]
    assert called == [
        "How the directory is kept",
        "the Understanding on broken cables, rev. 3",
        "the Conference on broken cables",
        "the group “Systemic risk”",
        "the Group on contacts",
    ]


def test_what_is_recorded_says_by_whom_and_from_where() -> None:
    told = replace(
        BROKEN,
        is_recorded=True,
        on_behalf_of=Value("archive"),
        concerns=Value("meridonia"),
        source=Value("https://www.example.org/long/path ; the archive's own notes"),
        effective=Value(When("2017-11")),
    )
    names = {**CABLES, "party/archive": a("party", "archive", name="the Archive")}
    assert minutes_text(told, names=names) == (
        "Meridonia broke the silence on the Understanding on broken cables. "
        "Recorded by the Archive from example.org, the archive's own notes, of November 2017."
    )


def test_an_erased_name_is_told_as_erased() -> None:
    gone: Seen[Any] = Seen(
        id="x", type="person", act=1, at=AT, is_recorded=False, cells={"name": Erased("name")}
    )
    assert named(gone) == "a person whose name was erased"


def test_everything_in_a_closed_list_has_words() -> None:
    listed: set[type[StrEnum]] = set()
    for kind in load().values():
        for shape in act_shapes(kind).values():
            each = shape.each if isinstance(shape, Several) else shape
            if isinstance(each, OneOf):
                listed.add(each.enum)
    for entity in entity_types().values():
        listed |= {
            each
            for each in hints(entity).values()
            if isinstance(each, type) and issubclass(each, StrEnum)
        }
    words = {*WORDS, *AUDIENCES}
    assert {value for enum in listed for value in enum if value not in words} == set()


def test_phrases_of_cells() -> None:
    cells: list[Cell] = [
        Value("Harbour"),
        Value(()),
        Value(("a", "b", "c")),
        Sealed("party"),
        Sealed("words"),
        Erased("words"),
        Sealed("date"),
    ]
    assert [phrase(each) for each in cells] == [
        "Harbour",
        "",
        "a, b and c",
        "one of the parties",
        "words withheld",
        "words erased",
        "a date withheld",
    ]
    assert name_of("can-live-with") == "can live with"
