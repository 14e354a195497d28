"""One test run: what its workers share, made once and ended with the run."""

import fcntl
import json
import os
import shutil
import subprocess
import tempfile
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TextIO

FOLDER = "COMITY_TEST_RUN"
PREFIX, ALIVE = "comity-test-", "alive"
BEGINNING = 60
"""How many seconds a run may take to hold the lock that says that it is alive."""
held: list[TextIO] = []
MEMORY = Path("/dev/shm")  # what a run writes is gone with it, and waits for no disk
ROOM = 2 << 30
"""How many bytes of memory must be free there; a run that fills them fails, so this is several times what one takes."""


@dataclass(frozen=True, kw_only=True)
class Shared:
    """What a maker hands back: a word for every worker, and the command that ends it."""

    word: str
    ending: Sequence[str] = ()


def begin() -> Path:
    """Make the run's folder, in memory where there is room, and name it to the workers about to start."""
    sweep(MEMORY)
    folder = Path(tempfile.mkdtemp(prefix=PREFIX, dir=ground()))
    held.append((folder / ALIVE).open("w"))
    fcntl.flock(held[0], fcntl.LOCK_EX)
    folder.chmod(0o711)  # a database server under its own user must be able to pass through
    os.environ[FOLDER] = str(folder)
    # What a test, a program it starts or the browser keeps for a while stands in the same folder.
    (folder / "passing").mkdir()
    os.environ["TMPDIR"] = tempfile.tempdir = str(folder / "passing")
    return folder


def sweep(place: Path) -> None:
    """Take away what runs that were killed have left in memory: nobody holds their locks any more."""
    for mark in place.glob(f"{PREFIX}*/{ALIVE}"):
        # One that has just begun may not hold its lock yet.
        if time.time() - mark.stat().st_mtime < BEGINNING or not os.access(mark, os.W_OK):
            continue
        with mark.open("r+") as lock:
            try:
                fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
            except BlockingIOError:
                continue
            shutil.rmtree(mark.parent, ignore_errors=True)


def ground() -> Path | None:
    """Tell where a run's folder is made; None is where the system keeps what is passing."""
    if "TMPDIR" in os.environ or not os.access(MEMORY, os.W_OK | os.X_OK):
        return None
    return MEMORY if shutil.disk_usage(MEMORY).free >= ROOM else None


def folder() -> Path:
    """Return the folder of the run that this process is part of."""
    return Path(os.environ[FOLDER])


def once(name: str, make: Callable[[Path], Shared]) -> str:
    """Return the word of the thing called name; the first worker to ask makes it, the others wait."""
    place = folder() / name
    with (folder() / f"{name}.lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        word = folder() / f"{name}.word"
        if not word.exists():
            # Where an earlier worker failed half-way, the next one fails on the folder, and says so.
            place.mkdir()
            made = make(place)
            (folder() / f"{name}.ending").write_text(json.dumps(list(made.ending)))
            word.write_text(made.word)
        return word.read_text()


def end() -> None:
    """End everything that was made, and leave no trace of the run."""
    for ending in sorted(folder().glob("*.ending")):
        if command := json.loads(ending.read_text()):
            subprocess.run(command, stdout=subprocess.DEVNULL, check=False)
    held.pop().close()
    shutil.rmtree(folder())
    del os.environ[FOLDER], os.environ["TMPDIR"]
    tempfile.tempdir = None
