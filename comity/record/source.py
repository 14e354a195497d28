"""Where the files of a log come from; the reading itself is done outside this room."""

from __future__ import annotations

from collections.abc import Generator, Iterator
from typing import Protocol


class Source(Protocol):
    """The files of an export, or of a log that is being served."""

    @property
    def is_export(self) -> bool:
        """Say whether a signed manifest names every file: what is absent then is a fault."""

    def paths(self) -> Iterator[str]:
        """Yield every file that is there, and raise ``Faulted`` for what is not a plain file."""

    def read(self, path: str, *, limit: int) -> bytes | None:
        """Return a file, or None when it is absent; raise ``Faulted`` beyond ``limit`` bytes."""

    def lines(self, path: str, *, limit: int) -> Generator[bytes, None, None] | None:
        """Yield a file's lines with their newlines, or return None when it is absent.

        A line is cut at ``limit`` bytes.
        """

    def measure(self, path: str) -> tuple[bytes, int] | None:
        """Return SHA-256 and length of a file, or None when it is absent."""
