"""One act: its sentence, its seals, who sees each part, and what proves it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from comity.core.rights import Power
from comity.desk.look import Look
from comity.desk.seen import Deed, Offer, Part, Proof, Seen

OPENING, STRIKING, ERASING = "programme.open/1", "programme.strike/1", "programme.erase/1"


@dataclass(frozen=True, kw_only=True)
class ActPage:
    """One act in the record."""

    deed: Deed
    proof: Proof
    struck_by: Deed | None
    person: Seen[Any] | None
    """Who acted, where the viewer may see it."""
    things: Sequence[Seen[Any]]
    before: int | None
    after: int | None
    offers: Sequence[Offer]
    erasable: Sequence[Part]
    """The parts that the law may take away, where the viewer may do it and can read them."""
    scope: str


def act(look: Look, *, index: int) -> ActPage | None:
    """Return one act; None where there is none that the viewer may see."""
    proof = look.proof(index)
    if proof is None:
        return None
    deed = proof.deed
    doer = f"person/{deed.by.value}" if deed.by.is_value else ""
    offers = look.offers(_asked(look, deed))
    earlier, later = look.minutes(before=index, limit=1), look.minutes(after=index, limit=1)
    return ActPage(
        deed=deed,
        proof=proof,
        struck_by=look.deed(deed.struck_by) if deed.struck_by is not None else None,
        person=look.things([doer]).get(doer) if doer else None,
        things=list(look.things(deed.makes).values()),
        before=earlier[0].index if earlier else None,
        after=later[0].index if later else None,
        offers=[each for each in offers if each.kind != ERASING],
        erasable=[part for part in proof.parts if part.is_erasable and part.erased_by is None]
        if any(each.kind == ERASING for each in offers)
        else [],
        scope=deed.scope,
    )


def _asked(look: Look, deed: Deed) -> list[tuple[str, Mapping[str, Any]]]:
    """Name what may be done with an act: by the party whose act it is, and by those who administer."""
    is_own = deed.on_behalf_of.value in look.viewer.parties
    asked: list[tuple[str, Mapping[str, Any]]] = []
    if deed.struck_by is None and (is_own or look.viewer.may(Power.ADMINISTER)):
        asked += [(kind, {"act": deed.index}) for kind in (OPENING, STRIKING)]
    return [*asked, (ERASING, {})]
