"""The days of a meeting, as an item of its agenda is put on one of them."""

from collections.abc import Mapping, Sequence
from datetime import datetime, time

from django.utils.dateformat import format as formatted
from django.utils.translation import pgettext

from comity.core.hours import Sitting, sitting
from comity.desk.readings.act_page import ActPage
from comity.web.acting.begun import about
from comity.web.acting.field import Option

SETTING = "convene.set-agenda"
COLUMN = "items:day"
MOST = 40
"""So many days are listed; of more, one is told by its number."""
UNASKED: Mapping[str, tuple[str, ...]] = {SETTING: ("begins",)}
"""Columns of small records that are no longer asked for: they are shown where something stands in them."""


def unasked(page: ActPage) -> tuple[str, ...]:
    """Name the columns that are not asked for: words of before, and the day where there is but one."""
    found = UNASKED.get(page.kind.partition("/")[0], ())
    sits = _sitting(page)
    return (*found, "day") if found and sits is not None and sits.days == 1 else found


def options(page: ActPage) -> Mapping[str, Sequence[Option]]:
    """Offer the days of the meeting, by `field:column`; nothing where they are not known, or too many."""
    sits = _sitting(page)
    if sits is None or not 1 < sits.days <= MOST:
        return {}
    return {COLUMN: [_option(sits, number) for number in range(1, sits.days + 1)]}


def _option(sits: Sitting, number: int) -> Option:
    day = datetime.combine(sits.day(number), time())
    label = formatted(day, pgettext("date format: a day of a meeting", "D j M"))
    return Option(str(number), label, is_chosen=False)


def _sitting(page: ActPage) -> Sitting | None:
    if page.kind.partition("/")[0] != SETTING:
        return None
    meeting = about(page, "meeting")
    start = meeting.value("start") if meeting else None
    if meeting is None or start is None:
        return None
    return sitting(start, meeting.value("end"), zone=str(meeting.value("zone") or "UTC"))
