"""What the machine has, and what a test does when it has not."""

import os
import shutil
from collections.abc import Sequence
from pathlib import Path
from typing import NoReturn

import pytest


def absent(name: str, *, because: str) -> NoReturn:
    """Skip by name; fail instead where the run was told that it must have the thing."""
    reason = f"{name} is absent: {because}"
    if name in os.environ.get("COMITY_REQUIRE", "").split(","):
        pytest.fail(reason, pytrace=False)
    pytest.skip(reason)


def program(name: str, *, called: str, folders: Sequence[Path] = ()) -> Path:
    """Return the newest of the named program that is installed."""
    for folder in sorted(folders, reverse=True):
        if (folder / called).exists():
            return folder / called
    if found := shutil.which(called):
        return Path(found)
    absent(
        name, because=f"there is no program {called}; scripts/debian install, as root, brings it"
    )


def chromium() -> Path:
    """Return Debian's browser; the one that Playwright would fetch is never used."""
    return program("chromium", called="chromium")


def word_processor() -> Path:
    """Return LibreOffice's program."""
    return program("libreoffice", called="soffice")
