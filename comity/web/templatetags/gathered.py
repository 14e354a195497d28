"""What the pages behind the tour say once over several, or of a thing in its own place and time."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import Any
from zoneinfo import ZoneInfo

from django import template
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from comity.core.when import Deadline, When
from comity.desk.cells import Cell, Value
from comity.desk.seen import Offer, Seen
from comity.web.templatetags.behind import called, told
from comity.wording import times
from comity.wording.called import name
from comity.wording.hands import PAGE
from comity.wording.minutes import capital
from comity.wording.sentences import part_label

register = template.Library()


@dataclass(frozen=True, kw_only=True)
class Addressed:
    """Recommendations that follow one another and address the same."""

    who: str
    first: int
    """The place of the first of them in the whole list, from one."""
    recommendations: Sequence[Seen[Any]]


@register.filter
def by_addressee(recommendations: Sequence[Seen[Any]]) -> list[Addressed]:
    """Put recommendations together that address the same, in the order given."""
    groups: list[Addressed] = []
    place = 1
    for who, run in groupby(recommendations, key=lambda each: str(each["who"])):
        given = list(run)
        groups.append(Addressed(who=capital(who), first=place, recommendations=given))
        place += len(given)
    return groups


ADDRESSED = {
    "state": gettext_lazy("states"),
    "non-state": gettext_lazy("others than states"),
    "company": gettext_lazy("companies"),
    "civil-society": gettext_lazy("civil society"),
    "academia": gettext_lazy("universities and institutes"),
    "public-authority": gettext_lazy("public authorities"),
    "intergovernmental": gettext_lazy("intergovernmental organizations"),
    "developer": gettext_lazy("developers"),
    "producer": gettext_lazy("producers"),
}


@register.filter
def addressed(cell: Cell) -> str:
    """Name those whom a norm addresses, as many: `States, companies`; what is withheld says so."""
    if not isinstance(cell, Value):
        return str(cell)
    return capital(", ".join(str(ADDRESSED.get(each, each)) for each in cell.value))


TEXT_SEEN = {
    "verbatim": gettext_lazy("Its own words were seen there."),
    "paraphrase": gettext_lazy("It was seen in paraphrase only."),
    "third-party": gettext_lazy("It was seen in a copy by others only."),
    "title only": gettext_lazy("Its title only was seen."),
}


@register.simple_tag
def text_seen(cell: Cell) -> str:
    """Say how the text of a norm was seen by who recorded it."""
    said = str(cell)
    return str(TEXT_SEEN[said]) if said in TEXT_SEEN else _("Seen as: %(seen)s") % {"seen": said}


@register.simple_tag(takes_context=True)
def named(context: template.Context, asked: Cell, known: Mapping[str, Seen[Any]]) -> SafeString:
    """Name the thing whose `type/id` stands in a cell as a sentence does, as a link; what is withheld says so."""
    if not isinstance(asked, Value):
        return PAGE.absent(str(asked), why="withheld" if asked.is_sealed else "erased")
    names = {**(context.get("names") or {}), **known}
    return SafeString(name(str(asked.value), names=names, hand=PAGE))


@register.filter
def act_of(seen: Seen[Any], field: str) -> int:
    """Return the act that last said a field of a thing: what stands was said by it, not by the one before."""
    return seen.act_of(field)


@register.simple_tag
def fact_label(field: str) -> str:
    """Return what a fact is called where it is corrected."""
    return part_label("programme.correct-fact/1", field)


@register.simple_tag(takes_context=True)
def hours(context: template.Context, meeting: Seen[Any], which: str = "start") -> str:
    """Say at what hour a meeting begins or ends, there and on the reader's own clock; empty where none is known."""
    at = meeting.value(which)
    if not isinstance(at, When) or at.precision != "instant":
        return ""
    zone = meeting.value("zone") or "UTC"
    there = at.first.astimezone(ZoneInfo(zone)).isoformat(timespec="seconds")
    return times.deadline(Deadline(f"{there}[{zone}]"), reader=context["reader"])


