"""Risks that the viewer flagged or was told of: about one thing, all that are open, or one with what followed."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from comity.core.party import Person
from comity.core.programme import Programme
from comity.core.risk import OPEN, Risk, RiskAnswer
from comity.desk.look import Look
from comity.desk.seen import Deed, Offer, Seen

SENT = ("sent", "printed", "digest")


@dataclass(frozen=True, kw_only=True)
class Risks:
    """Risks with the people who may read them; for everybody else there are none."""

    rows: Sequence[Seen[Risk]] = ()
    people: Mapping[str, Seen[Person]]


@dataclass(frozen=True, kw_only=True)
class RiskPage:
    """One risk, for those who know of it."""

    risk: Seen[Risk]
    about: Seen[Any] | None
    """What it is about: a contact, a door, or a visit."""
    people: Mapping[str, Seen[Person]]
    answers: Sequence[Seen[RiskAnswer]]
    """What they said to one another, the oldest first."""
    letters: Mapping[str, str]
    """For whoever flagged it: by person, `written` where a letter left, `waits`, or `lost` where it reached nobody."""
    is_simulated: bool
    """True in a demonstration, which no letter ever leaves."""
    deeds: Sequence[Deed]
    offers: Sequence[Offer]
    scope: str


def risks_about(look: Look, thing: str) -> Risks:
    """Read what was flagged about a thing: what is open first, and the newest of it."""
    found = look.all(Risk, about=thing)
    return _with_people(
        look, sorted(found, key=lambda each: (bool(each.value("status")), -each.act))
    )


def open_risks(look: Look) -> Risks:
    """Read what was flagged and is not settled, all of it, the newest first."""
    found = look.all(Risk, status=OPEN)
    return _with_people(look, sorted(found, key=lambda each: -each.act))


def risk(look: Look, *, id: str) -> RiskPage | None:  # noqa: A002 — the page's own word
    """Read one risk; for everybody who does not know of it there is none."""
    found = look.find(Risk, id)
    if found is None:
        return None
    programme = look.find(Programme, "programme")
    about = str(found.value("about", ""))
    answers = sorted(look.all(RiskAnswer, risk=id), key=lambda each: each.act)
    named = {*circle(found), *(str(each.value("answered_by", "")) for each in answers)}
    return RiskPage(
        risk=found,
        about=look.things([about]).get(about),
        people=look.many(Person, sorted(named - {""})),
        answers=answers,
        letters=_letters(look, found),
        is_simulated=programme is not None and programme.value("simulated") is True,
        deeds=look.minutes(thing=found.thing, limit=20),
        offers=look.offers(_asked(found)),
        scope=found.scope,
    )


def others(look: Look, *, id: str) -> Sequence[Seen[Person]] | None:  # noqa: A002 — the page's own word
    """Return those who know of a risk besides the viewer; None where the viewer does not."""
    found = look.find(Risk, id)
    if found is None:
        return None
    rest = [each for each in circle(found) if each != look.viewer.person]
    known = look.many(Person, rest)
    return [known[each] for each in rest if each in known]


def circle(found: Seen[Risk]) -> tuple[str, ...]:
    """Name everybody who knows of a risk, as far as the viewer may."""
    return tuple(filter(None, (str(found.value("flagged_by", "")), *found.value("told", ()))))


def _asked(found: Seen[Risk]) -> Sequence[tuple[str, Mapping[str, Any]]]:
    named = {"risk": found.id}
    if found.value("status"):
        return []
    return [("mobilize.answer-risk/1", named), ("mobilize.settle-risk/1", named)]


def _letters(look: Look, found: Seen[Risk]) -> Mapping[str, str]:
    """Say what became of the letters that whoever looks had sent by flagging it."""
    return {
        each.party.partition("/")[2]: "written"
        if each.state in SENT
        else "lost"
        if each.state in ("given-up", "returned", "void")
        else "waits"
        for each in look.letters_to_persons(found.act)
    }


def _with_people(look: Look, rows: Sequence[Seen[Risk]]) -> Risks:
    named = {person for each in rows for person in circle(each)}
    return Risks(rows=rows, people=look.many(Person, sorted(named)))
