"""Whether a request with a session comes from a page of ours, by Django's own check.

The door for programs is exempt from the check as a whole, since a stranger must be told 401 and a token needs none.
"""

from django.http import HttpRequest, HttpResponse
from django.middleware.csrf import CsrfViewMiddleware


class _Check(CsrfViewMiddleware):
    def _reject(self, request: HttpRequest, reason: str) -> str:
        """Return the reason instead of a page."""
        return reason


def is_from_our_page(request: HttpRequest) -> bool:
    """Tell whether the CSRF token of cookie and header (or form) agree."""
    check = _Check(lambda _: HttpResponse())
    check.process_request(request)
    return check.process_view(request, lambda _: HttpResponse(), (), {}) is None
