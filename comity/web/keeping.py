"""What a cache between us and a stranger may keep, and for how long.

    public, max-age=15     a page, twin, list or feed that a stranger asked for without a cookie, and that sets none
    private, no-store      whatever a person who is signed in sees (`accounts.presence`)
    private, no-cache      a stranger with a cookie: a language, a form that was begun

A quarter of a minute carries a page to a crowd, and is soon over where words were erased or a silence was broken.
"""

from collections.abc import Callable

from django.http import HttpRequest, HttpResponse

PUBLIC = "public, max-age=15"
OWN = "private, no-cache"


class Keeping:
    """Says so on every answer that may be kept, unless it brings its own."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """Answer, and say who may keep it."""
        response = self.get_response(request)
        if getattr(request, "may_be_kept", False) and response.status_code == 200:
            response.headers.setdefault(
                "Cache-Control", OWN if _is_own(request, response) else PUBLIC
            )
        return response


def _is_own(request: HttpRequest, response: HttpResponse) -> bool:
    """Tell whether an answer is one browser's: it sent something of its own, or is given something to keep."""
    return bool(request.COOKIES or response.cookies or request.headers.get("Authorization"))


def may_be_kept(request: HttpRequest) -> None:
    """Say that what is answered is the same for every stranger."""
    request.may_be_kept = True  # type: ignore[attr-defined]
