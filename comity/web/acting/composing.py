"""A revision is issued by choosing proposals: its paragraphs are put together from them, and nobody types a word."""

from collections.abc import Mapping
from typing import Any

from django.http import HttpRequest

from comity.desk.readings.revising import composed
from comity.web import window

KIND = "reframe.issue-revision"
LEFT_OUT = ("title", "ids", "words", "rests_on")
"""The fields of the act that follow from what is chosen."""
LONGEST_BASE = 24


def is_composed(kind: str) -> bool:
    """Tell whether a kind's form asks only what is to be in a text."""
    return kind.partition("/")[0] == KIND


def fields(request: HttpRequest, typed: Mapping[str, str]) -> Mapping[str, Any]:
    """Return the fields that follow from what was chosen; a form that is sent again gives the same ids."""
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
