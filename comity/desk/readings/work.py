"""What does the programme work on, and for which objective?"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from comity.core.meeting import Meeting
from comity.core.party import Body
from comity.core.programme import Objective, WorkArea
from comity.desk.look import Look
from comity.desk.seen import Offer, Seen


@dataclass(frozen=True, kw_only=True)
class WorkPage:
    """Objectives, and the work areas that serve them."""

    objectives: Sequence[Seen[Objective]]
    areas: Sequence[Seen[WorkArea]]
    offers: Sequence[Offer] = ()


@dataclass(frozen=True, kw_only=True)
class ObjectivePage:
    """One objective and the work done for it."""

    objective: Seen[Objective]
    areas: Sequence[Seen[WorkArea]]


@dataclass(frozen=True, kw_only=True)
class AreaPage:
    """One work area, its groups and its meetings."""

    area: Seen[WorkArea]
    scope: str
    objectives: Mapping[str, Seen[Objective]]
    bodies: Sequence[Seen[Body]]
    meetings: Sequence[Seen[Meeting]]


def work(look: Look) -> WorkPage:
    """Read objectives and work areas."""
    return WorkPage(
        objectives=sorted(look.every(Objective), key=lambda each: each.value("place", 0)),
        areas=sorted(look.every(WorkArea), key=lambda each: each.act),
        offers=look.offers([("programme.set-objective/1", {}), ("programme.open-work-area/1", {})]),
    )


def objective(look: Look, *, id: str) -> ObjectivePage | None:  # noqa: A002
    """Read one objective."""
    found = look.find(Objective, id)
    if found is None:
        return None
    areas = sorted(look.every(WorkArea), key=lambda each: each.act)
    return ObjectivePage(
        objective=found, areas=[each for each in areas if id in (each.value("objectives") or ())]
    )


def area(look: Look, *, id: str) -> AreaPage | None:  # noqa: A002
    """Read one work area."""
    found = look.find(WorkArea, id)
    if found is None:
        return None
    return AreaPage(
        area=found,
        scope=found.scope,
        objectives=look.many(Objective, found.value("objectives") or ()),
        bodies=[each for each in look.every(Body) if each.value("work_area") == id],
        meetings=[each for each in look.every(Meeting) if each.value("work_area") == id],
    )
