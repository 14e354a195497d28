"""A page and its twin: one look, one reading, shown or written."""

from typing import Any

from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect, JsonResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from comity.accounts.answers import unknown, wrong_method
from comity.web.keeping import may_be_kept
from comity.web.table import Page
from comity.web.twin import twin
from comity.web.window import Answer, look


def _ask(request: HttpRequest, page: Page, asked: dict[str, Any]) -> Answer:
    return look(request, page.reading, **asked, **page.asks(request))


@require_safe
def show(request: HttpRequest, *, page: Page, **asked: Any) -> HttpResponse:
    """Show a page; unknown and not yours to see are the same."""
    found = _ask(request, page, asked)
    if found.page is None:
        if page.sign_in and not found.frame.is_signed_in:
            return HttpResponseRedirect("/sign-in")
        raise Http404
    request.door = page.door  # type: ignore[attr-defined]
    request.twin = _twin_of(request)  # type: ignore[attr-defined]
    request.taken = page.taken is not None  # type: ignore[attr-defined]
    may_be_kept(request)
    dressed = page.dress(request, found.page)
    return render(request, page.template, {**found.context, **dressed})


def write(request: HttpRequest, *, page: Page, **asked: Any) -> HttpResponse:
    """Write a page's twin."""
    if request.method not in ("GET", "HEAD"):
        return wrong_method("GET", "HEAD")
    found = _ask(request, page, asked)
    if found.page is None:
        return unknown()
    may_be_kept(request)
    return JsonResponse(twin(found.page), json_dumps_params={"ensure_ascii": False, "indent": 1})


def _twin_of(request: HttpRequest) -> str:
    return "/index.json" if request.path == "/" else f"{request.path}.json"
