"""Texts of several kinds and edits of every sort, from a seed."""

import os
import random
from collections.abc import Iterator

from comity.texts import Edited, Inserted, Paragraph, Proposal, Version
from comity.texts.tokens import tokens

CASES = int(os.environ.get("COMITY_TEXT_CASES", "300"))
"""How many random cases each law is tried on for each kind of text; 10000 for the bar."""

LEGAL = """
The Parties shall, in accordance with article 12 (3) of this Understanding, notify each other without undue delay,
and in any event within 72 hours, of any incident affecting critical infrastructure; "incident" has the meaning given
in annex II. States should co-operate – including through their points of contact – in good faith, bearing in mind
paragraphs 4, 7 and 9 above. Nothing in this paragraph affects the rights of any State's own organs. 12 Recalling
resolution 76/19 13 of 6 December 2021, and reaffirming that it applies, mutatis mutandis, to the Conference.
"""
ARABIC = """
تتعهد الدول الأطراف، وفقاً للمادة 12 من هذا التفاهم، بأن تُخطر بعضها بعضاً دون تأخير لا مبرر له بأي حادث يمس البنية
التحتية الحيوية؛ وينبغي للدول أن تتعاون بحسن نية من خلال جهات الاتصال الوطنية. وإذ تشير إلى القرار ٧٦/١٩ المؤرخ.
"""
CHINESE = (
    "各缔约国应根据本谅解第十二条的规定，及时相互通报影响关键基础设施的任何事件；"
    "各国应通过联络点真诚合作。回顾第76/19号决议。"
)

KINDS: dict[str, list[str]] = {
    "legal": list(tokens(LEGAL.replace("\n", " ").strip() + " ")),
    "repetitive": ["the ", "the ", "and ", "the", ", ", " ", "and"],
    "arabic": list(tokens(ARABIC.replace("\n", " ").strip() + " ")),
    "chinese": list(tokens(CHINESE)),
    "mixed": [
        *(*tokens(LEGAL)[:40], *tokens(ARABIC)[:20], *tokens(CHINESE)[:20]),
        *("\n", "  ", "\u0301", "👩\u200d👧", "a_b", "\t"),
    ],
}


def words(chance: random.Random, kind: str, most: int = 40) -> str:
    """Return some words: a stretch as it stands, or words in any order."""
    known = KINDS[kind]
    count = chance.randrange(most)
    if chance.random() < 0.5:
        start = chance.randrange(len(known))
        return "".join((known * 4)[start : start + count])
    return "".join(chance.choice(known) for _ in range(count))


def edited(chance: random.Random, text: str, kind: str) -> str:
    """Return a text after some edits at word borders, and now and then inside a word."""
    if chance.random() < 0.1:
        at = chance.randrange(len(text) + 1)
        text = text[:at] + chance.choice(["", "x", " ", "-"]) + text[at + chance.randrange(3) :]
    taken = list(tokens(text))
    for _ in range(chance.randrange(1, 4)):
        at = chance.randrange(len(taken) + 1)
        gone, come = chance.choice([(0, 1), (1, 0), (1, 1), (2, 1), (0, 4), (3, 0)])
        taken[at : at + gone] = [chance.choice(KINDS[kind]) for _ in range(come)]
    return "".join(taken)


def cases(kind: str, count: int = CASES) -> Iterator[random.Random]:
    """Yield a source of chance for each case."""
    for number in range(count):
        yield random.Random(f"{kind} {number}")


def version(chance: random.Random, kind: str) -> Version:
    """Return a small version."""
    count = chance.randrange(1, 6)
    return Version(tuple(Paragraph(f"p{n}", words(chance, kind, 14)) for n in range(count)))


def proposal(chance: random.Random, base: Version, name: str, kind: str) -> Proposal:
    """Return a proposal that edits, deletes and inserts here and there."""
    changed, gone = [], []
    for paragraph in base.paragraphs:
        luck = chance.random()
        if luck < 0.08:
            gone.append(paragraph.id)
        elif luck < 0.35:
            changed.append(Edited(paragraph.id, edited(chance, paragraph.text, kind)))
    places = [None, *(paragraph.id for paragraph in base.paragraphs)]
    new = [
        Inserted(chance.choice(places), chance.choice(["A new one.", words(chance, kind, 5)]))
        for _ in range(chance.randrange(3))
    ]
    return Proposal(name, name.upper(), tuple(changed), tuple(new), tuple(gone))
