"""Plain blocks cut into fields all at once; whatever is out of the ordinary is left to be read line by line."""

from dataclasses import dataclass

import numpy as np

from comity.converge.arrays import Bytes, Flags, Whole, Words
from comity.converge.reading.blocks import Block

COMMA, NEWLINE = 0x2C, 0x0A


@dataclass(frozen=True)
class Cut:
    """A block as a table: where the fields of each line begin and end.

    raw      (bytes,)
    starts   (lines, columns) first byte of a field
    ends     (lines, columns) the byte after its last
    """

    raw: Bytes
    starts: Whole
    ends: Whole

    @property
    def lines(self) -> int:
        """How many lines there are."""
        return len(self.ends)


def cut(block: Block, *, columns: int) -> Cut | None:
    """Cut a block where every line has so many fields and none is in quotation marks; None if that is not so."""
    if block.is_quoted:
        return None
    raw = np.frombuffer(block.raw, dtype=np.uint8)
    stops = np.flatnonzero((raw == COMMA) | (raw == NEWLINE))
    if len(stops) % columns:
        return None
    ends = stops.reshape(-1, columns)
    is_newline = raw[ends] == NEWLINE
    if not is_newline[:, -1].all() or is_newline[:, :-1].any():
        return None
    starts = np.concatenate([np.zeros(1, dtype=np.int64), stops[:-1] + 1]).reshape(-1, columns)
    return Cut(raw, starts, ends)


def packed(table: Cut, column: int) -> Words | None:
    """Return (lines,) each field as one number, its bytes in base 256; None if one has more than 8 bytes."""
    starts, ends = table.starts[:, column], table.ends[:, column]
    widths = ends - starts
    if not len(widths) or int(widths.max()) > 8:
        return None
    found = np.zeros(len(widths), dtype=np.uint64)
    for place in range(int(widths.max())):
        here = widths > place
        at = np.where(here, starts + place, 0)
        found = np.where(here, found << np.uint64(8) | table.raw[at], found)
    return found


def unpacked(number: int) -> str:
    """Return the field that `packed` made a number of."""
    return number.to_bytes(8, "big").lstrip(b"\0").decode()


def whole_numbers(table: Cut, column: int) -> Whole | None:
    """Return (lines,) a column of digits as numbers; None if one is anything else."""
    starts, ends = table.starts[:, column], table.ends[:, column]
    widths = ends - starts
    if not len(widths) or int(widths.min()) < 1 or int(widths.max()) > 18:
        return None
    found = np.zeros(len(widths), dtype=np.int64)
    fine: Flags = np.ones(len(widths), dtype=np.bool_)
    for place in range(int(widths.max())):
        here = widths > place
        digit = table.raw[np.where(here, starts + place, 0)].astype(np.int64) - 0x30
        fine &= ~here | ((digit >= 0) & (digit <= 9))
        found = np.where(here, found * 10 + digit, found)
    return found if bool(fine.all()) else None


def words(table: Cut, column: int) -> list[str]:
    """Return the fields of a column."""
    whole = table.raw.tobytes()
    pairs = zip(table.starts[:, column].tolist(), table.ends[:, column].tolist(), strict=True)
    return [whole[start:end].decode() for start, end in pairs]
