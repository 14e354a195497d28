"""The literal examples of docs/record.md, made by the code; run as a module it prints them."""

from __future__ import annotations

import json
from hashlib import sha256
from pathlib import Path
from tempfile import TemporaryDirectory

from comity.record import b64, dsse
from comity.record.leaf import read_leaf
from comity.record.merkle import leaf_hash
from comity.record.part import digest_of, make_part
from comity.record.signature import sign_statement
from tests.record.worlds import HOST, HOST_VERIFIER, LOG, LOG_VERIFIER, PARTY, World


def example_world() -> World:
    """Return a log of two acts: it is established, and a party breaks a silence."""
    world = World()
    world.establish()
    world.act(
        "reframe.break-silence/1",
        {"silence": "s-1", "words": "Not yet."},
        sealed={"by": "own", "on_behalf_of": "chair", "words": "chair"},
    )
    return world


def examples() -> dict[str, str]:
    """Return every example by name."""
    world = example_world()
    acted = world.acts[1]
    leaf = read_leaf(acted.leaf)
    part = make_part("kind", "reframe.break-silence/1", salt=b"open the window!")
    audience = next(part for part in acted.parts if part.name == "audience")
    with TemporaryDirectory() as scratch:
        folder = world.export(Path(scratch))
        manifest = (folder / "manifest").read_text()
        lines = (folder / "parts/000.p/2").read_text().splitlines()
        entries = (folder / "tile/entries/000.p/2").read_bytes()
    return {
        "part json": b64.from_url(part.text, "part").decode(),
        "part": part.text,
        "part digest": part.digest,
        "audience": json.dumps(audience.value, separators=(",", ":"), sort_keys=True),
        "padding 0": digest_of(f"{audience.value['seed']}.0"),
        "statement": leaf.statement.decode(),
        "statement pae": dsse.pae(dsse.STATEMENT_TYPE, leaf.statement).decode()[:60],
        "leaf": acted.leaf.decode(),
        "leaf hash": b64.to_standard(leaf_hash(acted.leaf)),
        "attested pae": dsse.pae(dsse.LEAF_TYPE, leaf.attested).decode()[:60],
        "signature": json.dumps(
            sign_statement(leaf.statement, key=PARTY).value(), separators=(",", ":")
        ),
        "host kid": HOST.kid,
        "log public": b64.to_url(LOG.public),
        "log vkey": LOG_VERIFIER.vkey,
        "host vkey": HOST_VERIFIER.vkey,
        "checkpoint": acted.receipt["checkpoint"],
        "proof": acted.receipt["proof"],
        "receipt": json.dumps(acted.receipt, ensure_ascii=False, sort_keys=True)[:120],
        "line": lines[1],
        "entries head": entries[:2].hex(),
        "manifest": manifest,
        "blob digest": b64.to_url(sha256(b"open the window!%PDF").digest()),
    }


if __name__ == "__main__":
    for name, text in examples().items():
        print(f"== {name}\n{text}")
