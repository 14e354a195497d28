"""The feeds: what everybody may know, for whoever follows from afar. They are the public's, whoever asks."""

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from comity.accounts.answers import unknown, wrong_method
from comity.desk.look import Look
from comity.desk.readings.feed import Feed, feed
from comity.desk.viewer import PUBLIC
from comity.web import window
from comity.web.atom import Place, write
from comity.web.keeping import may_be_kept
from comity.wording.things import Names, names_for

FEEDS = {
    "record": ("", _("the record"), "/record"),
    "texts": ("reframe.declare-adoption", _("texts adopted"), "/reframe"),
    "meetings": ("convene.convene-meeting", _("meetings"), "/convene"),
}
"""For each feed: which acts, what it is called, and the page it belongs to."""


def atom(request: HttpRequest, *, name: str) -> HttpResponse:
    """Write a feed."""
    if request.method not in ("GET", "HEAD"):
        return wrong_method("GET", "HEAD")
    kind, title, page = FEEDS[name]

    def question(look: Look) -> tuple[Feed, Names] | None:
        found = feed(look, kind=kind)
        return (found, names_for(look, found.deeds)) if found else None

    asked = window.desk_here().read(PUBLIC, question)
    if asked is None:
        return unknown()
    found, names = asked
    place = Place(
        name=name,
        title=str(title),
        home=settings.COMITY_ADDRESS,
        page=page,
        language=get_language() or settings.LANGUAGE_CODE,
        licence=settings.COMITY_LICENCE,
    )
    may_be_kept(request)
    return HttpResponse(
        write(found, place, names=names), content_type="application/atom+xml; charset=utf-8"
    )
