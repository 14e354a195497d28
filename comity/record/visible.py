"""What one viewer may see of one leaf: its parts that are open, and how many are sealed.

A file of parts has one line for each leaf of its bundle, newline included: a JSON array of the
visible parts, the host's ``received`` and ``signature`` among them, in ASCII order.

    ["WyI4Zk…","WyJiM0…"]
    []
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

from comity.record.audience import HOST_PARTS, read_audience
from comity.record.errors import Malformed
from comity.record.leaf import Leaf, read_instant, read_leaf
from comity.record.padding import padding_digests
from comity.record.part import open_part
from comity.record.profile import Json
from comity.record.statement import Statement, read_statement

# A statement of 4,096 bytes holds at most 80 digests; a part has at most 21,846 characters.
LINE_BYTES = 90 * 21_850


class Visible(NamedTuple):
    """A leaf, its statement, and what is open of it; ``own`` is the act's parts by name."""

    leaf: Leaf
    statement: Statement
    own: Mapping[str, Json]
    at: str | None
    signature: Json
    open: int
    sealed: int


def write_line(parts: Iterable[str]) -> bytes:
    """Write the line of a file of parts for one leaf."""
    listed = '","'.join(sorted(parts))
    return f'["{listed}"]\n'.encode("ascii") if listed else b"[]\n"


def read_line(line: bytes) -> list[bytes]:
    """Return the parts in a line, as they stand; each is still to be read."""
    if line == b"[]\n":
        return []
    if line[:2] != b'["' or line[-3:] != b'"]\n':
        raise Malformed("parts-line", expected='a line ["part","part"]', found=line)
    parts = line[2:-3].split(b'","')
    if parts != sorted(set(parts)):
        raise Malformed("parts-order", expected="parts in ASCII order, each once", found=line)
    return parts


def look_at(data: bytes, *, parts: Sequence[bytes]) -> Visible:
    """Open a leaf as far as the parts allow, or raise ``Malformed``.

    The host's signature, the party's, ``seen`` and the times are still to be examined.
    """
    leaf = read_leaf(data)
    statement = read_statement(leaf.statement)
    bound = set(statement.digests)
    own: dict[str, Json] = {}
    at: str | None = None
    signature: Json = None
    for raw in parts:
        digest, name, value = open_part(raw)
        if digest in bound:
            if name in own or name in HOST_PARTS:
                raise Malformed("part-repeated", expected="each name once", found=name)
            own[name] = value
        elif digest == leaf.received:
            at = read_instant(value)
            _is_named("received", name)
        elif digest == leaf.signed:
            signature = value
            _is_named("signature", name)
        else:
            raise Malformed(
                "part-unbound", expected="a part of this leaf", found=f"{name} {digest}"
            )
    hidden = len(bound) + 1 + (leaf.signed is not None) - len(parts)
    return Visible(leaf, statement, own, at, signature, len(parts), hidden - _padding(bound, own))


def _is_named(expected: str, found: str) -> None:
    if found != expected:
        raise Malformed("part-name", expected=expected, found=found)


def _padding(bound: set[str], own: Mapping[str, Json]) -> int:
    """Count the padding that a viewer can tell from sealed parts; nothing may hide in it."""
    if not own:
        return 0
    if "audience" not in own:
        raise Malformed("audience-missing", expected="the audience of a visible part", found=[*own])
    audience = read_audience(own["audience"])
    if not own.keys() - {"audience"} <= audience.parts.keys():
        odd = sorted(own.keys() - audience.parts.keys())
        raise Malformed("audience-incomplete", expected="an audience for every part", found=odd)
    padding = padding_digests(audience.seed, parts=len(audience.parts) + 1)
    if len(bound) != len(audience.parts) + 1 + len(padding) or not bound.issuperset(padding):
        raise Malformed(
            "padding",
            expected=f"{len(audience.parts) + 1} parts and {len(padding)} digests of padding",
            found=f"{len(bound)} digests",
        )
    return len(padding)
