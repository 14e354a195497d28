"""A text as a Word file: with all that is proposed to it, or with what changed since an earlier text."""

from html import unescape

from django.http import Http404, HttpRequest, HttpResponse
from django.template.loader import render_to_string
from django.views.decorators.http import require_safe

from comity.desk.look import Look
from comity.desk.readings.text import TextPage, text
from comity.web import window
from comity.wording.word_file import MEDIA_TYPE, rolling, since


@require_safe
def file(request: HttpRequest, *, id: str, earlier: str = "") -> HttpResponse:  # noqa: A002 — the address's own word
    """Give the file; a text that is unknown and one that is not theirs to see have none."""
    desk = window.desk_here()
    viewer = desk.viewer(request.person)  # type: ignore[attr-defined]
    link = request.build_absolute_uri(f"/text/{id}")
    found = desk.read(viewer, written, name=id, earlier=earlier, link=link)
    if found is None:
        raise Http404
    answer = HttpResponse(found, content_type=MEDIA_TYPE)
    name = f"{id}-since-{earlier}" if earlier else id
    answer.headers["Content-Disposition"] = f'attachment; filename="{name}.docx"'
    answer.headers["X-Content-Type-Options"] = "nosniff"
    answer.headers["Cache-Control"] = "no-cache" if viewer.is_public else "private, no-store"
    return answer


def written(look: Look, *, name: str, earlier: str, link: str) -> bytes | None:
    """Write the file as its reader may see the text; None where there is none."""
    page = text(look, id=name)
    if page is None:
        return None
    if not earlier:
        return rolling(page, rule=rule_of(page), link=link)
    before = text(look, id=earlier)
    return None if before is None else since(page, before, rule=rule_of(page), link=link)


def rule_of(page: TextPage) -> str:
    """Say who may read it, in the words of the text's own page."""
    shown = render_to_string("parts/attribution.html", {"body": page.body})
    return unescape(shown).strip()  # it goes into no page
