"""Compare: what became of every paragraph between two versions, and of every word in it.

Accepting all that a comparison shows gives the new version, refusing all of it the old one, to the letter.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from comity.texts.align import align
from comity.texts.operation import Operation, apply, operations


class Became(StrEnum):
    """What became of a paragraph."""

    SAME = "same"
    CHANGED = "changed"
    MOVED = "moved"
    INSERTED = "inserted"
    DELETED = "deleted"


@dataclass(frozen=True, slots=True)
class Line:
    """One paragraph of a comparison: its places from 0 (None: not there) and what changed in its words."""

    became: Became
    old: int | None
    new: int | None
    operations: tuple[Operation, ...] = ()


@dataclass(frozen=True)
class Comparison:
    """Two versions and what lies between, in reading order; what went stands where it stood."""

    old: tuple[str, ...]
    new: tuple[str, ...]
    lines: tuple[Line, ...]

    def accepted(self) -> tuple[str, ...]:
        """Return the new version from the old one and the lines alone."""
        found = {}
        for line in self.lines:
            if line.new is None:
                continue
            found[line.new] = (
                self.new[line.new]
                if line.old is None
                else apply(self.old[line.old], line.operations)
            )
        return tuple(found[place] for place in sorted(found))

    def refused(self) -> tuple[str, ...]:
        """Return the old version from the lines."""
        places = sorted(line.old for line in self.lines if line.old is not None)
        return tuple(self.old[place] for place in places)


def compare(old: Sequence[str], new: Sequence[str]) -> Comparison:
    """Compare two versions given as the words of their paragraphs."""
    pairs = align(old, new)
    by_new = {pair.new: pair for pair in pairs}
    by_old = {pair.old: pair for pair in pairs}
    lines: list[Line] = []
    gone = 0
    for place, text in enumerate(new):
        pair = by_new.get(place)
        if pair is None:
            lines.append(Line(Became.INSERTED, None, place))
            continue
        if not pair.is_moved:
            lines += [
                Line(Became.DELETED, n, None) for n in range(gone, pair.old) if n not in by_old
            ]
            gone = pair.old + 1
        changes = operations(old[pair.old], text)
        kept = Became.CHANGED if changes else Became.SAME
        lines.append(Line(Became.MOVED if pair.is_moved else kept, pair.old, place, changes))
    lines += [Line(Became.DELETED, n, None) for n in range(gone, len(old)) if n not in by_old]
    return Comparison(tuple(old), tuple(new), tuple(lines))
