"""The words of the house, as templates ask for them: the sentences themselves are written in the wording room."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any
from urllib.parse import urlencode
from zoneinfo import ZoneInfo

from django import template
from django.utils.dateformat import format as formatted
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from comity.core.when import Deadline, When
from comity.desk.cells import EMPTY, Cell, Value
from comity.desk.seen import Deed, Offer, Seen
from comity.web.templatetags.behind import source_whole
from comity.wording import audience_name, times
from comity.wording.called import name
from comity.wording.enums import WORDS, name_of
from comity.wording.hands import PAGE, PAPER
from comity.wording.mentions import concern_of
from comity.wording.minutes import capital, minutes_text
from comity.wording.minutes import minutes as sentence
from comity.wording.phrases import part_says as field_says
from comity.wording.sentences import button, title
from comity.wording.sentences import part_label as label_of
from comity.wording.things import Names, noun
from comity.wording.things import address as page_of

register = template.Library()
WEEK = 7
"""Within so many days a weekday cannot be mistaken."""
Context = template.Context


def _names(context: Context) -> Names:
    """Return the names that the page's look gathered; none on a page that looked at nothing."""
    names: Names = context.get("names") or {}
    return names


# Sentences


@register.simple_tag(takes_context=True)
def minutes(context: Context, deed: Deed) -> SafeString:
    """Write the sentence of an act that stands in the minutes."""
    return sentence(deed, names=_names(context), reader=context["reader"])


@register.simple_tag(takes_context=True)
def minutes_plain(context: Context, deed: Deed) -> str:
    """Write the sentence without links."""
    return minutes_text(deed, names=_names(context), reader=context["reader"])


@register.simple_tag
def act_button(kind: str) -> str:
    """Return what the button of an act says, which is what will stand in the minutes."""
    return button(kind)


@register.filter
def verb(kind: str) -> str:
    """Return a kind without its version, as its form's address has it."""
    return kind.partition("/")[0]


@register.simple_tag
def act_title(kind: str) -> str:
    """Return the heading of an act's form, which is what a link to it says."""
    return title(kind) or button(kind)


# Things


@register.filter
def titled(thing: Seen[Any] | None) -> str:
    """Return what a thing is called where it stands alone: by its title, its name, or its number."""
    if thing is None:
        return _("withheld")
    cells = thing.cells
    if thing.type == "paragraph":
        return _("Paragraph %(number)s") % {"number": cells["number"]}
    if thing.type == "edition":
        return str(cells["title"] or enum(cells["form"]))
    if thing.type == "text":
        beside = cells["label"] if cells["label"] else cells["symbol"]
        return (
            f"{cells['title']}, {beside}"
            if beside.is_value and beside.value
            else str(cells["title"])
        )
    if thing.type == "contact":
        # By its office: who sits there is told to few.
        return str(cells["office"])
    for field in ("title", "name", "office"):
        if cells.get(field):
            return str(cells[field])
    return capital(noun(thing.type))


@register.simple_tag(takes_context=True)
def thing_words(context: Context, thing: Seen[Any]) -> str:
    """Name a thing in full."""
    if thing.type != "contact" and any(
        thing.cells.get(field, EMPTY) for field in ("title", "name")
    ):
        return titled(thing)
    known = {**_names(context), thing.thing: thing}
    return capital(str(name(thing.thing, names=known, hand=PAPER)))


@register.simple_tag(takes_context=True)
def thing_link(context: Context, thing: Seen[Any]) -> SafeString:
    """Name a thing in full, as a link where it has a page."""
    words = thing_words(context, thing)
    where = page_of(thing.thing)
    return format_html('<a href="{}">{}</a>', where, words) if where else format_html("{}", words)


@register.simple_tag(takes_context=True)
def concerned(context: Context, deed: Deed) -> str:
    """Name what an act concerns, or what it made; empty where it stands alone."""
    names = {**_names(context)}
    about = concern_of(deed)
    return str(name(about, names=names, hand=PAPER)) if about else ""


@register.filter
def address(thing: Seen[Any]) -> str:
    """Return the page of a thing; empty where it has none."""
    return page_of(thing.thing)


@register.filter
def place_and_year(meeting: Seen[Any]) -> str:
    """Name a meeting as it is spoken of, `Dallas 2010`; by its own name where either is not known."""
    place, start = meeting["place"], meeting["start"]
    if not (place.is_value and place.value and isinstance(start, Value) and start.value):
        return str(meeting["name"])
    return f"{str(place.value).split(',')[0]} {start.value.text[:4]}"


@register.filter
def act_address(offer: Offer) -> str:
    """Return the page of an act's form, with what is filled in already."""
    asked = urlencode(
        sorted(
            (key, "\n".join(value) if isinstance(value, tuple) else str(value))
            for key, value in offer.prefill.items()
        )
    )
    kind = offer.kind.partition("/")[0]
    return f"/act/{kind}?{asked}" if asked else f"/act/{kind}"


@register.filter
def enum(cell: Cell | str) -> str:
    """Return the words for one of a closed list; what is withheld says so."""
    if isinstance(cell, str):
        return name_of(cell) if cell in WORDS else cell
    if not isinstance(cell, Value):
        return str(cell)
    return name_of(cell.value) if str(cell.value) in WORDS else str(cell)


@register.filter
def capitalized(words: str) -> str:
    """Begin with a capital."""
    return capital(str(words))


