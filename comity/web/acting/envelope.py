"""From what a person typed to the envelope that the desk reads. What cannot be read is told beside its field."""

import re
from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any

from comity.acts.register import load
from comity.core.act import act_shapes
from comity.core.errors import Malformed
from comity.core.shapes import Date, Flag, Id, Several, Shape, Until, Whole
from comity.core.unread import Unread
from comity.core.when import When, is_zone, readings, write_instant
from comity.web.acting import pasted, rows

BESIDE = ("on_behalf_of", "nonce")
# No field counts so far; Python itself refuses to read a number of thousands of digits.
DIGITS = 18


def envelope_of(kind: str, typed: Mapping[str, str], *, zone: str) -> dict[str, Any]:
    """Write the envelope; a deadline is read in this zone. Raise Malformed naming every field that cannot be read."""
    unread = Unread()
    envelope = written(kind, typed, zone=zone, unread=unread)
    unread.tell()
    return envelope


def written(kind: str, typed: Mapping[str, str], *, zone: str, unread: Unread) -> dict[str, Any]:
    """Write what can be read of an envelope, and note what cannot."""
    shapes = act_shapes(load()[kind])
    if pasted.is_pasted(kind):
        shapes = {name: each for name, each in shapes.items() if name not in pasted.STANDS_FOR}
    envelope: dict[str, Any] = {
        "kind": kind,
        **{name: typed[name] for name in BESIDE if typed.get(name)},
    }
    if pasted.is_pasted(kind):
        envelope |= pasted.envelope_of(typed)
    # A date with an hour is told in the zone that the form itself names, where it names one.
    there = typed.get("zone", "").strip() or zone
    if not is_zone(there) and any(isinstance(each, Date) for each in shapes.values()):
        with unread:
            raise Malformed("zone", expected="a zone of the IANA list", found=repr(there)[:40])
        there = zone
    for name, shape in shapes.items():
        value = typed.get(name, "")
        if filled := rows.typed_in(name, shape, typed):
            with unread:
                envelope[name] = _rows(name, shape, filled)
        elif value.strip() and not (isinstance(shape, Id) and name == "id"):
            place = there if isinstance(shape, Date) else zone
            with unread:
                envelope[name] = _value(shape, value, name, zone=place)
    return envelope


def _rows(name: str, shape: Shape, filled: Sequence[Mapping[str, str]]) -> list[dict[str, Any]]:
    """Read the numbers in small records; of everything else the desk says what it is."""
    told, unread = rows.columns(shape), Unread()
    read: list[dict[str, Any]] = []
    for place, row in enumerate(filled):
        read.append(dict(row))
        for column, value in row.items():
            if isinstance(told[column], Whole):
                with unread:
                    read[place][column] = _whole(value, f"{name}[{place}].{column}")
    unread.tell()
    return read


def _value(shape: Shape, value: str, name: str, *, zone: str) -> Any:
    match shape:
        case Several():
            return [
                _value(shape.each, line.strip(), name, zone=zone)
                for line in value.splitlines()
                if line.strip()
            ]
        case Flag():
            return value == "true"
        case Whole():
            return _whole(value, name)
        case Until():
            return _until(value, name, zone=zone)
        case Date():
            return _date(value.strip(), name, zone=zone)
    return value


def _whole(value: str, name: str) -> int:
    digits = value.strip()
    if not (digits.isascii() and digits.isdecimal() and len(digits) <= DIGITS):
        raise Malformed(name, expected="a whole number", found=repr(value)[:40])
    return int(digits)


_HOUR = re.compile(r"\d{4}-\d{2}-\d{2}[ T]\d{2}:\d{2}", re.ASCII)


def _date(value: str, name: str, *, zone: str) -> str:
    try:
        return _hour(value, name, zone=zone) if _HOUR.fullmatch(value) else When(value).text
    except (Malformed, ValueError) as error:
        raise Malformed(name, expected="a day or an hour", found=repr(value)[:40]) from error


def _hour(value: str, name: str, *, zone: str) -> str:
    """Read an hour over there; of one that the clocks repeat, the first. Where the clocks skip it, it is none."""
    found = readings(datetime.fromisoformat(value), zone=zone)
    if not found:
        raise Malformed(name, expected="a time that exists there", found="one that the clocks skip")
    return write_instant(found[0].instant)


def _until(value: str, name: str, *, zone: str) -> str:
    """Read a civil time as the venue's; of a time that the clocks repeat, the first."""
    if "[" in value:
        return value
    try:
        civil = datetime.fromisoformat(value)
    except ValueError as error:
        raise Malformed(name, expected="a day and a time", found=repr(value)[:40]) from error
    if civil.tzinfo is not None:
        raise Malformed(
            name, expected="a time of the venue, without an offset", found=repr(value)[:40]
        )
    found = readings(civil, zone=zone)
    if not found:
        raise Malformed(name, expected="a time that exists there", found="one that the clocks skip")
    return found[0].text
