"""A form that is too long to be taken in: how much was typed into which field, so that one knows what to shorten.

What came is counted as it passes and kept nowhere. Of a form with a file, which is not counted, each field is told
with what it takes.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from urllib.parse import unquote_plus

from django.conf import settings
from django.http import HttpRequest
from django.http.request import RawPostDataException, UnreadablePostError

from comity.acts.register import load
from comity.core.act import act_shapes
from comity.core.shapes import Line, Shape, Words
from comity.desk.readings.act_page import kind_of
from comity.web.acting import pasted
from comity.wording.sentences import labels

CHUNK = 65_536
MOST_READ = 64_000_000
"""So much is counted; a form of more is not read to its end."""
TYPED = "application/x-www-form-urlencoded"
LONGEST_NAME = 80
WORTH = 10_000
"""A field of fewer bytes than this did not make the form too long."""


@dataclass(frozen=True)
class Long:
    """One field: what it is called, how many bytes came in it (0 where that was not counted), and how much it takes."""

    label: str
    bytes: int = 0
    most: int = 0


@dataclass(frozen=True)
class LongForm:
    """A form that was too long: its fields, the longest first, and how much a form may have in all."""

    most_bytes: int
    fields: Sequence[Long]


def long_form(request: HttpRequest) -> LongForm:
    """Return what can be said of a form that was too long."""
    kind = kind_of(request.path.removeprefix("/act/")) if request.path.startswith("/act/") else None
    shapes = act_shapes(load()[kind]) if kind else {}
    told = labels(kind) if kind else {}
    if request.content_type == TYPED:
        sizes = {name: size for name, size in counted(_chunks(request)).items() if size >= WORTH}
    else:
        sizes = {name: 0 for name, shape in shapes.items() if _most(shape)}
    fields = [
        Long(told.get(name, (name, ""))[0], size, _most(shapes.get(name)))
        for name, size in sizes.items()
        if name != pasted.FIELD
    ]
    if pasted.FIELD in sizes:
        fields.append(Long(pasted.label(), sizes[pasted.FIELD]))
    longest = sorted(fields, key=lambda each: -each.bytes)
    return LongForm(int(settings.DATA_UPLOAD_MAX_MEMORY_SIZE), longest)


def _most(shape: Shape | None) -> int:
    return shape.length if isinstance(shape, Line | Words) else 0


def _chunks(request: HttpRequest) -> Iterator[bytes]:
    """Yield what came, so far as it comes and is not without end."""
    read = 0
    try:
        while read < MOST_READ and (chunk := request.read(CHUNK)):
            read += len(chunk)
            yield chunk
    except (UnreadablePostError, RawPostDataException, OSError):
        return


def counted(chunks: Iterator[bytes]) -> Mapping[str, int]:
    """Count the bytes of each field of a form that is sent as `name=value&name=value`, each escape as one byte."""
    sizes: dict[str, int] = {}
    name, is_named = b"", False
    for chunk in chunks:
        for place, piece in enumerate(chunk.split(b"&")):
            if place:
                name, is_named = b"", False
            if not is_named:
                before, sign, value = piece.partition(b"=")
                name = (name + before)[: LONGEST_NAME * 3]
                is_named = bool(sign)
            else:
                value = piece
            if is_named:
                field = unquote_plus(name.decode("utf-8", "replace"))[:LONGEST_NAME]
                sizes[field] = sizes.get(field, 0) + len(value) - 2 * value.count(b"%")
                if len(sizes) > settings.DATA_UPLOAD_MAX_NUMBER_FIELDS:
                    return sizes
    return sizes
