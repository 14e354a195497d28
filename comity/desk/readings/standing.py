"""What stands already, where an act says it anew and whole: its form begins with that, so that nothing is lost."""

from collections.abc import Mapping, Sequence
from dataclasses import fields
from typing import Any

from comity.core.agenda import Agenda, Item
from comity.core.attendance import Attendance, Minutes
from comity.core.invitation import Arrangement, Coming, Invitation
from comity.core.of_progress import SAID
from comity.core.party import Body
from comity.core.review import Clearance, ProgressDraft
from comity.desk.look import Look
from comity.desk.readings.opening import opened
from comity.desk.seen import Seen

ANSWER = ("answer", "people", "delegates", "requires", "words")
"""What a party says anew when it answers an invitation once more."""


def standing(look: Look, verb: str, given: Mapping[str, str]) -> Mapping[str, str]:
    """Return what the form of an act begins with, by field, as it would be typed."""
    meeting = given.get("meeting", "")
    match verb:
        case "convene.convene-meeting":
            return {"zone": _clock(look, given.get("body", ""))}
        case "convene.arrange-meeting" if meeting:
            return _arranged(look, meeting)
        case "convene.set-agenda" if meeting:
            return _agenda(look, meeting)
        case "convene.record-attendance" if meeting:
            return _told(look.find(Attendance, meeting), ("present", "parties", "names"))
        case "convene.answer-invitation" if given.get("invitation"):
            return _told(_answered(look, given["invitation"]), ANSWER)
        case "convene.enter-minutes" if meeting:
            return _told(look.find(Minutes, meeting), ("words",))
        case "programme.open":
            return opened(look, given.get("act", ""))
        case "mobilize.draft-progress":
            before = look.find(ProgressDraft, given.get("replaces", ""))
            return {"clearance": Clearance.SECOND_PERSON.value} | dict(
                _told(before, (*SAID, "clearance"))
            )
    return {}


def _clock(look: Look, body: str) -> str:
    """Name the clock on which a meeting's hours are read, so that its agenda's are read on the same."""
    room = look.find(Body, body) if body else None
    return str((room.value("zone") if room else "") or look.viewer.zone)


def _told(found: Seen[Any] | None, names: Sequence[str]) -> Mapping[str, str]:
    """Return what some fields of a thing say, as it would be typed: the entries of a list a line each."""
    values = {} if found is None else {name: found.value(name) for name in names}
    return {
        name: "\n".join(value) if isinstance(value, tuple) else str(value)
        for name, value in values.items()
        if value
    }


def _answered(look: Look, invitation: str) -> Seen[Any] | None:
    """Return what the viewer's party answered; none where they stand for several that did."""
    found = look.all(Coming, invitation=invitation)
    mine = [each for each in found if each.value("party") in look.viewer.parties]
    return mine[0] if len(mine) == 1 else None


def _agenda(look: Look, meeting: str) -> Mapping[str, str]:
    """Return the items that stand, column by column."""
    found = look.find(Agenda, meeting)
    items = found.value("items", ()) if found else ()
    return {
        f"items:{column.name}": "\n".join(str(getattr(item, column.name) or "") for item in items)
        for column in fields(Item)
    }


def _arranged(look: Look, meeting: str) -> Mapping[str, str]:
    """Return how the meeting is arranged, and whom that is for: all who are invited."""
    found = look.find(Arrangement, meeting)
    invited = {each.value("party") for each in look.all(Invitation, meeting=meeting)}
    return {
        **_told(found, ("seats", "access", "joining")),
        "for_parties": "\n".join(sorted(filter(None, invited))),
    }
