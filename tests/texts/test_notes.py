"""Where a reference to a note stands when words around it change: one law for merge, rebase, and Word in and out."""

import json
from dataclasses import replace

import pytest

from comity.texts import Edited, Inserted, Paragraph, Proposal, Version, merge, rebase
from comity.texts import json_out as said
from comity.texts.docx.document import Document
from comity.texts.docx.marked import Block, Mark, Marks, Piece
from comity.texts.json_in import read_asked
from comity.texts.version import Anchor

BASE = Version(
    (
        Paragraph("p1", "Parties shall report annually."),
        Paragraph("p2", "Article 9.", "note", place=(1,), anchor=Anchor("p1", 20)),
    )
)
"""Parties shall report¹ annually."""


def by(name: str, text: str) -> Proposal:
    return Proposal(name, name.upper(), (Edited("p1", text),))


def shown(version: Version) -> str:
    """Return the first paragraph with the number of each note where it is referred to."""
    text = version.paragraphs[0].text
    notes = sorted((note.anchor.at, note.place[0]) for note in version.paragraphs if note.anchor)
    for at, number in reversed(notes):
        text = f"{text[:at]}[{number}]{text[at:]}"
    return text


def carried(base: Version, first: Proposal, *rest: Proposal) -> Version:
    """Accept one, carry the others to what comes of it, and accept them."""
    now = merge(base, proposals=[first]).version
    moved = [each.proposal for each in rebase(base, new_base=now, proposals=rest)]
    return merge(now, proposals=moved).version


@pytest.mark.parametrize(
    ("edited", "now"),
    [
        ("Parties shall report fully annually.", "Parties shall report[1] fully annually."),
        ("Parties shall confer annually.", "Parties shall confer[1] annually."),
        ("Parties shall annually.", "Parties shall [1]annually."),
        ("Parties agree.", "Parties agree[1]."),
        ("Parties shall report.", "Parties shall report[1]."),
        ("", "[1]"),
    ],
)
def test_a_reference_stands_behind_the_word_before_it_or_what_came_in_its_place(
    edited: str, now: str
) -> None:
    assert shown(merge(BASE, proposals=[by("a", edited)]).version) == now


def test_what_was_put_before_a_word_that_goes_stays_before_the_reference() -> None:
    one = by("a", "Parties shall annually.")
    two = by("b", "Parties shall openly report annually.")
    there = "Parties shall openly [1]annually."
    assert shown(merge(BASE, proposals=[one, two]).version) == there
    assert shown(carried(BASE, one, two)) == there
    assert shown(carried(BASE, two, one)) == there


def test_what_was_put_behind_a_word_that_goes_stays_behind_the_reference() -> None:
    one, two = by("a", "Parties shall annually."), by("b", "Parties shall report fully annually.")
    there = "Parties shall [1]fully annually."
    assert shown(merge(BASE, proposals=[one, two]).version) == there
    assert shown(carried(BASE, one, two)) == there
    assert shown(carried(BASE, two, one)) == there


def test_a_new_note_keeps_its_side_of_what_others_put_in() -> None:
    note = Inserted("p2", "Ibid.", kind="note", place=(2,), anchor=Anchor("p1", 20))
    gone = by("a", "Parties shall annually.")
    noted = Proposal("b", "B", inserted=(note,))
    put = by("c", "Parties shall openly report annually.")
    there = "Parties shall openly [1][2]annually."
    assert shown(merge(BASE, proposals=[gone, noted, put]).version) == there
    assert shown(carried(BASE, gone, noted, put)) == there


def test_a_new_note_to_words_that_another_put_in_as_well_is_referred_to_in_those() -> None:
    text = "Parties shall report fully annually."
    note = Inserted("p2", "Ibid.", kind="note", place=(2,), anchor=Anchor("p1", 26))
    one, two = by("a", text), replace(by("b", text), inserted=(note,))
    there = "Parties shall report[1] fully[2] annually."
    assert shown(merge(BASE, proposals=[one, two]).version) == there
    assert shown(carried(BASE, one, two)) == there


def test_a_new_note_to_a_new_paragraph_that_another_put_in_as_well_is_referred_to_in_that() -> None:
    put = Inserted("p1", "A review follows.")
    note = Inserted("p2", "Ibid.", kind="note", place=(2,), anchor=Anchor("p1+b", 8))
    one, two = Proposal("a", inserted=(put,)), Proposal("b", inserted=(put, note))
    both = merge(BASE, proposals=[one, two]).version
    assert both.paragraphs[-1].anchor == Anchor("p1+a", 8)
    assert carried(BASE, one, two) == both


def test_a_proposal_that_was_carried_says_so_in_json() -> None:
    note = Inserted("p2", "Ibid.", kind="note", place=(2,), anchor=Anchor("p1", 27))
    two = replace(by("b", "Parties shall openly report annually."), inserted=(note,))
    now = merge(BASE, proposals=[by("a", "Parties shall annually.")]).version
    found = rebase(BASE, new_base=now, proposals=[two])
    (told,) = said.rebased(found)["proposals"]
    (words, new) = told["edited"]
    assert words["operations"] == [{"atoms": [4, 4], "text": "openly ", "before": ["p2"]}]
    assert new["anchor"] == {"paragraph": "p1", "at": 21, "point": [14, 1]}
    tabled = {name: told[name] for name in ("id", "edited", "deleted")} | {"by": "B"}
    whole = {"base": said.merged(merge(now, proposals=[]))["paragraphs"], "proposals": [tabled]}
    assert read_asked(json.dumps(whole).encode()).proposals == (found[0].proposal,)


IN: Marks = (Mark(is_insertion=True, by="Arvenia", at="2026-03-01T10:00:00Z"),)
OUT: Marks = (Mark(is_insertion=False, by="Arvenia", at="2026-03-01T10:00:00Z"),)
NOTE = Piece("", note=1)


@pytest.mark.parametrize(
    ("pieces", "now"),
    [
        ((Piece("report"), NOTE, Piece(" fully", IN)), "report[1] fully."),
        ((Piece("report"), Piece(" fully", IN), NOTE), "report fully[1]."),
        ((Piece("report"), Piece(" fully", IN), NOTE, Piece(" now", IN)), "report fully[1] now."),
        ((Piece("report", OUT), Piece("confer", IN), NOTE), "confer[1]."),
        ((Piece("report", OUT), NOTE, Piece("confer", IN)), "[1]confer."),
        ((Piece("re", OUT), NOTE, Piece("port", OUT), Piece("confer", IN)), "[1]confer."),
    ],
)
def test_what_a_file_puts_on_either_side_of_a_reference_stays_there(
    pieces: tuple[Piece, ...], now: str
) -> None:
    body = Block((*pieces, Piece(".")), container=1)
    note = Block((Piece("Article 9."),), kind="note", container=2, place=(1,))
    found = Document((body, note))
    assert shown(merge(found.base, proposals=found.proposals()).version) == now
