"""Long lists of what stands beside the record, a page at a time: in order of time, and of what is of one moment by id.

2026-11-29T04:31:11.000123+00:00~k4f2mm    `after`: the moment and the id of the last that was shown
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Generic, TypeVar

from django.db.models import Model, Q, QuerySet
from django.http import Http404

from comity.core.shapes import ID

M = TypeVar("M", bound=Model)

FORMS = 20
"""How many of what is to be answered a page shows: each has its own form."""
A_PAGE = 100
"""How many rows of a list that is only looked at."""


@dataclass(frozen=True, kw_only=True)
class Paged(Generic[M]):
    """Some rows, how many there are in all, and where the next page begins."""

    rows: Sequence[M]
    count: int
    more: str = ""
    """What `after` says to go on; empty on the last page."""
    is_first: bool = True


def paged(
    found: "QuerySet[M]", *, after: str, length: int, is_newest_first: bool = False
) -> Paged[M]:
    """Return a page of rows with `at` and `ref`, in two questions; raise Http404 for an `after` that is none."""
    shown = found.filter(_beyond(after, "lt" if is_newest_first else "gt")) if after else found
    order = ("-at", "-ref") if is_newest_first else ("at", "ref")
    rows = list(shown.order_by(*order)[: length + 1])
    last = rows[length - 1] if len(rows) > length else None
    return Paged(
        rows=rows[:length],
        count=found.count(),
        more=f"{last.at.isoformat()}~{last.pk}" if last is not None else "",  # type: ignore[attr-defined]
        is_first=not after,
    )


def _beyond(after: str, sign: str) -> Q:
    at, _tilde, ref = after.partition("~")
    try:
        told = datetime.fromisoformat(at)
        # At either end of the calendar a moment may be none in UTC, where they are kept.
        moment = told.astimezone(UTC)
    except (ValueError, OverflowError) as error:
        raise Http404 from error
    if told.tzinfo is None or not ID.fullmatch(ref):
        raise Http404
    return Q(**{f"at__{sign}": moment}) | Q(**{"at": moment, f"ref__{sign}": ref})
