"""What every answer tells the browser about itself: trust nothing but this site, and nothing inline.

A page that shows a sealed negotiation must not be framed, must not leak its address to other sites,
and must run no script that did not come as a file from here.
"""

from collections.abc import Callable

from django.http import HttpRequest, HttpResponse

from comity.accounts.answers import is_for_programs

SOURCES = {
    "default-src": "'self'",
    "img-src": "'self' data:",
    "object-src": "'none'",
    "base-uri": "'none'",
    "form-action": "'self'",
    "frame-ancestors": "'none'",
}

HEADERS = {
    "Content-Security-Policy": "; ".join(f"{what} {where}" for what, where in SOURCES.items()),
    "Referrer-Policy": "same-origin",
    "X-Content-Type-Options": "nosniff",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Permissions-Policy": "camera=(), geolocation=(), microphone=(), payment=(), usb=()",
}

TOO_OFTEN = 429
A_MINUTE, AN_HOUR = "60", "3600"
"""Seconds that programs and people are asked to wait, where an answer does not know it better."""
A_YEAR = "max-age=31536000"


class Security:
    """Puts these headers on every answer that does not bring its own, and says how long to wait."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """Answer, with the headers."""
        response = self.get_response(request)
        for name, value in HEADERS.items():
            response.headers.setdefault(name, value)
        if response.status_code == TOO_OFTEN:
            wait = A_MINUTE if is_for_programs(request) else AN_HOUR
            response.headers.setdefault("Retry-After", wait)
        if request.is_secure():
            response.headers.setdefault("Strict-Transport-Security", A_YEAR)
        return response
