"""An act made and signed on a machine of one's own, with the record's public functions alone."""

import base64
import json
import secrets
from collections.abc import Mapping
from typing import Any

from comity.record import (
    EMPTY_ROOT,
    Audience,
    Seen,
    SigningKey,
    Verifier,
    build_statement,
    make_part,
    open_checkpoint,
    read_part,
    read_vkey,
    sign_statement,
)
from tests.contracts.counter import Counter


def parts_of_leaf(counter: Counter, index: int) -> dict[str, Any]:
    """Read what the viewer may see of one act, by part, from the served log."""
    bundle, line = divmod(index, 256)
    size = int(counter.get("/log/checkpoint").body.split(b"\n")[1])
    full = f"{bundle:03d}" if size >= 256 * (bundle + 1) else f"{bundle:03d}.p/{size % 256}"
    answer = counter.get(f"/log/parts/{full}")
    assert answer.status == 200, (full, answer.status)
    texts = json.loads(answer.body.split(b"\n")[line])
    return {part.name: part.value for part in map(read_part, texts)}


def log_and_host(counter: Counter) -> tuple[Verifier, Verifier]:
    """Return the log's key and the host's, as leaf 0 names them to the public."""
    leaf = parts_of_leaf(Counter(counter.site), 0)
    return read_vkey(leaf["log_vkey"]), read_vkey(leaf["host_vkey"])


def seen_by(counter: Counter) -> tuple[str, Seen]:
    """Return the origin of the log and its newest checkpoint."""
    log, _ = log_and_host(counter)
    checkpoint = open_checkpoint(counter.get("/log/checkpoint").body, verifier=log)
    return checkpoint.origin, Seen(checkpoint.size, checkpoint.root)


def signed_act(
    fields: Mapping[str, Any],
    *,
    audience: Mapping[str, str],
    origin: str,
    seen: Seen | None = None,
    key: SigningKey | None = None,
    nonce: str = "",
) -> dict[str, Any]:
    """Return statement, parts and signature of an act that says exactly these parts."""
    seed = base64.urlsafe_b64encode(secrets.token_bytes(16)).decode().rstrip("=")
    told = Audience(dict(audience), seed).value()
    parts = [
        make_part(name, value, salt=secrets.token_bytes(16))
        for name, value in {**fields, "audience": told}.items()
    ]
    statement = build_statement(
        parts,
        origin=origin,
        seen=seen or Seen(0, EMPTY_ROOT),
        nonce=nonce or secrets.token_hex(12),
    )
    return {
        "statement": base64.b64encode(statement.data).decode(),
        "parts": [part.text for part in parts],
        "signature": sign_statement(statement.data, key=key).value() if key else None,
    }
