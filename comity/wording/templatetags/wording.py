"""Sentences in templates: `{% minutes deed %}`, `{{ cell|phrase }}`, `{% deadline silence.deadline %}`.

The page's context may hold `names` (Names) and `reader` (Reader); tags find them there.
"""

from datetime import datetime
from typing import Any

from django import template
from django.template.context import Context
from django.utils.safestring import SafeString

from comity import wording
from comity.core.when import Deadline, When
from comity.desk.cells import Cell, Value
from comity.desk.seen import Deed, Seen

register = template.Library()


@register.simple_tag(takes_context=True)
def minutes(context: Context, deed: Deed) -> SafeString:
    """Write the sentence of an act."""
    return wording.minutes(deed, names=_names(context), reader=_reader(context))


@register.simple_tag(takes_context=True)
def part(context: Context, deed: Deed, name: str) -> SafeString:
    """Write one field of an act in full."""
    return wording.part_says(deed, name, names=_names(context), reader=_reader(context))


@register.simple_tag(takes_context=True)
def called(context: Context, thing: Seen[Any] | str) -> str:
    """Write what a thing is called."""
    return wording.named(thing, names=_names(context))


@register.simple_tag(takes_context=True)
def deadline(context: Context, value: Deadline | Cell, label: str = "") -> str:
    """Write a deadline with courtesy: the venue's time, and the reader's own."""
    if isinstance(value, Deadline):
        return wording.deadline(value, reader=_reader(context), label=label)
    if isinstance(value, Value):
        return wording.deadline(value.value, reader=_reader(context), label=label)
    return wording.phrase(value)


@register.simple_tag
def moment(instant: datetime, zone: str, label: str = "") -> str:
    """Write a moment in the time of a place."""
    return wording.moment(instant, zone=zone, label=label)


@register.filter
def phrase(cell: Cell) -> str:
    """Write what stands in a cell, or that it is withheld, or erased."""
    return wording.phrase(cell)


@register.filter
def date(value: When | datetime | Cell) -> str:
    """Write a date as exact as it is known."""
    return wording.date(value) if isinstance(value, When | datetime) else wording.phrase(value)


@register.filter
def duration(minutes_long: int) -> str:
    """Write how long something took."""
    return wording.duration(minutes_long)


@register.simple_tag
def title(kind: str) -> str:
    """Write the heading of an act's form."""
    return wording.title(kind)


@register.simple_tag
def button(kind: str) -> str:
    """Write what the button of an act says."""
    return wording.button(kind)


@register.simple_tag
def before(kind: str) -> str:
    """Write what the signer must know before."""
    return wording.before(kind)


def _names(context: Context) -> wording.Names:
    names: wording.Names = context.get("names") or wording.NO_NAMES
    return names


def _reader(context: Context) -> wording.Reader:
    reader: wording.Reader = context.get("reader") or wording.ANYBODY
    return reader
