"""In which editions was this report issued, which stands, and what followed from which?"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from comity.core.edition import Edition, EditionForm
from comity.core.norm import Recommendation, Report
from comity.core.programme import Paper
from comity.core.support import Endorsement
from comity.desk.look import Look
from comity.desk.readings.as_of import began
from comity.desk.readings.naming import parties_named
from comity.desk.seen import Offer, Seen

ISSUING = "reframe.issue-edition/1"


@dataclass(frozen=True, kw_only=True)
class Issued:
    """One edition, with its paper and whether it stands."""

    row: Seen[Edition]
    paper: Seen[Paper] | None
    of: Seen[Edition] | None
    is_superseded: bool
    """True also for the translation of one that was superseded."""


@dataclass(frozen=True, kw_only=True)
class EditionPage:
    """One edition, beside all others of its report, with what followed from this one."""

    edition: Issued
    report: Seen[Report] | None
    editions: Sequence[Issued]
    recommendations: Sequence[Seen[Recommendation]]
    endorsements: Sequence[Seen[Endorsement]]
    parties: Mapping[str, Any]
    scope: str
    offers: Sequence[Offer] = ()


def edition(look: Look, *, id: str) -> EditionPage | None:  # noqa: A002
    """Read one edition."""
    found = look.find(Edition, id)
    if found is None:
        return None
    every = editions_of(look, str(found["report"]))
    shown = next(each for each in every if each.row.id == id)
    endorsements = look.followed_by(found.thing, Endorsement)
    asked: list[tuple[str, Mapping[str, Any]]] = [("mobilize.endorse/1", {"of": found.thing})]
    if not found["superseded_by"]:
        following = {"report": str(found["report"]), "of": found.id}
        asked.append((ISSUING, following))
    return EditionPage(
        edition=shown,
        report=look.find(Report, str(found["report"])),
        editions=every,
        recommendations=look.followed_by(found.thing, Recommendation),
        endorsements=endorsements,
        parties=parties_named(look, [each["party"] for each in endorsements]),
        scope=found.scope,
        offers=look.offers(asked),
    )


def editions_of(look: Look, report: str) -> Sequence[Issued]:
    """Return the editions of a report: the latest that stands, then its translations, then what was superseded."""
    rows = look.all(Edition, report=report)
    by_id = {each.id: each for each in rows}
    papers = look.many(Paper, sorted({each.value("paper") for each in rows} - {"", None}))
    issued = [
        Issued(
            row=each,
            paper=papers.get(str(each.value("paper"))),
            of=by_id.get(str(each.value("of"))),
            is_superseded=_is_superseded(each, by_id),
        )
        for each in rows
    ]
    latest = sorted(issued, key=lambda each: (began(each.row, "published"), each.row.act))[::-1]
    return sorted(latest, key=lambda each: (each.is_superseded, _is_translation(each.row)))


def _is_translation(row: Seen[Edition]) -> bool:
    return row.value("form") is EditionForm.TRANSLATION


def _is_superseded(row: Seen[Edition], by_id: Mapping[str, Seen[Edition]]) -> bool:
    if row.value("superseded_by"):
        return True
    first = by_id.get(str(row.value("of"))) if _is_translation(row) else None
    return bool(first and first.value("superseded_by"))
