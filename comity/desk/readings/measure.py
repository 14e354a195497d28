"""A measure: where it began, how it went on, and what else was done at those dates. Nothing says what caused what."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from comity.core.measure import Measure, MeasuredValue
from comity.core.party import Party
from comity.core.when import When, write_instant
from comity.desk.look import Look
from comity.desk.readings.paging import paged
from comity.desk.seen import Line, Offer, Seen

DATED: Mapping[str, tuple[str, ...]] = {
    "adoption": ("adopted_on",),
    "endorsement": ("on",),
    "commitment": (),
    "evidence": ("on",),
    "meeting": ("start",),
}
"""What is set beside a series, and the field that dates it; where it has none, the day it was entered."""
BESIDE = 12
"""How many dates stand beside a series: more cannot be read."""


@dataclass(frozen=True, kw_only=True)
class Beside:
    """Something that was done at a date."""

    number: int
    when: When
    thing: Seen[Any]


@dataclass(frozen=True, kw_only=True)
class MeasurePage:
    """One measure with its figures, the oldest first."""

    measure: Seen[Measure]
    about: Seen[Any] | None
    values: Sequence[Seen[MeasuredValue]]
    parties: Mapping[str, Seen[Party]]
    beside: Sequence[Beside]
    is_cut: bool
    """True where more was done on the line since the measure begins than is set beside it."""
    more: str
    offers: Sequence[Offer]
    now: datetime
    scope: str


def measure(look: Look, *, id: str, after: str = "") -> MeasurePage | None:  # noqa: A002
    """Read one measure."""
    found = look.find(Measure, id)
    if found is None:
        return None
    page = paged(look, MeasuredValue, after=after, measure=id)
    of = str(found.value("of", ""))
    line = look.line(of)
    dated = _beside(line, since=found.value("baseline_on")) if line else []
    values = sorted(page.rows, key=lambda each: (each.value("on") or When("0001"), each.act))
    named = {str(found.value("party", "")), *(str(each.value("party", "")) for each in values)}
    return MeasurePage(
        measure=found,
        about=look.things([of]).get(of),
        values=values,
        parties=look.many(Party, sorted(named - {""})),
        beside=dated[:BESIDE],
        is_cut=len(dated) > BESIDE,
        more=page.more,
        offers=look.offers([("mobilize.report-value/1", {"measure": id})]),
        now=look.now,
        scope=found.scope,
    )


def _beside(line: Line, *, since: When | None) -> list[Beside]:
    """Return what was done along the same line since the measure begins, in order of its dates."""
    dated = [
        (when, thing)
        for thing in line.nodes.values()
        if thing.type in DATED and (when := _when(thing)) is not None
    ]
    known = sorted(
        (each for each in dated if since is None or each[0] >= since),
        key=lambda each: (each[0], each[1].thing),
    )
    return [
        Beside(number=number, when=when, thing=thing)
        for number, (when, thing) in enumerate(known, start=1)
    ]


def _when(thing: Seen[Any]) -> When | None:
    fields = DATED[thing.type]
    if not fields:
        return When(write_instant(thing.at)[:10])
    value = thing.value(fields[0])
    return value if isinstance(value, When) else None
