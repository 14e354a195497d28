"""Serve a data folder, with the clerk beside it.

    comity serve --data DIR --port 8000

Listens on this machine alone unless --host says otherwise; put a web server with TLS in front of it then.
"""

import argparse
import errno
import signal
import sys
from pathlib import Path
from types import FrameType
from typing import Any

from comity.cli.house import open_house
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
    open_house(args.data, is_loopback=args.host in LOOPBACK)
    return serve(host=args.host, port=args.port)


def serve(*, host: str, port: int) -> int:
    """Serve the house that is open."""
    from django.core.wsgi import get_wsgi_application  # noqa: PLC0415 — after the house is open

    from comity.cli.clerk import work  # noqa: PLC0415
    from comity.cli.clerk_thread import ClerkThread  # noqa: PLC0415

    server = _listening(get_wsgi_application(), host=host, port=port)
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
