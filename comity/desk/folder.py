"""The data folder: one programme, one log, and its keys.

FORMAT           "comity 1": the version of everything below
comity.sqlite3   log, parts, blobs, rows, accounts (elsewhere when PostgreSQL keeps them)
keys/host        the seed of the host's key, 32 bytes in hexadecimal, readable by the owner alone
keys/log         the same of the log's
keys/session     what the cookies of this server are signed with
"""

from __future__ import annotations

import os
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from comity.core.errors import Broken
from comity.record import SigningKey

FORMAT = "comity 1\n"


@dataclass(frozen=True)
class Folder:
    """Where one programme is kept."""

    path: Path

    @property
    def is_established(self) -> bool:
        """True where a programme was established here."""
        return (self.path / "FORMAT").exists()

    def check(self) -> None:
        """Raise Broken where this program cannot read the folder."""
        try:
            found = (self.path / "FORMAT").read_text()
        except FileNotFoundError:
            raise Broken(f"{self.path} holds no programme: there is no file FORMAT") from None
        if found != FORMAT:
            raise Broken(
                f"{self.path} has format {found.strip()!r}, and this program reads {FORMAT.strip()!r}"
            )

    @cached_property
    def host_key(self) -> SigningKey:
        """The key with which the host attests what came in."""
        return self._key("host")

    @cached_property
    def log_key(self) -> SigningKey:
        """The key that signs checkpoints."""
        return self._key("log")

    def create(self) -> None:
        """Make the folder and its keys; raise Broken where there is a programme."""
        if self.is_established:
            raise Broken(f"{self.path} holds a programme already")
        (self.path / "keys").mkdir(mode=0o700, parents=True, exist_ok=True)
        for name in ("host", "log", "session"):
            write_secret(self.path / "keys" / name, os.urandom(32).hex() + "\n")

    def finish(self) -> None:
        """Say that everything is there."""
        (self.path / "FORMAT").write_text(FORMAT)

    def _key(self, name: str) -> SigningKey:
        return SigningKey(bytes.fromhex((self.path / "keys" / name).read_text().strip()))


def write_secret(path: Path, text: str) -> None:
    """Write a new file that nobody else may read, not even for a moment."""
    descriptor = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    with os.fdopen(descriptor, "w") as file:
        file.write(text)
