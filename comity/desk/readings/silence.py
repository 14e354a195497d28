"""The silence: how long it runs, for whom, and what objecting would mean."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from comity.core.party import Party
from comity.core.text import Silence, SilenceStatus, TextStatus
from comity.desk.cells import Cell
from comity.desk.look import Look
from comity.desk.readings.act_page import BREAKING, ActPage, act_page
from comity.desk.readings.ending import is_over
from comity.desk.readings.naming import ids_in, name_of
from comity.desk.readings.procedure import Procedure, procedure
from comity.desk.seen import Deed, Offer, Seen


@dataclass(frozen=True, kw_only=True)
class SilencePage(Procedure):
    """One silence procedure."""

    silence: Seen[Silence]
    parties: Cell
    """The names of the parties whose silence counts, in the programme's alphabet."""
    broken_by: Cell
    objection: Deed | None
    """The act that broke it."""
    is_told: bool
    """True where the viewer chairs the body: they see who objected."""
    breaks: ActPage | None
    """The act that would break it, where the viewer may and the deadline is ahead."""
    offers: Sequence[Offer]


def silence(look: Look, *, id: str) -> SilencePage | None:  # noqa: A002 — the page's own word
    """Return a silence procedure."""
    found = look.find(Silence, id)
    frame = procedure(look, found)
    if found is None or frame is None:
        return None
    parties = look.many(Party, sorted(ids_in([found["parties"], found["broken_by"]])))
    settled = frame.text.value("status") == TextStatus.ADOPTED or frame.text["revised_by"]
    offers = () if settled else look.offers(_asked(found, now=look.now))
    return SilencePage(
        **vars(frame),
        silence=found,
        parties=name_of(found["parties"], parties),
        broken_by=name_of(found["broken_by"], parties),
        objection=next(
            (deed for deed in frame.deeds if deed.verb == "reframe.break-silence"), None
        ),
        is_told=str(found["body"]) in look.viewer.chairs,
        breaks=_breaks(look, found),
        offers=offers,
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
