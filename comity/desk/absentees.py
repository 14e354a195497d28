"""Whom no letter about an act reaches, because their party takes no part now and they may not read what it tells of."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import cast

from comity.core.absence import Absence, absent
from comity.desk.sights import sight_of
from comity.store import people, seek, things
from comity.store.database import Database
from comity.store.sight import Sight


def kept_from(
    store: Database, parties: Sequence[str], *, act: int, thing: str, at: datetime
) -> Mapping[str, frozenset[str]]:
    """Return, for each of some parties that is absent now, those of its people who may not know of an act or a thing.

    The post asks the same of every letter before it leaves; it is asked here only of those whose party is absent.
    """
    found = seek.among(store, Sight(is_everything=True), Absence, "party", sorted(parties))
    absences = [cast(Absence, things.read(kept.type, kept.json)) for kept, _ in found]
    standing = people.standing_for(store, sorted(absent(absences, at=at)), at=at)
    return {
        party: frozenset(
            each
            for each in persons
            if not _may_read(store, sight_of(store, each, at=at), act=act, thing=thing)
        )
        for party, persons in standing.items()
    }


def _may_read(store: Database, sight: Sight, *, act: int, thing: str) -> bool:
    return bool(seek.acts(store, sight, [act]) and seek.by_name(store, sight, [thing]))
