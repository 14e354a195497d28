"""What the page within a pack of papers asks: its language, and under which name a paper stands beside it."""

from collections.abc import Mapping

from django import template
from django.utils.translation import get_language

register = template.Library()


@register.simple_tag
def pack_language() -> str:
    """Return the language that the page is written in."""
    return get_language() or "en"


@register.filter
def packed_as(paper: str, files: Mapping[str, str]) -> str:
    """Return where a paper's file stands; empty where none goes along."""
    return files.get(paper, "")
