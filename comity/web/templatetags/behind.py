"""How the pages behind the tour say what stands in a cell. Words come from the catalogue, never from the code path."""

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any
from zoneinfo import ZoneInfo

from django import template
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from comity.core.erased import Erased
from comity.core.party import Attribution, PartyForm
from comity.core.when import When
from comity.desk.cells import Cell, Value
from comity.desk.cells import Erased as ErasedCell
from comity.desk.seen import Seen
from comity.wording import times
from comity.wording.enums import WORDS, name_of
from comity.wording.things import noun

register = template.Library()

LONGEST = 44
"""Beyond so many characters an address is shown by its host, and leads where it leads."""
CUT = "cut"
"""An address that is shown by its host stands in full on paper."""
SOURCES = " ; "
"""What stands between two sources in one line."""


@register.filter
def among(asked: Any, known: Mapping[str, Any]) -> Any:
    """Return what is known under the id in a cell; where the cell is sealed or erased, the cell itself."""
    if isinstance(asked, str):
        return known.get(asked, ())
    if not asked.is_value or not asked.value:
        return asked
    return known.get(asked.value, "")


@register.filter
def of_id(known: Mapping[str, Any], ident: str) -> Any:
    """Return what is known under an id; nothing where there is none."""
    return known.get(ident, "")


@register.filter
def called(cell: Any) -> str:
    """Name what stands in a closed list; what is withheld says so."""
    if isinstance(cell, str):
        return name_of(cell)
    if not cell.is_value:
        return str(cell)
    if isinstance(cell.value, tuple):
        return ", ".join(_worded(each) for each in cell.value)
    return _worded(cell.value) if cell.value else ""


def _worded(value: str) -> str:
    return name_of(value) if str(value) in WORDS else str(value)


@register.filter
def called_many(form: PartyForm) -> str:
    """Name a form of party as a heading over several."""
    return {
        PartyForm.STATE: _("States"),
        PartyForm.COMPANY: _("Companies"),
        PartyForm.CIVIL_SOCIETY: _("Civil society"),
        PartyForm.ACADEMIA: _("Universities and institutes"),
        PartyForm.INTERGOVERNMENTAL: _("Intergovernmental organizations"),
        PartyForm.PUBLIC_AUTHORITY: _("Public authorities"),
        PartyForm.ASSOCIATION: _("Associations"),
        PartyForm.SECRETARIAT: _("Secretariats"),
        PartyForm.ARCHIVE: _("Archives"),
    }[form]


@register.filter
def held(meeting: Seen[Any]) -> str:
    """Say when a meeting is or was held, as exactly as its source does."""
    start, end = meeting["start"], meeting["end"]
    if not isinstance(start, Value):
        return str(start)
    zone = meeting.value("zone") or "UTC"
    last = _day(end.value, zone=zone) if end.is_value and end.value else None
    return times.span(_day(start.value, zone=zone), last)


def _day(when: When, *, zone: str) -> When:
    """Return the day over there of a date, however exact: a list of meetings gives no hours."""
    if when.precision != "instant":
        return when
    return When(when.first.astimezone(ZoneInfo(zone)).date().isoformat())


@register.filter
def term(seen: Seen[Any]) -> str:
    """Say from when to when a seat or mandate is held; where only attested, on which date."""
    start, end = (_on(seen.value(field)) for field in ("start", "end"))
    attested = seen.value("attested_on") if "attested_on" in seen.cells else None
    ended = seen.value("ended")
    if ended:
        return _("until %(end)s") % {"end": times.date(ended)}
    if start and end:
        return _("%(start)s to %(end)s") % {"start": times.date(start), "end": times.date(end)}
    if start:
        return _("since %(start)s") % {"start": times.date(start)}
    if attested and attested.precision in ("day", "instant"):
        return _("attested on %(date)s") % {"date": times.date(_day(attested, zone="UTC"))}
    if attested:
        return _("attested in %(date)s") % {"date": times.date(attested)}
    return str(seen["start"])


def _on(when: When | None) -> When | None:
    """Return the day alone: nobody asks at what second a seat was taken."""
    return _day(when, zone="UTC") if when else None


@dataclass(frozen=True, kw_only=True)
class Bench:
    """Seats of one role and one term, read together."""

    role: str
    term: str
    seats: Sequence[Seen[Any]]


@register.filter
def benches(seats: Sequence[Seen[Any]]) -> list[Bench]:
    """Put seats of the same role, title and term together, in the order given."""
    groups: dict[tuple[str, str], list[Seen[Any]]] = {}
    for seat in seats:
        role = str(seat["title"]) if seat["title"] else _capital(called(seat["role"]))
        groups.setdefault((role, term(seat)), []).append(seat)
    return [Bench(role=role, term=when, seats=listed) for (role, when), listed in groups.items()]


