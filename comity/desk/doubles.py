"""Doubles are shown before they are made: what is called like what an act would name, as far as who acts may see it.

A likeness is no rule: two people are called Ana García, and a party may be admitted once more under its name. So it is
no refusal either. Whoever acts looks at both and says that they are two; the act then says so (`is_another`).
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from comity.core.act import ANOTHER
from comity.core.errors import Malformed
from comity.core.naming import Called, Naming
from comity.core.party import Party
from comity.core.when import When
from comity.desk import envelope as envelopes
from comity.desk.desk import Desk
from comity.desk.envelope import Asked
from comity.desk.judging import judge
from comity.desk.look import Look
from comity.desk.seen import Seen
from comity.sheets import alike, likeness
from comity.store import acts, blobs, log

SHOWN = 5
"""So many are shown beside what was typed; of more it is said how many."""
GOES_ON = ("revised_by", "replaced_by")
"""Fields that name what stands in a thing's place now: it is that one which is a double, or none."""


@dataclass(frozen=True, kw_only=True)
class Alike:
    """What an act would name, and the things that are called like it already."""

    kind: str
    field: str
    """The field of the act in which the name was typed."""
    name: str
    things: Sequence[Seen[Any]]
    count: int
    """How many there are in all."""


def doubles(desk: Desk, envelope: Mapping[str, Any], *, person: str) -> Alike | None:
    """Return what is called like what an act would name; None where nothing is, or the act says that they are two.

    None as well where it would be refused, since that is said first, and where it stands already.
    """
    asked = envelopes.read(envelope, person=person)
    if not issubclass(asked.kind, Naming) or asked.own.get(ANOTHER):
        return None
    called = asked.kind.called(asked.own)
    if called is None or not isinstance(name := asked.own.get(called.field), str):
        return None
    found = desk.read(desk.viewer(person), _alike, asked=asked, called=called, name=name)
    if not found or not _would_stand(desk, asked):
        return None
    return Alike(
        kind=asked.kind.KIND,
        field=called.field,
        name=name,
        things=found[:SHOWN],
        count=len(found),
    )


def _alike(look: Look, *, asked: Asked, called: Called, name: str) -> Sequence[Seen[Any]]:
    if not (key := likeness(name)):
        return ()
    party = asked.concerns or asked.on_behalf_of
    scope = _scope(look, asked, called, party=party)
    # All of them: a weekly meeting is called alike five hundred times, and one of these may be of the same day.
    found = look.all(called.of, alike=key)
    said = {"party": party, **asked.own}
    return [
        each
        for each in found
        if each.thing != called.itself
        and each.scope == scope
        and alike(str(each.value(called.of.CALLED))) == alike(name)
        and not any(each.value(field) for field in GOES_ON if field in each.cells)
        and not any(_hold_apart(said.get(field), each.value(field)) for field in called.of.APART)
    ]


def _scope(look: Look, asked: Asked, called: Called, *, party: str) -> str:
    """Return the exercise in which it would be called so: what is only practised is no double of what counts."""
    if stated := asked.own.get("exercise"):
        return str(stated)
    known = look.things([called.itself, f"{Party.TYPE}/{party}"])
    if called.itself in known:
        return known[called.itself].scope
    acts_for = known.get(f"{Party.TYPE}/{party}")
    return str(acts_for.value("exercise", "")) if acts_for is not None else ""


def _hold_apart(said: Any, known: Any) -> bool:
    """Tell whether two are two for certain by what one field says of each; of dates, where no moment is of both."""
    if not said or not known:
        return False
    if not isinstance(known, When):
        return bool(said != known)
    try:
        told = When(str(said))
    except (Malformed, ValueError):
        return False
    return not (told.first < known.end and known.first < told.end)


def _would_stand(desk: Desk, asked: Asked) -> bool:
    with desk.store.reading():
        if acts.submitted(desk.store, asked.person, [asked.nonce]):
            return False
        if blobs.not_theirs(desk.store, asked.own, person=asked.person):
            return False
        head = log.head(desk.store)
        judged = judge(desk.store, asked, head=head, at=desk.clock(), is_clerk=False)
    return not judged.refusals
