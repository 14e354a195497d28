"""Whether a party has anybody who may clear a draft that another of it wrote."""

from collections.abc import Sequence
from typing import Any

from comity.core.party import Mandate
from comity.core.review import Clearance, ProgressDraft
from comity.core.rights import Power
from comity.desk.look import Look
from comity.desk.seen import Seen


def without_second(
    look: Look, drafts: Sequence[Seen[ProgressDraft]], *, party: str
) -> frozenset[str]:
    """Name those of a party's drafts that wait for a second person whom it does not have now."""
    waiting = [each for each in drafts if _waits(each)]
    if not waiting:
        return frozenset()
    mandates = look.all(Mandate, party=party)
    able = {str(each["person"]) for each in mandates if _binds(each, look)}
    return frozenset(each.id for each in waiting if not able - {str(each["drafted_by"])})


def _waits(draft: Seen[ProgressDraft]) -> bool:
    wanted = draft.value("clearance") is Clearance.SECOND_PERSON
    return wanted and draft.value("cleared") is None


def _binds(mandate: Seen[Any], look: Look) -> bool:
    """Tell whether it lets somebody bind the party at the moment of looking."""
    told = {name: mandate.value(name) for name in ("start", "end", "ended")}
    if told["start"] is None or Power.ENDORSE not in mandate.value("powers", ()):
        return False
    return Mandate(id=mandate.id, person="", party="", powers=(), **told).holds_at(look.now)
