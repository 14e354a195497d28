"""What a viewer may see: one verdict on one part, and the same verdict as a condition of a query.

A person sees what they did themselves, and what names them as its reader. Everyone who may act for a party sees all
parts of what was done on its behalf, but those that are for persons; for the rest the part's audience decides.
"""

# ruff: noqa: S608  What is put into these statements is names of our own; values are always bound.

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import NamedTuple

LISTED = frozenset({"named", "persons"})
"""The audiences whose readers the act itself lists."""


def person_listed(person: str) -> str:
    """Write how a person stands among the readers that an act lists; a party stands there by its id alone."""
    return f"person/{person}"


class Facts(NamedTuple):
    """What of an act decides who belongs to its audiences."""

    by: str
    party: str
    body: str
    at: str
    act: int
    scope: str = ""
    """The exercise that it is practice in; empty for what counts."""
    named: frozenset[str] = frozenset()
    """The readers that it lists: parties, and persons as `person/ID`."""


class Period(NamedTuple):
    """From when until when a seat in a body was held: instants as the record writes them, the end excluded."""

    body: str
    start: str
    end: str
    since: int
    """The act that entered it: whatever start that act claims, what the record held before was said to others."""


@dataclass(frozen=True, kw_only=True)
class Sight:
    """The audiences that a viewer belongs to."""

    person: str = ""
    parties: frozenset[str] = frozenset()
    bodies: frozenset[str] = frozenset()
    chairs: frozenset[str] = frozenset()
    periods: tuple[Period, ...] = ()
    asked: frozenset[int] = frozenset()
    """The acts of silences that they were asked in, in rooms where they sit no more: who was asked stays asked."""
    is_in_programme: bool = False
    is_secretariat: bool = False
    directories: frozenset[str] = frozenset()
    """The exercises whose contacts they keep; one that is empty stands for the programme, and so for all contacts."""
    is_everything: bool = False
    """True for the desk itself alone: replay, backup, and the clerk."""

    def sees(self, audience: str, facts: Facts) -> bool:
        """Tell whether a part with this audience, of an act with these facts, may be seen."""
        if audience == "public" or self.is_everything:
            return True
        if self.person and facts.by == self.person:
            return True
        if audience == "persons":
            # Before anything that a party gives its people: of them, too, only those who are named.
            return bool(self.person) and person_listed(self.person) in facts.named
        return facts.party in self.parties or self._belongs(audience, facts)

    def _belongs(self, audience: str, facts: Facts) -> bool:
        match audience:
            case "programme":
                return self.is_in_programme
            case "body":
                return facts.body in self.bodies or facts.act in self.asked
            case "chair":
                return facts.body in self.chairs
            case "directory":
                return not self.directories.isdisjoint({"", facts.scope})
            case "secretariat":
                return self.is_secretariat
            case "body-then":
                return facts.act in self.asked or any(
                    p.body == facts.body and p.since < facts.act and p.start <= facts.at < p.end
                    for p in self.periods
                )
            case "named":
                return not facts.named.isdisjoint(self.parties)
        return False


Clause = tuple[str, list[str | int]]
"""A piece of SQL and its arguments."""


def where(sight: Sight, audience: str, act: str) -> Clause:
    """Write the verdict as SQL: `audience` is the column of the part's audience, `act` the alias of the act's row."""
    if sight.is_everything:
        return "1=1", []
    terms = [f"{audience}='public'"]
    values: list[str | int] = []

    def add(term: str, more: Iterable[str | int] = ()) -> None:
        terms.append(term)
        values.extend(more)

    if sight.person:
        add(f"{act}.by_person=?", [sight.person])
        add(
            f"({audience}='persons' AND EXISTS (SELECT 1 FROM named WHERE named.act={act}.idx"
            " AND named.reader=?))",
            [person_listed(sight.person)],
        )
    if sight.parties:
        parties = sorted(sight.parties)
        add(f"({act}.party IN ({marks(parties)}) AND {audience}<>'persons')", parties)
        add(
            f"({audience}='named' AND EXISTS (SELECT 1 FROM named WHERE named.act={act}.idx"
            f" AND named.reader IN ({marks(parties)})))",
            parties,
        )
    if sight.is_in_programme:
        add(f"{audience}='programme'")
    if "" in sight.directories:
        add(f"{audience}='directory'")
    elif sight.directories:
        scopes = sorted(sight.directories)
        add(f"({audience}='directory' AND {act}.scope IN ({marks(scopes)}))", scopes)
    if sight.is_secretariat:
        add(f"{audience}='secretariat'")
    for term, more in _of_rooms(sight, audience, act):
        add(term, more)
    return "(" + " OR ".join(terms) + ")", values


def _of_rooms(sight: Sight, audience: str, act: str) -> Iterator[Clause]:
    """Yield the terms for the rooms in which the viewer sits, sat, or was asked."""
    for name, bodies in (("body", sorted(sight.bodies)), ("chair", sorted(sight.chairs))):
        if bodies:
            yield f"({audience}='{name}' AND {act}.body IN ({marks(bodies)}))", [*bodies]
    for period in sight.periods:
        yield (
            f"({audience}='body-then' AND {act}.body=? AND {act}.at>=? AND {act}.at<? AND {act}.idx>?)",
            [*period],
        )
    if sight.asked:
        asked = sorted(sight.asked)
        yield f"({audience} IN ('body','body-then') AND {act}.idx IN ({marks(asked)}))", [*asked]


def marks(values: Sequence[object]) -> str:
    """Return as many question marks as there are values."""
    return ",".join("?" * len(values))
