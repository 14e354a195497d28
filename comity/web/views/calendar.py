"""A meeting as a file for a calendar, for whoever may see the meeting."""

from django.http import Http404, HttpRequest, HttpResponse
from django.views.decorators.http import require_safe

from comity.core.agenda import Agenda
from comity.core.course import Course
from comity.core.meeting import Meeting
from comity.core.programme import Programme
from comity.desk.look import Look
from comity.desk.readings.preparing import items_of
from comity.web import window
from comity.wording.agenda import lines
from comity.wording.calendar import MEDIA_TYPE, Told, calendar, has_day, method


@require_safe
def file(request: HttpRequest, *, id: str) -> HttpResponse:  # noqa: A002 — the address's own word
    """Give the file; a meeting that is unknown, not theirs to see, or without a day has none."""
    desk = window.desk_here()
    viewer = desk.viewer(request.person)  # type: ignore[attr-defined]
    link = request.build_absolute_uri(f"/meeting/{id}")
    found = desk.read(viewer, written, name=id, link=link)
    if found is None:
        raise Http404
    how, content = found
    answer = HttpResponse(content, content_type=f"{MEDIA_TYPE}; charset=utf-8; method={how}")
    answer.headers["Content-Disposition"] = f'attachment; filename="{id}.ics"'
    answer.headers["X-Content-Type-Options"] = "nosniff"
    answer.headers["Cache-Control"] = "no-cache" if viewer.is_public else "private, no-store"
    return answer


def written(look: Look, *, name: str, link: str) -> tuple[str, bytes] | None:
    """Write the file as its reader may see the meeting, and what it asks of a calendar; None where there is none."""
    meeting, programme = look.find(Meeting, name), look.find(Programme, "programme")
    if meeting is None or programme is None or not has_day(meeting):
        return None
    course = look.find(Course, name)
    items = items_of(look, look.find(Agenda, name), meeting=meeting)
    agenda = lines(items, reader=window.reader_of(look))
    told = Told(origin=str(programme["origin"]), link=link, now=look.now, agenda=agenda)
    return method(course, told=told), calendar(meeting, course, told=told)
