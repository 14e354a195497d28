"""Findings from statistics: statements first, groups only if they are there, and on whom each depends.

{"people":N,"statements":M,"votes":V,"groups":{…},"statements_ranked":[{…}…],"dependence":{…},"model":{…},"digest":"…"}
"""

from dataclasses import dataclass, field
from typing import Any

import numpy as np

from comity.converge.agreement import consensus, floor, wilson
from comity.converge.arrays import Reals
from comity.converge.canonical import digest, rounded
from comity.converge.counts import Counts
from comity.converge.dependence import Views, views
from comity.converge.groups import reasons
from comity.converge.statistics import Statistics
from comity.converge.verdict import flips, verdicts

TOP = 10
"""Statements at the head of a ranking that are compared with another ranking's."""


@dataclass(frozen=True)
class Groups:
    """Whether there are groups of people, why, and who is in which."""

    found: bool | None = None
    count: int = 0
    reason: str = reasons.NOT_ASKED
    ari_median: float | None = None
    ari_p10: float | None = None
    null_p95: float | None = None
    members: dict[str, int] = field(default_factory=dict)


@dataclass(frozen=True)
class Model:
    """What the latent model says: how many dimensions, how well it foretells, and each statement's bridging value.

    bridge   (statements,) or None where no model was made
    """

    dimensions: int = 0
    sampled: int | None = None
    held_out: float | None = None
    bridge: Reals | None = None


@dataclass(frozen=True)
class Parts:
    """The parts that a statement is judged by: groups if there are any, else declared blocs, else the room."""

    of: str
    names: tuple[str, ...]
    counts: Counts


def findings(
    sums: Statistics,
    *,
    shares: Reals | None = None,
    model: Model | None = None,
    groups: Groups | None = None,
    by_group: Counts | None = None,
) -> dict[str, Any]:
    """Say what is found.

    shares: (blocs,) declared shares or None; by_group: counts by group where groups were found. Every number is rounded
    to six digits before anything is ranked by it, so that what is shown is what was ranked.
    """
    told, held = model or Model(), groups or Groups()
    parts = _parts(sums, by_group)
    rows = _rows(sums, parts, told)
    found = {
        "people": sums.people,
        "statements": len(sums.statements),
        "votes": int(sums.whole.seen.sum()),
        "groups": {
            "found": held.found,
            "count": held.count,
            "reason": held.reason,
            "ari_median": held.ari_median,
            "ari_p10": held.ari_p10,
            "null_p95": held.null_p95,
            "members": held.members,
        },
        "dependence": _dependence(sums, parts, shares, rows),
        "model": {
            "dimensions": told.dimensions,
            "sampled": told.sampled,
            "held_out": told.held_out,
        },
    }
    short: dict[str, Any] = {**rounded(found), "statements_ranked": ranked(rows)}
    return {**short, "digest": digest(short)}


def _parts(sums: Statistics, by_group: Counts | None) -> Parts:
    if by_group is not None:
        return Parts("groups", tuple(str(at) for at in range(len(by_group.agree))), by_group)
    if sums.blocs is not None and sums.names:
        return Parts("blocs", sums.names, sums.blocs)
    return Parts("room", ("all",), sums.whole)


def _rows(sums: Statistics, parts: Parts, model: Model) -> list[dict[str, Any]]:
    whole, seen = sums.whole, parts.counts.seen
    heard = whole.seen[0] > 0
    bridge = np.full(len(heard), np.nan) if model.bridge is None else model.bridge
    columns = {
        "agree": whole.agree[0].tolist(),
        "disagree": whole.disagree[0].tolist(),
        "pass": whole.passed[0].tolist(),
        "seen": whole.seen[0].tolist(),
        "floor": _where(heard, floor(parts.counts.agree, seen=seen)),
        "consensus": _where(heard, consensus(parts.counts.agree, seen=seen)),
        "rejection": _where(heard, consensus(parts.counts.disagree, seen=seen)),
        "bridge": _where(heard, bridge),
        "flip": flips(parts.counts),
    }
    names = list(columns)
    values = zip(*columns.values(), strict=True)
    return [
        rounded({"id": name, **dict(zip(names, row, strict=True))})
        for name, row in zip(sums.statements, values, strict=True)
    ]


