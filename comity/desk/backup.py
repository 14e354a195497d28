"""A backup: one file with everything that cannot be had again, neutral of where it was kept.

    manifest.json             {"format":"comity backup 1","at":…,"origin":…,"size":…,"vkey":…,"columns":{…},"files":{…}}
    record/leaf.jsonl …       the kept tables, a row a line (store/copying.py)
    accounts/account.jsonl …  how people sign in and are reached, given by the room that keeps it
    folder/settings.json …    its address and how it writes (a mail server's password only with the keys); in a
                              demonstration when it was loaded and who may be walked in as
    keys/host, keys/log …     only where it was asked for: who has them can attest in the host's name

A ZIP archive. `files` has the SHA-256 of every other member. It is written under another name and takes its own only
when it is whole, so that a file with its name is never half a backup. What is computed from the record is left out: a
restore computes it again, as the version that restores computes it.
"""

from __future__ import annotations

import json
import os
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path
from zipfile import ZIP_DEFLATED, ZipFile

from comity.core.errors import Broken
from comity.desk.backups import Noted, note, sha256_of
from comity.desk.desk import Desk
from comity.desk.replay import unwatched
from comity.record import Verifier
from comity.store import acts, copying, log
from comity.store.tables import KEPT, column_names

FORMAT = "comity backup 1"
MANIFEST = "manifest.json"

Members = Callable[[], Iterable[tuple[str, Iterable[bytes]]]]
"""Names and contents of what stands beside the record, asked for while nothing can change."""


@dataclass(frozen=True)
class Backed:
    """A backup that was made."""

    path: Path
    size: int
    """How many acts it holds."""
    sha256: str
    """Of the file as it stands."""


def back_up(
    desk: Desk,
    out: Path,
    *,
    beside: Members,
    with_keys: bool = False,
    told: Callable[[int], None] = unwatched,
) -> Backed:
    """Write everything, as it stands at one moment, into a new file that its owner alone may read."""
    if out.exists():
        raise Broken(f"{out} exists already, and a backup is never written over another file")
    unfinished = out.with_name(f"{out.name}.unfinished")
    descriptor = os.open(unfinished, os.O_RDWR | os.O_CREAT | os.O_TRUNC, 0o600)
    try:
        with os.fdopen(descriptor, "w+b") as file:
            with ZipFile(file, "w", ZIP_DEFLATED) as archive, desk.store.reading():
                size = _write(archive, desk, beside=beside, with_keys=with_keys, told=told)
            file.flush()
            os.fsync(file.fileno())
        digest = sha256_of(unfinished)
        # Linked, not renamed: where a file of that name came meanwhile, it stays.
        out.hardlink_to(unfinished)
    except FileExistsError:
        raise Broken(f"{out} came to be while the backup was made, and was left alone") from None
    finally:
        unfinished.unlink(missing_ok=True)
    at = acts.stamp(desk.clock())
    note(desk.folder, Noted("made", at, digest, file=str(out.absolute()), has_keys=with_keys))
    return Backed(out, size, digest)


def _write(
    archive: ZipFile,
    desk: Desk,
    *,
    beside: Members,
    with_keys: bool,
    told: Callable[[int], None],
) -> int:
    files: dict[str, str] = {}
    for table in sorted(KEPT):
        rows = (_line(row) for row in copying.rows(desk.store, table))
        counted = _counted(rows, told) if table == "leaf" else rows
        files[f"record/{table}.jsonl"] = _member(archive, f"record/{table}.jsonl", counted)
    for name, lines in beside():
        files[f"accounts/{name}"] = _member(archive, f"accounts/{name}", lines)
    for name, content in desk.folder.told(with_secrets=with_keys):
        files[f"folder/{name}"] = _member(archive, f"folder/{name}", [content])
    for name, secret in desk.folder.secrets() if with_keys else ():
        files[f"keys/{name}"] = _member(archive, f"keys/{name}", [secret])
    head = log.head(desk.store)
    manifest = {
        "format": FORMAT,
        "at": acts.stamp(desk.clock()),
        "origin": head.origin,
        "size": head.size,
        "vkey": Verifier(head.origin, desk.folder.log_key.public).vkey,
        "columns": {table: column_names(table) for table in sorted(KEPT)},
        "files": files,
    }
    archive.writestr(MANIFEST, json.dumps(manifest, indent=1, sort_keys=True))
    return head.size


def _member(archive: ZipFile, name: str, content: Iterable[bytes]) -> str:
    """Write one file into the archive and return its SHA-256."""
    digest = sha256()
    with archive.open(name, "w", force_zip64=True) as member:
        for piece in content:
            digest.update(piece)
            member.write(piece)
    return digest.hexdigest()


def _line(row: list[object]) -> bytes:
    return json.dumps(row, ensure_ascii=False, separators=(",", ":")).encode() + b"\n"


def _counted(lines: Iterable[bytes], told: Callable[[int], None]) -> Iterator[bytes]:
    for count, line in enumerate(lines, start=1):
        yield line
        if count % 500 == 0:
            told(count)
