"""Home: what the programme is for, its three doors, one sentence followed, what is latest."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

from comity.core.meeting import Meeting, MeetingForm
from comity.core.norm import Norm, Report
from comity.core.party import Body, BodyForm
from comity.core.programme import Difference, Objective, Programme
from comity.core.text import Silence, SilenceStatus, Text
from comity.desk.cells import Cell
from comity.desk.look import Look
from comity.desk.readings.ending import ends
from comity.desk.readings.sentence import in_order
from comity.desk.seen import Deed, Seen

FOLLOWED = "norm"
"""Which kind of thing the sentence on the home page is."""
LATEST = 6
ON_LINE = ("meeting", "call", "norm", "report", "endorsement", "evidence")
DIFFERENCES = 2


OBJECTIVES = 12
"""How many objectives stand on the first page; the others stand with the work areas."""
EXAMPLES = 100
"""Among how many differences the examples are chosen."""


@dataclass(frozen=True, kw_only=True)
class UnderSilence:
    """A running silence with its text."""

    row: Seen[Silence]
    text: Seen[Text]


@dataclass(frozen=True, kw_only=True)
class Differing:
    """A thing that sources tell differently."""

    about: Seen[Any]
    claims: Cell


@dataclass(frozen=True, kw_only=True)
class Home:
    """The first page."""

    programme: Seen[Programme]
    objectives: Sequence[Seen[Objective]]
    has_more_objectives: bool
    summits: Sequence[Seen[Meeting]]
    meetings: int
    groups: int
    reports: int
    norms: int
    followed: Seen[Any] | None
    followed_line: Sequence[Seen[Any]] = field(default=())
    differing: Sequence[Differing]
    latest: Sequence[Deed]
    silences: Sequence[UnderSilence]
    scope: str = ""


def home(look: Look) -> Home | None:
    """Return the first page; None before the programme is established."""
    programme = look.find(Programme, "programme")
    if programme is None:
        return None
    forms = look.counts(Meeting, "form")
    summits = [each for each in look.all(Meeting, form=MeetingForm.SUMMIT.value) if not each.scope]
    followed, line = _followed(look)
    objectives = look.some(Objective, limit=OBJECTIVES + 1)
    return Home(
        programme=programme,
        objectives=sorted(objectives[:OBJECTIVES], key=lambda each: each.value("place", 0)),
        has_more_objectives=len(objectives) > OBJECTIVES,
        summits=sorted(summits, key=lambda each: str(each["start"])),
        meetings=sum(forms.values()) - forms.get(MeetingForm.SUMMIT.value, 0),
        groups=look.count(Body, form=BodyForm.BREAKTHROUGH_GROUP.value),
        reports=look.count(Report),
        norms=look.count(Norm),
        followed=followed,
        followed_line=line,
        differing=_differing(look),
        latest=look.minutes(limit=LATEST),
        silences=_silences(look),
    )


def _followed(look: Look) -> tuple[Seen[Any] | None, Sequence[Seen[Any]]]:
    """Return the first norm that is put forward, and its line."""
    norm = min(look.some(Norm, limit=40), key=lambda each: each.act, default=None)
    line = look.line(norm.thing) if norm else None
    nodes = in_order(line.nodes.values()) if line else []
    return norm, [each for each in nodes if each.type in ON_LINE][:7]


def _differing(look: Look) -> Sequence[Differing]:
    """Return examples of what sources tell differently, meetings first: a reader can open them."""
    found = look.some(Difference, limit=EXAMPLES)
    about = look.things([str(each["about"]) for each in found])
    known = [
        Differing(about=about[str(each["about"])], claims=each["claims"])
        for each in found
        if str(each["about"]) in about
    ]
    return sorted(known, key=_meetings_first)[:DIFFERENCES]


def _meetings_first(each: Differing) -> tuple[bool, str]:
    start = each.about.cells.get("start")
    return (each.about.type != "meeting", str(start) if start is not None else "")


def _silences(look: Look) -> Sequence[UnderSilence]:
    running = look.all(Silence, status=SilenceStatus.RUNNING.value)
    texts = look.many(Text, [str(each["text"]) for each in running])
    shown = [
        UnderSilence(row=each, text=texts[str(each["text"])])
        for each in running
        if str(each["text"]) in texts
    ]
    return sorted(
        shown,
        key=lambda each: ends(each.row),
    )
