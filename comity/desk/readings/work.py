"""What does the programme work on, and for which objective?"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from comity.core.course import Course
from comity.core.knowledge import Assessment, SourcedClaim
from comity.core.meeting import Meeting
from comity.core.party import Body
from comity.core.programme import Difference, Objective, Programme, WorkArea
from comity.desk.look import Look
from comity.desk.readings.corrected import Corrected, corrected
from comity.desk.readings.paging import Lists, whole
from comity.desk.seen import Offer, Seen

ITSELF = f"{Programme.TYPE}/programme"
"""The programme, as what is known and what sources differ about."""


@dataclass(frozen=True, kw_only=True)
class WorkPage:
    """Objectives, the work areas that serve them, and apart from them what is practice."""

    objectives: Sequence[Seen[Objective]]
    areas: Sequence[Seen[WorkArea]]
    practised: Sequence[Seen[WorkArea]]
    differences: Sequence[Seen[Difference]]
    known: Sequence[Seen[SourcedClaim]]
    """What sources say of the programme itself."""
    offers: Sequence[Offer] = ()
    more: Mapping[str, str] = field(default_factory=dict)
    """For each list that goes on, what `after` says to go on with it."""


@dataclass(frozen=True, kw_only=True)
class ObjectivePage:
    """One objective and the work done for it."""

    objective: Seen[Objective]
    areas: Sequence[Seen[WorkArea]]
    known: Sequence[Seen[SourcedClaim]]
    corrected: Sequence[Corrected]
    offers: Sequence[Offer] = ()


@dataclass(frozen=True, kw_only=True)
class AreaPage:
    """One work area, its groups and its meetings."""

    area: Seen[WorkArea]
    scope: str
    objectives: Mapping[str, Seen[Objective]]
    bodies: Sequence[Seen[Body]]
    meetings: Sequence[Seen[Meeting]]
    courses: Mapping[str, Seen[Course]]
    """What became of those that were moved or called off, by id."""
    assessments: Sequence[Seen[Assessment]]
    """What the programme makes of it, the newest first."""
    known: Sequence[Seen[SourcedClaim]]
    corrected: Sequence[Corrected]
    claims: Mapping[str, Seen[SourcedClaim]]
    """What the assessments rest on, by id."""
    offers: Sequence[Offer] = ()
    more: Mapping[str, str] = field(default_factory=dict)
    """For each list that goes on, what `after` says to go on with it."""


def work(look: Look, *, after: str = "") -> WorkPage:
    """Read objectives and work areas."""
    lists = Lists(look, after=after)
    areas = sorted(lists.of("areas", WorkArea), key=lambda each: each.act)
    return WorkPage(
        objectives=sorted(
            lists.of("objectives", Objective), key=lambda each: each.value("place", 0)
        ),
        areas=[each for each in areas if not each.scope],
        practised=[each for each in areas if each.scope],
        differences=lists.of("differences", Difference, about=ITSELF),
        known=lists.of("known", SourcedClaim, about=ITSELF),
        offers=look.offers(
            [
                ("programme.set-objective/1", {}),
                ("programme.open-work-area/1", {}),
                ("programme.declare-exercise/1", {}),
                ("programme.note-claim/1", {"about": ITSELF}),
            ]
        ),
        more=lists.more,
    )


def objective(look: Look, *, id: str) -> ObjectivePage | None:  # noqa: A002
    """Read one objective."""
    found = look.find(Objective, id)
    if found is None:
        return None
    areas = sorted(whole(look, WorkArea), key=lambda each: each.act)
    return ObjectivePage(
        objective=found,
        areas=[each for each in areas if id in (each.value("objectives") or ())],
        known=look.all(SourcedClaim, about=found.thing),
        corrected=corrected(look, found),
        offers=look.offers([("programme.correct-fact/1", {"of": found.thing})]),
    )


def area(look: Look, *, id: str, after: str = "") -> AreaPage | None:  # noqa: A002
    """Read one work area."""
    found = look.find(WorkArea, id)
    if found is None:
        return None
    lists = Lists(look, after=after)
    meetings = lists.of("meetings", Meeting, work_area=id)
    assessments = sorted(
        lists.of("assessments", Assessment, area=id), key=lambda each: each.act, reverse=True
    )
    rests_on = {claim for each in assessments for claim in each.value("rests_on", ())}
    return AreaPage(
        area=found,
        scope=found.scope,
        objectives=look.many(Objective, found.value("objectives") or ()),
        bodies=lists.of("bodies", Body, work_area=id),
        meetings=meetings,
        courses=look.many(Course, [each.id for each in meetings]),
        assessments=assessments,
        known=lists.of("known", SourcedClaim, about=found.thing),
        corrected=corrected(look, found),
        claims=look.many(SourcedClaim, sorted(rests_on)),
        offers=look.offers(
            [
                ("programme.note-claim/1", {"about": found.thing}),
                ("programme.assess-issue/1", {"area": id}),
                ("programme.correct-fact/1", {"of": found.thing}),
            ]
        ),
        more=lists.more,
    )
