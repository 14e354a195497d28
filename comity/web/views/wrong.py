"""When there is nothing to show: not here (or not yours to see, which is the same), not readable, or our own fault."""

from django.core.exceptions import RequestDataTooBig
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.template.loader import render_to_string
from django.urls import resolve

from comity.accounts import answers
from comity.web.acting.long_form import long_form
from comity.web.views import acting


def not_found(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    """Say that there is nothing here that one may see, and never which of the two it is."""
    if answers.is_for_programs(request):
        return answers.unknown()
    request.door, request.twin = "", ""  # type: ignore[attr-defined]
    return render(request, "404.html", status=404)


def unreadable(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    """Say that this is no request, before anything is known of who sent it; of a long form, which field is long."""
    if isinstance(exception, RequestDataTooBig) and not answers.is_for_programs(request):
        return HttpResponse(render_to_string("413.html", {"long": long_form(request)}), status=413)
    if answers.is_for_programs(request):
        return answers.cannot_be_read()
    return HttpResponse(render_to_string("400.html"), status=400)


def not_from_here(request: HttpRequest, **_reason: str) -> HttpResponse:
    """Say that a form did not come from a page as it stands now; of an act, show its form with what was typed."""
    if answers.is_for_programs(request):
        return answers.csrf_told()
    found = resolve(request.path_info)
    if found.func is acting.act:
        return acting.sent_from_an_old_page(request, kind=found.kwargs["kind"])
    # Words are shown to be copied, never sent on from here: a page elsewhere may have put them there.
    words = [
        value for values in request.POST.lists() for value in values[1] if " " in value.strip()
    ]
    return render(request, "accounts/csrf.html", {"words": words}, status=403)


def stumbled(request: HttpRequest) -> HttpResponse:
    """Say that the fault is ours; of the request only its address is read, since reading may be what failed."""
    if answers.is_for_programs(request):
        return answers.stumbled()
    return HttpResponse(render_to_string("500.html"), status=500)
