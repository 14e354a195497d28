"""A paper's file, alone: the document as it was lodged, under the paper's own name, to be kept, not shown."""

import re
from dataclasses import dataclass

from django.http import Http404, HttpRequest, HttpResponse
from django.utils.http import content_disposition_header
from django.views.decorators.http import require_safe

from comity.core.programme import Paper
from comity.core.shapes import Blob
from comity.desk.look import Look
from comity.desk.public_log import OpenBlob
from comity.web import window

UNSAFE = re.compile(r'[\x00-\x1f\x7f/\\\\:*?"<>|\u200e\u200f\u202a-\u202e\u2066-\u2069]+')
"""What a file's name may not hold on some machine, or what would let it read as another."""
LONGEST = 80
SANDBOX = "default-src 'none'; sandbox"


@dataclass(frozen=True)
class _Lent:
    """A paper's file and the name it is given under."""

    name: str
    blob: OpenBlob


@require_safe
def filed(request: HttpRequest, *, id: str) -> HttpResponse:  # noqa: A002
    """Give the document to whoever may see that part of the act; for everybody else there is none."""
    desk = window.desk_here()
    viewer = desk.viewer(request.person)  # type: ignore[attr-defined]
    lent: _Lent | None = desk.read(viewer, _lent, id)
    if lent is None:
        raise Http404
    answer = HttpResponse(lent.blob.content, content_type=lent.blob.sent_as)
    answer.headers["Content-Disposition"] = content_disposition_header(
        as_attachment=True, filename=lent.name
    )
    answer.headers["Content-Security-Policy"] = SANDBOX
    answer.headers["X-Content-Type-Options"] = "nosniff"
    # A paper may be erased, and seen by some only: no cache between us may keep it.
    answer.headers["Cache-Control"] = "no-cache" if viewer.is_public else "private, no-store"
    return answer


def _lent(look: Look, name: str) -> _Lent | None:
    found = look.find(Paper, name)
    bound = found.value("file") if found else None
    blob = look.log.blob(bound.digest) if isinstance(bound, Blob) else None
    if found is None or blob is None:
        return None
    return _Lent(file_name(str(found.value("title") or name), ending=blob.ending), blob)


def file_name(title: str, *, ending: str) -> str:
    """Write a title as the name of a file that any machine can keep."""
    words = " ".join(UNSAFE.sub(" ", title).split()).strip(". ")[:LONGEST].rstrip(". ") or "paper"
    return words if ending and words.lower().endswith(ending) else words + ending
