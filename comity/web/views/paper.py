r"""What repeats on each page of paper: a style sheet for print alone, since only a page's margins repeat.

@page { @bottom-left { content: "CC/3/Rev.2\a EBDD B241 B637 1333" }
        @bottom-center { content: "Page " counter(page) " of " counter(pages) }
        @bottom-right { content: url("data:image/svg+xml;base64,…") } }
"""

from base64 import b64encode
from io import BytesIO
from typing import Any

import segno
from django.http import HttpRequest, HttpResponse
from django.utils.translation import get_language_bidi
from django.utils.translation import gettext as _
from django.views.decorators.cache import cache_control, never_cache
from django.views.decorators.http import require_safe
from django.views.decorators.vary import vary_on_cookie, vary_on_headers

from comity.accounts.answers import unknown
from comity.desk.readings.adoption import AdoptionPage, adoption
from comity.desk.readings.meeting import MeetingPage, meeting
from comity.desk.readings.target import TargetPage, target
from comity.web import window
from comity.web.printed import WHAT
from comity.web.templatetags.drawn import short_code

FOOT = """@page {{
  margin-block-end: 32mm;
  @bottom-{start} {{ content: {named}; white-space: pre; {type} }}
  @bottom-center {{ content: {page}; {type} }}
  @bottom-{end} {{ content: url("data:image/svg+xml;base64,{code}"); vertical-align: top; padding-block-start: 4mm }}
}}
{boxes} {{ .attest svg {{ display: none }} }}
"""
"""The code in the text goes, unless the browser is one of the two that print no margin boxes."""
LINE = """@page {{
  @bottom-{start} {{ content: {named}; white-space: pre; {type} }}
  @bottom-center {{ content: {page}; {type} }}
  @bottom-{end} {{ content: "" }}
}}
"""
HEAD = """@page {{
  @top-{start} {{ content: {words}; white-space: nowrap; unicode-bidi: plaintext; font: 9pt/1.5 sans-serif;
    color: #000 }}
}}
{boxes} {{ .band {{ display: none }} }}
"""
BOXES = "@supports (not (-moz-appearance: none)) and (not (font: -apple-system-body))"
"""True of browsers that print margin boxes."""
TYPE = "unicode-bidi: plaintext; font: 9pt/1.5 sans-serif; color: #222; vertical-align: top; padding-block-start: 5mm"
SIDE = "17mm"
LONGEST = 52
"""What is longer would reach into the number of the page; it stands whole at the head of the document."""


@never_cache
@require_safe
def foot(request: HttpRequest, *, id: str) -> HttpResponse:  # noqa: A002 — the address's own word
    """Give the foot of an adopted text to whoever may see the text; to everybody else there is none."""
    page = window.look(request, adoption, id=id).page
    if page is None:
        return unknown()
    address = request.build_absolute_uri(f"/record/{page.adoption.act}")
    return _sheet(head(page) + style(page, address=address))


@never_cache
@require_safe
def of_meeting(request: HttpRequest, *, id: str, what: str) -> HttpResponse:  # noqa: A002
    """Give the foot of a meeting's document to whoever may see the meeting."""
    answer = window.look(request, meeting, id=id)
    if answer.page is None or what not in WHAT:
        return unknown()
    return _sheet(head(answer.page) + line(answer, f"{answer.page.meeting['name']} · {WHAT[what]}"))


@never_cache
@require_safe
def of_target(request: HttpRequest, *, id: str) -> HttpResponse:  # noqa: A002
    """Give the foot of what is taken along to a door to whoever may see that door."""
    answer = window.look(request, target, id=id)
    if answer.page is None:
        return unknown()
    return _sheet(head(answer.page) + line(answer, str(answer.page.target["name"])))


@require_safe
@cache_control(public=True, max_age=86400)
@vary_on_headers("Accept-Language")
@vary_on_cookie
def exercise(request: HttpRequest) -> HttpResponse:
    """Give the head that says on every sheet of paper that it is practice."""
    return _sheet(_practice())


def head(page: AdoptionPage | MeetingPage | TargetPage) -> str:
    """Write what stands at the head of each sheet of a document: of practice, that it is; else nothing."""
    return _practice() if page.scope else ""


def _practice() -> str:
    words = _("Exercise. The parties are fictional and nothing here counts outside it.")
    return HEAD.format(start=_sides()["start"], words=quoted(words), boxes=BOXES)


def style(page: AdoptionPage, *, address: str) -> str:
    """Write the style sheet of an adopted text."""
    symbol = page.text["symbol"]
    name = str(symbol) if symbol else page.text.id
    return FOOT.format(
        named=quoted(f"{name}\n{short_code(page.leaf)}"),
        page=_counted(),
        code=_code(address),
        type=TYPE,
        boxes=BOXES,
        **_sides(),
    )


def line(answer: Any, name: str) -> str:
    """Write the style sheet of another document: what it is, of which programme, and which page."""
    whole = (name, str(answer.frame.name))
    told = [each if len(each) <= LONGEST else f"{each[: LONGEST - 1]}…" for each in whole]
    named = quoted("\n".join(told))
    return LINE.format(named=named, page=_counted(), type=TYPE, **_sides())


def quoted(words: str) -> str:
    """Write words as a string of CSS; every sign that is not a plain letter or digit as its number."""
    plain = (each if each.isascii() and each.isalnum() else f"\\{ord(each):06x}" for each in words)
    return '"' + "".join(plain) + '"'


def _sheet(written: str) -> HttpResponse:
    return HttpResponse(written, content_type="text/css; charset=utf-8")


def _sides() -> dict[str, str]:
    """Say at which side a line begins and ends: margins know only left and right."""
    start, end = ("right", "left") if get_language_bidi() else ("left", "right")
    return {"start": start, "end": end}


def _counted() -> str:
    words = _("Page %(page)s of %(pages)s") % {"page": "\0page\0", "pages": "\0pages\0"}
    counted = {"page": "counter(page)", "pages": "counter(pages)"}
    return " ".join(counted.get(each) or quoted(each) for each in words.split("\0") if each)


def _code(words: str) -> str:
    drawn = BytesIO()
    segno.make(words, error="m", micro=False).save(drawn, kind="svg", border=0, omitsize=True)
    sized = drawn.getvalue().replace(b"<svg ", f'<svg width="{SIDE}" height="{SIDE}" '.encode(), 1)
    return b64encode(sized).decode()
