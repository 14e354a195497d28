"""What the pages of a meeting say of its time: whether it stands in a calendar, and when it was to begin before."""

from typing import Any

from django import template

from comity.core.when import When
from comity.desk.seen import Seen
from comity.wording import times
from comity.wording.calendar import has_day

register = template.Library()


@register.filter
def in_calendar(meeting: Seen[Any]) -> bool:
    """Tell whether a calendar can take it in: it has a day that this reader may see."""
    return has_day(meeting)


@register.simple_tag(takes_context=True)
def was_to_begin(context: template.Context, meeting: Seen[Any], course: Seen[Any]) -> str:
    """Write when it was to begin before it was last moved, on the clock of the place; empty where that is hidden."""
    before = course.value("before")
    if not isinstance(before, When):
        return ""
    zone = meeting.value("zone") or "UTC"
    return times.span(before, None, zone=zone, label=context["reader"].zones.get(zone, ""))
