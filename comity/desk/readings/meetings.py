"""Which summits and meetings were there, and which are to come?"""

from collections.abc import Sequence
from dataclasses import dataclass

from comity.core.meeting import Meeting, MeetingForm
from comity.desk.look import Look
from comity.desk.seen import Offer, Seen


@dataclass(frozen=True, kw_only=True)
class MeetingsPage:
    """Summits by number, other meetings by date, and apart from both what was only practised."""

    summits: Sequence[Seen[Meeting]]
    others: Sequence[Seen[Meeting]]
    practised: Sequence[Seen[Meeting]]
    offers: Sequence[Offer] = ()


def meetings(look: Look) -> MeetingsPage:
    """Read every meeting this viewer may know of."""
    found = sorted(look.every(Meeting), key=_by_date)
    real = [each for each in found if not each.scope]
    return MeetingsPage(
        summits=[each for each in real if each.value("form") is MeetingForm.SUMMIT],
        others=[each for each in real if each.value("form") is not MeetingForm.SUMMIT],
        practised=[each for each in found if each.scope],
        offers=look.offers([("convene.convene-meeting/1", {})]),
    )


def _by_date(meeting: Seen[Meeting]) -> tuple[str, str]:
    # A date that is sealed from the viewer must not tell itself by its place: those come last, by id.
    start = meeting.value("start")
    return (start.text if start else "~", meeting.id)
