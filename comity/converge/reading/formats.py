"""Which format a file of votes has, and its votes."""

from typing import BinaryIO, Literal, get_args

from comity.converge.errors import Unreadable
from comity.converge.positions import Positions
from comity.converge.reading.blocks import Told, blocks, fields
from comity.converge.reading.listed import LONG, ROLLCALL, read_listed
from comity.converge.reading.wide import read_wide

Format = Literal["polis-wide", "polis-long", "rollcall"]
FORMATS: tuple[Format, ...] = get_args(Format)

NEEDED: dict[Format, tuple[str, ...]] = {
    "polis-wide": ("participant",),
    "polis-long": ("comment-id", "voter-id", "vote"),
    "rollcall": ("resolution", "country", "vote"),
}


def read_votes(
    stream: BinaryIO, *, written: Format | None = None, told: Told = lambda _: None
) -> Positions:
    """Read a file of votes; without a format, the header tells. Raises Unreadable."""
    found = blocks(stream, told=told)
    header = next(fields(next(found)), None)
    if header is None:
        raise Unreadable("the header is empty", line=1, column=1)
    names = header[1]
    match written or _recognized(names):
        case "polis-wide":
            _has(names, "polis-wide")
            return read_wide(names, of=found)
        case "polis-long":
            _has(names, "polis-long")
            return read_listed(names, of=found, layout=LONG)
        case "rollcall":
            _has(names, "rollcall")
            return read_listed(names, of=found, layout=ROLLCALL)


def _recognized(names: list[str]) -> Format:
    for name, needed in NEEDED.items():
        if set(needed) <= set(names):
            return name
    wanted = "; ".join(f"{', '.join(needed)} ({name})" for name, needed in NEEDED.items())
    raise Unreadable(f"the format is not recognized; columns wanted: {wanted}", line=1, column=1)


def _has(names: list[str], written: Format) -> None:
    missing = [each for each in NEEDED[written] if each not in names]
    if missing:
        what = f"{written} wants the column {missing[0]!r}, which is not there"
        raise Unreadable(what, line=1, column=len(names) + 1)
