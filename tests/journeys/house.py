"""A demonstration that is built once a run, and servers that stand on it or on copies of it."""

import shutil
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from tests.ground.run import Shared

COMITY = (sys.executable, "-m", "comity.cli.main")
PATIENCE = 30.0


def build(place: Path) -> Shared:
    """Load the demonstration into a folder that every journey copies or reads."""
    subprocess.run(
        [*COMITY, "demo", "--no-serve", "--data", str(place / "demo")],
        check=True,
        stdin=subprocess.DEVNULL,
    )
    return Shared(word=str(place / "demo"))


def serve_shared(place: Path, *, built: str) -> Shared:
    """Serve a copy for all journeys that only look; the run's ending stops it."""
    shutil.copytree(built, place / "data")
    port = free_port()
    server = _start(place / "data", port=port, log=place / "server.log")
    _wait_for(port, server=server, log=place / "server.log")
    return Shared(word=f"http://localhost:{port}", ending=("kill", str(server.pid)))


@contextmanager
def serving(built: Path, *, place: Path) -> Iterator[tuple[str, Path]]:
    """Serve a copy of its own for a journey that acts; yield the address and the folder."""
    data = place / "data"
    shutil.copytree(built, data)
    port = free_port()
    server = _start(data, port=port, log=place / "server.log")
    try:
        _wait_for(port, server=server, log=place / "server.log")
        yield f"http://localhost:{port}", data
    finally:
        server.terminate()
        server.wait(timeout=PATIENCE)


def free_port() -> int:
    """Ask the machine for a port nobody uses."""
    with socket.socket() as asked:
        asked.bind(("127.0.0.1", 0))
        return int(asked.getsockname()[1])


def _start(data: Path, *, port: int, log: Path) -> subprocess.Popen[bytes]:
    with log.open("wb") as written:
        return subprocess.Popen(
            [*COMITY, "serve", "--data", str(data), "--port", str(port)],
            stdin=subprocess.DEVNULL,
            stdout=written,
            stderr=subprocess.STDOUT,
        )


def _wait_for(port: int, *, server: subprocess.Popen[bytes], log: Path) -> None:
    until = time.monotonic() + PATIENCE
    while time.monotonic() < until and server.poll() is None:
        try:
            with urllib.request.urlopen(f"http://localhost:{port}/healthz", timeout=2) as answer:
                if answer.status == 200:
                    return
        except (urllib.error.URLError, OSError):
            time.sleep(0.1)
    raise AssertionError(f"the server did not answer:\n{log.read_text()[-2000:]}")
