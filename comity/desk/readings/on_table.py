"""What can be named on an agenda, and what stands open on what was named."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from comity.core.ballot import Ballot
from comity.core.consensus import Round
from comity.core.entity import Entity, entity_types
from comity.core.text import Paragraph, Proposal, ProposalStatus, Silence, Text, TextStatus
from comity.desk.cells import EMPTY
from comity.desk.look import Look
from comity.desk.seen import Seen

SETTLED = frozenset({"agreed", "ad-referendum"})
OFFERED = ("text", "recommendation", "report", "norm", "call", "consultation")
"""What a form offers to choose from; the rest of what an item can be about is named in the terminal."""
MOST = 200
"""So many things can be listed; of more, one is named as it stands in its page's address: `text/understanding-2`."""


@dataclass(frozen=True, kw_only=True)
class OpenOn:
    """What stands open on a text, as far as the viewer may know of it."""

    paragraphs: int
    """How many paragraphs are not agreed."""
    proposals: int
    running: Seen[Any] | None
    """The silence, the round or the ballot that runs on it now."""
    status: TextStatus | None
    revised_by: Seen[Text] | None
    """The later revision, where there is one: what was named is not the latest."""


def open_on(look: Look, named: Iterable[Seen[Any]]) -> Mapping[str, OpenOn]:
    """Return what stands open on each text among some things, by its name, in one question a kind."""
    texts = {each.id: each for each in named if each.type == Text.TYPE}
    if not texts:
        return {}
    later = look.many(Text, sorted({str(each["revised_by"]) for each in texts.values()} - {""}))
    tabled = [
        str(each["text"])
        for each in look.among(Proposal, "text", texts)
        if each.value("status") is ProposalStatus.TABLED
    ]
    unsettled = [
        str(each["text"])
        for each in look.among(Paragraph, "text", texts)
        if each.value("status") not in SETTLED
    ]
    running = _running(look, texts)
    return {
        each.thing: OpenOn(
            paragraphs=unsettled.count(each.id),
            proposals=tabled.count(each.id),
            running=running.get(each.id),
            status=each.value("status"),
            revised_by=later.get(str(each["revised_by"])),
        )
        for each in texts.values()
    }


def _running(look: Look, texts: Iterable[str]) -> Mapping[str, Seen[Any]]:
    kinds: tuple[type[Entity], ...] = (Ballot, Round, Silence)
    return {
        str(each["text"]): each
        for kind in kinds
        for each in look.among(kind, "text", texts)
        if each.value("status") == "running"
    }


def to_name(look: Look, *, scope: str) -> Sequence[Seen[Any]]:
    """Return what may be named on an agenda, whichever body's it is; nothing where that is too much to list."""
    known = entity_types()
    found: list[Seen[Any]] = []
    for kind in OFFERED:
        found += look.some(known[kind], limit=MOST + 1, scope=scope)
    return [each for each in found if _is_latest(each)] if len(found) <= MOST else ()


def _is_latest(seen: Seen[Any]) -> bool:
    later = (seen.cells.get(name, EMPTY) for name in ("revised_by", "superseded_by"))
    return not any(cell.is_value and cell.value for cell in later)
