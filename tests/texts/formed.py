"""Texts with headings, items, tables, footnotes, bold and italic, and proposals to them, from a source of chance.

Paragraphs are now and then empty, or edited to nothing; several notes may be referred to at one point.
"""

import random
from dataclasses import replace
from itertools import pairwise

from comity.texts import Edited, Inserted, Paragraph, Proposal, Version
from comity.texts.form import Format, Formats, normal
from comity.texts.version import Anchor
from tests.texts import prose

BODY = (("", 0), ("heading", 1), ("heading", 9), ("item", 1), ("item", 3), ("preambular", 0))
AT = "2026-03-01T10:00:00Z"


def formats(chance: random.Random, text: str) -> Formats:
    """Set some stretches bold, italic or both."""
    cuts = sorted(chance.sample(range(len(text) + 1), min(len(text), chance.randrange(4))))
    ways = [(True, False), (False, True), (True, True), (False, False)]
    return normal(Format(one, two, *chance.choice(ways)) for one, two in pairwise(cuts))


def words(chance: random.Random, kind: str) -> str:
    """Return some words, now and then none."""
    return prose.words(chance, kind, 12)


def version(chance: random.Random, kind: str) -> Version:
    """Return a version as it would be read: body and tables, then the notes in the order of their references."""
    said: list[Paragraph] = []
    tables = 0
    for _ in range(chance.randrange(2, 6)):
        if chance.random() < 0.25 and said and said[-1].kind != "row":
            tables += 1
            said += table(chance, kind, tables)
        else:
            text = words(chance, kind)
            said.append(Paragraph("", text, *chance.choice(BODY), formats=formats(chance, text)))
    said.append(Paragraph("", words(chance, kind)))
    named = [replace(each, id=f"p{n}") for n, each in enumerate(said, 1)]
    points = sorted(
        (n, at)
        for n, each in enumerate(named)
        if chance.random() < 0.2
        for at in [chance.randrange(len(each.text) + 1)] * chance.choice((1, 1, 2))
    )
    for number, (n, at) in enumerate(points, 1):
        text = words(chance, kind)
        named.append(
            Paragraph(
                f"p{len(named) + 1}",
                text,
                "note",
                formats=formats(chance, text),
                place=(number,),
                anchor=Anchor(named[n].id, at),
            )
        )
    return Version(tuple(named))


def table(chance: random.Random, kind: str, number: int) -> list[Paragraph]:
    """Return the cells of a table."""
    columns = chance.randrange(1, 4)
    return [
        Paragraph("", words(chance, kind), "row", place=(number, row, column))
        for row in range(1, chance.randrange(2, 4))
        for column in range(1, columns + 1)
    ]


def proposal(chance: random.Random, base: Version, name: str, kind: str) -> Proposal:
    """Return a proposal that edits here and there, puts paragraphs in, and takes some out."""
    edited, inserted, deleted = [], [], []
    for n, each in enumerate(base.paragraphs):
        luck = chance.random()
        plain = not each.place and not any(
            one.anchor and one.anchor.paragraph == each.id for one in base.paragraphs
        )
        neighbours = base.paragraphs[max(n - 1, 0) : n + 2]
        if luck < 0.15 and plain and all(not one.place for one in neighbours) and n > 0:
            deleted.append(each.id)
        elif luck < 0.5:
            text = "" if luck < 0.2 else prose.edited(chance, each.text, kind)
            edited.append(Edited(each.id, text))
        if chance.random() < 0.15 and not each.place and all(not one.place for one in neighbours):
            text = words(chance, kind)
            inserted.append(
                Inserted(each.id, text, "", (), *chance.choice(BODY), formats=formats(chance, text))
            )
    return Proposal(name, name.upper(), tuple(edited), tuple(inserted), tuple(deleted), AT)


def free(chance: random.Random, base: Version, name: str, kind: str) -> Proposal:
    """Return a proposal that also does what no Word file can say: it takes out cells, notes and what they refer to."""
    edited, inserted, deleted = [], [], []
    for each in base.paragraphs:
        luck = chance.random()
        if luck < 0.07:
            deleted.append(each.id)
        elif luck < 0.4:
            text = "" if luck < 0.12 else prose.edited(chance, each.text, kind)
            edited.append(Edited(each.id, text))
        if chance.random() < 0.15:
            text = chance.choice(("A new one.", words(chance, kind)))
            inserted.append(Inserted(each.id, text, "", (), *chance.choice(BODY)))
    return Proposal(name, name.upper(), tuple(edited), tuple(inserted), tuple(deleted))


def noted(chance: random.Random, base: Version, proposed: Proposal, kind: str) -> Proposal:
    """Return a proposal with new notes, referred to in paragraphs as its proposer would have them."""
    reads = {each.id: each.text for each in proposed.edited}
    hosts = {
        each.id: reads.get(each.id, each.text)
        for each in base.paragraphs
        if each.kind != "note" and each.id not in proposed.deleted
    }
    hosts |= {given: each.text for given, _, each in proposed.new_paragraphs(base.place)}
    last, count = base.paragraphs[-1].id, sum(each.kind == "note" for each in base.paragraphs)
    notes = []
    for number in range(count + 1, count + 1 + (chance.randrange(3) if hosts else 0)):
        host, text = chance.choice(list(hosts.items()))
        anchor = Anchor(host, chance.randrange(len(text) + 1))
        said = chance.choice(("Ibid.", words(chance, kind)))
        notes.append(Inserted(last, said, kind="note", place=(number,), anchor=anchor))
    return replace(proposed, inserted=(*proposed.inserted, *notes))
