"""The receipt as a file: all that proves, offline and for ever, what was said and when."""

from django.http import HttpRequest, HttpResponse, JsonResponse

from comity.accounts.answers import unknown, wrong_method
from comity.web import window


def file(request: HttpRequest, *, index: int) -> HttpResponse:
    """Give the receipt to the person whose act it is; to everybody else there is none."""
    if request.method not in ("GET", "HEAD"):
        return wrong_method("GET", "HEAD")
    person = request.person  # type: ignore[attr-defined]
    found = window.desk_here().receipt(index, person=person) if person else None
    if found is None:
        return unknown()
    return JsonResponse(dict(found.as_json()))
