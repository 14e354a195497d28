"""Check it yourself: which key and which act to look at."""

from dataclasses import dataclass

from comity.core.programme import Programme
from comity.desk.look import Look
from comity.desk.seen import Deed, Seen

TRIED = 5


@dataclass(frozen=True, kw_only=True)
class CheckPage:
    """What a stranger needs to check the record."""

    programme: Seen[Programme]
    acts: int
    shown: Deed | None
    """The act whose byte the page proposes to change: the newest adoption that all may see, else the first act."""
    scope: str = ""


def check(look: Look) -> CheckPage | None:
    """Return what a stranger needs to check the record."""
    programme = look.find(Programme, "programme")
    if programme is None:
        return None
    return CheckPage(programme=programme, acts=look.size, shown=_shown(look))


def _shown(look: Look) -> Deed | None:
    """Return the newest adoption that everybody may see, else the first act."""
    for deed in look.minutes(kind="reframe.declare-adoption", limit=TRIED):
        proof = look.proof(deed.index)
        if proof and any(part.name == "kind" and part.audience == "public" for part in proof.parts):
            return deed
    return next(iter(look.minutes(kind="programme.establish-programme", limit=1)), None)
