"""An endorsement: who backs what, how much of it, and what became of it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

from comity.core.endorsing import Backing
from comity.core.party import Party
from comity.core.support import Commitment, Endorsement, Evidence
from comity.core.when import When
from comity.desk.cells import Cell, Value
from comity.desk.look import Look
from comity.desk.readings.as_of import AsOf
from comity.desk.readings.paging import Lists
from comity.desk.seen import Deed, Offer, Seen


@dataclass(frozen=True, kw_only=True)
class EndorsementPage:
    """One endorsement, with what followed from it."""

    endorsement: Seen[Endorsement]
    backing: Seen[Backing] | None
    about: Seen[Any] | None
    parties: Mapping[str, Seen[Party]]
    commitments: Sequence[Seen[Commitment]]
    evidence: Sequence[Seen[Evidence]]
    deeds: Sequence[Deed]
    offers: Sequence[Offer]
    scope: str
    more: Mapping[str, str] = field(default_factory=dict)
    """For each list that goes on, what `after` says to go on with it."""


def endorsement(look: Look, *, id: str, after: str = "") -> EndorsementPage | None:  # noqa: A002
    """Read one endorsement."""
    found = look.find(Endorsement, id)
    if found is None:
        return None
    backing = look.find(Backing, id)
    of, party = str(found.value("of", "")), str(found.value("party", ""))
    holder = str(backing.value("holder", "")) if backing else party
    lists = Lists(look, after=after)
    is_withdrawn = bool(backing and backing.value("withdrawn"))
    return EndorsementPage(
        endorsement=found,
        backing=backing,
        about=look.things([of]).get(of),
        parties=look.many(Party, sorted({party, holder} - {""})),
        commitments=lists.of("commitments", Commitment, on=found.thing),
        evidence=lists.of("evidence", Evidence, of=found.thing),
        deeds=look.minutes(thing=found.thing, limit=20),
        offers=() if is_withdrawn else _offers(look, found, holder=holder),
        scope=found.scope,
        more=lists.more,
    )


def _offers(look: Look, found: Seen[Endorsement], *, holder: str) -> Sequence[Offer]:
    """Return what may be done: by who stands behind it, and by the secretariat that keeps the list."""
    asked = [
        ("mobilize.make-commitment/1", {"on": found.thing}),
        ("mobilize.give-evidence/1", {"of": found.thing}),
        ("mobilize.pass-on-endorsement/1", {"endorsement": found.id}),
        ("mobilize.withdraw-endorsement/1", {"endorsement": found.id}),
    ]
    return [
        each
        for each in look.offers(asked)
        if each.on_behalf_of == holder or look.viewer.parties[each.on_behalf_of].may_administer
    ]


def backings(look: Look, found: Sequence[Seen[Endorsement]]) -> Mapping[str, Seen[Backing]]:
    """Return what became of some endorsements, by id; one of which there is none stands as it was made."""
    return look.many(Backing, [each.id for each in found])


def backed_then(
    known: Mapping[str, Seen[Backing]], found: Sequence[Seen[Endorsement]], *, on: AsOf
) -> Mapping[str, Seen[Backing]]:
    """Return what had become of some endorsements by the end of a day: what came later had not.

    Of several who followed one another only the last is known; before that day it stood with who made it.
    """
    if on.day is None:
        return known
    made_by = {each.id: each["party"] for each in found}
    return {key: _then(each, made_by[key], on=on) for key, each in known.items()}


def _then(backing: Seen[Backing], made_by: Cell, *, on: AsOf) -> Seen[Backing]:
    cells = dict(backing.cells)
    if _is_later(backing.value("withdrawn"), on):
        cells |= {"withdrawn": Value(None), "why": Value("")}
    if _is_later(backing.value("passed_on"), on):
        cells |= {"holder": made_by, "passed": Value(None), "passed_on": Value(None)}
    return replace(backing, cells=cells)


def _is_later(when: When | None, on: AsOf) -> bool:
    return when is not None and when.first > on.end
