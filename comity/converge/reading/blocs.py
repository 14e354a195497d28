"""Declared blocs: a line a person, and for weighing the share that a bloc should have.

person,bloc,share
Kenya,Africa,0.28
"""

import math
from dataclasses import dataclass
from typing import BinaryIO

from comity.converge.errors import Unreadable
from comity.converge.reading.blocks import Told, blocks, fields

COLUMNS = (["person", "bloc"], ["person", "bloc", "share"])


@dataclass(frozen=True)
class Declared:
    """Who belongs to which bloc, and what share each bloc should have; without shares, none is declared."""

    of: dict[str, str]
    shares: dict[str, float]


def read_blocs(stream: BinaryIO, *, told: Told = lambda _: None) -> Declared:
    """Read a file of blocs."""
    found = blocks(stream, told=told)
    header = next(fields(next(found)), (1, [""]))[1]
    if header not in COLUMNS:
        raise Unreadable("the columns are person,bloc or person,bloc,share", line=1, column=1)
    of: dict[str, str] = {}
    met: dict[str, int] = {}
    shares: dict[str, float] = {}
    for line, row in (each for block in found for each in fields(block)):
        _entered(row, header, line)
        if row[0] in met:
            what = f"{row[0]!r} is in a bloc already, line {met[row[0]]}"
            raise Unreadable(what, line=line, column=1, called="person")
        met[row[0]] = line
        of[row[0]] = row[1]
        if len(header) == 3:
            share = _share(row[2], line)
            if shares.setdefault(row[1], share) != share:
                what = f"the bloc {row[1]!r} has another share further up"
                raise Unreadable(what, line=line, column=3, called="share")
    return Declared(of, shares)


def _entered(row: list[str], header: list[str], line: int) -> None:
    if len(row) != len(header):
        what = f"{len(row)} columns, where the header has {len(header)}"
        raise Unreadable(what, line=line, column=min(len(row), len(header)) + 1)
    for at, name in enumerate(header):
        if not row[at]:
            raise Unreadable("it is empty", line=line, column=at + 1, called=name)


def _share(word: str, line: int) -> float:
    try:
        share = float(word)
    except ValueError:
        share = math.nan
    if not (math.isfinite(share) and share > 0):
        what = f"{word[:40]!r} is no share: a number above 0 is wanted"
        raise Unreadable(what, line=line, column=3, called="share")
    return share
