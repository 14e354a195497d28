"""Load the demonstration programme and serve it.

    comity demo --data DIR                 load if need be, then serve at http://localhost:8000
    comity demo --data DIR --no-serve      load only; DIR may be copied and served elsewhere
    comity demo --data DIR --now 2026-11-23T20:00:00Z      as if loaded then: the same acts in the same order

A demonstration loaded within the last thirty minutes is used again; an older one is loaded anew, since one of its
silences expires forty-five minutes after loading. A folder that holds anything else is never touched.
"""

import argparse
import socket
import time
from datetime import UTC, datetime
from pathlib import Path

from comity.cli.house import open_house
from comity.cli.screen import FINE, REFUSED, Stop, progress, show
from comity.cli.serve import HOST, PORT, cannot_listen, port_number, serve
from comity.core.errors import Broken, Malformed
from comity.core.when import parse_instant


def configure(parser: argparse.ArgumentParser) -> None:
    """Take the folder, the moment and where to listen."""
    parser.add_argument(
        "--data", type=Path, required=True, metavar="DIR", help="where it is to stand"
    )
    parser.add_argument("--no-serve", action="store_true", help="load only")
    parser.add_argument(
        "--now", type=_moment, metavar="T", help="the moment of loading, in UTC; now if not given"
    )
    parser.add_argument(
        "--port", type=port_number, default=PORT, metavar="N", help=f"{PORT} if not given"
    )


def _moment(text: str) -> datetime:
    try:
        return parse_instant(text)
    except Malformed as error:
        raise argparse.ArgumentTypeError(str(error)) from error


def run(args: argparse.Namespace) -> int:
    """Load, unless it is fresh; then serve."""
    if not args.no_serve:
        _check_port(args.port)
    acts, seconds = _load(args.data, now=args.now)
    open_house(args.data, is_loopback=True)
    told = {"ok": True, "data": str(args.data), "acts": acts, "seconds": round(seconds, 1)}
    plain = (
        f"{acts} acts loaded in {seconds:.1f} s"
        if acts
        else "The demonstration there is fresh and is used again."
    )
    show(told, plain=plain, as_json=args.json)
    return FINE if args.no_serve else serve(host=HOST, port=args.port)


def _check_port(port: int) -> None:
    """Say that a port is taken before anything is loaded for it."""
    with socket.socket() as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((HOST, port))
        except OSError as error:
            raise Stop(cannot_listen(error, host=HOST, port=port), code=REFUSED) from error


def _load(folder: Path, *, now: datetime | None) -> tuple[int, float]:
    """Load the demonstration unless a fresh one stands there; return how many acts, and in how many seconds."""
    from comity.desk.demonstration.place import check_free, is_fresh, renew  # noqa: PLC0415 — loads the register

    at = now or datetime.now(UTC)  # noqa: TID251 — the moment of loading is the terminal's to give
    begun = time.monotonic()
    try:
        if now is None and is_fresh(folder, now=at):
            return 0, 0.0
        check_free(folder)
        with progress("Loading the demonstration") as bar:
            acts = renew(folder.absolute(), now=at, done=bar)
    except Broken as error:
        raise Stop(str(error), code=REFUSED) from error
    return acts, time.monotonic() - begun
