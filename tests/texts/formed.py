"""Texts with headings, items, tables, footnotes, bold and italic, and proposals to them, from a source of chance."""

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
    """Return some words, never none: an empty paragraph is not tried here."""
    return prose.words(chance, kind, 12) or "None."


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
        (n, chance.randrange(len(each.text) + 1))
        for n, each in enumerate(named)
        if chance.random() < 0.2
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
        elif luck < 0.5 and each.text:
            text = prose.edited(chance, each.text, kind)
            edited.append(Edited(each.id, text))
        if chance.random() < 0.15 and not each.place and all(not one.place for one in neighbours):
            text = words(chance, kind)
            inserted.append(
                Inserted(each.id, text, "", (), *chance.choice(BODY), formats=formats(chance, text))
            )
    return Proposal(name, name.upper(), tuple(edited), tuple(inserted), tuple(deleted), AT)
