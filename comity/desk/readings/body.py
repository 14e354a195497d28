"""Who sits in this body, and what has it done?"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from comity.core.interest import Interest
from comity.core.knowledge import SourcedClaim
from comity.core.meeting import Meeting
from comity.core.norm import Call, Recommendation, Report
from comity.core.party import Body, Party, Person, Seat
from comity.core.programme import Difference, WorkArea
from comity.core.rights import Role
from comity.core.text import Adoption, Text
from comity.desk.look import Look
from comity.desk.readings.as_of import AsOf, as_of
from comity.desk.readings.beside import Beside, beside, named_then
from comity.desk.readings.corrected import Corrected, corrected
from comity.desk.readings.paging import Lists
from comity.desk.readings.terms import GIVING, Standing, giving, standing_on
from comity.desk.seen import Offer, Seen

ORDER = tuple(Role)
ENDING = "parties.end-seat/1"


@dataclass(frozen=True, kw_only=True)
class BodyPage:
    """One body: its seats in order of their roles, its meetings, and what it put forward."""

    body: Seen[Body]
    scope: str
    seats: Sequence[Seen[Seat]]
    people: Mapping[str, Seen[Person]]
    parties: Mapping[str, Seen[Party]]
    meetings: Sequence[Seen[Meeting]]
    texts: Sequence[Seen[Text]]
    adoptions: Sequence[Seen[Adoption]]
    calls: Sequence[Seen[Call]]
    reports: Sequence[Seen[Report]]
    recommendations: Sequence[Seen[Recommendation]]
    differences: Sequence[Seen[Difference]]
    corrected: Sequence[Corrected]
    terms: Standing | None
    """The terms of reference it worked under on that day."""
    known: Sequence[Seen[SourcedClaim]]
    """What sources say of it."""
    work_area: Seen[WorkArea] | None
    interests: Sequence[Seen[Interest]]
    beside: Beside
    as_of: AsOf
    """Of which day the seats are told."""
    attested_later: int
    """How many seats only later sources attest: since when they were held, none of them says."""
    offers: Sequence[Offer] = ()
    endings: Mapping[str, Sequence[Offer]] = field(default_factory=dict)
    """For each seat, by id, what would end it, where the viewer may."""
    more: Mapping[str, str] = field(default_factory=dict)
    """For each list that goes on, what `after` says to go on with it."""


def body(look: Look, *, id: str, after: str = "", on: str = "") -> BodyPage | None:  # noqa: A002
    """Read one body."""
    found = look.find(Body, id)
    if found is None:
        return None
    lists, day = Lists(look, after=after), as_of(on)
    every = lists.of("seats", Seat, body=id)
    seats = sorted(day.held(every), key=_by_role)
    interests = lists.of("interests", Interest, about=found.thing)
    rows: list[Seen[Any]] = [*seats, *interests]
    named = {each.value("party") for each in rows} - {"", None}
    parties = named_then(look, list(look.many(Party, sorted(named)).values()), on=day)
    people = look.many(Person, sorted({each.value("person") for each in seats} - {"", None}))
    meetings = lists.of("meetings", Meeting, body=id)
    terms = standing_on(look, body=id, day=day)
    offers = look.offers(
        [
            ("convene.convene-meeting/1", {"body": id}),
            ("reframe.table-text/1", {"body": id}),
            ("programme.send-circular/1", {"body": id}),
            ("parties.seat-member/1", {"body": id}),
            (GIVING, giving(found.id, terms)),
            ("parties.declare-interest/1", {"about": found.thing}),
            ("programme.note-claim/1", {"about": found.thing}),
            ("programme.correct-fact/1", {"of": found.thing}),
            ("reframe.open-consultation/1", {"body": id}),
            *((ENDING, {"seat": each.id}) for each in seats if not each["ended"]),
        ]
    )
    return BodyPage(
        body=found,
        scope=found.scope,
        seats=seats,
        people=people,
        parties={each.id: each for each in parties},
        meetings=sorted(meetings, key=lambda each: str(each.value("start") or "~")),
        texts=lists.of("texts", Text, body=id),
        adoptions=lists.of("adoptions", Adoption, body=id),
        calls=lists.of("calls", Call, body=id),
        reports=lists.of("reports", Report, body=id),
        recommendations=lists.of("recommendations", Recommendation, body=id),
        differences=[
            *lists.of("differences", Difference, about=found.thing),
            *look.among(Difference, "about", [f"person/{each}" for each in people]),
        ],
        corrected=corrected(look, found),
        terms=terms,
        known=lists.of("known", SourcedClaim, about=found.thing),
        work_area=look.find(WorkArea, found.value("work_area"))
        if found.value("work_area")
        else None,
        interests=interests,
        beside=beside(look, [each.id for each in parties], on=day),
        as_of=day,
        attested_later=sum(each not in seats and not each["start"] for each in every),
        offers=[each for each in offers if each.kind != ENDING],
        endings={
            str(each.prefill["seat"]): [each] for each in reversed(offers) if each.kind == ENDING
        },
        more=lists.more,
    )


def _by_role(seat: Seen[Seat]) -> tuple[int, int]:
    role = seat.value("role")
    return (ORDER.index(role) if role else len(ORDER), seat.act)
