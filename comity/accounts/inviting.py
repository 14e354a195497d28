"""What goes with a letter to those who are invited: when and where, a link to answer by, a file for the calendar."""

from dataclasses import dataclass, replace
from email.mime.text import MIMEText
from email.utils import parseaddr
from typing import Any

from django.conf import settings
from django.utils.translation import gettext as _

from comity.accounts.answering import Card
from comity.core.agenda import Agenda
from comity.core.course import Course
from comity.core.meeting import Meeting
from comity.core.programme import Programme
from comity.core.when import Deadline, When
from comity.desk.look import Look
from comity.desk.posting import Letter
from comity.desk.readings.preparing import items_of
from comity.desk.seen import Seen
from comity.wording import span
from comity.wording.agenda import lines
from comity.wording.calendar import Told, calendar, has_day, method
from comity.wording.letter import Written, link_to
from comity.wording.letter import letter as letter_of
from comity.wording.times import Reader


@dataclass(frozen=True, kw_only=True)
class Enclosed:
    """What a letter says beside the sentence of its act; nothing where it is about something else."""

    words: tuple[str, ...] = ()
    link: str = ""
    """Where the letter leads, where that is not the page of its thing."""
    file: MIMEText | None = None


def with_file(
    look: Look, *, letter: Letter, site: str, to: str
) -> tuple[Written, MIMEText | None] | None:
    """Write a letter as its reader may see the act, and what goes with it; None where they may see nothing of it."""
    written = letter_of(look, act=letter.act, thing=letter.thing, site=site)
    thing = look.things([letter.thing]).get(letter.thing)
    if written is None or thing is None or thing.type != "invitation":
        return None if written is None else (written, None)
    enclosed = enclosed_with(
        look, thing, letter=letter, site=site, to=to, is_asked=written.due is not None
    )
    link = link_to(letter.thing, letter.act, site)
    more = "\n\n".join([*enclosed.words, enclosed.link or link])
    return replace(written, words=written.words.replace(link, more)), enclosed.file


def enclosed_with(
    look: Look, invitation: Seen[Any], *, letter: Letter, site: str, to: str, is_asked: bool
) -> Enclosed:
    """Return what goes with a letter about an invitation, as its reader may see the meeting."""
    name = str(invitation.value("meeting"))
    meeting, course = look.find(Meeting, name), look.find(Course, name)
    programme = look.find(Programme, "programme")
    if meeting is None or programme is None:
        return Enclosed()
    page = f"{site}/meeting/{name}"
    items = items_of(look, look.find(Agenda, name), meeting=meeting)
    told = Told(
        origin=str(programme["origin"]),
        link=page,
        now=look.now,
        organizer=parseaddr(settings.DEFAULT_FROM_EMAIL)[1],
        attendee=to,
        agenda=lines(items, reader=Reader(zone=look.viewer.zone)),
    )
    file = None
    if has_day(meeting):
        file = _file(calendar(meeting, course, told=told), method(course, told=told))
    link = f"{site}/answer/{_card(invitation, letter)}" if is_asked else page
    return Enclosed(words=_beside(meeting, is_asked=is_asked), link=link, file=file)


def foretold(look: Look, invitation: Seen[Any], *, is_asked: bool) -> tuple[tuple[str, ...], bool]:
    """Return what a letter not yet sent will say beside the sentence of its act, and whether a file goes with it."""
    meeting = look.find(Meeting, str(invitation.value("meeting")))
    if meeting is None:
        return (), False
    return _beside(meeting, is_asked=is_asked), has_day(meeting)


def _beside(meeting: Seen[Any], *, is_asked: bool) -> tuple[str, ...]:
    asking = _("Answer by this link; no account is needed, and opening it answers nothing:")
    return tuple(filter(None, (_when_and_where(meeting), asking if is_asked else "")))


def _card(invitation: Seen[Any], letter: Letter) -> str:
    until: Deadline = invitation["answer_by"].value  # type: ignore[assignment]
    card = Card(
        invitation=invitation.id, party=letter.party, person=letter.person, until=until.instant
    )
    return card.sealed()


def _when_and_where(meeting: Seen[Any]) -> str:
    start, end = meeting.value("start"), meeting.value("end")
    if not isinstance(start, When):
        return ""
    dates = span(start, end, zone=meeting.value("zone") or "UTC")
    place = meeting.value("place")
    return _("%(dates)s, %(place)s") % {"dates": dates, "place": place} if place else dates


def _file(content: bytes, how: str) -> MIMEText:
    """Write the file so that calendars within mail programs offer to take it in."""
    file = MIMEText(content.decode(), "calendar", "utf-8")
    file.set_param("method", how)
    file.add_header("Content-Disposition", "attachment", filename="meeting.ics")
    return file
