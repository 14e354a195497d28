"""What stands around every page beside its reading: doors, languages, the bars of a demonstration."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any
from urllib.parse import urlencode

from django.conf import settings
from django.http import HttpRequest
from django.utils.functional import SimpleLazyObject
from django.utils.translation import get_language, get_language_info
from django.utils.translation import gettext as _

from comity.desk.look import Look
from comity.web import roles as offering
from comity.web import stops, window
from comity.web.languages import Language, languages


@dataclass(frozen=True)
class Door:
    """One door in the head."""

    name: str
    href: str
    is_here: bool
    is_page: bool


@dataclass(frozen=True)
class Bar:
    """The tour's bar on this page."""

    stop: stops.Stop
    is_on_its_page: bool
    role: str

    @property
    def of(self) -> int:
        """How many stops there are."""
        return len(stops.STOPS)

    @property
    def marks(self) -> list[bool]:
        """For each stop, whether it has been reached."""
        return [each.number <= self.stop.number for each in stops.STOPS]

    @property
    def next(self) -> stops.Stop | None:
        """The stop after this one."""
        return stops.stop(self.stop.number + 1)

    @property
    def previous(self) -> stops.Stop | None:
        """The stop before this one."""
        return stops.stop(self.stop.number - 1)

    @property
    def may_turn(self) -> bool:
        """True where the same page may now be looked at as somebody else."""
        return bool(self.stop.then) and self.is_on_its_page and self.role != self.stop.then


@dataclass(frozen=True)
class Shell:
    """What base.html asks for."""

    language: str
    direction: str
    languages: list[Language] = field(default_factory=list)
    doors: list[Door] = field(default_factory=list)
    twin: str = ""
    roles: list[offering.Offered] = field(default_factory=list)
    tour: Bar | None = None
    path: str = ""
    takeaways: tuple[tuple[str, str], ...] = ()
    """Where a list can be taken away whole: what it is then called, and its address."""
    licence: str = ""
    """Under which licence the public's data is given; empty where the host states none."""

    @property
    def role(self) -> offering.Offered | None:
        """The role that is walked in as."""
        return next((each for each in self.roles if each.is_here and each.key != "public"), None)

    @property
    def after_role(self) -> str:
        """Where one stays when the role changes: only where anybody may be."""
        return (
            self.path
            if self.path.startswith(
                (
                    "/silence/",
                    "/round/",
                    "/ballot/",
                    "/text/",
                    "/adoption/",
                    "/sentence/",
                    "/record",
                    "/desk",
                )
            )
            else "/desk"
        )

    @property
    def tour_resume(self) -> int:
        """At which stop the tour goes on."""
        return self.tour.stop.number if self.tour else 1


def around(request: HttpRequest) -> dict[str, Any]:
    """Give every template its shell, and the frame where the page has not read it already."""
    code = get_language() or settings.LANGUAGE_CODE
    is_rtl = request.GET.get("direction") == "rtl" or get_language_info(code)["bidi"]
    shown = offering.shown(request)
    lazily: Any = SimpleLazyObject(lambda: window.look(request, _nothing))
    return {
        "shell": Shell(
            language=code,
            direction="rtl" if is_rtl else "ltr",
            languages=languages(),
            doors=_doors(request),
            twin=getattr(request, "twin", ""),
            roles=shown,
            tour=_bar(request, shown),
            path=request.path,
            takeaways=_takeaways(request),
            licence=settings.COMITY_LICENCE,
        ),
        "frame": SimpleLazyObject(lambda: lazily.frame),
        "reader": SimpleLazyObject(lambda: lazily.reader),
        "reader_now": SimpleLazyObject(lambda: lazily.now),
    }


def _nothing(look: Look) -> None:
    """Ask for the frame alone."""


def _takeaways(request: HttpRequest) -> tuple[tuple[str, str], ...]:
    if not getattr(request, "taken", False):
        return ()
    day = request.GET.get("on", "")[:100]
    asked = f"?{urlencode({'on': day})}" if day else ""
    forms = ((_("CSV"), "csv"), (_("Excel"), "xlsx"), (_("JSON"), "json"))
    return tuple((words, f"{request.path}.{form}{asked}") for words, form in forms)


def _doors(request: HttpRequest) -> list[Door]:
    here = getattr(request, "door", "")
    listed = [
        ("desk", _("Your desk")),
        ("convene", _("Convene")),
        ("reframe", _("Reframe")),
        ("mobilize", _("Mobilize")),
        ("operate", _("Operate")),
        ("record", _("Record")),
    ]
    if not getattr(request, "person", ""):
        listed = listed[1:]
    return [Door(name, f"/{key}", key == here, request.path == f"/{key}") for key, name in listed]


def _bar(request: HttpRequest, shown: list[offering.Offered]) -> Bar | None:
    stop = stops.read_cookie(request.COOKIES.get(stops.COOKIE, "")) if shown else None
    if stop is None:
        return None
    pages = (stop.page, *stop.also)
    is_here = request.path == "/" if stop.page == "/" else request.path.startswith(pages)
    return Bar(stop, is_here, next((each.key for each in shown if each.is_here), ""))
