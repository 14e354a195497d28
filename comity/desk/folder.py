"""The data folder: one programme, one log, and its keys.

FORMAT           "comity 1": the version of everything below
comity.sqlite3   log, parts, blobs, rows, accounts (elsewhere when PostgreSQL keeps them)
keys/host        the seed of the host's first key, 32 bytes in hexadecimal, readable by the owner alone
keys/host-KID    the same of a later one, by its short name
keys/log         the same of the log's
keys/session     what the cookies of this server are signed with
settings.json    what the programme was told of its address and its letters; the environment says otherwise
demonstration    in a demonstration: when it was loaded
roles.json       in a demonstration: who may be walked in as
backups.jsonl    which backups were made, and which were rehearsed
"""

from __future__ import annotations

import json
import os
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property, lru_cache
from pathlib import Path
from urllib.parse import urlsplit, urlunsplit

from comity.core.errors import Broken
from comity.record import SigningKey

FORMAT = "comity 1\n"
HOST = "host"


SETTINGS = "settings.json"
MARK = "demonstration"
ROLES = "roles.json"
TOLD = (SETTINGS, MARK, ROLES)
"""What a folder holds beside its record, accounts and keys, and a backup therefore too."""


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

    @property
    def host_keys(self) -> Mapping[str, SigningKey]:
        """Every key that the host has here, by kid; which of them counts, the record says."""
        changed = (self.path / "keys").stat().st_mtime_ns
        return _host_keys(self.path / "keys", changed)

    def add_host_key(self, seed: bytes) -> SigningKey:
        """Keep a new key of the host's; it counts once it is registered."""
        key = SigningKey(seed)
        write_secret(self.path / "keys" / f"{HOST}-{key.kid}", seed.hex() + "\n")
        return key

    def drop_host_key(self, key: SigningKey) -> None:
        """Let go of a later key of the host's that was never registered."""
        (self.path / "keys" / f"{HOST}-{key.kid}").unlink()

    @cached_property
    def log_key(self) -> SigningKey:
        """The key that signs checkpoints."""
        return self._key("log")

    def secrets(self) -> Iterator[tuple[str, bytes]]:
        """Yield name and content of every file under keys/."""
        for path in sorted((self.path / "keys").iterdir()):
            yield path.name, path.read_bytes()

    def told(self, *, with_secrets: bool) -> Iterator[tuple[str, bytes]]:
        """Yield what stands beside record and keys, by name; a mail server's password only where asked for."""
        for name in TOLD:
            path = self.path / name
            if name == SETTINGS and path.exists() and not with_secrets:
                told = kept_settings(self.path)
                yield name, _settings({**told, "mail": _without_password(told.get("mail", ""))})
            elif path.exists():
                yield name, path.read_bytes()

    def create(self, secrets: Mapping[str, str] | None = None) -> None:
        """Make the folder and its keys, new ones where none are given; raise Broken where there is a programme."""
        if self.is_established:
            raise Broken(f"{self.path} holds a programme already")
        (self.path / "keys").mkdir(mode=0o700, parents=True, exist_ok=True)
        made = {name: os.urandom(32).hex() + "\n" for name in (HOST, "log", "session")}
        for name, text in (made if secrets is None else secrets).items():
            write_secret(self.path / "keys" / name, text)

    def finish(self) -> None:
        """Say that everything is there."""
        (self.path / "FORMAT").write_text(FORMAT)

    def _key(self, name: str) -> SigningKey:
        return _read_key(self.path / "keys" / name)


def _read_key(path: Path) -> SigningKey:
    return SigningKey(bytes.fromhex(path.read_text().strip()))


@lru_cache(maxsize=8)
def _host_keys(keys: Path, _changed: int) -> Mapping[str, SigningKey]:
    """Read them again only where a file came or went, as when another process rotated the key."""
    found = [
        _read_key(path) for path in sorted(keys.iterdir()) if path.name.partition("-")[0] == HOST
    ]
    return {key.kid: key for key in found}


def write_secret(path: Path, text: str) -> None:
    """Write a new file that nobody else may read, not even for a moment."""
    descriptor = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    with os.fdopen(descriptor, "w") as file:
        file.write(text)


def keep_settings(folder: Path, settings: Mapping[str, str]) -> None:
    """Write what a programme was told of its address and its letters; the password of a server may be among it."""
    write_secret(folder / SETTINGS, _settings(settings).decode())


def _settings(settings: Mapping[str, str]) -> bytes:
    return (json.dumps(settings, indent=1, sort_keys=True) + "\n").encode()


def _without_password(url: str) -> str:
    """Return the address of a mail server with its user and without the password."""
    parts = urlsplit(url)
    user, at, host = parts.netloc.rpartition("@")
    return urlunsplit(parts._replace(netloc=f"{user.partition(':')[0]}{at}{host}"))


def kept_settings(folder: Path) -> Mapping[str, str]:
    """Return what was kept, nothing where nothing was; raise Broken where it cannot be read."""
    path = folder / SETTINGS
    if not path.exists():
        return {}
    try:
        found = json.loads(path.read_text())
    except ValueError as error:
        raise Broken(f"{path} cannot be read: {error}") from error
    if not isinstance(found, dict) or not all(isinstance(each, str) for each in found.values()):
        raise Broken(f"{path} cannot be read: expected words by name")
    return found
