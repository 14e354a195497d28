"""Where a new paragraph goes when the paragraph it was to follow has gone, or is followed by others now."""

from collections.abc import Sequence
from itertools import pairwise

from comity.texts.moved import ranked
from comity.texts.operation import Rank
from comity.texts.proposal import Inserted, Shape, shape
from comity.texts.version import Version

BEGINNING = -1
"""The place before the first paragraph."""


class Places:
    """Maps places of one version to places of the next.

    A paragraph that only the new version has was put somewhere: its id says after which paragraph
    (``p3+chair``); where the id says nothing, it is after the one that stands before it.
    """

    def __init__(self, base: Version, new_base: Version) -> None:
        self.base, self.new_base = base, new_base
        self.same = _places_kept(base, new_base)
        self.runs: dict[int, list[tuple[int, str]]] = {BEGINNING: []}
        self.there: dict[tuple[int, Shape], list[str]] = {}
        self.last_kept = _last_kept(base, new_base)
        follows = self._following(new_base)
        at = BEGINNING
        for paragraph in new_base.paragraphs:
            place = base.place.get(paragraph.id)
            if place is not None:
                at = place
                self.runs[at] = []
                continue
            slot = self._slot(paragraph.id, at, follows.get(at, len(base.paragraphs)))
            self.runs[at].append((slot, paragraph.id))
            self.there.setdefault((slot, shape(paragraph)), []).append(paragraph.id)

    def carry(self, after: str | None, rank: Rank) -> tuple[str | None, Rank, int]:
        """Return what to come after now, with which rank, and the place in the base."""
        slot = BEGINNING if after is None else self.base.place[after]
        if after is not None and after in self.same:
            return after, rank, slot
        kept = self.last_kept[slot + 1]
        came = [(put, name) for put, name in self.runs[kept] if put <= slot]
        begun, name = came[-1] if came else (kept, self._name(kept))
        return name, ranked(slot - begun, rank), slot

    def already(self, slot: int, one: Inserted) -> Sequence[str]:
        """Return the paragraphs like this one that were put at a place."""
        return self.there.get((slot, shape(one)), ())

    def _name(self, place: int) -> str | None:
        return None if place == BEGINNING else self.base.paragraphs[place].id

    def _slot(self, name: str, kept: int, following: int) -> int:
        """Return the place at which a new paragraph was put, never before the one put in front of it."""
        least = self.runs[kept][-1][0] if self.runs[kept] else kept
        root = name
        while "+" in root:
            root = root.rpartition("+")[0]
            found = self.base.place.get(root)
            if found is not None:
                return found if least < found < following else least
        return least

    def _following(self, new_base: Version) -> dict[int, int]:
        kept = [
            self.base.place[each.id] for each in new_base.paragraphs if each.id in self.base.place
        ]
        return {one: two for one, two in pairwise([BEGINNING, *kept]) if one < two}


def _places_kept(base: Version, new_base: Version) -> frozenset[str]:
    """Return the paragraphs after which nothing new stands: whoever comes after them still does."""
    found = set()
    for one, two in pairwise([*new_base.paragraphs, None]):
        if one is not None and one.id in base.place and (two is None or two.id in base.place):
            found.add(one.id)
    return frozenset(found)


def _last_kept(base: Version, new_base: Version) -> list[int]:
    """Return, for each place from the beginning on, the last place up to it that still stands."""
    found = [BEGINNING]
    for place, paragraph in enumerate(base.paragraphs):
        found.append(place if paragraph.id in new_base.place else found[-1])
    return found
