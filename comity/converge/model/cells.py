"""Votes laid out for fitting: sums over each person's votes, and over each statement's, one after another."""

from dataclasses import dataclass
from typing import Any

import numpy as np
from scipy.sparse import csr_array

from comity.converge.arrays import Codes, Flags, Reals, Whole
from comity.converge.positions import Positions, starts


@dataclass(frozen=True)
class Cells:
    """The votes of some people, sorted by person and then by statement.

    begins     (people + 1,) where each person's votes begin
    statement  (votes,) on what
    vote       (votes,) 1, 0 or -1
    shape      people, statements
    """

    begins: Codes
    statement: Codes
    vote: Reals
    shape: tuple[int, int]

    @property
    def each(self) -> Whole:
        """(people,) how many votes each person cast."""
        counted: Whole = np.diff(self.begins).astype(np.int64)
        return counted

    def spread(self, of_person: Reals) -> Reals:
        """Return (votes,) what is known of each vote's person."""
        spread: Reals = np.repeat(of_person, self.each)
        return spread

    def by_person(self, weight: Reals, of_statement: Reals) -> Reals:
        """Return (people, k): over each person's votes, the sum of weight times the statement's row.

        weight: (votes,); of_statement: (statements, k). One thread, in one order: the same bits on every machine that
        computes in the same way.
        """
        return _times(self._table(weight), of_statement)

    def by_statement(self, weight: Reals, of_person: Reals) -> Reals:
        """Return (statements, k): over each statement's votes, the sum of weight times the person's row."""
        return _times(self._table(weight).T, of_person)

    def _table(self, weight: Reals) -> Any:
        return csr_array((weight, self.statement, self.begins), shape=self.shape)

    def only(self, keep: Flags) -> "Cells":
        """Return the votes for which keep is true, of the same people and statements."""
        counted = np.add.reduceat(np.append(keep, np.False_).astype(np.int32), self.begins[:-1])
        counted[self.each == 0] = 0
        begins = np.concatenate([[0], np.cumsum(counted)]).astype(np.int32)
        return Cells(begins, self.statement[keep], self.vote[keep], self.shape)

    def of(self, people: Whole) -> "Cells":
        """Return the votes of some people, in the order given; a person may be asked for twice."""
        each = self.each[people]
        begins = np.concatenate([[0], np.cumsum(each)]).astype(np.int32)
        at = np.arange(int(begins[-1])) + np.repeat(self.begins[people] - begins[:-1], each)
        return Cells(begins, self.statement[at], self.vote[at], (len(people), self.shape[1]))


def _times(table: Any, rows: Reals) -> Reals:
    # scipy's types do not say that a sparse table times a dense one is dense.
    summed: Reals = table @ rows
    return summed


def cells(room: Positions) -> Cells:
    """Lay out all votes of a room."""
    return Cells(
        starts(room).astype(np.int32),
        room.statement,
        room.vote.astype(np.float64),
        (len(room.people), len(room.statements)),
    )
