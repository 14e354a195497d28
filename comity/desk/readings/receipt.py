"""A receipt: what stands in the record, since when, and who sees it."""

from dataclasses import dataclass

from comity.desk.look import Look
from comity.desk.seen import Deed, Proof


@dataclass(frozen=True, kw_only=True)
class ReceiptPage:
    """The receipt of one act of the viewer's own."""

    deed: Deed
    proof: Proof
    zone: str
    scope: str


def receipt(look: Look, *, index: int) -> ReceiptPage | None:
    """Return the receipt of an act; None where it is not the viewer's own."""
    proof = look.proof(index)
    if proof is None or look.viewer.is_public or proof.deed.by.value != look.viewer.person:
        return None
    return ReceiptPage(deed=proof.deed, proof=proof, zone=look.viewer.zone, scope=proof.deed.scope)
