"""Ed25519 keys, with one strict verdict: libsodium's.

    public key   32 bytes, base64url: "11qYAYKxCrfVS_7TyWQHOg7hcvPapiMlrwIaaPcHURo"
    kid          first 22 characters of base64url(SHA-256(public key))

Libraries disagree about keys of small order and keys spelt in more than one way, and a party
could later repudiate what was signed with one; such keys are refused when they are registered.
"""

from __future__ import annotations

from hashlib import sha256

from nacl.bindings import (
    crypto_core_ed25519_is_valid_point,
    crypto_sign,
    crypto_sign_open,
    crypto_sign_seed_keypair,
)
from nacl.exceptions import CryptoError

from comity.record import b64
from comity.record.errors import Malformed

KEY_BYTES = 32
SIGNATURE_BYTES = 64


class SigningKey:
    """A private key, kept with what is always needed beside it."""

    __slots__ = ("_secret", "kid", "public")

    def __init__(self, seed: bytes) -> None:
        if len(seed) != KEY_BYTES:
            raise Malformed("key-seed", expected=f"{KEY_BYTES} bytes", found=f"{len(seed)} bytes")
        self.public, self._secret = crypto_sign_seed_keypair(seed)
        self.kid = kid_of(self.public)

    def sign(self, message: bytes) -> bytes:
        """Return the 64 bytes of a signature."""
        return crypto_sign(message, self._secret)[:SIGNATURE_BYTES]

    def __repr__(self) -> str:
        return f"SigningKey({self.kid})"


def kid_of(public: bytes) -> str:
    """Return the short name of a public key."""
    return b64.to_url(sha256(public).digest())[:22]


def is_signed(message: bytes, *, signature: bytes, public: bytes) -> bool:
    """Say whether libsodium accepts a signature."""
    if len(signature) != SIGNATURE_BYTES or len(public) != KEY_BYTES:
        return False
    try:
        crypto_sign_open(signature + message, public)
    except CryptoError:
        return False
    return True


def read_public_key(text: str) -> bytes:
    """Read a public key in base64url and refuse one that libraries disagree about."""
    return safe_public_key(b64.from_url(text, "public key"))


def safe_public_key(public: bytes) -> bytes:
    """Return a public key of the prime-order group, spelt canonically, or raise ``Malformed``."""
    if len(public) != KEY_BYTES or not crypto_core_ed25519_is_valid_point(public):
        raise Malformed(
            "key-unsafe", expected="a canonical Ed25519 key of prime order", found=public
        )
    return public
