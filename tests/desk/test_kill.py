"""The server is killed while ten clients submit: every act with a receipt is there once, and the record verifies.

SIGKILL ends a process between any two of its instructions; that the disk keeps what was written when the power goes is
the database's promise (`synchronous=FULL`, PostgreSQL's own log), and not tried here.
"""

import json
import subprocess
import sys
import time
from pathlib import Path
from typing import Any

import pytest

from comity.cli.log_source import Folder
from comity.desk.export import export
from comity.desk.host_key import host_key
from comity.desk.replay import check
from comity.desk.viewer import PUBLIC
from comity.record import Verifier, verify_receipt
from comity.record.export import Verified, verify_log
from tests.desk.house import ORIGIN, House
from tests.desk.ten_clients import CLIENTS, EACH

ROOT = Path(__file__).resolve().parents[2]
KILLED_AT = (150, 450, 750)
"""How many receipts there are when the kill falls: each time among acts that are new."""
PATIENCE = 120.0


@pytest.fixture
def where(request: pytest.FixtureRequest, house: House) -> str:
    """How another process opens the same store."""
    return (
        "sqlite" if house.store.is_sqlite else str(request.getfixturevalue("postgresql_database"))
    )


def start(house: House, where: str, out: Path) -> list[subprocess.Popen[bytes]]:
    """Start the clients: on PostgreSQL in two processes, each with a desk of its own."""
    shares = [range(CLIENTS)] if where == "sqlite" else [range(0, CLIENTS, 2), range(1, CLIENTS, 2)]
    return [
        subprocess.Popen(
            [
                *(sys.executable, "-m", "tests.desk.ten_clients"),
                *(str(house.folder), where, str(out / f"receipts-{n}"), *map(str, share)),
            ],
            cwd=ROOT,
        )
        for n, share in enumerate(shares)
    ]


def kept(out: Path) -> dict[str, dict[str, Any]]:
    """Return each receipt by its nonce; a receipt that was given twice must be the same act's."""
    found: dict[str, dict[str, Any]] = {}
    for path in sorted(out.glob("receipts-*")):
        for line in path.read_text().splitlines(keepends=True):
            if line.endswith("\n"):
                nonce, receipt = line.split(" ", 1)
                first = found.setdefault(nonce, json.loads(receipt))
                assert _act_of(first) == _act_of(json.loads(receipt))
    return found


def _act_of(receipt: dict[str, Any]) -> list[Any]:
    return [receipt[name] for name in ("index", "leaf", "parts", "received", "kind")]


def run(house: House, where: str, out: Path, *, killed_at: int) -> None:
    """Let the clients submit until there are so many receipts, and kill them."""
    processes = start(house, where, out)
    until = time.monotonic() + PATIENCE
    while len(kept(out)) < killed_at and any(each.poll() is None for each in processes):
        assert time.monotonic() < until
        time.sleep(0.02)
    for each in processes:
        each.kill()
        each.wait()


def held(house: House, out: Path, place: Path) -> int:
    """Check all that was promised so far; return how many acts of the clients there are."""
    receipts = kept(out)
    log = Verifier(ORIGIN, house.desk.folder.log_key.public)
    host = Verifier(f"{ORIGIN}/host", host_key(house.store, house.desk.folder).public)
    for receipt in receipts.values():
        verify_receipt(receipt, log=log, host=host)
    entered: dict[str, int] = dict(
        house.store.rows("SELECT nonce, act FROM submission WHERE nonce LIKE 'c%.%'")
    )
    assert {nonce: entered[nonce] for nonce in receipts} == {
        nonce: receipt["index"] for nonce, receipt in receipts.items()
    }
    assert len(set(entered.values())) == len(entered)
    assert check(house.desk).differing == ()
    export(house.desk, PUBLIC, place)
    assert isinstance(verify_log(Folder(str(place))), Verified)
    return len(entered)


@pytest.mark.slow
def test_every_act_with_a_receipt_is_there_once(house: House, where: str, tmp_path: Path) -> None:
    before = house.desk.read(PUBLIC, lambda look: look.size)
    out = tmp_path / "out"
    out.mkdir()
    for killed_at in KILLED_AT:
        run(house, where, out, killed_at=killed_at)
        entered = held(house, out, tmp_path / f"export-{killed_at}")
        assert killed_at <= entered < CLIENTS * EACH
    for each in start(house, where, out):
        assert each.wait() == 0
    assert held(house, out, tmp_path / "export") == len(kept(out)) == CLIENTS * EACH
    assert house.desk.read(PUBLIC, lambda look: look.size) == before + CLIENTS * EACH
