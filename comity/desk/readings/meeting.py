"""What was this meeting, and what came of it?"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from comity.core.course import Course
from comity.core.invitation import Arrangement
from comity.core.knowledge import SourcedClaim
from comity.core.meeting import Meeting, Outcome
from comity.core.party import Body, Party
from comity.core.programme import Difference, Paper
from comity.desk.look import Look
from comity.desk.readings.corrected import Corrected, corrected
from comity.desk.readings.guests import Guests, guests
from comity.desk.readings.paging import Lists
from comity.desk.readings.preparing import Prepared, prepared
from comity.desk.seen import Deed, Offer, Seen


@dataclass(frozen=True, kw_only=True)
class MeetingPage:
    """One meeting, what sources say differently of it, its outcomes and what follows from it."""

    meeting: Seen[Meeting]
    course: Seen[Course] | None
    """What became of it after it was convened; None where it stands as it was."""
    is_ahead: bool
    """True while it is still to be held: it has not begun, and was not called off."""
    arrangement: Seen[Arrangement] | None
    guests: Guests
    prepared: Prepared
    scope: str
    body: Seen[Body] | None
    parties: Sequence[Seen[Party]]
    differences: Sequence[Seen[Difference]]
    corrected: Sequence[Corrected]
    known: Sequence[Seen[SourcedClaim]]
    """What sources say of it."""
    outcomes: Sequence[Seen[Outcome]]
    speakers: Mapping[str, Seen[Party]]
    """The parties that spoke, by id, as far as this viewer may know."""
    papers: Sequence[Seen[Paper]]
    followed_by: Sequence[Seen[Any]]
    deeds: Sequence[Deed] = field(default=())
    offers: Sequence[Offer] = ()
    more: Mapping[str, str] = field(default_factory=dict)
    """For each list that goes on, what `after` says to go on with it."""


Asked = tuple[str, Mapping[str, Any]]
"""A kind of act, and what of it is filled in already."""


def _asked(look: Look, meeting: Seen[Meeting], course: Seen[Course] | None) -> list[Asked]:
    """Return what may be done with a meeting: before it, afterwards, and at any time."""
    named, about = {"meeting": meeting.id}, {"about": meeting.thing}
    always: list[Asked] = [
        ("programme.file-paper/1", about),
        ("programme.note-source-difference/1", about),
        ("programme.note-claim/1", about),
        ("programme.correct-fact/1", {"of": meeting.thing}),
    ]
    if course is not None and course.value("cancelled"):
        return always
    if _is_ahead(look, meeting, course):
        return [
            ("convene.invite/1", named),
            ("convene.set-agenda/1", named),
            ("convene.arrange-meeting/1", named),
            *always,
            ("convene.move-meeting/1", named),
            ("convene.cancel-meeting/1", named),
        ]
    return [
        ("convene.record-outcome/1", named),
        ("convene.assign-action/1", named),
        ("convene.record-attendance/1", named),
        ("convene.enter-minutes/1", named),
        *always,
    ]


def _is_ahead(look: Look, meeting: Seen[Meeting], course: Seen[Course] | None) -> bool:
    """Tell whether it is still to be held."""
    start = meeting.value("start")
    is_called_off = course is not None and bool(course.value("cancelled"))
    return start is not None and look.now < start.end and not is_called_off


def meeting(look: Look, *, id: str, after: str = "") -> MeetingPage | None:  # noqa: A002
    """Read one meeting."""
    found = look.find(Meeting, id)
    if found is None:
        return None
    course = look.find(Course, id)
    lists = Lists(look, after=after)
    outcomes = sorted(
        lists.of("outcomes", Outcome, meeting=id),
        key=lambda each: (each.value("number", 0), each.act),
    )
    spoke = {party for each in outcomes for party in each.value("speakers", ())}
    line = look.line(found.thing)
    following = (
        [
            line.nodes[each]
            for each in dict.fromkeys(line.children(found.thing))
            if each in line.nodes
        ]
        if line
        else []
    )
    return MeetingPage(
        meeting=found,
        course=course,
        arrangement=look.find(Arrangement, id),
        is_ahead=_is_ahead(look, found, course),
        guests=guests(look, lists, id, is_ahead=_is_ahead(look, found, course)),
        prepared=prepared(look, lists, id),
        scope=found.scope,
        body=look.find(Body, found.value("body")) if found.value("body") else None,
        parties=list(look.many(Party, found.value("parties", ())).values()),
        differences=lists.of("differences", Difference, about=found.thing),
        corrected=corrected(look, found),
        known=lists.of("known", SourcedClaim, about=found.thing),
        outcomes=outcomes,
        speakers=look.many(Party, sorted(spoke)),
        papers=lists.of("papers", Paper, about=found.thing),
        followed_by=[each for each in following if each.type != "outcome"],
        deeds=look.minutes(thing=found.thing, limit=20),
        offers=look.offers(_asked(look, found, course)),
        more=lists.more,
    )
