"""Which reports, calls and recommendations came out of the work?"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from comity.core.norm import Call, Recommendation, Report
from comity.core.party import Body
from comity.desk.look import Look
from comity.desk.readings.paging import paged
from comity.desk.seen import Offer, Seen


@dataclass(frozen=True, kw_only=True)
class ReportsPage:
    """Reports and calls by date, with the recommendations whose words are known."""

    reports: Sequence[Seen[Report]]
    recommendations: Mapping[str, Sequence[Seen[Recommendation]]]
    """By the id of their report."""
    calls: Sequence[Seen[Call]]
    bodies: Mapping[str, Seen[Body]]
    practised: Sequence[Seen[Recommendation]]
    more: str = ""
    """The id after which the next page of reports begins."""
    is_cut: bool = False
    """True where calls or recommendations are more than a page lists."""
    offers: Sequence[Offer] = ()


def reports(look: Look, *, after: str = "") -> ReportsPage:
    """Read every report and call this viewer may know of."""
    page, called, put = (
        paged(look, Report, after=after),
        paged(look, Call),
        paged(look, Recommendation),
    )
    found = sorted(
        (each for each in page.rows if not each.scope),
        key=lambda each: str(each.value("published") or "~"),
    )
    calls = sorted(
        (each for each in called.rows if not each.scope),
        key=lambda each: str(each.value("issued") or "~"),
    )
    dated: list[Seen[Any]] = [*found, *calls]
    given: dict[str, list[Seen[Recommendation]]] = {}
    recommendations = sorted(put.rows, key=lambda each: (each.value("number", 0), each.act))
    for each in recommendations:
        given.setdefault(each.value("report", ""), []).append(each)
    return ReportsPage(
        reports=found,
        recommendations=given,
        calls=calls,
        bodies=look.many(Body, sorted({each.value("body") for each in dated} - {"", None})),
        practised=[each for each in recommendations if each.scope],
        more=page.more,
        is_cut=bool(called.more or put.more),
        offers=look.offers([("reframe.publish-report/1", {}), ("reframe.issue-call/1", {})]),
    )
