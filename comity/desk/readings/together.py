"""What the proposals on one paragraph come to: what of them can stand together, and over which words they part.

The text engine finds it (``comity.texts.merge``). Only words that this viewer may read are put together; where a
proposal is withheld the page says that there is more.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import Any

from comity.core.text import Change, Proposal
from comity.desk.cells import Cell
from comity.desk.seen import Seen
from comity.texts import merge
from comity.texts.proposal import Edited
from comity.texts.proposal import Proposal as Worded
from comity.texts.spans import Collision
from comity.texts.version import Paragraph, Version

LONGEST = 20_000
"""Beyond this many characters in a paragraph nothing is put together: reading it would take longer."""


@dataclass(frozen=True, kw_only=True)
class Side:
    """What some parties would have in a contested place; "" where they would have nothing there."""

    words: str
    parties: Sequence[Cell]


@dataclass(frozen=True, kw_only=True)
class Contest:
    """Words over which proposals part; "" where they would put different words at one point."""

    words: str
    sides: Sequence[Side]


@dataclass(frozen=True, kw_only=True)
class Together:
    """Several proposals on one paragraph, as one reading."""

    words: str
    """The paragraph with everything that does not collide; "" where all would delete it."""
    is_changed: bool
    contests: Sequence[Contest]
    is_partial: bool
    """True where there are proposals that this viewer may not read."""
    count: int = field(default=0)
    """How many proposals were put together."""


def together(words: Cell, proposals: Iterable[tuple[Seen[Proposal], Cell]]) -> Together | None:
    """Put the proposals on a paragraph together, each with the name of its party.

    None where there are not two, and where together they come to no more than one of them has: who would keep a word
    and who would change it part, though only one of them touches it.
    """
    if not words.is_value or len(str(words)) > LONGEST:
        return None
    found = [each for each in proposals if each[0].value("change") != Change.INSERT]
    read = [(row, party) for row, party in found if _is_legible(row)]
    if len(read) < 2:
        return None
    parties = {row.id: party for row, party in read}
    base = str(words)
    merged = merge(Version((Paragraph("it", base),)), proposals=[_worded(row) for row, _ in read])
    left = merged.version.get("it")
    alone = {"" if row.value("change") == Change.DELETE else str(row["words"]) for row, _ in read}
    if not merged.collisions and (left.text if left else "") in alone:
        return None
    return Together(
        words=left.text if left else "",
        is_changed=left is None or left.text != base,
        contests=[_contest(each, parties) for each in merged.collisions],
        is_partial=len(read) < len(found),
        count=len(read),
    )


def _is_legible(row: Seen[Proposal]) -> bool:
    if not row["change"].is_value:
        return False
    if row.value("change") == Change.DELETE:
        return True
    return row["words"].is_value and len(str(row["words"])) <= LONGEST


def _worded(row: Seen[Any]) -> Worded:
    """Return a proposal as the engine knows it."""
    if row.value("change") == Change.DELETE:
        return Worded(row.id, deleted=("it",))
    return Worded(row.id, edited=(Edited("it", str(row["words"])),))


def _contest(found: Collision, parties: dict[str, Cell]) -> Contest:
    sides: dict[str, list[Cell]] = {}
    for each in found.alternatives:
        sides.setdefault(each.words, []).append(parties[each.proposal])
    return Contest(
        words=found.words.strip(),
        sides=[Side(words=words.strip(), parties=held) for words, held in sides.items()],
    )
