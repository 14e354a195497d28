"""In which language a page is read: as chosen by a link in its foot, kept in a cookie, else as the browser asks.

?language=fr     choose; a link, since choosing a language changes nothing for anybody else
?direction=rtl   lay the page out from right to left, to look at it before the words are translated
"""

from collections.abc import Callable
from dataclasses import dataclass

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.utils import translation
from django.utils.translation import get_language_info

YEAR = 365 * 24 * 60 * 60


@dataclass(frozen=True)
class Language:
    """A language that pages can be read in, by its own name."""

    code: str
    name: str


def languages() -> list[Language]:
    """Return the languages there are, each by its own name, in the order of the settings."""
    return [Language(code, get_language_info(code)["name_local"]) for code, _ in settings.LANGUAGES]


class Choice:
    """Lets a link choose the language."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """Answer in the language that was chosen, and remember it."""
        chosen = request.GET.get("language", "")
        if chosen not in dict(settings.LANGUAGES):
            return self.get_response(request)
        with translation.override(chosen):
            request.LANGUAGE_CODE = chosen
            response = self.get_response(request)
        response.set_cookie(
            settings.LANGUAGE_COOKIE_NAME, chosen, max_age=YEAR, samesite="Lax", httponly=True
        )
        return response
