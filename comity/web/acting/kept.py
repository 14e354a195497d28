"""A file that was chosen once is kept: a form that is sent again brings back what binds it.

    kept-file   {"blob": "…", "length": 1200, "media_type": "application/pdf", "name": "Annex.pdf"}

Nothing is trusted here: the desk binds only what this very person lodged, as long and of the type that it was.
"""

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from django.core.files.uploadedfile import UploadedFile
from django.http import HttpRequest

from comity.acts.register import load
from comity.core.act import act_shapes
from comity.core.errors import Malformed
from comity.core.shapes import File
from comity.core.unread import Unread
from comity.desk.desk import LONGEST
from comity.web import window

BINDS = ("blob", "length", "media_type")
LONGEST_NAME = 200


@dataclass(frozen=True)
class Kept:
    """A file that waits for its act: what binds it, and what it was called."""

    written: str
    name: str
    length: int


def field_of(name: str) -> str:
    """Return what the hidden field beside a file's field is called."""
    return f"kept-{name}"


def files(kind: str) -> Iterator[str]:
    """Yield the fields of a kind that take a file."""
    yield from (name for name, shape in act_shapes(load()[kind]).items() if isinstance(shape, File))


def keep(request: HttpRequest, kind: str, *, unread: Unread) -> Mapping[str, str]:
    """Lodge the files that came with a form; return what brings each back, by its hidden field."""
    person = request.person  # type: ignore[attr-defined]
    kept: dict[str, str] = {}
    for name in files(kind):
        if isinstance(file := request.FILES.get(name), UploadedFile):
            with unread:
                kept[field_of(name)] = _written(file, name=name, person=person)
    return kept


def _written(file: UploadedFile, *, name: str, person: str) -> str:
    if (file.size or 0) > LONGEST:
        # Before it is read: what is too large need not be in memory to be refused.
        found = f"{(file.size or 0) // 1_000_000} MB"
        raise Malformed(name, expected=f"at most {LONGEST // 1_000_000} MB", found=found)
    kind = (file.content_type or "application/octet-stream").lower()
    bound = window.desk_here().lodge(file.read(), media_type=kind, person=person)
    return json.dumps({**bound, "name": (file.name or "")[:LONGEST_NAME]}, sort_keys=True)


def bound(kind: str, typed: Mapping[str, str]) -> Mapping[str, Any]:
    """Return what each kept file is bound with; raise Malformed where it is not what was kept."""
    found = {name: kept_in(typed, name) for name in files(kind)}
    return {name: _binds(kept.written) for name, kept in found.items() if kept}


def kept_in(typed: Mapping[str, str], name: str) -> Kept | None:
    """Return the file that is kept for a field; None where none is."""
    written = typed.get(field_of(name), "")
    if not written:
        return None
    try:
        told = json.loads(written)
        return Kept(written, str(told["name"]), int(_binds(written)["length"]))
    except (ValueError, KeyError, TypeError, RecursionError) as error:
        raise Malformed(
            name, expected="the file as it was kept", found="something else; choose it again"
        ) from error


def _binds(written: str) -> Mapping[str, Any]:
    told = json.loads(written)
    return {each: told[each] for each in BINDS}
