"""A room that goes on voting: each vote changes sums, one person's place and one statement, and turns no axis.

Until the room is looked at anew (`settled`), people and statements move along the axes that the picture has. When it
is, the new axes are turned as near to the old ones as a rotation can, so that what lay right stays right.
"""

from dataclasses import replace

import numpy as np

from comity.converge.arrays import Reals
from comity.converge.chart import seen_from
from comity.converge.counts import Counts
from comity.converge.model.cells import Cells, cells
from comity.converge.model.fit import fit, moved_by, nearest, seen_along
from comity.converge.model.host import Host
from comity.converge.model.said import Said
from comity.converge.positions import Positions

STEPS = 6


class Live:
    """A room with its counts, its model, and who stands where; votes are added one at a time."""

    def __init__(self, room: Positions, said: Said) -> None:
        """Begin with the votes that there are, and a model of them."""
        self.said = said
        self._person = {name: at for at, name in enumerate(room.people)}
        self._statement = {name: at for at, name in enumerate(room.statements)}
        self._laid = cells(room)
        self._host = Host(self._laid, dimensions=said.dimensions)
        self._host.place(said, steps=STEPS)
        order = np.argsort(room.statement, kind="stable")
        self._by_statement = room.person[order], room.vote[order].astype(np.float64)
        counted = np.bincount(room.statement, minlength=len(room.statements))
        self._begins = np.concatenate([[0], np.cumsum(counted)])
        self._newly: dict[int, dict[int, int]] = {}
        self._newly_on: dict[int, dict[int, int]] = {}
        kinds = [
            np.bincount(room.statement[room.vote == kind], minlength=len(room.statements))
            for kind in (1, 0, -1)
        ]
        self._counted = np.array(kinds, dtype=np.int64)

    @property
    def counts(self) -> Counts:
        """(1, statements) how many agree, pass and disagree now."""
        agree, passed, disagree = self._counted[:, None, :]
        return Counts(agree, passed, disagree)

    @property
    def places(self) -> Reals:
        """(people, 2) where everybody lies in the picture."""
        return seen_from(self._host.stand, self.said)

    def cast(self, who: str, on: str, vote: int) -> None:
        """Count a vote, 1, 0 or -1, of somebody who is here or comes; a second vote on a statement replaces the first.

        Raises KeyError for a statement that is not there.
        """
        statement = self._statement[on]
        person = self._person.setdefault(who, len(self._person))
        if person == len(self._host.stand):
            self._come()
        before = self._votes_of(person).get(statement)
        if before is not None:
            self._counted[1 - before, statement] -= 1
        self._counted[1 - vote, statement] += 1
        self._newly.setdefault(person, {})[statement] = vote
        self._newly_on.setdefault(statement, {})[person] = vote

    def move(self, who: str, on: str) -> None:
        """Move whoever voted to where their votes now put them, and the statement to what its voters now say."""
        person, statement = self._person[who], self._statement[on]
        self._place(person)
        self._fit(statement)

    def settled(self) -> Said:
        """Look at the whole room anew, and turn the axes as near to the old ones as they go."""
        laid = self._everything()
        host = Host(laid, dimensions=self.said.dimensions)
        host.stand = self._host.stand
        said = fit([host], self.said).said
        axes = nearest(said.slope, self.said.slope)
        self.said, self._host = seen_along([host], said, axes=axes), host
        return self.said

    def _come(self) -> None:
        size = 1 + self.said.dimensions
        prior = np.diag(np.concatenate([[self.said.lenient], np.ones(size - 1)]))
        self._host.stand = np.concatenate([self._host.stand, np.zeros((1, size))])
        self._host.unsure = np.concatenate([self._host.unsure, prior[None]])

    def _votes_of(self, person: int) -> dict[int, int]:
        held: dict[int, int] = {}
        if person < self._laid.shape[0]:
            here = slice(*self._laid.begins[person : person + 2].tolist())
            votes = self._laid.vote[here].astype(np.int64).tolist()
            held = dict(zip(self._laid.statement[here].tolist(), votes, strict=True))
        return held | self._newly.get(person, {})

    def _place(self, person: int) -> None:
        alone = Host(_row(self._votes_of(person), self._laid.shape[1]), dimensions=self._axes)
        alone.stand = self._host.stand[person : person + 1]
        alone.place(self.said, steps=STEPS)
        self._host.stand[person], self._host.unsure[person] = alone.stand[0], alone.unsure[0]

    @property
    def _axes(self) -> int:
        return self.said.dimensions

    def _fit(self, statement: int) -> None:
        """Move one statement by one step, from the places of those who voted on it."""
        here = slice(*self._begins[statement : statement + 2].tolist())
        person, vote = (each[here] for each in self._by_statement)
        newly = self._newly_on.get(statement, {})
        kept = ~np.isin(person, list(newly))
        who = np.concatenate([person[kept], np.array(list(newly), dtype=np.int32)])
        said = np.concatenate([vote[kept], np.array(list(newly.values()), dtype=np.float64)])
        begins = np.arange(len(who) + 1, dtype=np.int32)
        column = Cells(begins, np.zeros(len(who), dtype=np.int32), said, (len(who), 1))
        voters = Host(column, dimensions=self._axes)
        voters.stand, voters.unsure = self._host.stand[who], self._host.unsure[who]
        self.said = moved(self.said, statement, voters)

    def _everything(self) -> Cells:
        """Return all votes, those since the beginning too."""
        rows = [self._votes_of(at) for at in range(len(self._host.stand))]
        begins = np.concatenate([[0], np.cumsum([len(row) for row in rows])]).astype(np.int32)
        cells_of = [sorted(row.items()) for row in rows]
        flat = np.array([cell for row in cells_of for cell in row], dtype=np.int64).reshape(-1, 2)
        return Cells(
            begins,
            flat[:, 0].astype(np.int32),
            flat[:, 1].astype(np.float64),
            (len(rows), self._laid.shape[1]),
        )


def _row(votes: dict[int, int], statements: int) -> Cells:
    cell = sorted(votes.items())
    return Cells(
        np.array([0, len(cell)], dtype=np.int32),
        np.array([at for at, _ in cell], dtype=np.int32),
        np.array([vote for _, vote in cell], dtype=np.float64),
        (1, statements),
    )


def moved(said: Said, statement: int, voters: Host) -> Said:
    """Return the model with one statement moved by a step of Newton's method; what the room is like stays as it was."""
    here = slice(statement, statement + 1)
    alone = replace(
        said, level=said.level[here], slope=said.slope[here], passing=said.passing[here]
    )
    after = moved_by(voters.sums(alone), alone)
    level, slope, passing = said.level.copy(), said.slope.copy(), said.passing.copy()
    level[here], slope[here], passing[here] = after.level, after.slope, after.passing
    return replace(said, level=level, slope=slope, passing=passing)
