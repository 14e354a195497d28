"""Write everything that cannot be had again into one file, while the server runs; or prove that such a file holds.

    comity backup --data DIR FILE.zip               record, files, accounts; without keys
    comity backup --data DIR FILE.zip --keys        the host's keys too: guard it as you guard them
    comity backup --data DIR FILE.zip --rehearse    put an existing backup into a database that is thrown away, compute
                                                    everything again, and verify every act, as `comity verify` does

The file is neutral of where things are kept: `comity restore` puts it into SQLite or PostgreSQL.
"""

import argparse
from pathlib import Path
from typing import TYPE_CHECKING

from comity.cli.house import open_house, size_of
from comity.cli.screen import FINE, REFUSED, UNREADABLE, Stop, progress, show
from comity.core.errors import Broken, Malformed

if TYPE_CHECKING:
    from comity.desk.desk import Desk


def configure(parser: argparse.ArgumentParser) -> None:
    """Take from where and to where."""
    parser.add_argument("file", type=Path, metavar="FILE.zip", help="a file that is not there yet")
    parser.add_argument("--data", type=Path, required=True, metavar="DIR", help="the data folder")
    parser.add_argument("--keys", action="store_true", help="the host's keys too")
    parser.add_argument(
        "--rehearse", action="store_true", help="prove that FILE.zip can be restored"
    )


def run(args: argparse.Namespace) -> int:
    """Make it, or try it."""
    if args.rehearse and args.keys:
        raise Stop("a rehearsal takes no --keys: it signs nothing")
    desk = open_house(args.data)
    try:
        return _rehearse(desk, args) if args.rehearse else _make(desk, args)
    except Malformed as error:
        raise Stop(str(error), code=UNREADABLE) from error
    except Broken as error:
        raise Stop(str(error), code=REFUSED) from error
    except OSError as error:
        raise Stop(f"{args.file} cannot be written: {error.strerror}", code=REFUSED) from error


def _make(desk: "Desk", args: argparse.Namespace) -> int:
    from comity.accounts import copying  # noqa: PLC0415 — after the house is open
    from comity.desk.backup import back_up  # noqa: PLC0415

    total = size_of(desk)
    with progress("Backing up") as bar:
        made = back_up(
            desk,
            args.file,
            beside=copying.members,
            with_keys=args.keys,
            told=lambda done: bar(done, total),
        )
    told = {
        "ok": True,
        "file": str(made.path),
        "acts": made.size,
        "sha256": made.sha256,
        "keys": args.keys,
    }
    keys = (
        "with the host's keys: guard it"
        if args.keys
        else "without the host's keys: keep those elsewhere"
    )
    plain = (
        f"{made.size} acts in {made.path}, {keys}.\n"
        f"Prove that it holds: comity backup --data {args.data} {made.path} --rehearse"
    )
    show(told, plain=plain, as_json=args.json)
    return FINE


def _rehearse(desk: "Desk", args: argparse.Namespace) -> int:
    from comity.accounts import copying  # noqa: PLC0415 — after the house is open
    from comity.desk.archive import opened  # noqa: PLC0415
    from comity.desk.restore import rehearse  # noqa: PLC0415

    with opened(args.file) as archive, progress("Rehearsing") as bar:
        found = rehearse(
            desk,
            archive,
            count_accounts=lambda archive: sum(
                copying.count(name, lines) for name, lines in archive.accounts()
            ),
            told=lambda done: bar(done, archive.manifest.size),
        )
    told = {
        "ok": True,
        "file": str(args.file),
        "acts": found.verified.checkpoint.size,
        "accounts": found.accounts,
    }
    plain = (
        f"{args.file} holds: {found.verified.checkpoint.size} acts computed again and verified,"
        f" {found.accounts} rows of accounts."
    )
    show(told, plain=plain, as_json=args.json)
    return FINE
