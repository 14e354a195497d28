"""The record as files, as far as one viewer may see it: what `comity verify` checks, without us."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from hashlib import sha256
from pathlib import Path

from comity.core.errors import Broken
from comity.desk.desk import Desk
from comity.desk.establish import host_name_of
from comity.desk.host_key import host_key
from comity.desk.public_log import PublicLog
from comity.desk.replay import unwatched
from comity.desk.viewer import Viewer
from comity.record import Checkpoint
from comity.record.manifest import Manifest, write_manifest
from comity.record.packing import pack
from comity.record.tiles import WIDTH
from comity.store import log


def export(
    desk: Desk, viewer: Viewer, out: Path, *, told: Callable[[int], None] = unwatched
) -> int:
    """Write everything that a viewer may see into an empty folder; return how many files that made."""
    if out.exists() and (not out.is_dir() or any(out.iterdir())):
        raise Broken(f"{out} is not an empty folder")
    with desk.store.reading():
        head = log.head(desk.store)
        seen = PublicLog(desk.store, sight=viewer.sight)
        files = {path: _write(out, path, data) for path, data in _files(seen, head.size, told=told)}
        files["checkpoint"] = _write(out, "checkpoint", head.note.encode())
    manifest = Manifest(
        "public" if viewer.is_public else f"person {viewer.person}",
        Checkpoint(head.origin, head.size, head.frontier.root()),
        files,
    )
    _write(
        out,
        "manifest",
        write_manifest(
            manifest, name=host_name_of(head.origin), key=host_key(desk.store, desk.folder)
        ),
    )
    return len(files) + 1


def _files(
    seen: PublicLog, size: int, *, told: Callable[[int], None]
) -> Iterator[tuple[str, bytes]]:
    yield from pack(_rows(seen, size, told=told))
    for start in range(0, size, WIDTH):
        for digest in seen.blobs(start, start + WIDTH):
            found = seen.blob(digest)
            if found is not None:
                yield f"blobs/{digest}", found.file


def _rows(
    seen: PublicLog, size: int, *, told: Callable[[int], None]
) -> Iterator[tuple[bytes, list[str]]]:
    for start in range(0, size, WIDTH):
        end = min(start + WIDTH, size)
        yield from seen.rows(start, end)
        told(end)


def _write(out: Path, path: str, data: bytes) -> bytes:
    where = out / path
    where.parent.mkdir(parents=True, exist_ok=True)
    where.write_bytes(data)
    return sha256(data).digest()
