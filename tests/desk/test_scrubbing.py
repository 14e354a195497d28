"""What was erased leaves the files, also where the first try fails, or nobody lived to make it."""

import signal
import sqlite3
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import psycopg
import pytest

from comity.desk.outcome import Receipt
from comity.desk.scrubbing import due_since, try_again
from comity.store import scrubbing
from comity.store.database import Database
from tests.desk.house import HOST, PEOPLE, House

ROOT = Path(__file__).resolve().parents[2]
PLANTED = "perfidious"


def said(house: House, reason: str = PLANTED) -> str:
    """Say the word, and return the digest of the part that holds it."""
    receipt = house.do(
        "reframe.take-position",
        by=PEOPLE["north"],
        party="north",
        on="paragraph/p1",
        stance="oppose",
        reason=reason,
    )
    row = house.store.row("SELECT digest FROM part WHERE act=? AND name='reason'", (receipt.index,))
    assert row is not None
    return str(row[0])


def held(house: House) -> bool:
    """Tell whether the word stands in some byte of the folder."""
    files = [path for path in house.folder.rglob("*") if path.is_file()]
    return any(PLANTED.encode() in path.read_bytes() for path in files)


def erase(house: House, digest: str) -> Receipt:
    return house.do("programme.erase", digests=[digest], why="A court order.")


def test_nothing_is_due_after_an_erasure_that_went_well(house: House) -> None:
    digest = said(house)
    assert due_since(house.store) is None
    erase(house, digest)
    assert due_since(house.store) is None


@contextmanager
def somebody_reads(house: House, request: pytest.FixtureRequest) -> Iterator[None]:
    """Keep open what a scrub has to have for itself: the old file, or a table."""
    if house.store.is_sqlite:
        reader = sqlite3.connect(house.folder / "comity.sqlite3", isolation_level=None)
        reader.execute("BEGIN")
        reader.execute("SELECT count(*) FROM part").fetchone()
        yield
        reader.close()
    else:
        with psycopg.connect(str(request.getfixturevalue("postgresql_database"))) as connection:
            connection.execute("SELECT count(*) FROM term")
            yield


def test_a_reader_in_the_way_costs_nobody_the_receipt_and_the_clerk_tries_again(
    house: House,
    monkeypatch: pytest.MonkeyPatch,
    caplog: pytest.LogCaptureFixture,
    request: pytest.FixtureRequest,
) -> None:
    monkeypatch.setattr("comity.store.scrubbing.PATIENCE", 0.2)
    digest = said(house)
    with somebody_reads(house, request):
        assert erase(house, digest).kind == "programme.erase/1"
        assert due_since(house.store) == house.now.strftime("%Y-%m-%dT%H:%M:%S.%fZ")
        assert held(house) == house.store.is_sqlite
    assert [record.name for record in caplog.records] == ["comity.scrub"]
    assert PLANTED not in caplog.text
    try_again(house.store, now=house.now)
    assert due_since(house.store) is not None, "tried again a moment after it was tried in vain"
    house.wait(seconds=61)
    try_again(house.store, now=house.now)
    assert due_since(house.store) is None
    assert not held(house)


KILLED = """
import os, signal, sys
from datetime import UTC, datetime
from pathlib import Path
from comity.desk.desk import Desk
from comity.store import database, scrubbing

scrubbing.scrub = lambda *_: os.kill(os.getpid(), signal.SIGKILL)
folder, where, digest = Path(sys.argv[1]), sys.argv[2], sys.argv[3]
store = database.in_file(folder / "comity.sqlite3") if where == "sqlite" else database.at_url(where)
desk = Desk(folder, store=store, clock=lambda: datetime(2026, 3, 3, tzinfo=UTC))
told = {"kind": "programme.erase/1", "on_behalf_of": "host", "digests": [digest], "why": "A court order."}
desk.submit(told, person=sys.argv[4])
"""


def test_who_is_killed_between_the_erasure_and_the_scrub_leaves_it_due(
    house: House, request: pytest.FixtureRequest
) -> None:
    is_sqlite = house.store.is_sqlite
    where = "sqlite" if is_sqlite else str(request.getfixturevalue("postgresql_database"))
    digest = said(house)
    size = house.store.row("SELECT size FROM head")
    done = subprocess.run(
        [sys.executable, "-c", KILLED, str(house.folder), where, digest, HOST],
        cwd=ROOT,
        check=False,
    )
    assert done.returncode == -signal.SIGKILL
    assert house.store.row("SELECT size FROM head") == (size[0] + 1,) if size else False
    assert due_since(house.store) == "2026-03-03T00:00:00.000000Z"
    assert not is_sqlite or held(house)
    try_again(house.store, now=house.now)
    assert due_since(house.store) is None
    assert not is_sqlite or not held(house)


def test_what_is_erased_while_the_files_are_rewritten_stays_due(
    house: House, monkeypatch: pytest.MonkeyPatch
) -> None:
    first, later = "2026-03-02T09:00:00.000000Z", "2026-03-02T10:00:00.000000Z"

    def meanwhile(store: Database) -> None:
        scrubbing.owe(store, since=later)

    scrubbing.owe(house.store, since=first)
    with monkeypatch.context() as patch:
        patch.setattr(scrubbing, "_rewrite", meanwhile)
        patch.setattr(scrubbing, "_rewrite_tables", meanwhile)
        scrubbing.scrub(house.store)
    assert due_since(house.store) == first
    scrubbing.scrub(house.store)
    assert due_since(house.store) is None
