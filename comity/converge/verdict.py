"""Where a statement stands, and how many people would have to change their vote for it to stand elsewhere."""

from enum import StrEnum

import numpy as np

from comity.converge.arrays import Flags, Whole
from comity.converge.counts import Counts


class Verdict(StrEnum):
    """What the parts of the room say of a statement, of those who saw it."""

    AGREED = "agreed"
    """In every part more than half agree."""
    REJECTED = "rejected"
    """In every part more than half disagree."""
    DIVIDED = "divided"
    """Neither."""
    UNHEARD = "unheard"
    """Some part has not seen it, so that neither can be said."""


ORDER = (Verdict.AGREED, Verdict.REJECTED, Verdict.DIVIDED, Verdict.UNHEARD)


def verdicts(counts: Counts) -> list[Verdict]:
    """Return (statements,) each one's verdict."""
    agreed = np.all(2 * counts.agree > counts.seen, axis=0)
    rejected = np.all(2 * counts.disagree > counts.seen, axis=0)
    unheard = np.any(counts.seen == 0, axis=0)
    which = np.select([unheard, agreed, rejected], [3, 0, 1], default=2)
    return [ORDER[at] for at in which.tolist()]


def flips(counts: Counts) -> list[int | None]:
    """Return (statements,) the least number of people who would have to vote otherwise for the verdict to be another.

    Exact, since of n who saw a statement more than half is n // 2 + 1, and each who changes moves one count by one.
    What all parts agree on falls with the part where fewest must turn; what is divided is settled when every part that
    has no majority gets one. None where a part has not seen the statement: nobody there has a vote to change.
    """
    needed = counts.seen // 2 + 1
    for_it = _to_turn(counts.agree, needed)
    against = _to_turn(counts.disagree, needed)
    heard: list[bool] = np.all(counts.seen > 0, axis=0).tolist()
    numbers: list[int] = np.minimum(for_it, against).tolist()
    return [number if known else None for number, known in zip(numbers, heard, strict=True)]


def _to_turn(held: Whole, needed: Whole) -> Whole:
    """Return (statements,) changes that make a majority in every part, or break it where there is one."""
    missing = np.maximum(needed - held, 0).sum(axis=0)
    spare = (held - needed + 1).min(axis=0)
    is_held: Flags = missing == 0
    turned: Whole = np.where(is_held, spare, missing)
    return turned
