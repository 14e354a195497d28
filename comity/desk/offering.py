"""Which acts a viewer has the right to, for which of their parties: what a page may offer."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import MISSING, fields
from datetime import datetime
from typing import Any

from comity.acts import register
from comity.core.act import Act, act_shapes, administers
from comity.core.party import Party, Standing
from comity.core.rights import Chairs, Clerk, Invited, Mandated, Power, Right, Seated
from comity.core.scope import exercise_of, path
from comity.desk.rights import rights_of
from comity.desk.seen import Offer
from comity.desk.viewer import Viewer
from comity.store.database import Database
from comity.store.state import Loaded


def offers(
    database: Database,
    asked: Iterable[tuple[str, Mapping[str, Any]]],
    *,
    viewer: Viewer,
    now: datetime,
) -> list[Offer]:
    """Return those acts that the viewer has the right to, in the order asked, one for each party they may do it for."""
    if not viewer.parties:
        return []
    wanted = [(kind, prefill, _half(kind, prefill, viewer, now)) for kind, prefill in asked]
    state = _load(database, [act for _, _, act in wanted])
    found: list[Offer] = []
    for kind, prefill, act in wanted:
        body = act.room(state)
        parties = dict.fromkeys(
            party for right in rights_of(type(act)) for party in _parties(right, viewer, body)
        )
        found.extend(
            Offer(kind=kind, on_behalf_of=party, prefill=prefill)
            for party in parties
            if viewer.parties[party].standing is not Standing.NAMED
            and viewer.resting.get(party, frozenset()) <= type(act).STILL
            and _stays(act, state, party=viewer.parties[party])
        )
    return found


def audiences(
    database: Database, kind: str, prefill: Mapping[str, Any], *, viewer: Viewer, now: datetime
) -> Mapping[str, str]:
    """Say who will see each part of an act about certain things, where the signer says nothing else."""
    act = _half(kind, prefill, viewer, now)
    return {part: who.value for part, who in act.seen_by_default(_load(database, [act])).items()}


def _stays(act: Act, state: Loaded, *, party: Party) -> bool:
    """Tell whether it joins no practice with what counts; who administers from outside works in both."""
    if party.may_administer and not party.exercise and administers(type(act).right):
        return True
    return all(
        exercise_of(state, thing) in (None, party.exercise) for _, thing in act.touches() if thing
    )


def _parties(right: Right, viewer: Viewer, body: str) -> Iterator[str]:
    match right:
        case Mandated(power):
            yield from viewer.parties_with(power)
        case Chairs():
            if body in viewer.chairs:
                yield from sorted(viewer.voices.get(body, frozenset()))
        case Seated():
            yield from sorted(viewer.voices.get(body, frozenset()))
        case Clerk() | Invited():
            # Who is invited by name is asked by a letter, and answers by its link.
            return


def _half(kind: str, prefill: Mapping[str, Any], viewer: Viewer, now: datetime) -> Act:
    """Build an act of which only some fields are known: enough to ask in which room it would be done."""
    cls = register.load()[kind]
    shapes = act_shapes(cls)
    values: dict[str, Any] = {
        name: shapes[name].read(value, name) for name, value in prefill.items() if name in shapes
    }
    for each in fields(cls):
        is_open = each.default is MISSING and each.default_factory is MISSING
        if is_open and each.name in shapes and each.name not in values:
            values[each.name] = ""
    party = next(iter(viewer.parties_with(Power.SPEAK) or viewer.parties))
    return cls(**values, by=viewer.person, on_behalf_of=party, at=now)


def _load(database: Database, wanted: list[Act]) -> Loaded:
    state = Loaded(database)
    while True:
        keys = [key for act in wanted for _, thing in act.touches() for key in path(state, thing)]
        if not state.load(keys):
            return state
