"""The silence: how long it runs, for whom, and what objecting would mean."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from comity.core.party import Body, Party
from comity.core.text import Silence, SilenceStatus, Text
from comity.desk.cells import Cell
from comity.desk.look import Look
from comity.desk.readings.act_page import BREAKING, ActPage, act_page
from comity.desk.readings.ending import is_elsewhere, is_over
from comity.desk.readings.line import Step, short_line
from comity.desk.readings.naming import ids_in, name_of
from comity.desk.seen import Deed, Offer, Seen


@dataclass(frozen=True, kw_only=True)
class SilencePage:
    """One silence procedure."""

    silence: Seen[Silence]
    text: Seen[Text]
    body: Seen[Body] | None
    line: Sequence[Step]
    parties: Cell
    """The names of the parties whose silence counts, in the programme's alphabet."""
    broken_by: Cell
    objection: Deed | None
    """The act that broke it."""
    is_told: bool
    """True where the viewer chairs the body: they see who objected."""
    deeds: Sequence[Deed]
    breaks: ActPage | None
    """The act that would break it, where the viewer may and the deadline is ahead."""
    is_over: bool
    """True where the deadline has passed and the desk has not closed it yet."""
    offers: Sequence[Offer]
    zone: str
    is_elsewhere: bool
    """True where the viewer's clock differs from the venue's."""
    now: datetime
    scope: str


def silence(look: Look, *, id: str) -> SilencePage | None:  # noqa: A002 — the page's own word
    """Return a silence procedure."""
    found = look.find(Silence, id)
    about = look.find(Text, str(found["text"])) if found else None
    if found is None or about is None:
        return None
    body = look.find(Body, str(found["body"]))
    parties = look.many(Party, sorted(ids_in([found["parties"], found["broken_by"]])))
    deeds = look.minutes(thing=found.thing, limit=20)
    offers = look.offers(_asked(found, now=look.now))
    return SilencePage(
        silence=found,
        text=about,
        body=body,
        line=short_line(look, found),
        parties=name_of(found["parties"], parties),
        broken_by=name_of(found["broken_by"], parties),
        objection=next((deed for deed in deeds if deed.verb == "reframe.break-silence"), None),
        is_told=str(found["body"]) in look.viewer.chairs,
        deeds=deeds,
        breaks=_breaks(look, found),
        is_over=is_over(found, now=look.now),
        offers=offers,
        zone=look.viewer.zone,
        is_elsewhere=is_elsewhere(found, look=look),
        now=look.now,
        scope=found.scope,
    )


def _asked(found: Seen[Silence], *, now: datetime) -> list[tuple[str, Mapping[str, Any]]]:
    """Name the acts that may be done about a silence in its present state."""
    deadline = found.value("deadline")
    match found.value("status"):
        case SilenceStatus.RUNNING if deadline is not None and now < deadline.instant:
            return [("reframe.extend-silence/1", {"silence": found.id})]
        case SilenceStatus.EXTENSION_ASKED:
            return [("reframe.extend-silence/1", {"silence": found.id})]
        case SilenceStatus.HELD:
            return [
                ("reframe.declare-adoption/1", {"text": str(found["text"]), "silence": found.id})
            ]
    return []


def _breaks(look: Look, found: Seen[Silence]) -> ActPage | None:
    """Return the act that would break it, for those of the viewer's parties whose silence counts."""
    if found.value("status") != SilenceStatus.RUNNING or is_over(found, now=look.now):
        return None
    page = act_page(look, verb=BREAKING, given={"silence": found.id})
    return page if page and page.parties else None
