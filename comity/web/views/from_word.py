"""The page where a delegate brings a Word file with tracked changes, and finds each as a form to open."""

from django.core.files.uploadedfile import UploadedFile
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.utils.crypto import get_random_string
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from comity.desk.desk import LONGEST
from comity.desk.readings.text import TextPage, text
from comity.texts import Unreadable
from comity.web import window
from comity.web.from_word import FromWord, OfAnotherState, from_word


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def bring(request: HttpRequest, *, id: str) -> HttpResponse:  # noqa: A002 — the address's own word
    """Ask for a file; on POST, show what it holds. Nothing is sent and nothing is kept."""
    if not request.person:  # type: ignore[attr-defined]
        return HttpResponseRedirect("/sign-in")
    answer = window.look(request, text, id=id)
    if answer.page is None:
        raise Http404
    request.door = "reframe"  # type: ignore[attr-defined]
    found, wrong = _held(request, answer.page) if request.method == "POST" else (None, "")
    context = {"found": found, "wrong": wrong, "nonce": get_random_string(22)}
    return render(
        request, "from_word.html", {**answer.context, **context}, status=422 if wrong else 200
    )


def _held(request: HttpRequest, page: TextPage) -> tuple[FromWord | None, str]:
    """Return what a file holds, or why that cannot be told."""
    file = request.FILES.get("file")
    if not isinstance(file, UploadedFile):
        return None, _("Choose a file first.")
    if (file.size or 0) > LONGEST:
        told = {"found": (file.size or 0) // 1_000_000, "most": LONGEST // 1_000_000}
        return None, _("The file has %(found)s MB; at most %(most)s MB are read.") % told
    try:
        return from_word(page, file.read()), ""
    except Unreadable as error:
        name = file.name or _("The file")
        return None, _("This file cannot be read: %(why)s.") % {"why": error.within(name)}
    except OfAnotherState as error:
        return None, str(error)
