"""What an act carries and nobody types: a revision's paragraphs, put together from proposals; a report's words."""

from collections.abc import Mapping
from typing import Any

from django.http import HttpRequest

from comity.core.of_progress import SAID
from comity.desk.readings.carried_words import carried_words
from comity.desk.readings.revising import composed
from comity.desk.readings.risks import others
from comity.web import window

REVISION = "reframe.issue-revision"
CARRIES = {"mobilize.submit-progress": "draft", "mobilize.publish-progress": "submitted"}
"""Kinds that carry the words of a report, by the field that names it."""
OF_RISKS = ("mobilize.answer-risk", "mobilize.settle-risk")
"""Kinds that are for all who know of a risk: nobody chooses them."""
LEFT_OUT: Mapping[str, tuple[str, ...]] = {
    REVISION: ("title", "ids", "words", "rests_on"),
    **dict.fromkeys(CARRIES, SAID),
    "mobilize.draft-progress": ("replaces",),
    **dict.fromkeys(OF_RISKS, ("told",)),
}
"""The fields of a kind that follow from what is chosen, or from what the act is about, and are not asked."""
LONGEST_BASE = 24


def left_out(kind: str) -> tuple[str, ...]:
    """Name the fields that a kind's form does not ask, since they follow from others."""
    return LEFT_OUT.get(kind.partition("/")[0], ())


def filled_in_by(kind: str) -> str:
    """Name the field from which those follow that are not asked."""
    verb = kind.partition("/")[0]
    return "risk" if verb in OF_RISKS else CARRIES.get(verb, "accepts")


def fields(request: HttpRequest, kind: str, typed: Mapping[str, str]) -> Mapping[str, Any]:
    """Return the fields that follow from others."""
    verb = kind.partition("/")[0]
    if verb == REVISION:
        return _revision(request, typed)
    if verb in OF_RISKS:
        rest = window.look(request, others, id=typed.get("risk", "").strip()).page
        return {"told": [each.id for each in rest]} if rest else {}
    field = CARRIES.get(verb, "")
    key = typed.get(field, "").strip()
    found = window.look(request, carried_words, field=field, key=key).page if key else None
    return found or {}


def _revision(request: HttpRequest, typed: Mapping[str, str]) -> Mapping[str, Any]:
    """Put a revision together; a form that is sent again gives the same ids."""
    chosen = [each.strip() for each in typed.get("accepts", "").splitlines() if each.strip()]
    text = typed.get("revises", "")
    found = window.look(request, composed, text=text, accepts=chosen).page
    if found is None or not chosen:
        return {}
    sign = "".join(each for each in typed.get("nonce", "").lower() if each.isalnum())[:6] or "0"
    base = f"{text[:LONGEST_BASE]}-{sign}"
    return {
        "accepts": list(found.accepts) or chosen,
        "title": found.title,
        "ids": [f"{base}-p{place}" for place in range(1, len(found.paragraphs) + 1)],
        "words": [each.words or "…" for each in found.paragraphs],
        "rests_on": [each.rests_on for each in found.paragraphs],
    }
