"""Is what pages show what the log says? And if a new version computes it otherwise: rebuild it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from comity.core.errors import Broken
from comity.desk.desk import Desk
from comity.store import database, log, replay, schema, scrubbing


def unwatched(done: int) -> None:
    """Tell nobody how far it is."""


@dataclass(frozen=True)
class Checked:
    """What a replay found."""

    acts: int
    differing: tuple[str, ...]
    """The tables that are not what a replay gives; none means that all is well."""

    @property
    def holds(self) -> bool:
        """True where everything shown is what the log says."""
        return not self.differing


def check(desk: Desk, *, told: Callable[[int], None] = unwatched) -> Checked:
    """Replay the whole log into memory and compare every derived table with the one that is shown."""
    fresh = database.in_memory()
    with desk.store.reading():
        replay.copy(desk.store, fresh, told=told)
        live = replay.digests(desk.store)
        size = log.head(desk.store).size
    again = replay.digests(fresh)
    fresh.close()
    return Checked(size, tuple(name for name in sorted(live) if live[name] != again[name]))


def migrate(desk: Desk, *, told: Callable[[int], None] = unwatched) -> int:
    """Rebuild everything derived from the log; return how many acts it has."""
    schema.create_kept(desk.store)
    if odd := schema.unlike(desk.store):
        raise Broken(
            f"what is kept in {', '.join(odd)} has another form than this version's: back it up with the version that"
            " made it, and restore it with that version"
        )
    with desk.store.writing():
        size = log.head(desk.store, lock=True).size
        replay.renew(desk.store, told=told)
    scrubbing.scrub(desk.store)
    return size
