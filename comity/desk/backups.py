"""What was backed up and rehearsed, and when: a file in the data folder that people can read too.

    {"what":"made","at":"2026-11-24T21:00:00.000000Z","sha256":"9f…","file":"/srv/copies/1.zip","has_keys":false}
    {"what":"rehearsed","at":"2026-11-24T21:04:11.000000Z","sha256":"9f…"}

A line is added and none is changed. It says nothing that a restore needs, and is not in a backup itself.
"""

from __future__ import annotations

import json
import os
from dataclasses import asdict, dataclass
from hashlib import sha256
from pathlib import Path

from comity.core.errors import Broken
from comity.desk.folder import Folder

NAME = "backups.jsonl"


@dataclass(frozen=True)
class Noted:
    """A backup was made, or a rehearsal proved one."""

    what: str
    at: str
    sha256: str
    file: str = ""
    has_keys: bool = False


def note(folder: Folder, noted: Noted) -> None:
    """Add a line."""
    line = json.dumps(asdict(noted), sort_keys=True) + "\n"
    descriptor = os.open(folder.path / NAME, os.O_WRONLY | os.O_CREAT | os.O_APPEND, 0o600)
    with os.fdopen(descriptor, "ab") as file:
        file.write(line.encode())


def all_noted(folder: Folder) -> list[Noted]:
    """Return everything that was noted, oldest first."""
    try:
        lines = (folder.path / NAME).read_text().splitlines()
    except FileNotFoundError:
        return []
    try:
        return [Noted(**json.loads(line)) for line in lines]
    except (ValueError, TypeError) as error:
        raise Broken(f"{folder.path / NAME} holds a line that cannot be read: {error}") from error


def sha256_of(path: Path) -> str:
    """Return the digest by which a file is known here."""
    digest = sha256()
    with path.open("rb") as file:
        while piece := file.read(1 << 20):
            digest.update(piece)
    return digest.hexdigest()
