"""Chance that is no chance: draws begin from sums over the votes, so the same votes draw the same, on every host."""

import hashlib
from collections.abc import Iterable

import numpy as np

from comity.converge.arrays import Reals, Whole, Words
from comity.converge.statistics import Statistics


def fingerprint(sums: Statistics) -> bytes:
    """Return the SHA-256 of what is known of the room as a whole. Hosts that share sums know it alike."""
    found = hashlib.sha256(f"{sums.people}\0".encode())
    found.update("\n".join(sums.statements).encode())
    for counted in (sums.whole.agree, sums.whole.passed, sums.whole.disagree):
        found.update(np.ascontiguousarray(counted, dtype="<i8").data)
    return found.digest()


def chance(mark: bytes, purpose: str, at: int = 0) -> np.random.Generator:
    """Return draws for one purpose: they depend on the votes, on the purpose and on nothing else."""
    seed = hashlib.sha256(mark + purpose.encode() + at.to_bytes(4, "big")).digest()
    return np.random.Generator(np.random.PCG64(int.from_bytes(seed, "big")))


def lots(mark: bytes, names: Iterable[str], purpose: str = "") -> Words:
    """Return (names,) a lot for each, by its name alone: it is the same whoever else is on a host."""
    mark += purpose.encode()
    drawn = b"".join(hashlib.sha256(mark + name.encode()).digest()[:8] for name in names)
    return np.frombuffer(drawn, dtype="<u8").astype(np.uint64)


def uniform(lot: Words, at: int) -> Reals:
    """Return (lots,) a number between 0 and 1 for each, the at-th that belongs to it (S. Vigna, splitmix64, 2015).

    What a host draws for a person depends on nobody else, so that it is the same wherever that person's votes are kept.
    """
    mixed = lot + np.uint64((at + 1) * 0x9E3779B97F4A7C15 % 2**64)
    mixed = (mixed ^ (mixed >> np.uint64(30))) * np.uint64(0xBF58476D1CE4E5B9)
    mixed = (mixed ^ (mixed >> np.uint64(27))) * np.uint64(0x94D049BB133111EB)
    mixed ^= mixed >> np.uint64(31)
    found: Reals = ((mixed >> np.uint64(11)).astype(np.float64) + 0.5) / 2.0**53
    return found


def fold(person: Words, statement: Words, *, folds: int) -> Whole:
    """Return (votes,) to which of the folds each vote belongs, from the lots of who said it and of what it is on."""
    mixed = (person ^ (statement * np.uint64(0x9E3779B97F4A7C15))) * np.uint64(0xBF58476D1CE4E5B9)
    mixed = (mixed ^ (mixed >> np.uint64(31))) * np.uint64(0x94D049BB133111EB)
    found: Whole = ((mixed >> np.uint64(33)) % np.uint64(folds)).astype(np.int64)
    return found
