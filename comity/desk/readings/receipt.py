"""A receipt: what stands in the record, since when, and who sees it."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from comity.core.party import Body
from comity.desk.look import Look
from comity.desk.readings.mailing import Mailing, mailings
from comity.desk.seen import Deed, Proof, Seen

NAMING = (
    "silence",
    "round",
    "ballot",
    "on",
    "text",
    "paragraph",
    "proposal",
    "adoption",
    "of",
    "check",
    "contact",
    "carries",
)
"""The fields by which an act's form is reached from the thing it is about."""


@dataclass(frozen=True, kw_only=True)
class ReceiptPage:
    """The receipt of one act of the viewer's own."""

    deed: Deed
    proof: Proof
    body: Seen[Body] | None
    party: str
    """The name of the party it was done for."""
    about: Sequence[Seen[Any]]
    """The things that it made or changed, with a page of their own."""
    prefilled: tuple[str, ...]
    """The fields that stood in the form before it was shown: they name its draft."""
    scope: str
    mailing: Mailing | None = None
    """The letters that it sends."""


def receipt(look: Look, *, index: int) -> ReceiptPage | None:
    """Return the receipt of an act; None where it is not the viewer's own."""
    proof = look.proof(index)
    if proof is None or look.viewer.is_public or proof.deed.by.value != look.viewer.person:
        return None
    deed = proof.deed
    named = {
        name: str(cell.value)
        for name, cell in deed.fields.items()
        if name in NAMING and cell.is_value and cell.value
    }
    things = look.things(
        [value if "/" in value else f"{name}/{value}" for name, value in named.items()]
    )
    party = str(deed.on_behalf_of.value)
    sending = mailings(look, [deed])
    return ReceiptPage(
        deed=deed,
        proof=proof,
        body=look.find(Body, str(deed.body)) if deed.body.is_value and deed.body.value else None,
        party=look.viewer.parties[party].name if party in look.viewer.parties else "",
        about=list(things.values()),
        prefilled=tuple(sorted(named)),
        scope=deed.scope,
        mailing=sending[0] if sending else None,
    )
