"""What the pages of a meeting say of its time: whether it stands in a calendar, and when it was to begin before."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from django import template
from django.utils.translation import get_language_info

from comity.core.when import When
from comity.desk.readings.preparing import ItemRow
from comity.desk.seen import Seen
from comity.wording import agenda, times
from comity.wording.calendar import has_day

register = template.Library()


@dataclass(frozen=True, kw_only=True)
class Document:
    """Papers of one symbol: the same document in several languages, or one paper without a symbol."""

    symbol: str
    title: str
    papers: Sequence[Seen[Any]]


@register.filter
def by_symbol(papers: Sequence[Seen[Any]]) -> list[Document]:
    """Put the languages of a document together, in the order of their symbols; the first language names it."""
    found: dict[str, list[Seen[Any]]] = {}
    for each in papers:
        found.setdefault(str(each.value("symbol") or each.thing), []).append(each)
    return [
        Document(
            symbol=str(listed[0].value("symbol") or ""),
            title=str(listed[0]["title"]),
            papers=listed,
        )
        for _, listed in sorted(found.items(), key=lambda pair: _natural(pair[0]))
    ]


def _natural(symbol: str) -> list[tuple[int, str]]:
    """Sort symbols as people do: CC/9 before CC/10."""
    pieces = re.split(r"(\d{1,9})", symbol)
    return [(int(each), "") if each.isdecimal() else (-1, each) for each in pieces]


@register.filter
def language(paper: Seen[Any]) -> str:
    """Name the language of a paper; one that the catalogue does not know by its code."""
    code = str(paper["language"])
    try:
        return str(get_language_info(code)["name_translated"])
    except KeyError:
        return code


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


@register.filter
def by_day(rows: Sequence[ItemRow]) -> list[agenda.Day]:
    """Put the items of an agenda together by the day they are on."""
    return agenda.by_day(rows)


@register.simple_tag(takes_context=True)
def agenda_clock(context: template.Context, rows: Sequence[ItemRow]) -> str:
    """Say on which clock an agenda's hours are told; empty where it tells none."""
    return agenda.clock(rows, reader=context["reader"])


@register.simple_tag(takes_context=True)
def item_hours(context: template.Context, row: ItemRow) -> str:
    """Say when an item begins and is over, there and on the reader's own clock."""
    return agenda.hours(row, reader=context["reader"])
