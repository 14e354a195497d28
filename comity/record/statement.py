"""What a signer signs: which log, what of it they had seen, and the digests of their parts.

    {"log":"example.org/eastwest","nonce":"5Xo7…","sd":["3Vd…","8qq…",…],"seen":{"root":"47DE…uFU=","size":0},"v":1}

``sd`` is sorted, without repetition, and its length a multiple of eight. ``seen`` is the newest
checkpoint the signer had: its root in standard base64, as the checkpoint writes it. A statement
has at most 4,096 bytes and is canonical JSON; the exact bytes are stored, hashed and signed.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple, NoReturn

from comity.record import b64, profile
from comity.record.audience import covers_exactly, read_audience
from comity.record.errors import Malformed
from comity.record.merkle import HASH_BYTES
from comity.record.padding import STEP, padding_digests
from comity.record.part import Part

STATEMENT_BYTES = 4096
ORIGIN = r"[A-Za-z0-9][A-Za-z0-9.:/_~-]{0,199}"
NONCE = r"[A-Za-z0-9._:-]{1,64}"
DIGEST = r"[A-Za-z0-9_-]{42}[AEIMQUYcgkosw048]"
ROOT = r"[A-Za-z0-9+/]{42}[AEIMQUYcgkosw048]="
SIZE = r"(?:0|[1-9][0-9]{0,14})"

# The grammar is exact, so matching it is being canonical; ``_explain`` looks again when it fails.
_GRAMMAR = re.compile(
    rf'{{"log":"({ORIGIN})","nonce":"({NONCE})","sd":\["({DIGEST}(?:","{DIGEST})*)"\],'
    rf'"seen":{{"root":"({ROOT})","size":({SIZE})}},"v":1}}'
)
# What a statement is given from outside; all else in it is written by ``build_statement`` itself.
_NAMED = re.compile(rf"{ORIGIN} {NONCE}")


class Seen(NamedTuple):
    """The newest checkpoint a signer had: a lower bound on time without a trusted clock."""

    size: int
    root: bytes


class Statement(NamedTuple):
    """A statement's bytes and what they say."""

    data: bytes
    origin: str
    nonce: str
    digests: tuple[str, ...]
    seen: Seen


def build_statement(parts: Sequence[Part], *, origin: str, seen: Seen, nonce: str) -> Statement:
    """Bind parts, one of them ``audience`` with the padding's seed, into a statement.

    Raises ``Malformed`` when the audience does not name exactly the other parts, or for a
    statement that would be too long.
    """
    seed = _seed_of(parts)
    digests = sorted([part.digest for part in parts] + padding_digests(seed, parts=len(parts)))
    listed = '","'.join(digests)
    text = (
        f'{{"log":"{origin}","nonce":"{nonce}","sd":["{listed}"],'
        f'"seen":{{"root":"{b64.to_standard(seen.root)}","size":{seen.size}}},"v":1}}'
    )
    data = text.encode()
    is_named = _NAMED.fullmatch(f"{origin} {nonce}") is not None
    if not is_named or len(seen.root) != HASH_BYTES or len(data) > STATEMENT_BYTES:
        return read_statement(data)  # which says what is wrong with it
    return Statement(data, origin, nonce, tuple(digests), seen)


def _seed_of(parts: Sequence[Part]) -> str:
    values = {part.name: part.value for part in parts}
    if len(values) != len(parts):
        raise Malformed(
            "part-repeated", expected="each part once", found=", ".join(part.name for part in parts)
        )
    if "audience" not in values:
        raise Malformed("audience-missing", expected="a part audience", found=", ".join(values))
    audience = read_audience(values["audience"])
    covers_exactly(audience, values)
    return audience.seed


def read_statement(data: bytes) -> Statement:
    """Read a statement, or raise ``Malformed`` for any but its canonical bytes."""
    if len(data) > STATEMENT_BYTES:
        raise Malformed(
            "statement-too-long",
            expected=f"at most {STATEMENT_BYTES} bytes",
            found=f"{len(data)} bytes",
        )
    match = _GRAMMAR.fullmatch(data.decode("ascii", "replace"))
    if match is None:
        _explain(data)
    origin, nonce, listed, root, size = match.groups()
    digests = tuple(listed.split('","'))
    if len(digests) % STEP:
        raise Malformed("sd-length", expected=f"a multiple of {STEP} digests", found=len(digests))
    if list(digests) != sorted(set(digests)):
        raise Malformed("sd-order", expected="digests sorted, each once", found=", ".join(digests))
    return Statement(
        data, origin, nonce, digests, Seen(int(size), b64.from_standard(root, "seen.root"))
    )


def _explain(data: bytes) -> NoReturn:
    value = profile.decode(data, "statement")
    keys = sorted(value) if type(value) is dict else []
    if keys != ["log", "nonce", "sd", "seen", "v"]:
        raise Malformed("statement-shape", expected="the keys log, nonce, sd, seen, v", found=value)
    if value["v"] != 1:
        raise Malformed("statement-version", expected='"v":1', found=value["v"])
    raise Malformed(
        "statement-shape", expected="log, nonce, sd and seen as the format has them", found=value
    )
