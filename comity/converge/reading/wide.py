"""Pol.is' table of participants: a line a person, a column a statement, an empty field where nothing was said.

participant,group-id,n-comments,n-votes,n-agree,n-disagree,0,1,2
0,1,31,2,1,1,1,,-1
"""

from collections.abc import Iterator
from dataclasses import dataclass, field

import numpy as np

from comity.converge.errors import Unreadable
from comity.converge.positions import Positions, positions
from comity.converge.reading.blocks import Block, fields
from comity.converge.reading.cut import Cut, cut, words
from comity.converge.reading.part import Part, joined, part

IGNORED = {"xid", "group-id", "n-comments", "n-votes", "n-agree", "n-disagree", "n-pass"}
"""What Pol.is says of a person beside the votes; its groups are its own business."""

VOTES = {"1": 1, "0": 0, "-1": -1}
MINUS, ZERO, ONE = 0x2D, 0x30, 0x31


@dataclass
class Table:
    """Where what stands, and whom it has been read of."""

    header: list[str]
    who: int
    statements: list[int]
    lines: dict[str, int] = field(default_factory=dict)
    """On which line each person was met, in that order."""


def read_wide(header: list[str], *, of: Iterator[Block]) -> Positions:
    """Read the lines after the header."""
    table = _table(header)
    whole = joined([_fast(block, table) or _slow(block, table) for block in of])
    return positions(
        list(table.lines),
        statements=[header[at] for at in table.statements],
        person=whole.person,
        statement=whole.statement,
        vote=whole.vote,
    )


def _table(header: list[str]) -> Table:
    met: set[str] = set()
    for at, name in enumerate(header):
        if name in met:
            raise Unreadable(f"the column {name!r} is there twice", line=1, column=at + 1)
        met.add(name)
        if name != "participant" and name not in IGNORED and not _is_number(name):
            what = f"{name!r} is neither a statement's number nor a column that Pol.is has"
            raise Unreadable(what, line=1, column=at + 1)
    statements = [at for at, name in enumerate(header) if _is_number(name)]
    if not statements:
        raise Unreadable("no column is a statement's number", line=1, column=len(header))
    return Table(header, header.index("participant"), statements)


def _is_number(name: str) -> bool:
    return name.isascii() and name.isdigit()


def _fast(block: Block, table: Table) -> Part | None:
    """Read a block all at once; None where anything in it wants a closer look."""
    found = cut(block, columns=len(table.header))
    if found is None:
        return None
    names = words(found, table.who)
    if "" in names or len(set(names)) < len(names) or not table.lines.keys().isdisjoint(names):
        return None
    cells = _cells(found, table)
    if cells is None:
        return None
    before = len(table.lines)
    table.lines.update(zip(names, range(block.line, block.line + len(names)), strict=True))
    return Part(cells.person + np.int32(before), cells.statement, cells.vote)


def _cells(found: Cut, table: Table) -> Part | None:
    starts, ends = found.starts[:, table.statements], found.ends[:, table.statements]
    person, statement = np.nonzero(ends > starts)
    start, end = starts[person, statement], ends[person, statement]
    first, last = found.raw[start], found.raw[end - 1]
    is_one = (end - start == 1) & ((last == ZERO) | (last == ONE))
    is_less = (end - start == 2) & (first == MINUS) & (last == ONE)
    if not bool((is_one | is_less).all()):
        return None
    vote = (last == ONE).astype(np.int8)
    vote[is_less] = -1
    return Part(person.astype(np.int32), statement.astype(np.int32), vote)


def _slow(block: Block, table: Table) -> Part:
    """Read a block line by line, and say what is wrong with it where something is."""
    cells: list[tuple[int, int, int]] = []
    for line, row in fields(block):
        if len(row) != len(table.header):
            what = f"{len(row)} columns, where the header has {len(table.header)}"
            raise Unreadable(what, line=line, column=min(len(row), len(table.header)) + 1)
        _meet(row[table.who], table, line)
        for statement, at in enumerate(table.statements):
            if row[at]:
                cells.append((len(table.lines) - 1, statement, _vote(row[at], table, line, at)))
    return part(cells)


def _meet(name: str, table: Table, line: int) -> None:
    if not name:
        raise Unreadable("nobody is named", line=line, column=table.who + 1, called="participant")
    if name in table.lines:
        what = f"{name!r} has a line already, line {table.lines[name]}"
        raise Unreadable(what, line=line, column=table.who + 1, called="participant")
    table.lines[name] = line


def _vote(word: str, table: Table, line: int, at: int) -> int:
    if word not in VOTES:
        what = f"{word[:40]!r} is no vote: 1 agrees, 0 passes, -1 disagrees, empty is none"
        raise Unreadable(what, line=line, column=at + 1, called=f"statement {table.header[at]}")
    return VOTES[word]
