"""Serve a data folder, with the clerk beside it.

    comity serve --data DIR --port 8000

Listens on this machine alone unless --host says otherwise; put a web server with TLS in front of it then.
A folder that is empty or not there yet is served with a page that asks how to begin: its address, with a secret in
it, is printed here, and it answers on this machine alone.
"""

import argparse
import errno
import os
import signal
import sys
import threading
from pathlib import Path
from types import FrameType
from typing import Any

from comity.cli.house import make_tables, open_house, set_up
from comity.cli.screen import FINE, REFUSED, Stop

HOST = "127.0.0.1"
PORT = 8000
LOOPBACK = frozenset({"127.0.0.1", "::1", "localhost"})


def configure(parser: argparse.ArgumentParser) -> None:
    """Take the folder and where to listen."""
    parser.add_argument("--data", type=Path, required=True, metavar="DIR", help="the data folder")
    parser.add_argument(
        "--port", type=port_number, default=PORT, metavar="N", help=f"{PORT} if not given"
    )
    parser.add_argument("--host", default=HOST, help=f"{HOST} if not given: this machine alone")


def port_number(text: str) -> int:
    """Read a port."""
    number = int(text) if text.isascii() and text.isdecimal() and len(text) < 6 else -1
    if not 0 < number < 65536:
        raise argparse.ArgumentTypeError(f"{text!r} is no port")
    return number


def run(args: argparse.Namespace) -> int:
    """Serve until told to stop."""
    if not args.data.exists() or (args.data.is_dir() and not any(args.data.iterdir())):
        return _first_page(args)
    open_house(args.data, is_loopback=args.host in LOOPBACK)
    return serve(host=args.host, port=args.port)


def _first_page(args: argparse.Namespace) -> int:
    """Ask how to begin, then become the server of what began."""
    if args.host not in LOOPBACK:
        raise Stop(
            f"{args.data} holds no programme yet; begin one with comity init, or serve it on this machine alone"
        )
    set_up(args.data, is_loopback=True)
    from django.conf import settings  # noqa: PLC0415 — after Django is told where everything is
    from django.utils.module_loading import import_string  # noqa: PLC0415

    page = import_string(settings.COMITY_FIRST_PAGE)(
        args.data.absolute(),
        address=f"http://localhost:{args.port}",
        make_tables=make_tables,
        done=_become_the_server,
    )
    server = _listening(page, host=args.host, port=args.port)
    signal.signal(signal.SIGTERM, _end)
    print(f"There is no programme in {args.data} yet. Begin it at {page.link}", flush=True)
    try:
        server.run()
    finally:
        server.close()
    return FINE


def _become_the_server() -> None:
    """Run the same command anew in this process, once the answer has gone out: now there is a programme to serve."""
    timer = threading.Timer(0.5, os.execv, (sys.executable, sys.orig_argv))
    timer.daemon = True
    timer.start()


def serve(*, host: str, port: int) -> int:
    """Serve the house that is open."""
    from comity.cli.clerk import work  # noqa: PLC0415 — after the house is open
    from comity.cli.clerk_thread import ClerkThread  # noqa: PLC0415
    from comity.wsgi import application  # noqa: PLC0415

    server = _listening(application, host=host, port=port)
    clerk = ClerkThread(work)
    signal.signal(signal.SIGTERM, _end)
    name = "localhost" if host in LOOPBACK else host
    print(f"Comity is at http://{name}:{port} (Ctrl+C ends it)", flush=True)
    clerk.start()
    try:
        server.run()
    finally:
        server.close()
        clerk.stop()
    return FINE


def _listening(app: Any, *, host: str, port: int) -> Any:
    from comity.cli.listening import listen  # noqa: PLC0415

    try:
        return listen(app, host=host, port=port)
    except OSError as error:
        raise Stop(cannot_listen(error, host=host, port=port), code=REFUSED) from error


def cannot_listen(error: OSError, *, host: str, port: int) -> str:
    """Say in one sentence why nobody can be served at this port, and what to do."""
    if error.errno == errno.EADDRINUSE:
        other = port + 1 if port < 65535 else 8000
        return f"port {port} is taken by another program; choose one with --port {other} (or make demo PORT={other})"
    return f"cannot listen on {host}, port {port}: {error.strerror}"


def _end(_number: int, _frame: FrameType | None) -> None:
    """End as Ctrl+C does, so that open answers are finished and the clerk's round too."""
    sys.exit(0)
