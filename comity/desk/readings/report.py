"""What does this report say should be done, and by whom?"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from comity.core.knowledge import SourcedClaim
from comity.core.norm import Recommendation, Report
from comity.core.party import Body
from comity.core.programme import Difference
from comity.desk.look import Look
from comity.desk.readings.corrected import Corrected, corrected
from comity.desk.seen import Offer, Seen


@dataclass(frozen=True, kw_only=True)
class ReportPage:
    """One report with its recommendations."""

    report: Seen[Report]
    scope: str
    body: Seen[Body] | None
    recommendations: Sequence[Seen[Recommendation]]
    differences: Sequence[Seen[Difference]]
    corrected: Sequence[Corrected]
    known: Sequence[Seen[SourcedClaim]]
    """What sources say of it."""
    comes_from: Sequence[Seen[Any]]
    offers: Sequence[Offer] = ()


def report(look: Look, *, id: str) -> ReportPage | None:  # noqa: A002
    """Read one report."""
    found = look.find(Report, id)
    if found is None:
        return None
    recommendations = look.all(Recommendation, report=id)
    return ReportPage(
        report=found,
        scope=found.scope,
        body=look.find(Body, found.value("body")) if found.value("body") else None,
        recommendations=sorted(
            recommendations, key=lambda each: (each.value("number", 0), each.act)
        ),
        differences=look.all(Difference, about=found.thing),
        corrected=corrected(look, found),
        known=look.all(SourcedClaim, about=found.thing),
        comes_from=look.follows_from(found.thing),
        offers=look.offers(
            [
                ("reframe.put-recommendation/1", {"report": id}),
                ("programme.note-claim/1", {"about": found.thing}),
                ("programme.correct-fact/1", {"of": found.thing}),
            ]
        ),
    )