@register.filter
def party_named(names: Mapping[str, Seen[Any]], cell: Cell) -> SafeString:
    """Name the party whose id stands in a cell, as a link; what is withheld says so."""
    if not isinstance(cell, Value):
        return PAGE.absent(str(cell), why="withheld" if cell.is_sealed else "erased")
    return format_html("{}", name(f"party/{cell.value}", names=names, hand=PAGE))


@register.filter
def listed(cell: Cell) -> SafeString:
    """Write the names of a list with commas between them."""
    if not isinstance(cell, Value):
        return PAGE.absent(str(cell), why="withheld")
    return format_html_join(", ", "{}", ((each,) for each in cell.value))


# Times


@register.filter
def dated(when: Cell | When | datetime | None) -> str:
    """Write a date as exact as it is known."""
    value = when.value if isinstance(when, Value) else when
    if isinstance(value, When | datetime):
        return times.date(value)
    return "" if value is None else str(value)


@register.filter
def day(when: When | datetime | Cell) -> str:
    """Write the day of a moment, or the date as exact as it is known; what is withheld says so."""
    if not isinstance(when, When | datetime):
        return day(when.value) if isinstance(when, Value) else str(when)
    if isinstance(when, When) and when.precision != "instant":
        return times.date(when)
    instant = when.first if isinstance(when, When) else when
    return times.date(When(instant.date().isoformat()))


@register.simple_tag(takes_context=True)
def venue_time(context: Context, at: Deadline | datetime, body: Seen[Any] | None = None) -> str:
    """Write a moment as it was announced: in the time of the place, or of who hosts the exercise."""
    reader, zones = context["reader"], context["reader"].zones
    if isinstance(at, Deadline):
        return times.moment(at.instant, zone=at.zone, label=zones.get(at.zone, ""))
    stated = str(body.value("zone") or "") if body and "zone" in body.cells else ""
    is_practice = getattr(context.get("page"), "scope", "") or (body is not None and body.scope)
    hosted = reader.venue if is_practice else ""
    zone = stated or hosted or reader.zone or "UTC"
    return times.moment(at, zone=zone, label=zones.get(zone, ""))


@register.simple_tag(takes_context=True)
def when_there(context: Context, when: Cell, body: Seen[Any] | None = None) -> str:
    """Write a date as exact as it is known; a moment in the time of the body, or of who hosts its exercise."""
    if when.is_value and isinstance(when.value, When) and when.value.precision == "instant":
        return venue_time(context, when.value.first, body)
    if when.is_value and isinstance(when.value, datetime):
        return venue_time(context, when.value, body)
    return dated(when)


@register.simple_tag(takes_context=True)
def own_time(context: Context, at: Deadline | datetime) -> str:
    """Write a moment on the reader's own clock: today by the hour, else with its date, a near day with its weekday."""
    zone = context["reader"].zone or "UTC"
    instant = at.instant if isinstance(at, Deadline) else at
    there = instant.astimezone(ZoneInfo(zone))
    today = context["reader_now"].astimezone(ZoneInfo(zone)).date()
    clock = there.strftime("%H:%M")
    days = (there.date() - today).days
    if days in (0, 1):
        return (_("today, %(clock)s") if days == 0 else _("tomorrow, %(clock)s")) % {"clock": clock}
    day = times.date(When(there.date().isoformat()))
    if 0 < days < WEEK:
        day = _("%(weekday)s %(day)s") % {"weekday": formatted(there, "l"), "day": day}
    return _("%(day)s, %(clock)s") % {"day": day, "clock": clock}


@register.simple_tag(takes_context=True)
def your_time(context: Context, at: Deadline) -> str:
    """Write a deadline on the reader's own clock; empty for the public, and where no clock differs."""
    zone = context["reader"].zone
    there = at.instant.astimezone(ZoneInfo(zone or at.zone)).replace(tzinfo=None)
    return own_time(context, at) if zone and there != at.civil else ""


@register.filter
def ago(minutes: int) -> str:
    """Write how long."""
    return times.duration(minutes)


@register.simple_tag(takes_context=True)
def zone_offset(context: Context) -> str:
    """Say how the reader's clock stands to UTC."""
    return times.place(context["reader"].zone or "UTC", at=context["reader_now"])


@register.simple_tag
def part_label(deed: Deed, part: Any) -> str:
    """Return what a part of an act is called."""
    return label_of(deed.kind, part.name)


@register.simple_tag(takes_context=True)
def part_says(context: Context, deed: Deed, part: Any) -> SafeString:
    """Write what a part of an act says."""
    names, reader = _names(context), context["reader"]
    match part.name:
        case "kind":
            return format_html("{}", button(deed.kind))
        case "on_behalf_of" | "concerns" if part.cell.is_value and part.cell.value:
            return format_html("{}", name(f"party/{part.cell.value}", names=names, hand=PAGE))
        case "received":
            return format_html("{}", venue_time(context, deed.at))
        case "effective" if part.cell.is_value and part.cell.value:
            return format_html("{}", times.date(When(str(part.cell.value))))
        case "source" if part.cell.is_value:
            return source_whole(str(part.cell.value))
        case "by" if part.cell.is_value and f"person/{part.cell.value}" in names:
            return format_html("{}", name(f"person/{part.cell.value}", names=names, hand=PAGE))
    if part.name in deed.fields:
        return field_says(deed, part.name, names=names, reader=reader)
    return format_html("{}", str(part.cell))


@register.filter
def audience(value: str) -> str:
    """Return the words for an audience."""
    return audience_name(value) if value else ""
