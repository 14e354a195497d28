r"""The foot of a document on paper: a style sheet for print alone, since only a page's margins repeat on each page.

@page { @bottom-left { content: "CC/3/Rev.2\a EBDD B241 B637 1333" }
        @bottom-center { content: "Page " counter(page) " of " counter(pages) }
        @bottom-right { content: url("data:image/svg+xml;base64,…") } }
"""

from base64 import b64encode
from io import BytesIO

import segno
from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from comity.accounts.answers import unknown
from comity.desk.readings.adoption import AdoptionPage, adoption
from comity.web import window
from comity.web.templatetags.drawn import short_code

FOOT = """@page {{
  margin-block-end: 32mm;
  @bottom-left {{ content: {named}; white-space: pre; {type} }}
  @bottom-center {{ content: {page}; {type} }}
  @bottom-right {{ content: url("data:image/svg+xml;base64,{code}"); vertical-align: top; padding-block-start: 4mm }}
}}
@supports (not (-moz-appearance: none)) and (not (font: -apple-system-body)) {{ .attest svg {{ display: none }} }}
"""
"""The code in the text goes, unless the browser is one of the two that print no margin boxes."""
TYPE = "font: 9pt/1.5 sans-serif; color: #222; vertical-align: top; padding-block-start: 5mm"
SIDE = "17mm"


@never_cache
@require_safe
def foot(request: HttpRequest, *, id: str) -> HttpResponse:  # noqa: A002 — the address's own word
    """Give the foot of an adopted text to whoever may see the text; to everybody else there is none."""
    page = window.look(request, adoption, id=id).page
    if page is None:
        return unknown()
    address = request.build_absolute_uri(f"/record/{page.adoption.act}")
    return HttpResponse(style(page, address=address), content_type="text/css; charset=utf-8")


def style(page: AdoptionPage, *, address: str) -> str:
    """Write the style sheet."""
    symbol = page.text["symbol"]
    name = str(symbol) if symbol else page.text.id
    words = _("Page %(page)s of %(pages)s") % {"page": "\0page\0", "pages": "\0pages\0"}
    counted = {"page": "counter(page)", "pages": "counter(pages)"}
    pieces = [counted.get(each) or quoted(each) for each in words.split("\0") if each]
    return FOOT.format(
        named=quoted(f"{name}\n{short_code(page.leaf)}"),
        page=" ".join(pieces),
        code=_code(address),
        type=TYPE,
    )


def quoted(words: str) -> str:
    """Write words as a string of CSS; every sign that is not a plain letter or digit as its number."""
    plain = (each if each.isascii() and each.isalnum() else f"\\{ord(each):06x}" for each in words)
    return '"' + "".join(plain) + '"'


def _code(words: str) -> str:
    drawn = BytesIO()
    segno.make(words, error="m", micro=False).save(drawn, kind="svg", border=0, omitsize=True)
    sized = drawn.getvalue().replace(b"<svg ", f'<svg width="{SIDE}" height="{SIDE}" '.encode(), 1)
    return b64encode(sized).decode()
