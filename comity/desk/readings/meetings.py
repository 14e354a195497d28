"""Which summits and meetings were there, and which are to come?"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from comity.core.course import Course
from comity.core.meeting import Meeting, MeetingForm
from comity.desk.look import Look
from comity.desk.readings.paging import paged
from comity.desk.seen import Offer, Seen


@dataclass(frozen=True, kw_only=True)
class MeetingsPage:
    """Summits by number, other meetings by date, and apart from both what was only practised."""

    summits: Sequence[Seen[Meeting]]
    others: Sequence[Seen[Meeting]]
    practised: Sequence[Seen[Meeting]]
    courses: Mapping[str, Seen[Course]]
    """What became of those that were moved or called off, by id."""
    more: str = ""
    """The id after which the next page begins."""
    offers: Sequence[Offer] = ()


def meetings(look: Look, *, after: str = "") -> MeetingsPage:
    """Read every meeting this viewer may know of."""
    page = paged(look, Meeting, after=after)
    found = sorted(page.rows, key=_by_date)
    summits = [each for each in look.all(Meeting, form=MeetingForm.SUMMIT.value) if not each.scope]
    real = [each for each in found if not each.scope]
    return MeetingsPage(
        summits=[] if after else sorted(summits, key=_by_date),
        others=[each for each in real if each.value("form") is not MeetingForm.SUMMIT],
        practised=[each for each in found if each.scope],
        courses=look.many(Course, [each.id for each in (*found, *summits)]),
        more=page.more,
        offers=look.offers([("convene.convene-meeting/1", {})]),
    )


def _by_date(meeting: Seen[Meeting]) -> tuple[str, str]:
    # A date that is sealed from the viewer must not tell itself by its place: those come last, by id.
    start = meeting.value("start")
    return (start.text if start else "~", meeting.id)
