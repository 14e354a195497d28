"""A person's or party's own signature over a statement.

    {"public_key":"11qYAYKxCrfVS_7TyWQHOg7hcvPapiMlrwIaaPcHURo","sig":"k2J…"}

over the DSSE encoding of the statement. It travels beside a statement signed elsewhere and becomes
the value of the host's part ``signature``, with the audience of ``by``: a key must not name its
owner. It carries the whole key, so that a receipt proves the signature without the log.
"""

from __future__ import annotations

from dataclasses import dataclass

from comity.record import b64, dsse
from comity.record.errors import Malformed
from comity.record.keys import SigningKey, is_signed, kid_of, read_public_key
from comity.record.profile import Json


@dataclass(frozen=True, slots=True)
class PartySignature:
    """A public key and its signature."""

    public: bytes
    signature: bytes

    @property
    def kid(self) -> str:
        """Return the short name of the key."""
        return kid_of(self.public)

    def value(self) -> dict[str, Json]:
        """Return the value of the part ``signature``."""
        return {"public_key": b64.to_url(self.public), "sig": b64.to_url(self.signature)}


def sign_statement(statement: bytes, *, key: SigningKey) -> PartySignature:
    """Sign a statement with a key of one's own."""
    return PartySignature(key.public, key.sign(dsse.pae(dsse.STATEMENT_TYPE, statement)))


def verify_statement(statement: bytes, *, signature: Json) -> PartySignature:
    """Return the signature that a value holds if it is over the statement, or raise ``Malformed``."""
    if type(signature) is not dict or signature.keys() != {"public_key", "sig"}:
        raise Malformed("signature-shape", expected='{"public_key":…,"sig":…}', found=signature)
    if type(signature["public_key"]) is not str or type(signature["sig"]) is not str:
        raise Malformed(
            "signature-shape", expected="a key and a signature in base64url", found=signature
        )
    public = read_public_key(signature["public_key"])
    sig = b64.from_url(signature["sig"], "sig")
    if not is_signed(dsse.pae(dsse.STATEMENT_TYPE, statement), signature=sig, public=public):
        raise Malformed(
            "signature-wrong", expected=f"a signature by {kid_of(public)}", found=signature["sig"]
        )
    return PartySignature(public, sig)
