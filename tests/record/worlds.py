"""Logs made up for tests: deterministic, small, and written to disk as an export is."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from hashlib import sha256
from pathlib import Path
from typing import Any

from comity.record import b64
from comity.record.audience import Audience
from comity.record.blob import Blob, make_blob
from comity.record.checkpoint import Checkpoint, sign_checkpoint
from comity.record.frontier import Frontier
from comity.record.keys import SigningKey
from comity.record.leaf import build_leaf
from comity.record.manifest import Manifest, write_manifest
from comity.record.merkle import leaf_hash
from comity.record.note import Verifier
from comity.record.packing import pack
from comity.record.part import Part, make_part
from comity.record.receipt import build_receipt
from comity.record.signature import sign_statement
from comity.record.statement import Seen, build_statement

ORIGIN = "example.org/cables"
LOG = SigningKey(b"l" * 32)
HOST = SigningKey(b"h" * 32)
PARTY = SigningKey(b"p" * 32)
LOG_VERIFIER = Verifier(ORIGIN, LOG.public)
HOST_VERIFIER = Verifier(f"{ORIGIN}/host", HOST.public)


@dataclass(frozen=True)
class Acted:
    """One act of a made-up log, with everything that its receipt needs."""

    leaf: bytes
    parts: tuple[Part, ...]
    received: Part
    signature: Part | None
    receipt: dict[str, Any]
    audiences: Mapping[str, str]

    def visible(self) -> list[str]:
        """Return the parts that the public sees."""
        shown = [part for part in self.parts if self.audiences.get(part.name) == "public"]
        if shown:
            shown += [part for part in self.parts if part.name == "audience"]
        if self.audiences["kind"] == "public":
            shown.append(self.received)
        if self.signature and self.audiences.get("by") == "public":
            shown.append(self.signature)
        return [part.text for part in shown]


@dataclass
class World:
    """A log that grows one act at a time; salts and times follow from the index."""

    origin: str = ORIGIN
    log: SigningKey = LOG
    host: SigningKey = HOST
    first_host: SigningKey = HOST
    frontier: Frontier = field(default_factory=Frontier)
    acts: list[Acted] = field(default_factory=list)
    blobs: dict[str, bytes] = field(default_factory=dict)

    def establish(self) -> Acted:
        """Make leaf 0."""
        return self.act(
            "programme.establish-programme/1",
            {
                "origin": self.origin,
                "log_vkey": Verifier(self.origin, self.log.public).vkey,
                "host_vkey": Verifier(f"{self.origin}/host", self.first_host.public).vkey,
                "simulated": True,
            },
        )

    def act(
        self,
        kind: str,
        fields: Mapping[str, Any],
        *,
        sealed: Mapping[str, str] | None = None,
        key: SigningKey | None = None,
        seen: Seen | None = None,
        instant: str | None = None,
    ) -> Acted:
        """Append an act; ``sealed`` gives the audiences that are not public."""
        acted = self.made(kind, fields, sealed=sealed, key=key, seen=seen, instant=instant)
        self.frontier = self.frontier.append(leaf_hash(acted.leaf))
        self.acts.append(acted)
        return acted

    def made(
        self,
        kind: str,
        fields: Mapping[str, Any],
        *,
        sealed: Mapping[str, str] | None = None,
        key: SigningKey | None = None,
        seen: Seen | None = None,
        instant: str | None = None,
    ) -> Acted:
        """Make the next act and its receipt, without appending it."""
        index = self.frontier.size
        values = {"kind": kind, "by": "x7q2mv", "on_behalf_of": "meridonia", **fields}
        audiences = dict.fromkeys(values, "public") | dict(sealed or {})
        audience = Audience(audiences, b64.to_url(sixteen(f"{self.origin} {index} seed")))
        parts = tuple(
            make_part(name, value, salt=sixteen(f"{self.origin} {index} {name}"))
            for name, value in [*values.items(), ("audience", audience.value())]
        )
        statement = build_statement(
            parts,
            origin=self.origin,
            seen=seen or Seen(self.frontier.size, self.frontier.root()),
            nonce=b64.to_url(sixteen(f"{self.origin} {index} nonce")),
        )
        at = instant or time_of(index)
        received = make_part("received", at, salt=sixteen(f"{self.origin} {index} received"))
        signature = None
        if key is not None:
            signature = make_part(
                "signature",
                sign_statement(statement.data, key=key).value(),
                salt=sixteen(f"{self.origin} {index} signature"),
            )
        leaf = build_leaf(
            statement.data,
            received=received.digest,
            instant=at,
            signed=signature.digest if signature else None,
            host=self.host,
        ).data
        after = self.frontier.append(leaf_hash(leaf))
        receipt = build_receipt(
            index,
            leaf=leaf,
            parts=[part.text for part in (*parts, signature) if part],
            received=received.text,
            kind=kind,
            checkpoint=sign_checkpoint(
                Checkpoint(self.origin, after.size, after.root()), key=self.log
            ),
            path=self.frontier.path_of_next(),
        )
        return Acted(leaf, parts, received, signature, receipt, audiences)

    def paper(self, content: bytes) -> Blob:
        """Keep a blob beside the log."""
        blob, file = make_blob(
            content, media_type="application/pdf", salt=sixteen(f"blob {len(self.blobs)}")
        )
        self.blobs[blob.path] = file
        return blob

    def checkpoint(self) -> Checkpoint:
        """Return the log's present head."""
        return Checkpoint(self.origin, self.frontier.size, self.frontier.root())

    def rows(self) -> Iterator[tuple[bytes, list[str]]]:
        """Yield each leaf with what the public sees of it."""
        for acted in self.acts:
            yield acted.leaf, acted.visible()

    def export(self, folder: Path) -> Path:
        """Write what the public may see."""
        return write_export(
            folder,
            rows=self.rows(),
            checkpoint=self.checkpoint,
            blobs=self.blobs,
            log=self.log,
            host=self.host,
        )


