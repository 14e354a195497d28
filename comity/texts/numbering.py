"""The numbers of paragraphs and lines: computed when shown, by a rule that has a version.

Rule 1, for a text of the United Nations' kind:

    heading                no number
    preambular paragraph   PP1, PP2 …
    operative paragraph    1, 2, 3 …
    item of level 1        (a), (b) … (z), (aa)
    item of level 2        (i), (ii), (iii) …
    item of level 3 on     a., b. …

What a paragraph is, its kind says where it has one ("preambular", "operative"). Any other is preambular where it stands
before the first operative one and opens as such paragraphs do ("Recalling", "Deeply concerned"; see preamble for the
list): the first that opens otherwise is operative, and so is all that follows. A number never enters the words. A text
keeps the version of the rule by which it was numbered when it was tabled.
"""

import re
from collections.abc import Sequence

from comity.texts.errors import Unreadable
from comity.texts.preamble import is_preambular
from comity.texts.version import Paragraph

RULES = (1,)
"""Versions of the rule; an old one never changes."""


def numbers(paragraphs: Sequence[Paragraph], *, rule: int = 1) -> tuple[str, ...]:
    """Return each paragraph's number, "" where it has none."""
    if rule not in RULES:
        raise Unreadable(f"there is no numbering rule {rule}")
    found: list[str] = []
    operative = preambular = 0
    items: list[int] = []
    for paragraph in paragraphs:
        if paragraph.kind in ("heading", "row", "note") or not paragraph.text.strip():
            found.append("")
        elif paragraph.kind == "item":
            depth = max(paragraph.level, 1)
            items = (items + [0] * depth)[:depth]
            items[-1] += 1
            found.append(_item(items[-1], depth))
        elif _is_preambular(paragraph, after=operative):
            preambular, items = preambular + 1, []
            found.append(f"PP{preambular}")
        else:
            operative, items = operative + 1, []
            found.append(str(operative))
    return tuple(found)


def _is_preambular(paragraph: Paragraph, *, after: int) -> bool:
    if paragraph.kind:
        return paragraph.kind == "preambular"
    return not after and is_preambular(paragraph.text)


def lines(text: str, *, width: int = 72, rule: int = 1) -> tuple[str, ...]:
    """Break a paragraph into lines of at most so many characters; joined they are the paragraph."""
    if rule not in RULES:
        raise Unreadable(f"there is no numbering rule {rule}")
    found, line = [], ""
    for piece in re.findall(r"\S+\s*|\s+", text):
        if line and len(line) + len(piece.rstrip()) > width:
            found.append(line)
            line = ""
        line += piece
    return (*found, line) if line else tuple(found)


def _item(number: int, depth: int) -> str:
    if depth == 1:
        return f"({letters(number)})"
    return f"({roman(number)})" if depth == 2 else f"{letters(number)}."


def letters(number: int) -> str:
    """Write a number as a letter: a, b … z, aa, bb."""
    repeats, letter = divmod(number - 1, 26)
    return chr(ord("a") + letter) * (repeats + 1)


def roman(number: int) -> str:
    """Write a number in small Roman numerals: i, ii, iii, iv."""
    found = ""
    for value, sign in (
        *((1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc")),
        *((50, "l"), (40, "xl"), (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i")),
    ):
        times, number = divmod(number, value)
        found += sign * times
    return found
