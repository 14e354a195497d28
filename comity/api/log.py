"""The log as static files, as C2SP tlog-tiles has them, with the parts and blobs that this viewer may see.

    /log/checkpoint               the newest signed checkpoint
    /log/tile/0/x001/234.p/56     hashes            /log/tile/entries/000    leaves
    /log/parts/000                the visible parts of a bundle, one line a leaf
    /log/blobs/DIGEST             a blob as it is hashed, its salt included
    /log/proof/N                  a tlog-proof of act N under the newest checkpoint

A programme may keep its log among its parties; it is then served to the signed-in only.
"""

import re
from collections.abc import Callable
from functools import wraps

from django.http import HttpRequest, HttpResponse
from django.views.decorators.csrf import csrf_exempt

from comity.accounts.reading import PROOFS, paced
from comity.api import answers
from comity.core.errors import Broken
from comity.core.programme import LogAccess, Programme
from comity.desk.house import desk
from comity.desk.look import Look
from comity.desk.public_log import PublicLog
from comity.record import Malformed
from comity.record.tiles import read_path

View = Callable[..., HttpResponse]

BYTES = "application/octet-stream"
TEXT = "text/plain; charset=utf-8"
FOR_EVER = "public, max-age=31536000, immutable"
ASK_AGAIN = "no-cache"
NUMBER = re.compile(r"0|[1-9][0-9]{0,14}")
SANDBOX = "default-src 'none'; sandbox"
"""A blob is some party's bytes: wherever it is opened, it runs nothing and reaches nothing of ours."""


def _is_public(look: Look) -> bool:
    programme = look.find(Programme, "programme")
    if programme is None:
        raise Broken("this log has no leaf 0")
    return programme.value("log") is LogAccess.PUBLIC


def _open(view: View) -> View:
    """Serve to everyone, or where the log is the parties' own, to those who are signed in."""

    @csrf_exempt
    @wraps(view)
    def guarded(request: HttpRequest, **asked: object) -> HttpResponse:
        if request.method not in ("GET", "HEAD"):
            return answers.wrong_method("GET", "HEAD")
        house = desk()
        viewer = house.viewer(request.person)  # type: ignore[attr-defined]
        if viewer.is_public and not house.read(viewer, _is_public):
            return answers.not_signed_in()
        answer = view(request, PublicLog(house.store, sight=viewer.sight), **asked)
        if not viewer.is_public:
            # Their own parts, or a log among the parties: no cache between us may keep it for others.
            answer.headers["Cache-Control"] = "private, no-store"
        return answer

    return guarded


def _answer(found: bytes | None, *, kind: str, cache: str) -> HttpResponse:
    if found is None:
        return answers.unknown()
    return HttpResponse(found, content_type=kind, headers={"Cache-Control": cache})


@_open
def checkpoint(request: HttpRequest, log: PublicLog) -> HttpResponse:
    """Serve the newest checkpoint."""
    return _answer(log.checkpoint().encode(), kind=TEXT, cache=ASK_AGAIN)


@_open
def files(request: HttpRequest, log: PublicLog, path: str) -> HttpResponse:
    """Serve a tile, an entry bundle or a bundle's parts."""
    try:
        kind, n, width = read_path(path)
    except Malformed:
        return answers.unknown()
    if kind == "parts":
        # What may be seen changes: a part may be opened, or erased.
        return _answer(log.parts(n, width=width), kind=TEXT, cache=ASK_AGAIN)
    if kind == "tile/entries":
        return _answer(log.entries(n, width=width), kind=BYTES, cache=FOR_EVER)
    return _answer(
        log.tile(int(kind.removeprefix("tile/")), n, width=width), kind=BYTES, cache=FOR_EVER
    )


@_open
def blob(request: HttpRequest, log: PublicLog, digest: str) -> HttpResponse:
    """Serve a blob as it is hashed, for those who verify."""
    found = log.blob(digest)
    return attached(found.file if found else None, kind=BYTES, name=digest)


@paced(PROOFS)
@_open
def proof(request: HttpRequest, log: PublicLog, index: str) -> HttpResponse:
    """Serve the proof of one act; each number has one address."""
    found = log.proof(int(index)) if NUMBER.fullmatch(index) else None
    return _answer(found.encode() if found else None, kind=TEXT, cache=ASK_AGAIN)


def attached(found: bytes | None, *, kind: str, name: str) -> HttpResponse:
    """Send bytes to be kept, never to be shown as a page of this site."""
    if found is None:
        return answers.unknown()
    answer = _answer(found, kind=kind, cache=ASK_AGAIN)
    answer.headers["Content-Disposition"] = f'attachment; filename="{name}"'
    answer.headers["Content-Security-Policy"] = SANDBOX
    answer.headers["X-Content-Type-Options"] = "nosniff"
    return answer
