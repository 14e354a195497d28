"""Opens the house for a command that needs all of it: settings, database, register."""

import os
from pathlib import Path
from typing import TYPE_CHECKING

from comity.cli.screen import REFUSED, UNREADABLE, Stop
from comity.core.errors import Broken, Malformed

if TYPE_CHECKING:
    from comity.desk.desk import Desk
    from comity.desk.look import Look


def open_house(folder: Path, *, is_loopback: bool = False, is_migrating: bool = False) -> "Desk":
    """Return the desk of a data folder, with the tables of accounts made where they are not yet.

    Only who migrates may open what another version of the program made.
    """
    if not (folder / "FORMAT").is_file():
        raise Stop(
            f"{folder} holds no programme (comity demo --data {folder} loads the demonstration)"
        )
    set_up(folder, is_loopback=is_loopback)
    from comity.desk.house import desk  # noqa: PLC0415 — after Django is told where everything is

    try:
        house = desk()
    except Broken as error:
        raise Stop(str(error), code=UNREADABLE) from error
    if not (is_migrating or house.is_current):
        raise Stop(
            f"{folder} was made by another version of Comity; stop its server, then: comity migrate --data {folder}"
        )
    make_tables()
    return house


def set_up(folder: Path, *, is_loopback: bool) -> None:
    """Tell Django which folder this is."""
    import django  # noqa: PLC0415 — only commands that need it pay for it

    os.environ["COMITY_DATA"] = str(folder.resolve())
    os.environ["COMITY_LOOPBACK"] = "yes" if is_loopback else ""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "comity.settings")
    try:
        django.setup()
    except (Broken, Malformed) as error:
        raise Stop(str(error)) from error


def make_tables() -> None:
    """Make the tables of accounts and sessions, unless they are there: looking takes no time, Django's way does."""
    from django.core.management import call_command  # noqa: PLC0415
    from django.db import connection  # noqa: PLC0415
    from django.db.migrations.loader import MigrationLoader  # noqa: PLC0415
    from django.db.migrations.recorder import MigrationRecorder  # noqa: PLC0415

    known = set(MigrationLoader(None, ignore_no_migrations=True).disk_migrations)
    if known - set(MigrationRecorder(connection).applied_migrations()):
        call_command("migrate", verbosity=0, interactive=False, skip_checks=True)


def known_person(desk: "Desk", person: str) -> str:
    """Return a person's id if the record knows them: by a mandate, or by their name."""
    viewer = desk.viewer(person)
    if not viewer.parties and not viewer.name:
        raise Stop(f"the record knows no person {person!r}", code=REFUSED)
    return person


def size_of(desk: "Desk") -> int:
    """Return how many acts the record has."""
    return desk.read(desk.viewer(""), _size)


def _size(look: "Look") -> int:
    return look.size
