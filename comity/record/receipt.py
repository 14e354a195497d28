r"""What everyone who acts takes home: proof, offline and for ever, of what was said and when.

    {"checkpoint":"example.org/eastwest\n11\n…","index":10,"kind":"reframe.break-silence/1",
     "leaf":"{\"host\":…}","parts":["WyJi…",…],"proof":"c2sp.org/tlog-proof@v1\n…","received":"WyJk…"}

``leaf`` is the leaf's text, byte for byte; ``parts`` are the act's own, and the part ``signature``
if a key of one's own signed; ``received`` is the host's part with the exact instant. The proof
holds the same checkpoint again, since it must be readable alone by tools that know only C2SP.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from comity.record.checkpoint import Checkpoint
from comity.record.envelope import Opened, open_envelope
from comity.record.errors import Malformed
from comity.record.leaf import Leaf, hour_of, is_attested, read_instant, read_leaf
from comity.record.merkle import leaf_hash
from comity.record.note import Verifier
from comity.record.part import Part, read_part
from comity.record.profile import Json
from comity.record.proof import read_proof, verify_proof, write_proof

KEYS = frozenset({"index", "leaf", "parts", "received", "kind", "checkpoint", "proof"})


@dataclass(frozen=True, slots=True)
class Proven:
    """What a receipt proves."""

    index: int
    checkpoint: Checkpoint
    leaf: Leaf
    act: Opened
    at: str


def build_receipt(
    index: int,
    *,
    leaf: bytes,
    parts: Sequence[str],
    received: str,
    kind: str,
    checkpoint: bytes,
    path: Sequence[bytes],
) -> dict[str, Json]:
    """Return a receipt; ``path`` is the inclusion proof under ``checkpoint``, a signed note."""
    return {
        "index": index,
        "leaf": leaf.decode("ascii"),
        "parts": list(parts),
        "received": received,
        "kind": kind,
        "checkpoint": checkpoint.decode(),
        "proof": write_proof(index, path=path, checkpoint=checkpoint),
    }


def verify_receipt(receipt: Json, *, log: Verifier, host: Verifier) -> Proven:
    """Return what a receipt proves under the log's and the host's keys, or raise ``Malformed``."""
    _shape(receipt)
    leaf = read_leaf(receipt["leaf"].encode("utf-8", "backslashreplace"))
    if not is_attested(leaf, public=host.public):
        raise Malformed("host-signature", expected=f"a signature by {host.vkey}", found=leaf.kid)
    index, checkpoint = verify_proof(receipt["proof"], leaf=leaf_hash(leaf.data), verifier=log)
    _same("index", expected=index, found=receipt["index"])
    _same(
        "checkpoint",
        expected=read_proof(receipt["proof"]).checkpoint,
        found=receipt["checkpoint"].encode(),
    )
    act = _opened(leaf, [read_part(text) for text in receipt["parts"]])
    _same("origin", expected=checkpoint.origin, found=act.statement.origin)
    _same("kind", expected=act.fields["kind"], found=receipt["kind"])
    return Proven(index, checkpoint, leaf, act, _received(leaf, read_part(receipt["received"])))


def _opened(leaf: Leaf, parts: Sequence[Part]) -> Opened:
    """Open the act and check the signature that the leaf seals, if it is there."""
    own = [part.text for part in parts if part.digest != leaf.signed]
    signature = next((part for part in parts if part.digest == leaf.signed), None)
    if leaf.signed is not None and signature is None:
        raise Malformed("signature-missing", expected=leaf.signed, found="no such part")
    if signature is not None and signature.name != "signature":
        raise Malformed("part-name", expected="signature", found=signature.name)
    return open_envelope(
        leaf.statement, parts=own, signature=signature.value if signature else None
    )


def _received(leaf: Leaf, part: Part) -> str:
    _same("received", expected=("received", leaf.received), found=(part.name, part.digest))
    at = read_instant(part.value)
    _same("hour", expected=leaf.hour, found=hour_of(at))
    return at


def _same(what: str, *, expected: object, found: object) -> None:
    if expected != found or type(expected) is not type(found):
        raise Malformed(f"receipt-{what}", expected=f"{what} {expected!r}", found=found)


def _shape(receipt: Json) -> None:
    if not isinstance(receipt, Mapping) or receipt.keys() != KEYS:
        raise Malformed("receipt-shape", expected=", ".join(sorted(KEYS)), found=receipt)
    texts = [receipt[key] for key in KEYS - {"index", "parts"}]
    parts = receipt["parts"]
    if type(parts) is not list or not all(type(text) is str for text in texts + parts):
        raise Malformed("receipt-shape", expected="texts, and an array of parts", found=receipt)
    if type(receipt["index"]) is not int:
        raise Malformed("receipt-shape", expected="index as an integer", found=receipt["index"])
