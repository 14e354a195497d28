"""An act taken apart into salted parts, with long, unusual and listed words carried as blobs."""

from __future__ import annotations

import json
import os
import unicodedata
from collections.abc import Iterator, Mapping
from typing import Any, NamedTuple

from comity.core.act import Act, act_shapes
from comity.core.entity import to_json
from comity.core.shapes import Several, Shape, Words
from comity.desk.envelope import Asked
from comity.record import Audience, Part, b64, is_blob_value, make_blob, make_part

LONGEST = 8_000
"""Words of more bytes than this leave the part; the format's limit for a part's JSON is 16,384."""
TEXT = "text/plain; charset=utf-8"
LIST = "application/json"


class NewBlob(NamedTuple):
    """A file to keep beside the log."""

    digest: str
    part: str
    file: bytes
    media_type: str
    length: int


class Parted(NamedTuple):
    """The parts of an act, `audience` among them, and the blobs that carry some of their values."""

    parts: list[Part]
    blobs: list[NewBlob]


def part(act: Act, asked: Asked, *, audiences: Mapping[str, str]) -> Parted:
    """Make the parts of an act, each with a salt of its own."""
    salt = _salts()
    parts: list[Part] = []
    blobs: list[NewBlob] = []
    for name, value in values(act, asked):
        shape = act_shapes(type(act)).get(name)
        if shape is not None and must_be_carried(shape, value):
            value, blob = _carried(name, value, next(salt))  # noqa: PLW2901  The blob stands for the value.
            blobs.append(blob)
        parts.append(make_part(name, value, salt=next(salt)))
    audience = Audience(dict(audiences), b64.to_url(next(salt)))
    parts.append(make_part("audience", audience.value(), salt=next(salt)))
    return Parted(parts, blobs)


def values(act: Act, asked: Asked) -> Iterator[tuple[str, Any]]:
    """Yield name and value of every part but `audience`: as read, so that the record holds what the rules judged."""
    yield "kind", act.KIND
    yield "by", act.by
    yield "on_behalf_of", act.on_behalf_of
    for name, value in (
        ("effective", asked.effective),
        ("source", act.source),
        ("concerns", act.concerns),
    ):
        if value:
            yield name, value
    if asked.named:
        yield "named", sorted(set(asked.named))
    if asked.persons:
        yield "persons", sorted(set(asked.persons))
    for name, given in asked.own.items():
        # Words that were lodged before stay in their blob; all else is written as it was understood.
        yield name, given if is_blob_value(given) else to_json(getattr(act, name))


def must_be_carried(shape: Shape, value: Any) -> bool:
    """Tell whether words go into a blob: lists of them, long ones, and those that are not in Unicode's form NFC."""
    if isinstance(shape, Several) and isinstance(shape.each, Words):
        return not is_blob_value(value)
    if isinstance(value, str):
        return len(value.encode()) > LONGEST or not unicodedata.is_normalized("NFC", value)
    if isinstance(value, list) and not shape_holds_blobs(value):
        text = json.dumps(value, ensure_ascii=False)
        return len(text.encode()) > LONGEST or not unicodedata.is_normalized("NFC", text)
    return False


def shape_holds_blobs(value: list[Any]) -> bool:
    """Tell whether a list's entries bind blobs themselves."""
    return any(is_blob_value(each) for each in value)


def _carried(name: str, value: Any, salt: bytes) -> tuple[Any, NewBlob]:
    media_type = TEXT if isinstance(value, str) else LIST
    content = value if isinstance(value, str) else json.dumps(value, ensure_ascii=False)
    blob, file = make_blob(content.encode(), media_type=media_type, salt=salt)
    return blob.value(), NewBlob(blob.digest, name, file, media_type, blob.length)


def _salts() -> Iterator[bytes]:
    while True:
        block = os.urandom(16 * 24)
        yield from (block[at : at + 16] for at in range(0, len(block), 16))
