"""A stream of bytes as blocks of whole lines: none is cut, none may be endless, all of it is UTF-8.

participant,0,1          the header, alone; then blocks of a few MB
a,1,-1
b,,0
"""

import csv
import io
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import BinaryIO

from comity.converge.errors import Unreadable

SIZE = 4 << 20
"""Bytes that are read at a time."""

LONGEST = 16 << 20
"""Bytes that a line may have, or a field in quotation marks with the lines in it."""

Told = Callable[[int], None]
"""Is told how many bytes have been read."""


@dataclass(frozen=True)
class Block:
    """Whole lines, ended by a line feed each, and the number of the first."""

    line: int
    raw: bytes

    @property
    def is_quoted(self) -> bool:
        """Any field of it may be in quotation marks."""
        return b'"' in self.raw


def blocks(stream: BinaryIO, *, told: Told) -> Iterator[Block]:
    """Yield the lines of a stream; the header comes alone, first."""
    line, rest, read, is_first = 1, b"", 0, True
    while piece := stream.read(SIZE):
        read += len(piece)
        told(read)
        if is_first:
            piece = _opened(piece)
        rest += piece
        end = _end(rest, is_first=is_first)
        if not end:
            _bounded(rest, line)
            continue
        whole, rest, is_first = rest[:end], rest[end:], False
        yield _sound(Block(line, whole))
        line += whole.count(b"\n")
    if is_first and not rest.strip():
        raise Unreadable("the file is empty", line=1, column=1)
    if is_first and b"\n" in rest:
        raise Unreadable("a quotation mark is opened and not closed", line=line, column=1)
    while rest:
        end = rest.find(b"\n") + 1 if is_first else 0
        whole, rest, is_first = (rest[:end], rest[end:], False) if end else (rest, b"", False)
        if whole.count(b'"') % 2:
            raise Unreadable("a quotation mark is opened and not closed", line=line, column=1)
        yield _sound(Block(line, whole if whole.endswith(b"\n") else whole + b"\n"))
        line += whole.count(b"\n")


def _opened(piece: bytes) -> bytes:
    if piece.startswith((b"\xff\xfe", b"\xfe\xff")):
        raise Unreadable("the file is UTF-16; save it as UTF-8", line=1, column=1)
    return piece.removeprefix(b"\xef\xbb\xbf")


def _end(raw: bytes, *, is_first: bool) -> int:
    """Return where the last whole line ends (of the header, the first), or 0."""
    if is_first:
        end = raw.find(b"\n") + 1
        return 0 if raw[:end].count(b'"') % 2 else end
    end = raw.rfind(b"\n") + 1
    # An odd number of quotation marks: the line feed may stand inside a field.
    return 0 if end and raw.count(b'"', 0, end) % 2 else end


def _bounded(raw: bytes, line: int) -> None:
    if len(raw) > LONGEST:
        what = "a quotation mark is opened and not closed" if b"\n" in raw else "the line"
        raise Unreadable(f"{what}: more than {LONGEST} bytes without an end", line=line, column=1)


def _sound(block: Block) -> Block:
    raw = block.raw.replace(b"\r\n", b"\n") if b"\r" in block.raw else block.raw
    for sign, what in ((b"\0", "a zero byte"), (b"\r", "a carriage return without a line feed")):
        if (at := raw.find(sign)) >= 0:
            raise _at(block, raw, at, f"{what}; is this a CSV file?")
    if not raw.isascii():
        try:
            raw.decode()
        except UnicodeDecodeError as error:
            raise _at(block, raw, error.start, "these bytes are not UTF-8") from None
    return Block(block.line, raw)


def _at(block: Block, raw: bytes, at: int, what: str) -> Unreadable:
    line = raw.count(b"\n", 0, at)
    begun = raw.rfind(b"\n", 0, at) + 1
    return Unreadable(what, line=block.line + line, column=raw.count(b",", begun, at) + 1)


def fields(block: Block) -> Iterator[tuple[int, list[str]]]:
    """Yield each line's number and fields, by the rules of RFC 4180; blank lines are left out."""
    rows = csv.reader(io.StringIO(block.raw.decode(), newline=""), strict=True)
    before = 0
    try:
        for row in rows:
            if row:
                yield block.line + before, row
            before = rows.line_num
    except csv.Error as error:
        raise Unreadable(
            f"it cannot be split into fields ({error})", line=block.line + before
        ) from None
