"""The one window: everything a reading is given comes from here, filtered for the viewer who looks."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime
from typing import Any, TypeVar

from comity.core.entity import Entity
from comity.desk.seen import Deed, Hit, Line, Offer, Owing, Proof, Seen
from comity.desk.viewer import Viewer
from comity.store.database import Database

E = TypeVar("E", bound=Entity)


class Look:
    """What one viewer may see, in one moment. Unknown and not theirs to see are both None."""

    viewer: Viewer
    now: datetime
    """The moment of looking; in a demonstration the scripted clock's."""
    size: int
    """How many acts the log has."""

    def __init__(self, store: Database, *, viewer: Viewer, now: datetime) -> None:
        self._store = store
        self.viewer = viewer
        self.now = now

    def find(self, of: type[E], key: str) -> Seen[E] | None:
        """Return one thing by its id."""
        raise NotImplementedError

    def many(self, of: type[E], keys: Iterable[str]) -> Mapping[str, Seen[E]]:
        """Return those of some things that the viewer may see, by id."""
        raise NotImplementedError

    def things(self, names: Iterable[str]) -> Mapping[str, Seen[Any]]:
        """Return things of any kind by their names `type/id`."""
        raise NotImplementedError

    def all(self, of: type[E], /, **index: str) -> Sequence[Seen[E]]:
        """Return all things with these values in their declared indexes, in order of id."""
        raise NotImplementedError

    def every(self, of: type[E], *, limit: int = 500, after: str = "") -> Sequence[Seen[E]]:
        """Return things of a kind in order of id, from after an id on."""
        raise NotImplementedError

    def count(self, of: type[Entity], /, **index: str) -> int:
        """Count things with these values in their declared indexes."""
        raise NotImplementedError

    def counts(self, of: type[Entity], index: str) -> Mapping[str, int]:
        """Count things by the value of one declared index."""
        raise NotImplementedError

    def minutes(
        self,
        *,
        before: int | None = None,
        after: int | None = None,
        limit: int = 50,
        thing: str = "",
        kind: str = "",
        party: str = "",
        scope: str | None = None,
    ) -> Sequence[Deed]:
        """Return acts, newest first (`after`: oldest first); `thing`: those that made, changed or name it."""
        raise NotImplementedError

    def deed(self, index: int) -> Deed | None:
        """Return one act."""
        raise NotImplementedError

    def deeds(self, indexes: Iterable[int]) -> Mapping[int, Deed]:
        """Return some acts by index."""
        raise NotImplementedError

    def proof(self, index: int) -> Proof | None:
        """Return one act with its leaf, its parts and the proof that it stands in the log."""
        raise NotImplementedError

    def line(self, thing: str) -> Line | None:
        """Return the life of a sentence, bounded to 200 things."""
        raise NotImplementedError

    def owed(self) -> Sequence[Owing]:
        """Return what this viewer owes now, what is due first first."""
        raise NotImplementedError

    def search(self, words: str, *, limit: int = 50) -> Sequence[Hit]:
        """Return where all these words stand, newest first."""
        raise NotImplementedError

    def offers(self, asked: Iterable[tuple[str, Mapping[str, Any]]]) -> Sequence[Offer]:
        """Return those of some acts (kind, what is filled in already) that the viewer has the right to."""
        raise NotImplementedError
