"""What arrives at the registry desk: a statement, all its parts, perhaps a signature.

    {"parts":["WyJi…","WyJj…"],
     "signature":{"public_key":"11qY…","sig":"k2J…"} or null,
     "statement":"eyJsb2ci…"}

``statement`` is in standard base64. Every part is there and the seed stands in the part
``audience``, so nothing can hide among the digests.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from comity.record import b64
from comity.record.audience import Audience, covers_exactly, read_audience
from comity.record.errors import Malformed
from comity.record.padding import padding_digests
from comity.record.part import Part, read_part
from comity.record.profile import Json
from comity.record.signature import PartySignature, verify_statement
from comity.record.statement import Statement, read_statement


@dataclass(frozen=True, slots=True)
class Opened:
    """An envelope that holds together: nothing hides in it, and every part has an audience."""

    statement: Statement
    parts: tuple[Part, ...]
    audience: Audience
    signature: PartySignature | None = None

    @property
    def fields(self) -> dict[str, Json]:
        """Return what each part says, ``audience`` left out."""
        return {part.name: part.value for part in self.parts if part.name != "audience"}


def read_envelope(value: Json) -> Opened:
    """Read an envelope from its JSON, or raise ``Malformed``."""
    if not isinstance(value, Mapping) or not value.keys() <= {"statement", "parts", "signature"}:
        raise Malformed(
            "envelope-shape", expected="the keys statement, parts, signature", found=value
        )
    statement, parts = value.get("statement"), value.get("parts")
    if (
        type(statement) is not str
        or type(parts) is not list
        or not all(type(part) is str for part in parts)
    ):
        raise Malformed(
            "envelope-shape", expected="a statement in base64 and an array of parts", found=value
        )
    return open_envelope(
        b64.from_standard(statement, "statement"), parts=parts, signature=value.get("signature")
    )


def open_envelope(statement: bytes, *, parts: Sequence[str], signature: Json = None) -> Opened:
    """Open a statement with all its parts, or raise ``Malformed``.

    Whether the log is the right one, the nonce fresh and the key registered is the desk's to ask.
    """
    said = read_statement(statement)
    if len(parts) > len(said.digests):
        raise Malformed(
            "part-unbound", expected=f"at most {len(said.digests)} parts", found=len(parts)
        )
    opened = tuple(read_part(text) for text in parts)
    values = {part.name: part.value for part in opened}
    if len(values) != len(opened):
        raise Malformed(
            "part-repeated",
            expected="each part once",
            found=", ".join(part.name for part in opened),
        )
    if "audience" not in values:
        raise Malformed("audience-missing", expected="a part audience", found=", ".join(values))
    audience = read_audience(values["audience"])
    covers_exactly(audience, values)
    bound = sorted(
        [part.digest for part in opened] + padding_digests(audience.seed, parts=len(opened))
    )
    if tuple(bound) != said.digests:
        odd = sorted(set(bound) ^ set(said.digests))
        raise Malformed(
            "part-unbound",
            expected="digests of the parts and the padding alone",
            found=", ".join(odd),
        )
    signed = verify_statement(statement, signature=signature) if signature is not None else None
    return Opened(said, opened, audience, signed)
