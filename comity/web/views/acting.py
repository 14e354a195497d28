"""The page of an act: its form, how others will see it, and its way to the desk. Nothing typed is ever lost."""

from collections.abc import Mapping
from typing import Any

from django.core.files.uploadedfile import UploadedFile
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.utils.crypto import get_random_string
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from comity.acts.register import load
from comity.core import errors
from comity.core.act import act_shapes
from comity.core.shapes import File
from comity.desk.outcome import Conflict, Receipt, Refused
from comity.desk.readings.act_page import act_page, kind_of
from comity.record import Malformed
from comity.web import window
from comity.web.acting.envelope import envelope_of
from comity.web.acting.form import Form, Said, form_of
from comity.web.acting.sights import sights
from comity.web.window import Answer
from comity.wording import says

UNREADABLE = (Malformed, errors.Malformed)
BESIDE = ("on_behalf_of", "nonce", "given")


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def act(request: HttpRequest, *, kind: str) -> HttpResponse:
    """Show an act's form; on POST, show how others will see it, or enter it."""
    if kind_of(kind) is None:
        raise Http404
    if not request.person:  # type: ignore[attr-defined]
        return HttpResponseRedirect("/sign-in")
    typed = _typed(request, kind)
    given = {name: typed[name] for name in _given(typed, request) if name in typed}
    answer = window.look(request, act_page, verb=kind, given=given)
    if answer.page is None:
        raise Http404
    if request.method != "POST":
        return _show(request, answer, typed={}, nonce=get_random_string(22))
    if "again" in request.POST:
        return _show(request, answer, typed=typed, nonce=typed.get("nonce", ""))
    return _send(request, answer, typed)


def _typed(request: HttpRequest, kind: str) -> dict[str, str]:
    """Read what was typed: only fields that this kind has."""
    source = request.POST if request.method == "POST" else request.GET
    known = (*act_shapes(load()[str(kind_of(kind))]), *BESIDE)
    return {
        name: "\n".join(source.getlist(name)).replace("\r\n", "\n")
        for name in known
        if name in source
    }


def _given(typed: Mapping[str, str], request: HttpRequest) -> list[str]:
    """Name the fields that were filled in before the form was shown."""
    return typed.get("given", "").split(",") if request.method == "POST" else list(typed)


def _send(request: HttpRequest, answer: Answer, typed: dict[str, str]) -> HttpResponse:
    page, zone = answer.page, _zone(answer)
    try:
        envelope = envelope_of(page.kind, typed, zone=zone)
        envelope |= _lodged(request, page.kind)
        if "see" in request.POST:
            return _preview(request, answer, envelope, typed)
        outcome = window.desk_here().submit(envelope, person=request.person)  # type: ignore[attr-defined]
    except UNREADABLE as error:
        field = getattr(error, "what", "").partition(".")[0].partition("[")[0]
        words = _("This cannot be read: expected %(expected)s, found %(found)s.")
        said = [Said(field, words % {"expected": error.expected, "found": error.found})]
        return _show(request, answer, typed=typed, nonce=typed.get("nonce", ""), refusals=said)
    match outcome:
        case Receipt(index=index):
            return HttpResponseRedirect(f"/receipt/{index}")
        case Refused(refusals=found):
            said = [
                Said(each.field, says(each, names=answer.names, kind=page.kind)) for each in found
            ]
            return _show(request, answer, typed=typed, nonce=typed.get("nonce", ""), refusals=said)
        case Conflict():
            said = [
                Said(
                    "",
                    _(
                        "This form was sent before, with other words. Look at your desk, then send it again."
                    ),
                )
            ]
            return _show(request, answer, typed=typed, nonce=get_random_string(22), refusals=said)
    raise errors.Broken("an outcome that is none of three")


def _lodged(request: HttpRequest, kind: str) -> dict[str, Any]:
    """Lodge the files that came with the form, and return what binds each."""
    shapes = act_shapes(load()[kind])
    person = request.person  # type: ignore[attr-defined]
    return {
        name: window.desk_here().lodge(
            file.read(), media_type=file.content_type or "application/octet-stream", person=person
        )
        for name, file in request.FILES.items()
        if isinstance(shapes.get(name), File) and isinstance(file, UploadedFile)
    }


def _zone(answer: Answer) -> str:
    body = answer.page.body
    return str(body.value("zone") or "UTC") if body else (answer.reader.zone or "UTC")


def _form(answer: Answer, *, typed: Mapping[str, str], nonce: str, refusals: list[Said]) -> Form:
    return form_of(answer.page, nonce=nonce, names=answer.names, typed=typed, refusals=refusals)


def _show(
    request: HttpRequest,
    answer: Answer,
    *,
    typed: Mapping[str, str],
    nonce: str,
    refusals: list[Said] | None = None,
) -> HttpResponse:
    """Show the form, whole, with every reason why it was refused."""
    request.door = answer.page.kind.partition(".")[0]  # type: ignore[attr-defined]
    form = _form(answer, typed=typed, nonce=nonce, refusals=refusals or [])
    return render(
        request, "act.html", {**answer.context, "form": form}, status=422 if refusals else 200
    )


def _preview(
    request: HttpRequest, answer: Answer, envelope: Mapping[str, Any], typed: Mapping[str, str]
) -> HttpResponse:
    request.door = answer.page.kind.partition(".")[0]  # type: ignore[attr-defined]
    person = request.person  # type: ignore[attr-defined]
    context = {
        "form": _form(answer, typed=typed, nonce=typed.get("nonce", ""), refusals=[]),
        "sights": sights(answer.page, envelope, person=person, names=answer.names, now=answer.now),
        "typed": sorted(typed.items()),
    }
    return render(request, "see_as.html", {**answer.context, **context})
