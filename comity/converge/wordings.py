"""Wordings of one paragraph against each other: what people who saw both prefer, who could accept each, and a slate.

{"wordings":[{"id":"12","agree":…,"accept":["Africa"],"block":["Asia"],"unheard":[]}…],
 "pairs":[{"one":"12","two":"15","seen":40,"prefer_one":9,"prefer_two":3,"alike":28,"agree_with_both":20,"low":…,"high":…}…],
 "slate":["12","15"],"represented":31,"people":40}
"""

from dataclasses import dataclass
from fractions import Fraction
from itertools import combinations
from typing import Any

import numpy as np

from comity.converge.agreement import wilson
from comity.converge.arrays import Codes, Votes
from comity.converge.canonical import rounded
from comity.converge.counts import Counts, count
from comity.converge.errors import Unreadable
from comity.converge.positions import Positions
from comity.converge.room import Blocs

NOT_SEEN = 9

MOST = 5
"""Wordings on a slate: to so many, choosing one after another leaves no large like-minded part of the room without one
(L. Sánchez-Fernández et al., Proportional justified representation, AAAI 2017, on sequential proportional approval)."""


@dataclass(frozen=True)
class Wordings:
    """Votes on wordings of one paragraph.

    names   statements' identifiers, in the order asked for
    votes   (people, wordings) 1, 0, -1, or 9 where somebody has not seen it
    """

    names: tuple[str, ...]
    votes: Votes


def compared(
    room: Positions, *, wordings: list[str], declared: Blocs | None = None
) -> dict[str, Any]:
    """Compare two or more wordings. Raises Unreadable for one that nobody could vote on, or that is named twice."""
    asked = _asked(room, wordings)
    part, names = _parts(room, declared)
    counts = count(room, part=part, parts=len(names))
    at = {name: place for place, name in enumerate(room.statements)}
    chosen = _slate(asked)
    agrees = asked.votes == 1
    told: dict[str, Any] = rounded(
        {
            "wordings": [_wording(name, counts, at[name], names) for name in asked.names],
            "pairs": [_pair(asked, one, two) for one, two in combinations(range(len(wordings)), 2)],
            "slate": [asked.names[each] for each in chosen],
            "represented": int(agrees[:, chosen].any(axis=1).sum()),
            "people": int((asked.votes != NOT_SEEN).any(axis=1).sum()),
        }
    )
    return told


def _asked(room: Positions, wordings: list[str]) -> Wordings:
    if len(wordings) < 2:
        raise Unreadable("two wordings or more are compared")
    at = {name: place for place, name in enumerate(room.statements)}
    for place, name in enumerate(wordings):
        if name not in at:
            raise Unreadable(f"{name!r} is no statement of these votes")
        if name in wordings[:place]:
            raise Unreadable(f"{name!r} is named twice")
    column = np.full(len(room.statements), -1, dtype=np.int32)
    column[[at[name] for name in wordings]] = np.arange(len(wordings))
    here = column[room.statement] >= 0
    votes = np.full((len(room.people), len(wordings)), NOT_SEEN, dtype=np.int8)
    votes[room.person[here], column[room.statement[here]]] = room.vote[here]
    return Wordings(tuple(wordings), votes)


def _parts(room: Positions, declared: Blocs | None) -> tuple[Codes, tuple[str, ...]]:
    if declared is None:
        return np.zeros(len(room.people), dtype=np.int32), ("all",)
    return declared.of, declared.names


def _wording(name: str, counts: Counts, at: int, parts: tuple[str, ...]) -> dict[str, Any]:
    """Say which parts could accept it, at most half of them disagreeing, and which would block it."""
    disagree, seen = counts.disagree[:, at], counts.seen[:, at]
    blocks, unheard = 2 * disagree > seen, seen == 0
    return {
        "id": name,
        "agree": int(counts.agree[:, at].sum()),
        "disagree": int(disagree.sum()),
        "pass": int(counts.passed[:, at].sum()),
        "accept": [part for part, no in zip(parts, blocks | unheard, strict=True) if not no],
        "block": [part for part, no in zip(parts, blocks, strict=True) if no],
        "unheard": [part for part, no in zip(parts, unheard, strict=True) if no],
    }


def _pair(asked: Wordings, one: int, two: int) -> dict[str, Any]:
    """Compare two wordings by those who saw both: the only ones who can prefer one.

    low, high: 95 % interval of the share that prefers the first, of those who prefer either.
    """
    first, second = asked.votes[:, one], asked.votes[:, two]
    both = (first != NOT_SEEN) & (second != NOT_SEEN)
    first, second = first[both], second[both]
    prefer_one, prefer_two = int((first > second).sum()), int((first < second).sum())
    low, high = wilson(np.array([prefer_one]), of=np.array([prefer_one + prefer_two]))
    return {
        "one": asked.names[one],
        "two": asked.names[two],
        "seen": len(first),
        "prefer_one": prefer_one,
        "prefer_two": prefer_two,
        "alike": len(first) - prefer_one - prefer_two,
        "agree_with_both": int(((first == 1) & (second == 1)).sum()),
        "low": float(low[0]),
        "high": float(high[0]),
    }


def _slate(asked: Wordings) -> list[int]:
    """Choose wordings one after another, each for those who have least: somebody with k already counts 1 / (k + 1).

    T. Thiele, Om Flerfoldsvalg (1895). Counted in fractions, so that the order of people cannot matter; of equals the
    first that was asked for. What nobody agrees with is not chosen.
    """
    agrees = asked.votes == 1
    has = np.zeros(len(agrees), dtype=np.int64)
    chosen: list[int] = []
    while len(chosen) < min(MOST, len(asked.names)):
        rest = [each for each in range(len(asked.names)) if each not in chosen]
        worth = {each: _worth(has[agrees[:, each]]) for each in rest}
        best = max(rest, key=lambda each: (worth[each], -each))
        if not worth[best]:
            break
        chosen.append(best)
        has += agrees[:, best]
    return chosen


def _worth(has: np.ndarray) -> Fraction:
    many = np.bincount(has).tolist()
    return sum((Fraction(people, k + 1) for k, people in enumerate(many)), start=Fraction(0))
