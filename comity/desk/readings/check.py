"""Check it yourself: which key and which act to look at."""

from dataclasses import dataclass

from comity.core.programme import Programme
from comity.desk.look import Look
from comity.desk.seen import Deed, Seen


@dataclass(frozen=True, kw_only=True)
class CheckPage:
    """What a stranger needs to check the record."""

    programme: Seen[Programme]
    acts: int
    shown: Deed | None
    """The act whose byte the page proposes to change: the newest objection, else the newest act."""
    scope: str = ""


def check(look: Look) -> CheckPage | None:
    """Return what a stranger needs to check the record."""
    programme = look.find(Programme, "programme")
    if programme is None:
        return None
    broken = look.minutes(kind="reframe.break-silence", limit=1) or look.minutes(limit=1)
    return CheckPage(programme=programme, acts=look.size, shown=broken[0] if broken else None)
