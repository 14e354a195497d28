"""How much a headline depends on who was in the room: as voted, one bloc one voice, raked, without each bloc."""

from dataclasses import dataclass

import numpy as np

from comity.converge.agreement import share
from comity.converge.arrays import Flags, Reals
from comity.converge.counts import Counts

HALF = 0.5


@dataclass(frozen=True)
class Views:
    """(statements,) the share that agrees, seen in several ways; not a number where nothing was seen.

    as_voted     every person counts once
    one_voice    every bloc counts once: the mean of the blocs' shares
    raked        every bloc counts by its declared share; None where none is declared
    lowest       without the bloc whose absence lowers it most, and highest likewise
    without_low  which bloc that is; without_high likewise
    holds        all of these are above one half, or none is
    """

    as_voted: Reals
    one_voice: Reals
    raked: Reals | None
    lowest: Reals
    without_low: list[int]
    highest: Reals
    without_high: list[int]
    holds: Flags


def views(whole: Counts, *, blocs: Counts, shares: Reals | None) -> Views:
    """Look at every statement in every way.

    whole: (1, statements); blocs: (blocs, statements), at least one; shares: (blocs,) declared, or None. With one
    margin raking (Deming and Stephan, 1940) is weighing each bloc by its share. A bloc that saw nothing of a statement
    has no voice on it. People of no bloc count as voted, and stay when a bloc leaves.
    """
    as_voted = share(whole.agree, of=whole.seen)[0]
    weight = np.ones(len(blocs.agree))
    one_voice = _weighed(blocs, weight)
    raked = None if shares is None else _weighed(blocs, shares)
    left = share(whole.agree - blocs.agree, of=whole.seen - blocs.seen)
    low, high = np.where(np.isnan(left), 2.0, left), np.where(np.isnan(left), -1.0, left)
    seen = ~np.isnan(left).all(axis=0)
    lowest = np.where(seen, low.min(axis=0), np.nan)
    highest = np.where(seen, high.max(axis=0), np.nan)
    asked = [as_voted, one_voice, lowest, highest] + ([] if raked is None else [raked])
    return Views(
        as_voted,
        one_voice,
        raked,
        lowest,
        low.argmin(axis=0).tolist(),
        highest,
        high.argmax(axis=0).tolist(),
        _on_one_side(asked),
    )


def _weighed(blocs: Counts, weight: Reals) -> Reals:
    here = np.where(blocs.seen > 0, weight[:, None], 0.0)
    shares = np.where(blocs.seen > 0, share(blocs.agree, of=blocs.seen), 0.0)
    with np.errstate(invalid="ignore"):
        mean: Reals = (here * shares).sum(axis=0) / here.sum(axis=0)
    return mean


def _on_one_side(asked: list[Reals]) -> Flags:
    known = [~np.isnan(each) for each in asked]
    above = np.all([(each > HALF) | ~ok for each, ok in zip(asked, known, strict=True)], axis=0)
    below = np.all([(each <= HALF) | ~ok for each, ok in zip(asked, known, strict=True)], axis=0)
    one_side: Flags = above | below
    return one_side
