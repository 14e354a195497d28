"""A backup opened for reading: nothing of it is believed before its SHA-256 is the one that its manifest says."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path
from typing import Any
from zipfile import BadZipFile, ZipFile
from zlib import error as DeflateError  # noqa: N812  zlib's own name says nothing

from comity.core.errors import Malformed
from comity.desk.backup import FORMAT, MANIFEST
from comity.desk.folder import TOLD
from comity.store.tables import KEPT

LONGEST_LINE = 80_000_000
"""A row holds at most one file of 40 MB, which base64 makes a third longer."""

_KEY = re.compile(r"keys/(host(?:-[A-Za-z0-9_-]{22})?|log|session)")
_ACCOUNTS = re.compile(r"accounts/[a-z]+(?:-[a-z]+)*\.jsonl")
_MOST = 200_000_000
"""No manifest and no key is longer; what claims to be is not read into memory."""


@dataclass(frozen=True)
class Manifest:
    """What a backup says of itself."""

    at: str
    origin: str
    size: int
    vkey: str
    columns: dict[str, list[str]]
    files: dict[str, str]


@dataclass(frozen=True)
class Archive:
    """An open backup."""

    path: Path
    manifest: Manifest
    zip: ZipFile

    @property
    def has_keys(self) -> bool:
        """True where whoever has the file can attest in the host's name."""
        return any(name.startswith("keys/") for name in self.manifest.files)

    def names(self, before: str) -> list[str]:
        """Return the members whose names begin so."""
        return sorted(name for name in self.manifest.files if name.startswith(before))

    def accounts(self) -> Iterator[tuple[str, Iterator[bytes]]]:
        """Yield the name and the lines of each file of accounts."""
        for name in self.names("accounts/"):
            yield name.removeprefix("accounts/"), self.lines(name)

    def rows(self, table: str) -> Iterator[Any]:
        """Yield the rows of a kept table; the last is yielded only where all of them were unaltered."""
        for number, line in enumerate(self.lines(f"record/{table}.jsonl"), start=1):
            try:
                yield json.loads(line)
            except ValueError as error:
                where = f"{self.path}: record/{table}.jsonl, line {number}"
                raise Malformed(where, expected="a JSON array", found=repr(line[:60])) from error

    def lines(self, name: str) -> Iterator[bytes]:
        """Yield a member's lines; raise Malformed, before the last of them, where it was altered."""
        digest, before = sha256(), b""
        with self._reading(name) as member:
            while line := member.readline(LONGEST_LINE):
                digest.update(line)
                if before:
                    yield before
                before = line
        self._check(name, digest.hexdigest())
        if before:
            yield before

    def text(self, name: str) -> str:
        """Return a short member whole."""
        with self._reading(name) as member:
            content = member.read(_MOST)
        self._check(name, sha256(content).hexdigest())
        return str(content.decode())

    def _check(self, name: str, found: str) -> None:
        if found != self.manifest.files[name]:
            expected = f"SHA-256 {self.manifest.files[name]}"
            raise Malformed(f"{self.path}: {name} was altered", expected=expected, found=found)

    @contextmanager
    def _reading(self, name: str) -> Iterator[Any]:
        try:
            with self.zip.open(name) as member:
                yield member
        except KeyError as error:
            raise Malformed(f"{self.path}: {name}", expected="a file", found="none") from error
        except (BadZipFile, DeflateError, EOFError, OSError, NotImplementedError) as error:
            raise Malformed(
                f"{self.path}: {name}", expected="a file", found=str(error)[:120]
            ) from error


@contextmanager
def opened(path: Path) -> Iterator[Archive]:
    """Open a backup; raise Malformed for what is none."""
    try:
        archive = ZipFile(path)
    except BadZipFile as error:
        raise Malformed(
            f"{path}", expected="what comity backup wrote, whole", found="no zip file, or a cut one"
        ) from error
    except OSError as error:
        raise Malformed(
            f"{path}", expected="a backup", found=error.strerror or str(error)
        ) from error
    with archive:
        yield Archive(path, _manifest(path, archive), archive)


def _manifest(path: Path, archive: ZipFile) -> Manifest:
    try:
        told = archive.getinfo(MANIFEST)
        if told.file_size > _MOST:
            raise Malformed(f"{path}: {MANIFEST}", expected="200 MB", found=str(told.file_size))
        given = json.loads(archive.read(MANIFEST))
        if given.pop("format") != FORMAT:
            raise ValueError("another format")
        manifest = Manifest(**given)
    except (KeyError, ValueError, TypeError, AttributeError, BadZipFile, RecursionError) as error:
        raise Malformed(
            f"{path}: {MANIFEST}", expected=f"that of a {FORMAT}", found=repr(error)[:120]
        ) from error
    _check_names(path, manifest, archive)
    return manifest


def _check_names(path: Path, manifest: Manifest, archive: ZipFile) -> None:
    """Raise Malformed unless the members are all and only what a backup has."""
    record = {f"record/{table}.jsonl" for table in KEPT}
    told = {f"folder/{name}" for name in TOLD}
    for name in sorted(manifest.files):
        if not (name in record | told or _KEY.fullmatch(name) or _ACCOUNTS.fullmatch(name)):
            raise Malformed(f"{path}: {MANIFEST}", expected="files of a backup", found=name)
    if missing := sorted(record - manifest.files.keys()):
        raise Malformed(f"{path}: {MANIFEST}", expected=missing[0], found="not in it")
    present = archive.namelist()
    if sorted(present) != sorted([*manifest.files, MANIFEST]):
        odd = sorted(set(present) ^ {*manifest.files, MANIFEST}) or ["a name twice"]
        raise Malformed(
            f"{path}", expected="the files that its manifest names, each once", found=odd[0]
        )
