"""What the desk still knows from before, as long as nobody else wrote in between.

Everything that changes the programme is an act, and every act makes the log longer: what was read when the log had a
size is what it would read again at that size. So a desk that finds the log as long as it left it need not read again
who sits where. The store says what changed; where acts were struck, opened or erased, all is read anew.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

from comity.core.state import All
from comity.store.sight import Facts
from comity.store.things import Kept

MOST = 2_000
"""Things: some 30,000 objects, which the garbage collector looks through in the midst of a page."""


@dataclass(frozen=True)
class Thing:
    """A thing's row, and what of the act that made it decides who may know of it."""

    kept: Kept
    kind_audience: str
    facts: Facts


@dataclass
class Known:
    """Things by name (None: there is none), lists of them, and people, at one size of the log."""

    size: int = -1
    things: dict[str, Thing | None] = field(default_factory=dict)
    lists: dict[All, tuple[str, ...]] = field(default_factory=dict)
    people: dict[str, Any] = field(default_factory=dict)

    def at(self, size: int) -> Known:
        """Return what is known of a log of this size: this, or nothing."""
        return self if self.size == size and len(self.things) < MOST else Known(size)

    def forget(self) -> None:
        """Know nothing any more."""
        self.things.clear()
        self.lists.clear()
        self.people.clear()

    def learn(self, thing: Thing) -> None:
        """Know a thing as an act just left it; lists of its kind may have changed with it."""
        self.things[thing.kept.thing] = thing
        kind = thing.kept.type
        if stale := [asked for asked in self.lists if kind == asked.of.TYPE]:
            for asked in stale:
                del self.lists[asked]
        if kind in _OF_PEOPLE:
            self.people.clear()


_OF_PEOPLE = frozenset(
    {"absence", "adoption", "ballot", "mandate", "party", "person", "round", "seat", "silence"}
)
"""Who sees what follows from these: from mandates and seats, and from what somebody was asked."""
