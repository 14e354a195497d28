"""A meeting's papers as one file: a page to begin with, every paper beside it, and nothing that needs a line.

third-round.zip
    index.html      the meeting, its agenda, the texts on the table, and links to the files beside it
    style.css
    meeting.ics
    papers/CC-13 A common list of ships (en).txt
"""

from collections.abc import Mapping
from tempfile import SpooledTemporaryFile
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from django.contrib.staticfiles import finders
from django.http import FileResponse, Http404, HttpRequest
from django.http.response import HttpResponseBase
from django.template.loader import render_to_string
from django.views.decorators.http import require_safe

from comity.core.errors import Broken
from comity.desk.readings.pack import Pack, pack
from comity.web import window
from comity.web.views.filed_paper import file_name
from comity.wording.calendar import Told, calendar, has_day

IN_MEMORY = 8_000_000
"""Beyond so many bytes the file is written to disk while it is made."""
EARLIEST = (1980, 1, 1, 0, 0, 0)
"""Of every file within, so that the same papers make the same file, and nobody learns when it was fetched."""
STYLE = "comity/pack.css"


@require_safe
def file(request: HttpRequest, *, id: str) -> HttpResponseBase:  # noqa: A002
    """Give the file to whoever may see the meeting, with those papers in it that they may see."""
    found = window.look(request, pack, id=id)
    if found.page is None:
        raise Http404
    site = request.build_absolute_uri("/").rstrip("/")
    written = SpooledTemporaryFile(max_size=IN_MEMORY)  # noqa: SIM115 — the answer closes it
    _write(written, found, site=site)
    written.seek(0)
    answer = FileResponse(written, as_attachment=True, filename=f"{id}.zip")
    answer.headers["Content-Type"] = "application/zip"
    answer.headers["X-Content-Type-Options"] = "nosniff"
    answer.headers["Cache-Control"] = "private, no-store"
    return answer


def _write(into: "SpooledTemporaryFile[bytes]", found: window.Answer, *, site: str) -> None:
    page: Pack = found.page
    named = names(page)
    told = Told(origin=page.origin, link=f"{site}/meeting/{page.meeting.id}", now=found.now)
    given = {**found.context, "files": named, "site": site}
    with ZipFile(into, "w", ZIP_DEFLATED) as zipped:
        _add(zipped, "index.html", render_to_string("pack.html", given).encode())
        _add(zipped, "style.css", _style())
        if has_day(page.meeting):
            _add(zipped, "meeting.ics", calendar(page.meeting, page.course, told=told))
        for paper, name in named.items():
            _add(zipped, name, page.files[paper].content)


def names(page: Pack) -> Mapping[str, str]:
    """Return where the file of each paper stands, by the paper's id: told apart, and such as any machine can keep."""
    found: dict[str, str] = {}
    for paper in page.papers:
        if paper.id not in page.files:
            continue
        ending = page.files[paper.id].ending
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