@register.simple_tag(takes_context=True)
def is_ahead(context: template.Context, meeting: Seen[Any]) -> bool:
    """Tell whether a meeting is still to be held; where its date is not known or not seen, it is not said to be."""
    start = meeting.value("start")
    return isinstance(start, When) and bool(start.first > context["reader_now"])


@register.simple_tag(takes_context=True)
def checked(context: template.Context, check: Seen[Any]) -> str:
    """Say how a contact check went: in how many minutes it was answered, that it was not, or that it still may be."""
    channel = called(check["channel"])
    asked = check["asked"]
    if not isinstance(asked, Value):
        return str(asked)
    if not check["answered"].is_value:
        return str(check["answered"])
    reader = context["reader"]
    zone = (reader.venue if check.scope else "") or reader.zone or "UTC"
    # To the minute: the seconds stand in the record, and nobody is called by the second.
    minute = asked.value.replace(second=0, microsecond=0)
    when = times.moment(minute, zone=zone, label=reader.zones.get(zone, ""))
    by = check.value("answer_by")
    minutes = check.value("answered_in_minutes")
    if minutes is None and by is not None and by.instant > context["reader_now"]:
        said = {
            "channel": channel,
            "when": when,
            "by": times.deadline(by, reader=reader),
        }
        return _("By %(channel)s, %(when)s: to be answered by %(by)s.") % said
    if minutes is None:
        return _("By %(channel)s, %(when)s: not answered.") % {"channel": channel, "when": when}
    lasted = {"channel": channel, "when": when, "long": times.duration(minutes)}
    answered = check.value("answered")
    if by is not None and answered is not None and answered >= by.instant:
        return _("By %(channel)s, %(when)s: answered in %(long)s, late.") % lasted
    return _("By %(channel)s, %(when)s: answered in %(long)s.") % lasted


@register.simple_tag
def kept(cell: Cell) -> SafeString:
    """Write how a contact is reached; where it is kept from this reader say only that, not what it would be."""
    if cell.is_sealed:
        return PAGE.absent(_("kept from you"), why="withheld")
    return told(cell)


@dataclass(frozen=True, kw_only=True)
class Apart:
    """Acts that serve one purpose."""

    why: str
    offers: Sequence[Offer]
    is_first: bool
    """True of the group that most come for."""


ON_AN_ADOPTION = (
    (gettext_lazy("Only its room can read it. To let everybody"), ("programme.open",)),
    (
        gettext_lazy("To stand behind it"),
        ("mobilize.endorse", "mobilize.make-commitment"),
    ),
    (
        gettext_lazy("To say beside the text what your party accepts, and why"),
        ("reframe.enter-reservation", "reframe.dissociate", "reframe.explain-position"),
    ),
    (
        gettext_lazy("To carry it further"),
        ("mobilize.log-advocacy", "mobilize.name-target", "mobilize.define-measure"),
    ),
)
"""What may be done with an adopted text, by what it is for."""


@register.filter
def in_a_sentence(seen: Seen[Any] | None) -> str:
    """Name a thing in the midst of a sentence: one that is called The Conference takes no second article."""
    return name(seen.thing, names={seen.thing: seen}, hand=PAGE, link=False) if seen else ""


@register.filter
def on_an_adoption(offers: Sequence[Offer]) -> list[Apart]:
    """Put what is offered on an adopted text together by what it is for, each kind once."""
    once = {each.kind.partition("/")[0]: each for each in reversed(offers)}
    found = [
        (str(why), [once[kind] for kind in kinds if kind in once]) for why, kinds in ON_AN_ADOPTION
    ]
    given = [(why, group) for why, group in found if group]
    return [
        Apart(why=why, offers=group, is_first=place == 0)
        for place, (why, group) in enumerate(given)
    ]
