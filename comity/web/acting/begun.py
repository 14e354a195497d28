"""What a form begins with: the words or the time that stand, so that nobody types them again."""

import hashlib
from collections.abc import Mapping, Sequence
from typing import Any
from zoneinfo import ZoneInfo

from django.utils.translation import gettext as _

from comity.core.text import Change
from comity.core.when import When
from comity.desk.readings.act_page import ActPage
from comity.desk.seen import Seen
from comity.web.acting.field import Said

ANEW = frozenset(
    {
        "convene.answer-invitation",
        "convene.arrange-meeting",
        "convene.enter-minutes",
        "convene.move-meeting",
        "convene.record-attendance",
        "convene.set-agenda",
    }
)
"""Kinds that say a thing anew and whole: what somebody else said meanwhile would be gone without a word."""
MARK = "begun"
"""The field of a form that tells what it began with."""
PROPOSING = "reframe.propose-words"
MOVING = "convene.move-meeting"
WITH_HOURS = (MOVING, "convene.convene-meeting")
"""Kinds whose dates mostly have an hour."""


def begun(page: ActPage) -> Mapping[str, str]:
    """Return what stands already, by field, as it would be typed."""
    match page.kind.partition("/")[0]:
        case "reframe.propose-words":
            stands = about(page, "paragraph")
            words = _standing(stands, ("words",)) if stands else {}
            return {"change": Change.REPLACE.value, **words} if words else {}
        case "parties.give-terms-of-reference":
            stands = about(page, "terms-of-reference")
            return _standing(stands, ("purpose", "task")) if stands else {}
        case "convene.move-meeting":
            held = about(page, "meeting")
            return _standing(held, ("start", "end", "place", "zone")) if held else {}
    return page.begins


def mark(page: ActPage) -> str:
    """Return what tells whether the form would still begin with the same; empty where nothing is said anew."""
    if page.kind.partition("/")[0] not in ANEW:
        return ""
    return hashlib.sha256(repr(sorted(begun(page).items())).encode()).hexdigest()[:16]


def meanwhile(page: ActPage, typed: Mapping[str, str]) -> list[Said]:
    """Tell who sends a form that what it would take the place of is another than when they opened it."""
    if typed.get(MARK, "") in ("", mark(page)):
        return []
    told = _(
        "What stands here was changed after you opened this form, and nothing of yours was entered. Look at the page "
        "that is named above; then send it once more, if yours is to stand instead."
    )
    return [Said("", told)]


def about(page: ActPage, kind: str) -> Seen[Any] | None:
    """Return the thing of a kind that an act is about, where it is about one."""
    return next((each for each in page.about if each.type == kind), None)


def _standing(thing: Seen[Any], names: Sequence[str]) -> Mapping[str, str]:
    """Return what some fields of a thing say now."""
    found = {name: value for name in names if (value := thing.value(name))}
    zone = ZoneInfo(str(found.get("zone") or "UTC"))
    return {name: _typed(value, zone=zone) for name, value in found.items()}


def _typed(value: Any, *, zone: ZoneInfo) -> str:
    """Write a value as it would be typed: an hour on the clock of the place."""
    if isinstance(value, When) and value.precision == "instant":
        return value.first.astimezone(zone).strftime("%Y-%m-%d %H:%M")
    return str(value)
