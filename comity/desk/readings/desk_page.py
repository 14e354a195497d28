"""Your desk: what is asked of you, by when; then what changed since you last looked."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from comity.core.ballot import Ballot
from comity.core.consensus import Round
from comity.core.party import Body, Party
from comity.core.text import Silence, Text, TextStatus
from comity.desk.cells import EMPTY
from comity.desk.look import Look
from comity.desk.readings.ending import ends
from comity.desk.readings.mailing import Mailing, mailings
from comity.desk.readings.risks import Risks, open_risks
from comity.desk.readings.steps import FirstStep, first_steps
from comity.desk.readings.told_of import ToldOf, told_of
from comity.desk.seen import Deed, Owing, Seen

NEAR = timedelta(hours=6)
"""How close a deadline is when the desk says so."""
WEEK = 7
CHANGED = 12
RECEIPTS = 4


@dataclass(frozen=True, kw_only=True)
class Due:
    """One thing asked of the viewer."""

    owing: Owing
    thing: Seen[Any]
    about: Seen[Any] | None
    """The text, contact, meeting, commitment or party it is about."""
    body: Seen[Body] | None
    by: datetime | None
    is_near: bool
    is_late: bool = False
    """True where its time has passed and it is still asked."""


@dataclass(frozen=True, kw_only=True)
class DeskPage:
    """One person's desk."""

    parties: Sequence[Seen[Party]]
    zone: str
    now: datetime
    came_back: Sequence[Mailing]
    """What was done for the viewer's parties and sent letters that nobody took, or that came back."""
    owed: Sequence[Due]
    next_deadline: Due | None
    """The next moment at which something that is not asked of the viewer now will be closed."""
    next_day: datetime | None
    """The last moment of what will be asked of the viewer next, where that comes before it, and is not near yet."""
    changed: Sequence[Deed]
    is_since: bool
    """True where `changed` is what is new since the viewer last looked; false where it is the latest."""
    is_more: bool
    """True where more is new than is shown: the oldest stands here first, the rest when the viewer looks again."""
    receipts: Sequence[Deed]
    texts: Sequence[Seen[Text]]
    steps: Sequence[FirstStep]
    """What a young programme's secretariat does first; none once it is done."""
    scope: str
    risks: Risks
    """What was flagged to the viewer, or by them, and is not settled."""
    told_of: ToldOf
    """What others told of what the viewer's parties promised, and may be replied to."""
    is_secretariat: bool = False
    is_week_to_look: bool = False
    """True for the secretariat in the first week of a month: the time to look at what may be erased."""


def desk(look: Look, *, seen_index: int = -1) -> DeskPage | None:
    """Return the desk of the person who looks; None for the public."""
    viewer = look.viewer
    if viewer.is_public:
        return None
    owed, later = look.owed_and_later()
    things = look.things([each.thing for each in owed])
    about = look.things([name for each in things.values() for name in _about(each)])
    bodies = look.many(Body, {*_bodies(things.values()), *_bodies(about.values()), *viewer.voices})
    texts = [text for body in sorted(viewer.voices) for text in look.all(Text, body=body)]
    parties = look.many(Party, sorted(viewer.parties))
    found = look.minutes(after=seen_index, limit=CHANGED + 1) if seen_index >= 0 else ()
    news = found[:CHANGED]
    mine = [
        deed
        for party in sorted(viewer.parties)
        for deed in look.minutes(party=party, limit=RECEIPTS)
    ]
    ending = _next(look, owed=owed, later=later, bodies=bodies)
    return DeskPage(
        parties=list(parties.values()),
        zone=viewer.zone,
        now=look.now,
        came_back=mailings(look, _lost(look)),
        owed=[
            _due(look, each, things=things, about=about, bodies=bodies)
            for each in owed
            if each.thing in things
        ],
        next_deadline=ending,
        next_day=None if ending else _last_moment(later),
        changed=sorted(news, key=lambda deed: -deed.index) or look.minutes(limit=6),
        is_since=bool(news),
        is_more=len(found) > len(news),
        receipts=sorted(
            (deed for deed in mine if deed.by.value == viewer.person), key=lambda deed: -deed.index
        )[:RECEIPTS],
        texts=[
            each
            for each in texts
            if each.value("status") != TextStatus.ADOPTED and not each.value("revised_by")
        ],
        steps=first_steps(look),
        scope=next(iter(sorted(viewer.exercises)), ""),
        risks=open_risks(look),
        told_of=told_of(look),
        is_secretariat=viewer.is_secretariat,
        is_week_to_look=viewer.is_secretariat and look.now.day <= WEEK,
    )


def _lost(look: Look) -> Sequence[Deed]:
    lost = look.deeds(each.act for each in look.returned())
    return sorted(lost.values(), key=lambda deed: -deed.index)


def _about(thing: Seen[Any]) -> tuple[str, ...]:
    """Name the text, contact, meeting or commitment or, for a mandate, the party that an owed thing is about."""
    if thing.type == "mandate" and thing["party"].is_value:
        return (f"party/{thing['party'].value}",)
    for field in ("text", "contact", "meeting", "commitment"):
        cell = thing.cells.get(field, EMPTY)
        if cell.is_value and cell.value:
            return (f"{field}/{cell.value}",)
    return ()


def _bodies(things: Any) -> set[str]:
    return {
        str(each["body"].value)
        for each in things
        if "body" in each.cells and each["body"].is_value and each["body"].value
    }


def _due(look: Look, owing: Owing, *, things: Any, about: Any, bodies: Any) -> Due:
    thing = things[owing.thing]
    text = next((about[name] for name in _about(thing) if name in about), None)
    held = [each for each in (thing, text) if each is not None and "body" in each.cells]
    by = owing.due.instant if owing.due else owing.due_at
    return Due(
        owing=owing,
        thing=thing,
        about=text,
        body=next(
            (bodies[str(each["body"])] for each in held if str(each["body"]) in bodies), None
        ),
        by=by,
        is_near=by is not None and by - look.now < NEAR,
        is_late=by is not None and by <= look.now,
    )


def _last_moment(later: Sequence[Owing]) -> datetime | None:
    """Return the last moment of the day, month or year by which the first of it is asked."""
    first = next((each.due_at for each in later if each.due_at), None)
    return first - timedelta.resolution if first else None


def _next(look: Look, *, owed: Sequence[Owing], later: Sequence[Owing], bodies: Any) -> Due | None:
    """Return the next silence, round or ballot that ends, is not asked now, and ends before what will be asked."""
    asked = {each.thing for each in owed}
    opened: list[Seen[Any]] = [
        *look.all(Silence, status="running"),
        *look.all(Round, status="running"),
        *look.all(Ballot, status="running"),
    ]
    running = [each for each in opened if each.thing not in asked and each["deadline"].is_value]
    ahead = sorted(
        (each for each in running if ends(each) > look.now),
        key=ends,
    )
    day = _last_moment(later)
    if not ahead or (day is not None and day < ends(ahead[0])):
        return None
    first = ahead[0]
    owing = Owing(what=first.type, thing=first.thing, party="", due=first["deadline"].value)
    return Due(
        owing=owing,
        thing=first,
        about=None,
        body=bodies.get(str(first["body"])),
        by=ends(first),
        is_near=False,
    )
