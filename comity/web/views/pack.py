"""A meeting's papers as one file: a page to begin with, every paper beside it, and nothing that needs a line.

third-round.zip
    index.html      the meeting, its agenda, the texts on the table, and links to the files beside it
    style.css
    meeting.ics
    papers/CC-13 A common list of ships (en).txt

It is sent as it is made, and holds one paper in memory at a time.
"""

from collections.abc import Callable, Iterator, Mapping
from functools import partial
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from django.contrib.staticfiles import finders
from django.http import Http404, HttpRequest, HttpResponse, StreamingHttpResponse
from django.http.response import HttpResponseBase
from django.template.loader import render_to_string
from django.utils.http import content_disposition_header
from django.views.decorators.http import require_safe

from comity.core.errors import Broken
from comity.desk.public_log import ending_of
from comity.desk.readings.pack import Pack, file_of, pack
from comity.web import window
from comity.web.views.filed_paper import file_name
from comity.wording.agenda import lines
from comity.wording.calendar import Told, calendar, has_day

EARLIEST = (1980, 1, 1, 0, 0, 0)
"""Of every file within, so that the same papers make the same file, and nobody learns when it was fetched."""
STYLE = "comity/pack.css"
TYPE = "application/zip"


@require_safe
def file(request: HttpRequest, *, id: str) -> HttpResponseBase:  # noqa: A002
    """Give the file to whoever may see the meeting, with those papers in it that they may see."""
    found = window.look(request, pack, id=id)
    if found.page is None:
        raise Http404
    site = request.build_absolute_uri("/").rstrip("/")
    written = _written(found, site=site)
    # Who asks for the head alone gets no pieces: a server sends the end of a stream even then.
    answer: HttpResponseBase = (
        HttpResponse(content_type=TYPE)
        if request.method == "HEAD"
        else StreamingHttpResponse(
            pieces(written, found.page, fetch=_fetching(request)), content_type=TYPE
        )
    )
    answer.headers["Content-Disposition"] = content_disposition_header(
        as_attachment=True, filename=f"{id}.zip"
    )
    answer.headers["X-Content-Type-Options"] = "nosniff"
    answer.headers["Cache-Control"] = "private, no-store"
    return answer


def _fetching(request: HttpRequest) -> Callable[[str], bytes | None]:
    """Return how one paper is fetched: judged anew, since it may have been erased while others were sent."""
    desk = window.desk_here()
    viewer = desk.viewer(request.person)  # type: ignore[attr-defined]
    return partial(_fetched, desk, viewer)


def _fetched(desk: object, viewer: object, digest: str) -> bytes | None:
    read = desk.read  # type: ignore[attr-defined]
    content: bytes | None = read(viewer, file_of, digest=digest)
    return content


def _written(found: window.Answer, *, site: str) -> Mapping[str, bytes]:
    """Write what stands before the papers, whole: what fails here is told, and no half of a file is sent."""
    page: Pack = found.page
    link = f"{site}/meeting/{page.meeting.id}"
    agenda = lines(page.items, reader=found.reader)
    told = Told(origin=page.origin, link=link, now=found.now, agenda=agenda)
    given = {**found.context, "files": names(page), "site": site}
    written = {"index.html": render_to_string("pack.html", given).encode(), "style.css": _style()}
    if has_day(page.meeting):
        written["meeting.ics"] = calendar(page.meeting, page.course, told=told)
    return written


class _Sent:
    """What was written since it was last taken: a file that can only be written to, and not sought in."""

    def __init__(self) -> None:
        self._pieces: list[bytes] = []

    def write(self, piece: bytes) -> int:
        self._pieces.append(bytes(piece))
        return len(piece)

    def flush(self) -> None:
        """Nothing is held back."""

    def take(self) -> bytes:
        taken, self._pieces = b"".join(self._pieces), []
        return taken


def pieces(
    written: Mapping[str, bytes], page: Pack, *, fetch: Callable[[str], bytes | None]
) -> Iterator[bytes]:
    """Yield the file, a paper at a time. One that was erased since the first page was written is left out."""
    sent = _Sent()
    with ZipFile(sent, "w", ZIP_DEFLATED) as zipped:  # type: ignore[call-overload]
        for name, content in written.items():
            _add(zipped, name, content)
        yield sent.take()
        for paper, name in names(page).items():
            held = fetch(page.files[paper].digest)
            if held is not None:
                _add(zipped, name, held)
                yield sent.take()
    yield sent.take()


def names(page: Pack) -> Mapping[str, str]:
    """Return where the file of each paper stands, by the paper's id: told apart, and such as any machine can keep."""
    found: dict[str, str] = {}
    for paper in page.papers:
        if paper.id not in page.files:
            continue
        ending = ending_of(page.files[paper.id].media_type)
        symbol = str(paper.value("symbol") or "").replace("/", "-")
        title = f"{symbol} {paper['title']} ({paper['language']})".strip()
        name = f"papers/{file_name(title, ending=ending)}"
        if name in found.values():
            name = f"papers/{file_name(paper.id, ending=ending)}"
        found[paper.id] = name
    return found


def _add(zipped: ZipFile, name: str, content: bytes) -> None:
    info = ZipInfo(name, date_time=EARLIEST)
    info.compress_type = ZIP_DEFLATED
    zipped.writestr(info, content)


def _style() -> bytes:
    place = finders.find(STYLE)
    if not isinstance(place, str):
        raise Broken(f"{STYLE} is not among the static files")
    with open(place, "rb") as sheet:  # noqa: PTH123
        return sheet.read()
