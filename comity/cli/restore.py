"""Put a backup into a new data folder; what was in SQLite may come back in PostgreSQL, and the other way round.

    comity restore FILE.zip --data DIR                     where the backup holds the keys
    comity restore FILE.zip --data DIR --keys KEYS         keys kept elsewhere: a folder with host, log, session
    COMITY_DATABASE=postgresql://… comity restore FILE.zip --data DIR

Every act is verified before the folder counts as a programme. People sign in again; nothing is written over.
"""

import argparse
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from urllib.parse import urlsplit

from comity.cli.house import make_tables, set_up
from comity.cli.screen import FINE, REFUSED, UNREADABLE, Stop, progress, show
from comity.core.errors import Broken, Malformed


def configure(parser: argparse.ArgumentParser) -> None:
    """Take from where and to where."""
    parser.add_argument("file", type=Path, metavar="FILE.zip", help="what comity backup wrote")
    parser.add_argument(
        "--data",
        type=Path,
        required=True,
        metavar="DIR",
        help="a folder that is empty or not there yet",
    )
    parser.add_argument("--keys", type=Path, metavar="KEYS", help="where the host's keys are kept")


def run(args: argparse.Namespace) -> int:
    """Put it back."""
    if args.data.exists() and (not args.data.is_dir() or any(args.data.iterdir())):
        raise Stop(f"{args.data} is not an empty folder", code=REFUSED)
    with _as_it_was(args.data):
        return _restore(args)


def _restore(args: argparse.Namespace) -> int:
    set_up(args.data, is_loopback=False)
    from comity.accounts import copying  # noqa: PLC0415 — after Django is told where everything is
    from comity.desk.archive import opened  # noqa: PLC0415
    from comity.desk.restore import restore  # noqa: PLC0415

    try:
        with opened(args.file) as archive, progress("Restoring") as bar:
            make_tables()
            found = restore(
                archive,
                args.data,
                keys=args.keys,
                take_accounts=lambda archive: copying.take(archive.accounts()),
                told=lambda done: bar(done, archive.manifest.size),
            )
    except Malformed as error:
        raise Stop(str(error), code=UNREADABLE) from error
    except Broken as error:
        raise Stop(str(error), code=REFUSED) from error
    acts = found.verified.checkpoint.size
    told = {"ok": True, "data": str(args.data), "acts": acts, "accounts": found.accounts}
    plain = (
        f"Restored and verified {acts} acts, {found.accounts} rows of accounts."
        f" Serve it: comity serve --data {args.data}{_missing(args.data)}"
    )
    show(told, plain=plain, as_json=args.json)
    return FINE


@contextmanager
def _as_it_was(folder: Path) -> Iterator[None]:
    """Leave nothing of a restore that was refused: the folder was empty, so whatever is in it came with it."""
    was_there = folder.exists()
    folder.mkdir(parents=True, exist_ok=True)
    try:
        yield
    except Stop:
        for each in folder.iterdir():
            shutil.rmtree(each) if each.is_dir() else each.unlink()
        if not was_there:
            folder.rmdir()
        raise


def _missing(folder: Path) -> str:
    """Say what a backup without keys leaves out: with whose password letters are handed over."""
    from comity.desk.folder import SETTINGS, kept_settings  # noqa: PLC0415 — after the house is open

    parts = urlsplit(kept_settings(folder).get("mail", ""))
    if not parts.username or parts.password:
        return ""
    return f"\nThe mail server's password was not in the backup: add it to mail in {folder / SETTINGS} first."
