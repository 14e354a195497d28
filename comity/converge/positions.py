"""Who said what: positions of people on statements, in one order whatever order they came in."""

from dataclasses import dataclass
from typing import NamedTuple

import numpy as np

from comity.converge.arrays import Codes, Votes, Whole

AGREE, PASS, DISAGREE = 1, 0, -1


class NaturalKey(NamedTuple):
    """Sorts 9 before 10, and numbers before words; equal numbers written differently by their spelling."""

    is_word: bool
    number: int
    spelling: str


def natural(name: str) -> NaturalKey:
    """Return what an identifier is sorted by."""
    if name.isascii() and name.isdigit() and len(name) <= 18:
        return NaturalKey(is_word=False, number=int(name), spelling=name)
    return NaturalKey(is_word=True, number=0, spelling=name)


@dataclass(frozen=True)
class Positions:
    """Every vote there is, sorted by person and then by statement; what nobody said has no place.

    people, statements   identifiers in natural order, each once
    person, statement    (votes,) which of them, counted from 0
    vote                 (votes,) 1 agrees, 0 passes or abstains, -1 disagrees
    """

    people: tuple[str, ...]
    statements: tuple[str, ...]
    person: Codes
    statement: Codes
    vote: Votes

    def __len__(self) -> int:
        return len(self.vote)


def positions(
    people: list[str],
    *,
    statements: list[str],
    person: Codes,
    statement: Codes,
    vote: Votes,
) -> Positions:
    """Put votes into their one order.

    people, statements: distinct identifiers as they came; person, statement, vote: (votes,), each pair once.
    """
    names, person = _renamed(people, person)
    said, statement = _renamed(statements, statement)
    key = person.astype(np.int64) * max(len(said), 1) + statement
    if len(key) > 1 and not bool((key[1:] > key[:-1]).all()):
        order = np.argsort(key)
        person, statement, vote = person[order], statement[order], vote[order]
    return Positions(names, said, person, statement, vote)


def _renamed(names: list[str], code: Codes) -> tuple[tuple[str, ...], Codes]:
    order = sorted(range(len(names)), key=lambda at: natural(names[at]))
    if order == list(range(len(names))):
        return tuple(names), code
    place = np.empty(len(names), dtype=np.int32)
    place[order] = np.arange(len(names), dtype=np.int32)
    return tuple(names[at] for at in order), place[code]


def starts(found: Positions) -> Whole:
    """Return (people + 1,) where each person's votes begin, and at the end how many there are."""
    counted = np.bincount(found.person, minlength=len(found.people))
    return np.concatenate([np.zeros(1, dtype=np.int64), np.cumsum(counted, dtype=np.int64)])
