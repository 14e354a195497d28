"""A line a vote: Pol.is' votes.csv, and roll calls.

    timestamp,datetime,comment-id,voter-id,vote        resolution,country,country_code,vote
    1500232652930,…,0,17,-1                            A/RES/73/27,Kenya,KE,abstain

Pol.is keeps every change of mind: of one voter's votes on one statement the latest counts, as in its own table.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field

import numpy as np

from comity.converge.arrays import Flags, Votes, Whole
from comity.converge.errors import Unreadable
from comity.converge.positions import Positions, positions
from comity.converge.reading.blocks import Block, fields
from comity.converge.reading.cut import cut, packed, unpacked, whole_numbers
from comity.converge.reading.names import Names
from comity.converge.reading.part import Part, joined, part


@dataclass(frozen=True)
class Layout:
    """What the columns of a list are called, and what its votes are."""

    person: str
    statement: str
    codes: dict[str, int]
    explained: str
    time: str = ""


LONG = Layout(
    "voter-id",
    "comment-id",
    {"1": 1, "0": 0, "-1": -1},
    "1 agrees, 0 passes, -1 disagrees",
    time="timestamp",
)
ROLLCALL = Layout("country", "resolution", {"yes": 1, "abstain": 0, "no": -1}, "yes, no or abstain")


@dataclass
class Listed:
    """Where what stands, and what has been read."""

    layout: Layout
    header: list[str]
    people: Names = field(default_factory=Names)
    statements: Names = field(default_factory=Names)
    parts: list[Part] = field(default_factory=list)
    times: list[Whole] = field(default_factory=list)
    lines: list[Whole] = field(default_factory=list)

    def at(self, name: str) -> int:
        """Return where the column of that name stands."""
        return self.header.index(name)

    @property
    def has_times(self) -> bool:
        """Each vote says when it was cast."""
        return bool(self.layout.time) and self.layout.time in self.header


def read_listed(header: list[str], *, of: Iterator[Block], layout: Layout) -> Positions:
    """Read the lines after the header."""
    for name in (layout.person, layout.statement, "vote"):
        if header.count(name) != 1:
            what = f"the column {name!r} is there {header.count(name)} times"
            raise Unreadable(what, line=1, column=len(header))
    listed = Listed(layout, header)
    for block in of:
        if not _fast(block, listed):
            _slow(block, listed)
    whole = _latest(listed)
    return positions(
        listed.people.all(),
        statements=listed.statements.all(),
        person=whole.person,
        statement=whole.statement,
        vote=whole.vote,
    )


def _fast(block: Block, listed: Listed) -> bool:
    """Read a block all at once; False where anything in it wants a closer look."""
    table = cut(block, columns=len(listed.header))
    if table is None:
        return False
    who, what = listed.at(listed.layout.person), listed.at(listed.layout.statement)
    if any((table.starts[:, at] == table.ends[:, at]).any() for at in (who, what)):
        return False
    votes = _votes(packed(table, listed.at("vote")), listed.layout)
    times = (
        whole_numbers(table, listed.at(listed.layout.time))
        if listed.has_times
        else np.zeros(table.lines, dtype=np.int64)
    )
    if votes is None or times is None:
        return False
    listed.parts.append(
        Part(listed.people.codes(table, who), listed.statements.codes(table, what), votes)
    )
    listed.times.append(times)
    listed.lines.append(np.arange(block.line, block.line + table.lines, dtype=np.int64))
    return True


def _votes(
    words: np.ndarray[tuple[int, ...], np.dtype[np.uint64]] | None, layout: Layout
) -> Votes | None:
    if words is None:
        return None
    different, which = np.unique(words, return_inverse=True)
    known = [layout.codes.get(unpacked(each)) for each in different.tolist()]
    codes = [each for each in known if each is not None]
    return np.array(codes, dtype=np.int8)[which] if len(codes) == len(known) else None


def _slow(block: Block, listed: Listed) -> None:
    """Read a block line by line, and say what is wrong with it where something is."""
    cells: list[tuple[int, int, int]] = []
    times: list[int] = []
    lines: list[int] = []
    for line, row in fields(block):
        if len(row) != len(listed.header):
            what = f"{len(row)} columns, where the header has {len(listed.header)}"
            raise Unreadable(what, line=line, column=min(len(row), len(listed.header)) + 1)
        cells.append(_cell(row, listed, line))
        times.append(_time(row, listed, line))
        lines.append(line)
    listed.parts.append(part(cells))
    listed.times.append(np.array(times, dtype=np.int64))
    listed.lines.append(np.array(lines, dtype=np.int64))


def _cell(row: list[str], listed: Listed, line: int) -> tuple[int, int, int]:
    layout = listed.layout
    for name in (layout.person, layout.statement):
        if not row[listed.at(name)]:
            raise Unreadable("it is empty", line=line, column=listed.at(name) + 1, called=name)
    word = row[listed.at("vote")]
    if word not in layout.codes:
        what = f"{word[:40]!r} is no vote: {layout.explained}"
        raise Unreadable(what, line=line, column=listed.at("vote") + 1, called="vote")
    person = listed.people.code(row[listed.at(layout.person)])
    return person, listed.statements.code(row[listed.at(layout.statement)]), layout.codes[word]


def _time(row: list[str], listed: Listed, line: int) -> int:
    if not listed.has_times:
        return 0
    at = listed.at(listed.layout.time)
    word = row[at]
    if not (word.isascii() and word.isdigit() and len(word) <= 18):
        what = f"{word[:40]!r} is no time: milliseconds since 1970 are wanted"
        raise Unreadable(what, line=line, column=at + 1, called=listed.layout.time)
    return int(word)


def _latest(listed: Listed) -> Part:
    """Return each voter's last vote on each statement; without times, or at one time, there can be no two."""
    whole = joined(listed.parts)
    key = whole.person.astype(np.int64) * max(len(listed.statements), 1) + whole.statement
    order = np.argsort(key, kind="stable")
    same = np.flatnonzero(key[order][1:] == key[order][:-1])
    if not len(same):
        return whole
    again = np.unique(np.concatenate([order[same], order[same + 1]]))
    times, lines = np.concatenate(listed.times), np.concatenate(listed.lines)
    again = again[np.lexsort((lines[again], times[again], key[again]))]
    is_same = key[again][1:] == key[again][:-1]
    _contradictions(listed, again=again, is_same=is_same, times=times, lines=lines, vote=whole.vote)
    keep = np.ones(len(key), dtype=np.bool_)
    keep[again[:-1][is_same]] = False
    return Part(whole.person[keep], whole.statement[keep], whole.vote[keep])


def _contradictions(
    listed: Listed, *, again: Whole, is_same: Flags, times: Whole, lines: Whole, vote: Votes
) -> None:
    one, two = again[:-1], again[1:]
    wrong = is_same
    if listed.has_times:
        wrong = is_same & (times[one] == times[two]) & (vote[one] != vote[two])
    found = np.flatnonzero(wrong)
    if len(found):
        first = min(found.tolist(), key=lambda at: int(lines[two[at]]))
        why = "another vote at the same time" if listed.has_times else "a vote already"
        what = f"this voter has {why} on this, line {int(lines[one[first]])}"
        column = listed.at(listed.layout.person) + 1
        raise Unreadable(
            what, line=int(lines[two[first]]), column=column, called=listed.layout.person
        )
