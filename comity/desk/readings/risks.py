"""Risks that the viewer flagged or was told of: about one thing, or the newest."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from comity.core.party import Person
from comity.core.risk import Risk
from comity.desk.look import Look
from comity.desk.seen import Seen

FEW = 6


@dataclass(frozen=True, kw_only=True)
class Risks:
    """Risks with the people who may read them; for everybody else there are none."""

    rows: Sequence[Seen[Risk]] = ()
    people: Mapping[str, Seen[Person]]
    is_more: bool = False
    """True where there are older ones."""


def risks_about(look: Look, thing: str) -> Risks:
    """Read what was flagged about a thing, the newest first."""
    return _with_people(look, sorted(look.all(Risk, about=thing), key=lambda each: -each.act))


def newest_risks(look: Look) -> Risks:
    """Read what was flagged last, and whether there is more."""
    found = look.newest(Risk, limit=FEW + 1)
    return replace(_with_people(look, found[:FEW]), is_more=len(found) > FEW)


def _with_people(look: Look, rows: Sequence[Seen[Risk]]) -> Risks:
    named = {
        person
        for each in rows
        for person in (*each.value("told", ()), each.value("flagged_by", ""))
    }
    return Risks(rows=rows, people=look.many(Person, sorted(named - {""})))
