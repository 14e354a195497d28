"""Where a demonstration stands: loaded beside its place and put there when it is whole.

    roles.json      {"meridonia":{"party":"meridonia","person":"c9w4ep"}, …, "public":null}
    demonstration   the instant of loading: 2026-11-23T20:14:05Z

A folder without the file `demonstration` is somebody's programme, and is never touched.
"""

from __future__ import annotations

import json
import os
import shutil
from collections.abc import Callable
from datetime import datetime, timedelta
from pathlib import Path

from comity.acts import register
from comity.core.errors import Broken
from comity.core.when import parse_instant, write_instant
from comity.desk.demonstration.load import load, script
from comity.desk.folder import MARK, ROLES
from comity.store import database, made_with
from programmes.reader import roles

FRESH_FOR = timedelta(minutes=30)
"""Then it is loaded anew: one of its silences expires 45 minutes after loading."""


def loaded_at(folder: Path) -> datetime | None:
    """Return when the demonstration in a folder was loaded; None where there is none."""
    try:
        return parse_instant((folder / MARK).read_text().strip())
    except FileNotFoundError:
        return None


def is_fresh(folder: Path, *, now: datetime) -> bool:
    """Tell whether a demonstration was loaded so lately, and by this version, that it can be used again."""
    at = loaded_at(folder)
    return at is not None and timedelta(0) <= now - at < FRESH_FOR and _is_current(folder)


def _is_current(folder: Path) -> bool:
    """Tell whether this version of the program loaded it."""
    register.load()
    kept = database.in_file(folder / "comity.sqlite3")
    try:
        return made_with.is_current(kept)
    finally:
        kept.close()


def check_free(folder: Path) -> None:
    """Raise Broken where something else than a demonstration stands."""
    if (
        loaded_at(folder) is None
        and folder.exists()
        and (not folder.is_dir() or any(folder.iterdir()))
    ):
        raise Broken(
            f"{folder} holds something that is no demonstration; nothing in it was touched"
        )


def renew(folder: Path, *, now: datetime, done: Callable[[int, int], None]) -> int:
    """Load the demonstration and put it in the folder's place; return how many acts it has."""
    check_free(folder)
    told = script(now)
    beside = folder.with_name(f".{folder.name}.{os.getpid()}.loading")
    _remove(beside)
    beside.parent.mkdir(parents=True, exist_ok=True)
    try:
        load(beside, told, now=now, done=lambda entered: done(entered, len(told)))
        _write_roles(beside)
        (beside / MARK).write_text(write_instant(now.replace(microsecond=0)) + "\n")
        _swap(beside, folder)
    finally:
        _remove(beside)
    return len(told)


def _write_roles(folder: Path) -> None:
    offered = {
        name: {"person": role.person, "party": role.party}
        for name, role in roles().items()
        if role.is_offered
    }
    (folder / ROLES).write_text(json.dumps({**offered, "public": None}, indent=1) + "\n")


def _swap(new: Path, folder: Path) -> None:
    old = folder.with_name(f".{folder.name}.{os.getpid()}.old")
    if folder.exists():
        folder.rename(old)
    new.rename(folder)
    _remove(old)


def _remove(folder: Path) -> None:
    if folder.exists():
        shutil.rmtree(folder)