def _capital(words: str) -> str:
    return words[:1].upper() + words[1:]


@register.simple_tag
def told(cell: Cell) -> SafeString:
    """Write a value; where there is none, say that none is recorded here, which is not zero."""
    if cell:
        return format_html("{}", str(cell)) if cell.is_value else _withheld(cell)
    return format_html('<span class="none">{}</span>', _("none recorded here"))


def _withheld(cell: Cell) -> SafeString:
    return format_html('<span class="withheld">{}</span>', str(cell))


@register.simple_tag
def attribution(cell: Cell) -> str:
    """Say what may be told of who was there and who said what."""
    if not isinstance(cell, Value):
        return str(cell)
    return {
        Attribution.ON_THE_RECORD: _("On the record: who said what may be told."),
        Attribution.CHATHAM_HOUSE: _(
            "Chatham House Rule: what was said may be used outside; who said it, their affiliation and who was there "
            "may not be told."
        ),
        Attribution.CLOSED: _("Closed: what was said stays among those who were there."),
    }[cell.value]


@register.simple_tag
def plain(words: str | Erased) -> str:
    """Write words, or that they were erased."""
    return str(ErasedCell("words")) if isinstance(words, Erased) else words


@register.simple_tag
def source(given: Any) -> SafeString:
    """Write a source; one that is an address can be followed, and the place it leads to is not told who came."""
    return _sources(str(given), shown_as=_shortened)


def source_whole(given: str) -> SafeString:
    """Write a source with its address in full, as the act itself has it."""
    return _sources(given, shown_as=str)


def _shortened(address: str) -> str:
    """Name the page an address leads to; a long one by its host alone."""
    shown = re.sub(r"^https?://(www\.)?", "", address).rstrip("/")
    return shown if len(shown) <= LONGEST else f"{shown.partition('/')[0]}/…"


def _sources(given: str, *, shown_as: Callable[[str], str]) -> SafeString:
    parts = [(_linked(each, shown_as=shown_as),) for each in given.split(SOURCES)]
    return format_html_join("; ", "{}", parts)


def _linked(one: str, *, shown_as: Callable[[str], str]) -> SafeString:
    found = re.fullmatch(r"(https?://\S+)(.*)", one.strip(), flags=re.DOTALL)
    if not found:
        return format_html("{}", one)
    shown = shown_as(found[1])
    return format_html(
        '<a {}href="{}" rel="noreferrer nofollow external" dir="ltr">{}</a>{}',
        format_html('class="{}" ', CUT) if shown.endswith("…") else "",
        found[1],
        shown,
        found[2],
    )


@register.simple_tag
def sealed_acts(count: int) -> str:
    """Say how many acts of the record are sealed from the reader here."""
    if not count:
        return ""
    return ngettext("%(count)d act, sealed from you", "%(count)d acts, sealed from you", count) % {
        "count": count
    }


@register.simple_tag
def kind_of(thing: Seen[Any]) -> str:
    """Say what kind of thing it is: a call, a report, a norm."""
    return noun(thing.type)


@register.simple_tag
def holder(
    seat: Seen[Any], people: Mapping[str, Seen[Any]], parties: Mapping[str, Seen[Any]]
) -> SafeString:
    """Write who holds a seat: a person, a party, or a person of a party."""
    written: list[tuple[Any]] = []
    if seat["person"]:
        written.append((_person(seat["person"], people),))
    if seat["party"]:
        written.append((_party(seat["party"], parties),))
    return format_html_join(", ", "{}", written)


def _person(cell: Cell, people: Mapping[str, Seen[Any]]) -> SafeString:
    person = people.get(cell.value) if isinstance(cell, Value) else None
    if person is None:
        return format_html(
            '<span class="withheld">{}</span>', _("a person whose name you may not see")
        )
    of = person.value("country", "")
    return format_html(
        "{}{}",
        str(person["name"]),
        format_html(' <span class="soft small">{}</span>', of) if of else "",
    )


def _party(cell: Cell, parties: Mapping[str, Seen[Any]]) -> SafeString:
    party = parties.get(cell.value) if isinstance(cell, Value) else None
    if party is None:
        return _withheld(cell)
    return format_html('<a href="/party/{}">{}</a>', party.id, str(party["name"]))


@register.simple_tag
def recommended(seen: Seen[Any]) -> SafeString:
    """Write a recommendation as who should do what."""
    return format_html("<b>{}</b>: {}", _capital(str(seen["who"])), str(seen["should"]))
