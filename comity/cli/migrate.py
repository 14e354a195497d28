"""Rebuild everything that is computed from the record, and bring the tables of accounts up to date.

    comity migrate --data DIR

The record itself is never touched. Stop the server first.
"""

import argparse
from pathlib import Path

from comity.cli.house import open_house, size_of
from comity.cli.screen import FINE, REFUSED, Stop, progress, show
from comity.core.errors import Broken


def configure(parser: argparse.ArgumentParser) -> None:
    """Take the folder."""
    parser.add_argument("--data", type=Path, required=True, metavar="DIR", help="the data folder")


def run(args: argparse.Namespace) -> int:
    """Rebuild."""
    desk = open_house(args.data, is_migrating=True)
    from comity.desk.replay import migrate  # noqa: PLC0415

    total = size_of(desk)
    try:
        with progress("Rebuilding") as bar:
            acts = migrate(desk, told=lambda done: bar(done, total))
    except Broken as error:
        raise Stop(str(error), code=REFUSED) from error
    show({"ok": True, "acts": acts}, plain=f"Rebuilt from {acts} acts.", as_json=args.json)
    return FINE
