"""When there is nothing to show: not here (or not yours to see, which is the same), and when we stumble."""

from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import render
from django.template.loader import render_to_string


def not_found(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    """Say that there is nothing here that one may see, and never which of the two it is."""
    if request.path.endswith(".json"):
        return JsonResponse({"error": "not-found"}, status=404)
    request.door, request.twin = "", ""  # type: ignore[attr-defined]
    return render(request, "404.html", status=404)


def stumbled(request: HttpRequest) -> HttpResponse:
    """Say that the fault is ours; nothing of the request is read, since reading may be what failed."""
    return HttpResponse(render_to_string("500.html"), status=500)
