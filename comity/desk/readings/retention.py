"""What personal data has been kept so long that somebody should look at whether it is still needed?"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from comity.core.contact import Contact
from comity.core.entity import Entity
from comity.core.party import Mandate, Party, Person, Seat
from comity.core.post import Reply
from comity.desk.look import Look
from comity.desk.readings.paging import AT_ONCE
from comity.desk.seen import Seen

YEAR = timedelta(days=365)
AGES: Mapping[str, timedelta] = {"contact": YEAR, "person": 2 * YEAR, "reply": 2 * YEAR}
"""How long each is kept, by what it is: docs/processing.md says from when."""
WORDS: Mapping[str, tuple[str, ...]] = {
    "contact": ("name", "telephone", "mail"),
    "person": ("name", "office"),
    "reply": ("words",),
}
"""The parts of the acts that made them in which somebody's data stands."""
SHOWN = 100


@dataclass(frozen=True, kw_only=True)
class Old:
    """A thing that was kept for its time, and the act by whose page its words are erased."""

    thing: Seen[Any]
    since: datetime
    """From when its time is counted: when the last of it ended."""


@dataclass(frozen=True, kw_only=True)
class Retention:
    """What is to be looked at, what waited longest first."""

    contacts: Sequence[Old]
    people: Sequence[Old]
    replies: Sequence[Old]
    parties: Mapping[str, Seen[Party]]
    is_cut: bool
    """True where there is more than is listed."""
    scope: str = ""


def retention(look: Look) -> Retention | None:
    """Read what is old enough; None for whoever does not administer."""
    if not look.viewer.is_secretariat:
        return None
    contacts = _old(look, "contact", _contacts(look))
    people = _old(look, "person", _people(look))
    replies = _old(look, "reply", _replies(look))
    shown = [each.thing for some in (contacts, replies) for each in some[:SHOWN]]
    return Retention(
        contacts=contacts[:SHOWN],
        people=people[:SHOWN],
        replies=replies[:SHOWN],
        parties=look.many(Party, sorted({str(each.value("party", "")) for each in shown} - {""})),
        is_cut=any(len(each) > SHOWN for each in (contacts, people, replies)),
    )


def _old(look: Look, kind: str, found: Iterable[Old]) -> list[Old]:
    """Return those whose time is over and of whose words some still stand, what waited longest first."""
    over = [each for each in found if each.since + AGES[kind] <= look.now]
    standing = look.erasable((each.thing.act for each in over), names=WORDS[kind])
    return sorted(
        (each for each in over if each.thing.act in standing),
        key=lambda each: (each.since, each.thing.thing),
    )


def _every(look: Look, of: type[Entity]) -> Iterator[Seen[Any]]:
    after = ""
    while some := look.some(of, limit=AT_ONCE, after=after):
        yield from some
        after = some[-1].id


def _contacts(look: Look) -> Iterator[Old]:
    """Yield contacts that were replaced, since their successor was nominated."""
    every = list(_every(look, Contact))
    known = {each.id: each for each in every}
    for each in every:
        replaced = str(each.value("replaced_by", "") or "")
        if replaced:
            yield Old(thing=each, since=known[replaced].at if replaced in known else each.at)


def _people(look: Look) -> Iterator[Old]:
    """Yield persons who have no mandate and no seat any more, since the last of these ended."""
    ends: dict[str, list[datetime | None]] = {}
    for each in (*_every(look, Mandate), *_every(look, Seat)):
        if person := str(each.value("person", "") or ""):
            ends.setdefault(person, []).append(_ended(each))
    for someone in _every(look, Person):
        known = ends.get(someone.id, [])
        if all(known):
            since = max((end for end in known if end), default=someone.at)
            yield Old(thing=someone, since=since)


def _ended(thing: Seen[Any]) -> datetime | None:
    """Return when a mandate or seat ended or ends; None for one without an end."""
    ended: datetime | None = thing.value("ended")
    end = thing.value("end")
    return ended or (end.end if end is not None else None)


def _replies(look: Look) -> Iterator[Old]:
    return (Old(thing=each, since=each.at) for each in _every(look, Reply))