def _where(heard: Any, values: Reals) -> list[float]:
    told: list[float] = np.where(heard, values, np.nan).tolist()
    return told


def ranked(rows: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """Put statements into order: by floor, then consensus, then bridging, highest first; then as they came."""
    return sorted(
        rows, key=lambda row: [_down(row[key]) for key in ("floor", "consensus", "bridge")]
    )


def _down(value: float | None) -> float:
    return float("inf") if value is None else -value


def _dependence(
    sums: Statistics, parts: Parts, shares: Reals | None, rows: list[dict[str, Any]]
) -> dict[str, Any]:
    by = sums.blocs if sums.blocs is not None and sums.names else None
    names = sums.names
    if by is None and parts.of == "groups":
        by, names = parts.counts, parts.names
    seen_by = None if by is None else views(sums.whole, blocs=by, shares=shares)
    tables = {parts.of: _table(parts.names, parts.counts, sums.statements)}
    if parts.of == "groups" and sums.blocs is not None and sums.names:
        tables["blocs"] = _table(sums.names, sums.blocs, sums.statements)
    return {
        "parts": parts.of,
        "agreement": tables,
        "of_no_bloc": sums.people - int(sums.in_bloc.sum()) if sums.names else None,
        "statements": _statements(sums, parts, seen_by, names),
        "measures": _measures(rows),
    }


def _table(names: tuple[str, ...], counts: Counts, statements: tuple[str, ...]) -> dict[str, Any]:
    """Return, for each part, {statement: [agree, disagree, seen, low, high]}."""
    low, high = wilson(counts.agree, of=counts.seen)
    return {
        part: {
            name: list(row)
            for name, *row in zip(
                statements,
                counts.agree[at].tolist(),
                counts.disagree[at].tolist(),
                counts.seen[at].tolist(),
                low[at].tolist(),
                high[at].tolist(),
                strict=True,
            )
        }
        for at, part in enumerate(names)
    }


def _statements(
    sums: Statistics, parts: Parts, seen_by: Views | None, names: tuple[str, ...]
) -> dict[str, Any]:
    low, high = wilson(sums.whole.agree, of=sums.whole.seen)
    share = np.where(sums.whole.seen > 0, sums.whole.agree / np.maximum(sums.whole.seen, 1), np.nan)
    told: dict[str, Any] = {}
    for at, (name, verdict) in enumerate(zip(sums.statements, verdicts(parts.counts), strict=True)):
        told[name] = {
            "verdict": verdict.value,
            "as_voted": float(share[0, at]),
            "low": float(low[0, at]),
            "high": float(high[0, at]),
            **(_seen_by(seen_by, names, at) if seen_by is not None else {}),
        }
    return told


def _seen_by(seen_by: Views, names: tuple[str, ...], at: int) -> dict[str, Any]:
    nobody = bool(np.isnan(seen_by.lowest[at]))
    return {
        "one_bloc_one_voice": float(seen_by.one_voice[at]),
        "raked": None if seen_by.raked is None else float(seen_by.raked[at]),
        "leave_one_out": None
        if nobody
        else {
            "lowest": float(seen_by.lowest[at]),
            "lowest_without": names[seen_by.without_low[at]],
            "highest": float(seen_by.highest[at]),
            "highest_without": names[seen_by.without_high[at]],
        },
        "holds": bool(seen_by.holds[at]),
    }


def _measures(rows: list[dict[str, Any]]) -> dict[str, Any]:
    """Say how far floor, consensus and bridging put the same statements first."""
    heads = {key: _head(rows, key) for key in ("floor", "consensus", "bridge")}
    first = set(heads["floor"])
    return {
        "first": heads,
        "shared_with_floor": {key: len(first & set(heads[key])) for key in ("consensus", "bridge")},
    }


def _head(rows: list[dict[str, Any]], key: str) -> list[str]:
    known = [row for row in rows if row[key] is not None]
    return [row["id"] for row in sorted(known, key=lambda row: -row[key])[:TOP]]
