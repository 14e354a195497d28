"""Whether there are groups, and the reason in words. Each condition can say no; the first that does is the reason."""

from dataclasses import dataclass, replace

import numpy as np

from comity.converge.arrays import Codes, Whole
from comity.converge.findings import Groups
from comity.converge.groups import reasons
from comity.converge.groups.again import Told, again, by_chance
from comity.converge.groups.bells import see
from comity.converge.groups.division import Division, divide
from comity.converge.groups.places import places
from comity.converge.groups.reasons import Shares
from comity.converge.model.cells import Cells
from comity.converge.model.host import Host
from comity.converge.model.modelled import Modelled

LEAST_VOTES = 7
LEAST_PEOPLE = 20
LEAST_STATEMENTS = 15
MEDIAN, TENTH = 0.80, 0.60
CLEAR = 0.8
"""Somebody is told as of a group if it is likelier than this; else they stand between."""

NOBODY = -1


@dataclass(frozen=True)
class Found:
    """What is told of groups, and who is in which: (people,) -1 for nobody's; None where there are none."""

    groups: Groups
    of: Codes | None = None


def find(
    model: Modelled | None,
    everybody: Cells,
    *,
    names: tuple[str, ...],
    drawn: int,
    mark: bytes,
    told: Told,
) -> Found:
    """Look for groups.

    everybody: all votes of the room, of which the model may have seen a sample; drawn: how often people are drawn anew;
    told: hears how many of those are done.
    """
    if model is None:
        return _none(reasons.NOTHING)
    if everybody.shape[1] < LEAST_STATEMENTS:
        return _none(reasons.too_short(everybody.shape[1], wanted=LEAST_STATEMENTS))
    if model.chosen.dimensions == 0:
        return _none(reasons.NO_AXIS)
    laid, host = _heard_enough(model)
    if laid.shape[0] < LEAST_PEOPLE:
        return _none(reasons.too_few(laid.shape[0], wanted=LEAST_PEOPLE))
    division = divide(places(host.stand, host.unsure), mark=mark)
    if division.gap is None:
        return _none(reasons.one_bell(division.gain, division.error))
    share = again(laid, said=model.said, bells=division.bells, drawn=drawn, mark=mark, told=told)
    null = by_chance(laid, dimensions=model.chosen.dimensions, count=len(division.bells), mark=mark)
    shares = Shares(
        float(np.median(share)), float(np.quantile(share, 0.10)), float(np.quantile(null, 0.95))
    )
    judged = _judged(division, shares)
    if not judged.found:
        return Found(judged)
    of = _everybody(everybody, model, division)
    inside = {names[at]: int(of[at]) for at in np.flatnonzero(of >= 0).tolist()}
    reason = reasons.there(judged.count, told=shares, outside=len(names) - len(inside))
    return Found(replace(judged, members=inside, reason=reason), of)


def _none(reason: str) -> Found:
    return Found(Groups(found=False, reason=reason))


def _heard_enough(model: Modelled) -> tuple[Cells, Host]:
    """Return the votes, and the places, of those who voted often enough to be placed."""
    whole = model.hosts[0]
    enough = np.flatnonzero(whole.cells.each >= LEAST_VOTES)
    laid = whole.cells.of(enough)
    host = Host(laid, dimensions=model.chosen.dimensions)
    host.stand, host.unsure = whole.stand[enough], whole.unsure[enough]
    return laid, host


def _judged(division: Division, told: Shares) -> Groups:
    """Weigh the evidence. The indexes are told whatever the answer is."""
    reason = _against(division, told)
    return Groups(
        found=reason is None,
        count=0 if reason else len(division.bells),
        reason=reason or "",
        ari_median=told.median,
        ari_p10=told.tenth,
        null_p95=told.by_chance,
    )


def _against(division: Division, told: Shares) -> str | None:
    if division.gap is not None and not division.gap.is_there:
        return reasons.no_gap(len(division.bells), chance=division.gap.chance)
    if not (told.median >= MEDIAN and told.tenth >= TENTH):
        return reasons.not_again(told, wanted=(MEDIAN, TENTH))
    return reasons.as_by_chance(told) if told.median <= told.by_chance else None


AT_ONCE = 1 << 21
"""Votes that are placed at a time, to bound the memory."""


def _everybody(whole: Cells, model: Modelled, division: Division) -> Codes:
    """Return (people,) everyone's group, those of the larger group having the lower number; -1 for nobody's."""
    order = np.argsort(-division.bells.share, kind="stable")
    number = np.empty(len(order), dtype=np.int32)
    number[order] = np.arange(len(order))
    of = np.full(whole.shape[0], NOBODY, dtype=np.int32)
    for here in stretches(whole):
        host = Host(whole.of(here), dimensions=model.chosen.dimensions)
        host.place(model.said, steps=6)
        chance = see(places(host.stand, host.unsure), division.bells).chance
        clear = (chance.max(axis=1) >= CLEAR) & (host.cells.each >= LEAST_VOTES)
        of[here[clear]] = number[chance[clear].argmax(axis=1)]
    return of


def stretches(whole: Cells) -> list[Whole]:
    """Return people in stretches that have so many votes at most (or are one person)."""
    stretch = whole.begins[1:].astype(np.int64) // AT_ONCE
    return [np.flatnonzero(stretch == at) for at in np.unique(stretch).tolist()]