def write_export(
    folder: Path,
    *,
    rows: Iterable[tuple[bytes, Sequence[str]]],
    checkpoint: Callable[[], Checkpoint],
    blobs: Mapping[str, bytes],
    log: SigningKey = LOG,
    host: SigningKey = HOST,
) -> Path:
    """Write an export for the public; the checkpoint is asked for once the rows are written."""
    files: dict[str, bytes] = {}

    def write(path: str, data: bytes) -> None:
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_bytes(data)
        files[path] = sha256(data).digest()

    for path, data in pack(rows):
        write(path, data)
    head = checkpoint()
    write("checkpoint", sign_checkpoint(head, key=log))
    for path, data in blobs.items():
        write(path, data)
    manifest = Manifest("public", head, files)
    name = f"{head.origin}/host"
    (folder / "manifest").write_bytes(write_manifest(manifest, name=name, key=host))
    return folder


def small_world(size: int = 300) -> World:
    """Return a log with something of everything: sealed parts, blobs, keys, signatures, an erasure."""
    world = World()
    world.establish()
    world.act(
        "parties.register-key/1",
        {"id": "k-1", "for_party": "meridonia", "public_key": b64.to_url(PARTY.public)},
    )
    world.act("programme.file-paper/1", {"id": "p-1", "file": world.paper(b"%PDF paper").value()})
    secret = world.act("reframe.break-silence/1", {"words": "Not yet.", "silence": "s-1"})
    digest = next(part.digest for part in secret.parts if part.name == "words")
    while world.frontier.size < size - 1:
        position(world, key=PARTY if world.frontier.size % 5 == 0 else None)
    erased = tuple(part for part in secret.parts if part.name != "words")
    world.acts[3] = Acted(
        secret.leaf, erased, secret.received, None, secret.receipt, secret.audiences
    )
    world.act("programme.erase/1", {"digests": [digest], "why": "A person asked for it."})
    return world


def position(world: World, *, key: SigningKey | None = None, reason: str = "") -> Acted:
    """Let a party take a position; every third keeps its reason to itself."""
    sealed = {"reason": "own"} if world.frontier.size % 3 == 0 else {}
    return world.act(
        "reframe.take-position/1",
        {
            "on": f"paragraph/u-{world.frontier.size}",
            "stance": "can-live-with",
            "reason": reason or 'Nous l’avons « dit ».\nاللغة "المتفق عليها"',
            "rank": 7,
        },
        sealed=sealed,
        key=key,
    )


def sixteen(text: str) -> bytes:
    """Return sixteen bytes that follow from a text."""
    return sha256(text.encode()).digest()[:16]


def time_of(index: int) -> str:
    """Return the instant of an act: one each second."""
    minutes, seconds = divmod(index, 60)
    hours, minutes = divmod(minutes, 60)
    days, hours = divmod(hours, 24)
    return f"2026-11-{1 + days:02d}T{hours:02d}:{minutes:02d}:{seconds:02d}.000000Z"
