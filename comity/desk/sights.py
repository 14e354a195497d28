"""From mandates and seats to what a person may see and do at an instant."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import UTC, datetime
from typing import cast

from comity.core.absence import Why, reasons
from comity.core.party import Mandate, Party, Seat, Standing
from comity.core.rights import Power
from comity.desk.viewer import PUBLIC, Viewer
from comity.store import people
from comity.store.acts import stamp
from comity.store.database import Database
from comity.store.known import Known
from comity.store.people import Entered
from comity.store.sight import Period, Sight

KEEPS_THE_DIRECTORY = frozenset({Power.NOMINATE, Power.ADMINISTER})
"""Powers of those who keep the directory of contacts."""
STILL_KEEPS = frozenset({Why.SUSPENDED})
"""A party that is suspended keeps its contacts (rule 37.4), and so the directory."""
_EVER = "9999-12-31T23:59:59.999999Z"


def viewer_of(
    database: Database, person: str, *, at: datetime, known: Known | None = None
) -> Viewer:
    """Return what a person is at an instant. Without a current mandate: the public, and what they did themselves."""
    if not person:
        return PUBLIC
    remembered = known or Known()
    mandates, listed, own, absences = people.mandates_and_parties(database, person, remembered)
    powers: dict[str, frozenset[Power]] = {}
    for mandate in mandates:
        if mandate.holds_at(at) and mandate.party in listed:
            powers[mandate.party] = powers.get(mandate.party, frozenset()) | frozenset(
                mandate.powers
            )
    name = own.name if own is not None and isinstance(own.name, str) else ""
    if not powers:
        return Viewer(person=person, name=name, sight=Sight(person=person))
    first = _first(mandates, powers)
    parties = {
        party: listed[party] for party in sorted(powers, key=lambda each: (each != first, each))
    }
    every = people.seats(database, person=person, parties=sorted(powers), known=remembered)
    seats = [
        each
        for each in every
        if each.seat.person in ("", person) and (not each.seat.party or each.seat.party in powers)
    ]
    resting = reasons(absences, at=at)
    held = [
        each.seat for each in seats if each.seat.holds_at(at) and each.seat.party not in resting
    ]
    return Viewer(
        person=person,
        name=name,
        parties=parties,
        powers=powers,
        resting=resting,
        chairs=frozenset(seat.body for seat in held if seat.chairs),
        voices=_voices(held, {each: powers[each] for each in powers if each not in resting}),
        zone=next(iter(parties.values())).zone,
        sight=_sight(
            person,
            parties,
            powers,
            seats=seats,
            held=held,
            resting=resting,
            asked=_asked(
                database,
                every,
                at=at,
                resting=frozenset(resting),
                speaks_for=frozenset(each for each in powers if Power.SPEAK in powers[each]),
            ),
        ),
    )


def sight_of(database: Database, person: str, *, at: datetime, known: Known | None = None) -> Sight:
    """Return what a person may see at an instant; kept in mind until a mandate or a seat begins or ends."""
    kept = None if known is None else known.people.get(f"sight {person}")
    if kept is not None and kept[0] <= at < kept[1]:
        return cast(Sight, kept[2])
    remembered = known or Known()
    sight = viewer_of(database, person, at=at, known=remembered).sight
    remembered.people[f"sight {person}"] = (at, _next_change(remembered, after=at), sight)
    return sight


def _next_change(known: Known, *, after: datetime) -> datetime:
    """Return the first instant after this one at which some mandate or seat that is known begins or ends."""
    terms = [term for kept in known.people.values() for term in _terms_in(kept)]
    instants = [
        instant
        for term in terms
        for instant in (
            term.start.first if term.start else None,
            term.end.end if term.end else None,
            term.ended,
        )
        if instant is not None and instant > after
    ]
    return min(instants, default=datetime.max.replace(tzinfo=UTC))


def _terms_in(kept: object) -> list[Mandate | Seat]:
    match kept:
        case (list() as mandates, dict(), _, _):
            return mandates
        case list() as seats:
            return [each.seat for each in seats]
    return []


def _first(mandates: list[Mandate], powers: dict[str, frozenset[Power]]) -> str:
    """The party of the oldest mandate that still holds is the one a person is greeted for."""
    return min(
        (mandate for mandate in mandates if mandate.party in powers), key=lambda m: (m.start, m.id)
    ).party


def _voices(held: list[Seat], powers: dict[str, frozenset[Power]]) -> dict[str, frozenset[str]]:
    found: dict[str, frozenset[str]] = {}
    for seat in held:
        parties = [seat.party] if seat.party else list(powers)
        speaking = frozenset(party for party in parties if Power.SPEAK in powers[party])
        if seat.has_voice and speaking:
            found[seat.body] = found.get(seat.body, frozenset()) | speaking
    return found


def _asked(
    database: Database,
    seats: list[Entered],
    *,
    at: datetime,
    resting: frozenset[str],
    speaks_for: frozenset[str],
) -> frozenset[int]:
    """Return the acts of what parties were asked, in rooms where nobody sits for them any more.

    Whoever now speaks for a party may object or answer (rules 12.5, 25.4), so whoever speaks for it is shown to what.
    """
    sat = {
        (seat.body, seat.party) for seat, _ in seats if seat.has_voice and seat.party in speaks_for
    }
    left = sat - {
        (seat.body, seat.party)
        for seat, _ in seats
        if seat.holds_at(at) and seat.party not in resting
    }
    if not left:
        return frozenset()
    opened = people.askings(database, sorted({body for body, _ in left}))
    return people.acts_about(
        database,
        [each for each in opened if any((each.body, party) in left for party in each.parties)],
    )


def _sight(
    person: str,
    parties: dict[str, Party],
    powers: dict[str, frozenset[Power]],
    *,
    seats: list[Entered],
    held: list[Seat],
    resting: Mapping[str, frozenset[Why]],
    asked: frozenset[int],
) -> Sight:
    return Sight(
        person=person,
        parties=frozenset(parties),
        bodies=frozenset(seat.body for seat in held),
        chairs=frozenset(seat.body for seat in held if seat.chairs),
        periods=tuple(sorted({_period(each) for each in seats if each.seat.start is not None})),
        asked=asked,
        is_in_programme=any(party.standing is not Standing.NAMED for party in parties.values()),
        is_secretariat=any(Power.ADMINISTER in held_powers for held_powers in powers.values()),
        directories=frozenset(
            parties[party].exercise
            for party, held_powers in powers.items()
            if not KEEPS_THE_DIRECTORY.isdisjoint(held_powers)
            and resting.get(party, STILL_KEEPS) <= STILL_KEEPS
        ),
    )


def _period(entered: Entered) -> Period:
    seat = entered.seat
    start = "" if seat.start is None else stamp(seat.start.first.astimezone(UTC))
    ends = [stamp(seat.ended.astimezone(UTC))] if seat.ended else []
    if seat.end is not None:
        ends.append(stamp(seat.end.end.astimezone(UTC)))
    return Period(seat.body, start, min(ends, default=_EVER), entered.act)
