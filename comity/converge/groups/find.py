"""Whether there are groups, and the reason in words. Each condition can say no; the first that does is the reason."""

from dataclasses import dataclass, replace

import numpy as np

from comity.converge.arrays import Codes, Whole
from comity.converge.findings import Groups
from comity.converge.groups import reasons
from comity.converge.groups.again import Room, Told, again, by_chance
from comity.converge.groups.bells import see
from comity.converge.groups.division import Division, divide
from comity.converge.groups.places import Places, places
from comity.converge.groups.reasons import Shares
from comity.converge.model.cells import Cells, cells
from comity.converge.model.host import Host
from comity.converge.model.modelled import Modelled
from comity.converge.positions import Positions

LEAST_VOTES = 7
LEAST_PEOPLE = 20
LEAST_STATEMENTS = 15
MEDIAN, TENTH = 0.80, 0.60
CLEAR = 0.8
"""Somebody is told as of a group if it is likelier than this; else they stand between."""

NOBODY = -1


@dataclass(frozen=True)
class Found:
    """What is told of groups, and for each host (people,) who is in which, -1 for nobody's; None where none are."""

    groups: Groups
    of: list[Codes] | None = None


def find(
    model: Modelled | None, rooms: list[Positions], *, drawn: int, mark: bytes, told: Told
) -> Found:
    """Look for groups.

    rooms: all votes at each host, of which the model may have seen a sample; drawn: how often people are drawn anew;
    told: hears how many of those are done. Hosts tell counts and sums, and the names of whom they find in a group.
    """
    if model is None:
        return _none(reasons.NOTHING)
    if len(rooms[0].statements) < LEAST_STATEMENTS:
        return _none(reasons.too_short(len(rooms[0].statements), wanted=LEAST_STATEMENTS))
    if model.chosen.dimensions == 0:
        return _none(reasons.NO_AXIS)
    heard, crowds = _heard_enough(model, rooms)
    many = sum(map(len, crowds))
    if many < LEAST_PEOPLE:
        return _none(reasons.too_few(many, wanted=LEAST_PEOPLE))
    division = divide(crowds, people=[each.people for each in heard], mark=mark)
    if division.gap is None:
        return _none(reasons.one_bell(division.gain, division.error))
    share = again(heard, said=model.said, bells=division.bells, drawn=drawn, mark=mark, told=told)
    null = by_chance(
        heard, dimensions=model.chosen.dimensions, count=len(division.bells), mark=mark
    )
    shares = Shares(
        float(np.median(share)), float(np.quantile(share, 0.10)), float(np.quantile(null, 0.95))
    )
    judged = _judged(division, shares)
    if not judged.found:
        return Found(judged)
    of = [_everybody(cells(room), model, division) for room in rooms]
    inside = {
        room.people[at]: int(here[at])
        for room, here in zip(rooms, of, strict=True)
        for at in np.flatnonzero(here >= 0).tolist()
    }
    outside = sum(len(room.people) for room in rooms) - len(inside)
    reason = reasons.there(judged.count, told=shares, outside=outside)
    return Found(replace(judged, members=inside, reason=reason), of)


def _none(reason: str) -> Found:
    return Found(Groups(found=False, reason=reason))


def _heard_enough(model: Modelled, rooms: list[Positions]) -> tuple[list[Room], list[Places]]:
    """Return, for each host, the votes and the places of those who voted often enough to be placed."""
    heard, crowds = [], []
    for host, kept, room in zip(model.hosts, model.kept, rooms, strict=True):
        enough = np.flatnonzero(host.cells.each >= LEAST_VOTES)
        names = [room.people[at] for at in kept[enough].tolist()]
        heard.append(Room(host.cells.of(enough), names, room.statements))
        crowds.append(places(host.stand[enough], host.unsure[enough]))
    return heard, crowds


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
