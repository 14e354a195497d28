"""To what am I invited, by when am I to answer, and what did my party answer so far?"""

from dataclasses import dataclass

from comity.core.course import Course
from comity.core.invitation import Coming, Invitation
from comity.core.meeting import Meeting
from comity.core.party import Party
from comity.desk.look import Look
from comity.desk.seen import Seen


@dataclass(frozen=True, kw_only=True)
class InvitationPage:
    """One invitation, as whoever answers it for a party sees it."""

    invitation: Seen[Invitation]
    meeting: Seen[Meeting]
    course: Seen[Course] | None
    party: Seen[Party] | None
    reply: Seen[Coming] | None
    """What the party answered so far."""
    scope: str


def invitation(look: Look, *, id: str, party: str) -> InvitationPage | None:  # noqa: A002
    """Read one invitation, for a party that the viewer acts for."""
    found = look.find(Invitation, id)
    meeting = look.find(Meeting, found.value("meeting")) if found else None
    if found is None or meeting is None or party not in look.viewer.parties:
        return None
    replies = look.all(Coming, invitation=id, party=party)
    return InvitationPage(
        invitation=found,
        meeting=meeting,
        course=look.find(Course, meeting.id),
        party=look.find(Party, party),
        reply=next((each for each in replies if not each.is_recorded), None),
        scope=found.scope,
    )
