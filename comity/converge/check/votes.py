"""Votes as a list, and what is drawn by them: seeds and lots are hashes of the room, so anybody draws alike.

mark    SHA-256 of the number of people, a zero byte, the statements parted by line feeds, and three rows of 64-bit
        little-endian counts: of who agrees with each, passes on it, disagrees
draws   numpy's PCG64, seeded by SHA-256 of mark, purpose and a 32-bit big-endian number
lot     the first 8 bytes, little-endian, of SHA-256 of mark, purpose and a name; what is drawn for a person begins
        from their lot (luck), so that it is the same wherever they are kept
"""

import hashlib
from collections.abc import Iterable
from dataclasses import dataclass

import numpy as np

from comity.converge.arrays import Codes, Reals, Whole, Words
from comity.converge.positions import Positions

FOLDS = 5
MOST_PEOPLE = 5000
MASK = (1 << 64) - 1


@dataclass(frozen=True)
class Votes:
    """One line a vote: whose, on what, and 1, 0 or -1; and how often each person is counted."""

    people: int
    statements: int
    who: Codes
    on: Codes
    vote: Reals
    weight: Reals

    def each(self) -> Whole:
        """(people,) how many votes each cast."""
        return np.bincount(self.who, minlength=self.people)

    def by_person(self, value: Reals) -> Reals:
        """(people,) the sum of a value over each person's votes."""
        return np.bincount(self.who, value, self.people).astype(np.float64)

    def by_statement(self, value: Reals) -> Reals:
        """(statements,) the same over each statement's, each person counted as often as they weigh."""
        weighed = value * self.weight[self.who]
        return np.bincount(self.on, weighed, self.statements).astype(np.float64)

    def only(self, keep: np.ndarray) -> "Votes":
        """Return some votes of the same people."""
        who, on, vote = self.who[keep], self.on[keep], self.vote[keep]
        return Votes(self.people, self.statements, who, on, vote, self.weight)

    def of(self, people: Whole) -> "Votes":
        """Return some people's votes, numbered as in the list of them."""
        number = np.full(self.people, -1, dtype=np.int32)
        number[people] = np.arange(len(people))
        here = number[self.who] >= 0
        return Votes(
            len(people),
            self.statements,
            number[self.who[here]],
            self.on[here],
            self.vote[here],
            self.weight[people],
        )


def votes_of(room: Positions) -> Votes:
    """List a room's votes."""
    many = len(room.people)
    vote = room.vote.astype(np.float64)
    return Votes(many, len(room.statements), room.person, room.statement, vote, np.ones(many))


def mark_of(room: Positions) -> bytes:
    """Return the hash from which all that is drawn begins."""
    said = hashlib.sha256(
        str(len(room.people)).encode() + b"\0" + "\n".join(room.statements).encode()
    )
    for kind in (1, 0, -1):
        counts = np.bincount(room.statement[room.vote == kind], minlength=len(room.statements))
        said.update(b"".join(int(count).to_bytes(8, "little") for count in counts))
    return said.digest()


def draws(mark: bytes, purpose: str, at: int = 0) -> np.random.Generator:
    """Return draws for a purpose."""
    seed = hashlib.sha256(mark + purpose.encode() + at.to_bytes(4, "big")).digest()
    return np.random.Generator(np.random.PCG64(int.from_bytes(seed, "big")))


def lot(mark: bytes, name: str, purpose: str = "") -> int:
    """Return the lot of a person or a statement."""
    said = mark + purpose.encode() + name.encode()
    return int.from_bytes(hashlib.sha256(said).digest()[:8], "little")


def lots(mark: bytes, names: Iterable[str], purpose: str) -> Words:
    """Return (names,) the lot of each."""
    return np.array([lot(mark, name, purpose) for name in names], dtype=np.uint64)


def luck(of: Words, at: int) -> Reals:
    """Return (lots,) a number between 0 and 1 for each: splitmix64 of the lot and the count, its upper 53 bits."""
    mixed = of + np.uint64((at + 1) * 0x9E3779B97F4A7C15 & MASK)
    for shift, times in ((30, 0xBF58476D1CE4E5B9), (27, 0x94D049BB133111EB), (31, 1)):
        mixed = (mixed ^ (mixed >> np.uint64(shift))) * np.uint64(times)
    found: Reals = ((mixed >> np.uint64(11)).astype(np.float64) + 0.5) / 2**53
    return found


def sampled(mark: bytes, people: tuple[str, ...]) -> Whole:
    """Return who is modelled: everybody, or in a large room those with the lowest lots."""
    lots = [lot(mark, name) for name in people]
    last = sorted(lots)[MOST_PEOPLE - 1] if len(lots) > MOST_PEOPLE else MASK
    return np.flatnonzero([each <= last for each in lots])


def held_back(mark: bytes, room: Positions, votes: Votes, kept: Whole) -> Whole:
    """Return, as true and false, which votes the model does not see at first: one fold in five."""
    persons = [lot(mark, room.people[at]) for at in kept.tolist()]
    columns = [lot(mark, name) for name in room.statements]
    pairs = zip(votes.who.tolist(), votes.on.tolist(), strict=True)
    return np.array([_fold(persons[who], columns[on]) == 0 for who, on in pairs], dtype=bool)


def _fold(person: int, statement: int) -> int:
    mixed = (person ^ (statement * 0x9E3779B97F4A7C15 & MASK)) * 0xBF58476D1CE4E5B9 & MASK
    mixed = (mixed ^ (mixed >> 31)) * 0x94D049BB133111EB & MASK
    return (mixed >> 33) % FOLDS
