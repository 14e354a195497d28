"""What does this report say should be done, and by whom?"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from comity.core.edition import Edition
from comity.core.knowledge import SourcedClaim
from comity.core.norm import Recommendation, Report
from comity.core.party import Body
from comity.core.programme import Difference
from comity.desk.look import Look
from comity.desk.readings.corrected import Corrected, corrected
from comity.desk.readings.editions import ISSUING, Issued, editions_of
from comity.desk.seen import Offer, Seen


@dataclass(frozen=True, kw_only=True)
class ReportPage:
    """One report with its recommendations."""

    report: Seen[Report]
    scope: str
    body: Seen[Body] | None
    editions: Sequence[Issued]
    """The latest that stands first."""
    recommendations: Sequence[Seen[Recommendation]]
    came_from: Mapping[str, Seen[Edition]]
    """From which edition a recommendation follows, by the recommendation's name, where it says so."""
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
    editions = editions_of(look, id)
    return ReportPage(
        report=found,
        scope=found.scope,
        body=look.find(Body, found.value("body")) if found.value("body") else None,
        editions=editions,
        came_from=look.came_from([each.thing for each in recommendations], Edition),
        recommendations=sorted(
            recommendations, key=lambda each: (each.value("number", 0), each.act)
        ),
        differences=look.all(Difference, about=found.thing),
        corrected=corrected(look, found),
        known=look.all(SourcedClaim, about=found.thing),
        comes_from=look.follows_from(found.thing),
        offers=look.offers(
            [
                (ISSUING, {"report": id}),
                ("reframe.put-recommendation/1", {"report": id}),
                ("programme.file-paper/1", {"about": found.thing}),
                ("programme.note-claim/1", {"about": found.thing}),
                ("programme.correct-fact/1", {"of": found.thing}),
            ]
        ),
    )
