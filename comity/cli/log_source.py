"""Reads the files of a log for ``comity verify``: from a folder, or from where it is served."""

from __future__ import annotations

import os
import stat
from collections.abc import Generator, Iterator
from contextlib import AbstractContextManager
from dataclasses import dataclass
from hashlib import file_digest, sha256
from http.client import HTTPException, HTTPResponse
from io import BufferedReader
from pathlib import Path
from typing import BinaryIO, ClassVar
from urllib.error import HTTPError
from urllib.request import (
    HTTPDefaultErrorHandler,
    HTTPErrorProcessor,
    HTTPHandler,
    HTTPSHandler,
    OpenerDirector,
)

from comity.record.errors import Faulted
from comity.record.source import Source

SECONDS = 60
PIECE = 1 << 20


@dataclass(frozen=True)
class Folder:
    """An export on disk. Only plain files count: a link or a pipe could show anything."""

    root: str
    is_export: ClassVar[bool] = True

    def paths(self) -> Iterator[str]:
        """Yield every file, and raise ``Faulted`` for what is not a plain one."""
        waiting = [""]
        while waiting:
            folder = waiting.pop()
            with os.scandir(f"{self.root}/{folder}") as entries:
                for entry in entries:
                    path = f"{folder}{entry.name}"
                    if entry.is_dir(follow_symlinks=False):
                        waiting.append(f"{path}/")
                    elif entry.is_file(follow_symlinks=False):
                        yield path
                    else:
                        raise Faulted("file-kind", expected="a plain file", found=path)

    def read(self, path: str, *, limit: int) -> bytes | None:
        """Return a file, or None when it is absent."""
        file = self._open(path)
        if file is None:
            return None
        with file:
            return _limited(file.read(limit + 1), path=path, limit=limit)

    def lines(self, path: str, *, limit: int) -> Generator[bytes, None, None] | None:
        """Yield a file's lines, or return None when it is absent."""
        file = self._open(path)
        return None if file is None else _lines(file, limit=limit)

    def measure(self, path: str) -> tuple[bytes, int] | None:
        """Return SHA-256 and length of a file, or None when it is absent."""
        file = self._open(path)
        if file is None:
            return None
        with file:
            return file_digest(file, "sha256").digest(), file.tell()

    def _open(self, path: str) -> BufferedReader | None:
        full = Path(self.root, path)
        try:
            if not stat.S_ISREG(full.lstat().st_mode):
                raise Faulted("file-kind", expected="a plain file", found=path)
            return full.open("rb")
        except (FileNotFoundError, NotADirectoryError):
            return None
        except OSError as error:
            raise _unreadable(path, error) from error


@dataclass(frozen=True)
class Served:
    """A log on the web, or on this machine's own loopback."""

    base: str
    is_export: ClassVar[bool] = False

    def paths(self) -> Iterator[str]:
        """Yield nothing: what a server has cannot be listed."""
        return iter(())

    def read(self, path: str, *, limit: int) -> bytes | None:
        """Fetch a file, or return None when it is absent."""
        response = self._open(path)
        if response is None:
            return None
        with response as body:
            return _limited(_fetched(body, limit + 1, path), path=path, limit=limit)

    def lines(self, path: str, *, limit: int) -> Generator[bytes, None, None] | None:
        """Fetch a file line by line, or return None when it is absent."""
        response = self._open(path)
        return None if response is None else _lines(response, limit=limit)

    def measure(self, path: str) -> tuple[bytes, int] | None:
        """Return SHA-256 and length of a file that is fetched, or None when it is absent."""
        response = self._open(path)
        if response is None:
            return None
        digest, length = sha256(), 0
        with response as body:
            while piece := _fetched(body, PIECE, path):
                digest.update(piece)
                length += len(piece)
        return digest.digest(), length

    def _open(self, path: str) -> HTTPResponse | None:
        try:
            return _opener().open(f"{self.base}/{path}", timeout=SECONDS)
        except HTTPError as error:
            if error.code == 404:
                return None
            raise _unreadable(f"{self.base}/{path}", error) from error
        except (OSError, HTTPException, ValueError) as error:
            raise _unreadable(f"{self.base}/{path}", error) from error


def open_source(where: str) -> Source:
    """Return the source that a path or an address means."""
    if where.startswith(("http://", "https://")):
        served = Served(where.rstrip("/"))
        is_log = served.read("checkpoint", limit=PIECE) is not None
        return served if is_log else Served(f"{served.base}/log")
    if not Path(where).is_dir():
        raise Faulted("file-missing", expected="a folder, as comity export writes it", found=where)
    return Folder(where)


def _opener() -> OpenerDirector:
    """Follow no redirection and no proxy: what is verified is what stands at the address given."""
    opener = OpenerDirector()
    for handler in (HTTPHandler, HTTPSHandler, HTTPDefaultErrorHandler, HTTPErrorProcessor):
        opener.add_handler(handler())
    return opener


def _lines(
    file: AbstractContextManager[BinaryIO | HTTPResponse], *, limit: int
) -> Generator[bytes, None, None]:
    with file as body:
        while line := _line(body, limit):
            yield line


def _line(body: BinaryIO | HTTPResponse, limit: int) -> bytes:
    try:
        return body.readline(limit)
    except (OSError, HTTPException) as error:
        raise _unreadable("parts", error) from error


def _fetched(body: HTTPResponse, size: int, path: str) -> bytes:
    try:
        return body.read(size)
    except (OSError, HTTPException) as error:
        raise _unreadable(path, error) from error


def _limited(data: bytes, *, path: str, limit: int) -> bytes:
    if len(data) > limit:
        raise Faulted("file-too-long", expected=f"{path} of at most {limit} bytes", found="more")
    return data


def _unreadable(path: str, error: Exception) -> Faulted:
    return Faulted("file-unreadable", expected=path, found=str(error))
