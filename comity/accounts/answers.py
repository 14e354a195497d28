"""The answers that every door gives alike, to a page's twin as to a program: one body for each, whoever asks where.

400  {"error":"malformed","what":"request","expected","found","says","unread","is_cut"}
404  {"error":"unknown","says"}       unknown and not yours to see, never told apart
405  {"error":"method","says"}
429  {"error":"too-often","says"}
500  {"error":"stumbled","says"}
"""

from django.http import HttpRequest, JsonResponse
from django.utils.translation import gettext as _

OF_FILES = (".json", ".csv", ".xlsx", ".atom")
OF_PROGRAMS = ("/acts", "/blobs", "/log", "/healthz", "/openapi.json")


def is_for_programs(request: HttpRequest) -> bool:
    """Tell whether a program asks here: twins, the door for acts, papers and the log."""
    first = "/" + request.path.removeprefix("/").partition("/")[0]
    return first in OF_PROGRAMS or request.path.endswith(OF_FILES)


def unknown() -> JsonResponse:
    """Say that there is nothing here, or nothing that may be told."""
    return JsonResponse(
        {"error": "unknown", "says": _("Nothing here, or not yours to see.")}, status=404
    )


def cannot_be_read() -> JsonResponse:
    """Say that a request is none; what it held is not said back, since it may be anything."""
    one = {
        "what": "request",
        "expected": "a request to this site",
        "found": "one that cannot be read",
    }
    answer = {**one, "says": _("This cannot be read."), "unread": [one], "is_cut": False}
    return JsonResponse({"error": "malformed", **answer}, status=400)


def wrong_method(*allowed: str) -> JsonResponse:
    """Say which methods there are."""
    words = _("Use %(methods)s here.") % {"methods": ", ".join(allowed)}
    return JsonResponse(
        {"error": "method", "says": words}, status=405, headers={"Allow": ", ".join(allowed)}
    )


def too_often() -> JsonResponse:
    """Ask for patience."""
    return JsonResponse(
        {"error": "too-often", "says": _("This was tried too often. Wait a minute.")}, status=429
    )


def stumbled() -> JsonResponse:
    """Say that the fault is ours."""
    return JsonResponse(
        {"error": "stumbled", "says": _("The desk stumbled. Nothing was entered by this.")},
        status=500,
    )


def csrf_told() -> JsonResponse:
    """Say to a program that a session alone does not speak for its person."""
    words = _(
        "A session needs the X-CSRFToken header of its pages; a program better sends a token."
    )
    return JsonResponse({"error": "csrf", "says": words}, status=403)
