"""Votes laid out for fitting: sums over each person's votes, and over each statement's, one after another."""

from copy import copy
from dataclasses import dataclass
from functools import cached_property
from typing import Any

import numpy as np
from scipy.sparse import csc_array

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

    def of_whom(self, of_person: Reals) -> Reals:
        """Return (votes,) what is known of each vote's person."""
        spread: Reals = np.repeat(of_person, self.each)
        return spread

    def on_what(self, of_statement: Reals) -> Reals:
        """Return (votes,) what is known of each vote's statement."""
        spread: Reals = of_statement.take(self._column, mode="clip")
        return spread

    def by_person(self, of_vote: Reals) -> Reals:
        """Return (people,) the sum over each person's votes, in one order."""
        summed = np.zeros(self.shape[0])
        if len(of_vote):
            summed[self._voters] = np.add.reduceat(of_vote, self.begins[self._voters])
        return summed

    def by_statement(self, weight: Reals, of_person: Reals) -> Reals:
        """Return (k, statements): over each statement's votes, the sum of weight times what is known of the person.

        weight: (votes,); of_person: (k, people). One thread, in one order: the same bits on every machine that computes
        in the same way.
        """
        table = copy(self._table)
        # Other numbers in the same table, so that scipy need not look again whether it is one.
        table.data = weight
        summed: Reals = table @ np.ascontiguousarray(of_person.T)
        return summed.T

    @cached_property
    def _voters(self) -> Whole:
        return np.flatnonzero(self.each)

    @cached_property
    def _column(self) -> Whole:
        # numpy would turn shorter numbers into these each time that something is looked up.
        return self.statement.astype(np.int64)

    @cached_property
    def _table(self) -> Any:
        return csc_array((self.vote, self.statement, self.begins), shape=self.shape[::-1])

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


def cells(room: Positions) -> Cells:
    """Lay out all votes of a room."""
    return Cells(
        starts(room).astype(np.int32),
        room.statement,
        room.vote.astype(np.float64),
        (len(room.people), len(room.statements)),
    )
