"""What an operator is told: each thing in words, with what to do, and all of it in the last line."""

import shutil
import socket
import sqlite3
import ssl
import subprocess
import threading
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest

from tests.contracts.command import comity
from tests.journeys.house import free_port


@pytest.fixture
def folder(demonstration: Path, tmp_path: Path) -> Path:
    return shutil.copytree(demonstration, tmp_path / "house")


def looked(folder: Path, **environment: str) -> dict[str, Any]:
    """What the doctor says, by what it is about."""
    said = comity("doctor", "--data", folder, "--json", **environment)
    assert (said.code == 0) == said.json["ok"]
    return {each["about"]: each["state"] for each in said.json["findings"]} | {
        "all": said.json["says"]
    }


def test_a_programme_that_was_never_backed_up_is_told_so_in_the_last_line(folder: Path) -> None:
    said = comity("doctor", "--data", folder)
    assert (said.code, said.out.rstrip().splitlines()[-1]) == (
        1,
        "Look after this now: backup.",
    )
    assert f"comity backup --data {folder} FILE.zip" in said.out


def test_a_backup_with_keys_that_was_rehearsed_leaves_nothing_in_danger(
    folder: Path, tmp_path: Path
) -> None:
    out = tmp_path / "b.zip"
    assert comity("backup", "--data", folder, out, "--keys").code == 0
    assert comity("backup", "--data", folder, out, "--rehearse").code == 0
    found = looked(folder)
    assert {found[about] for about in ("backup", "rehearsal", "keys", "disk", "letters")} == {
        "well"
    }
    assert found["all"].startswith(("All is well.", "Nothing is in danger; look after this soon: "))


def test_an_old_backup_and_an_old_rehearsal_are_said(folder: Path) -> None:
    old = (datetime.now(UTC) - timedelta(days=40)).strftime("%Y-%m-%dT%H:%M:%S.%fZ")  # noqa: TID251
    (folder / "backups.jsonl").write_text(
        f'{{"what":"made","at":"{old}","sha256":"0"}}\n'
        f'{{"what":"rehearsed","at":"{old}","sha256":"0"}}\n'
    )
    found = looked(folder)
    assert (found["backup"], found["rehearsal"]) == ("now", "soon")


def test_keys_that_others_may_read_and_a_clock_before_the_last_act_are_said(folder: Path) -> None:
    (folder / "keys" / "log").chmod(0o644)
    ahead = (datetime.now(UTC) + timedelta(days=1)).strftime("%Y-%m-%dT%H:%M:%S.%fZ")  # noqa: TID251
    with sqlite3.connect(folder / "comity.sqlite3") as kept:
        kept.execute("UPDATE head SET received=?", (ahead,))
    found = looked(folder)
    assert (found["keys"], found["clock"]) == ("now", "now")


def test_who_takes_letters_and_which_address_people_see_is_tried(folder: Path) -> None:
    nobody = f"smtp://127.0.0.1:{free_port()}"
    found = looked(folder, COMITY_MAIL=nobody, COMITY_ADDRESS="http://programme.example")
    assert (found["mail"], found["certificate"]) == ("now", "now")
    closed = looked(folder, COMITY_ADDRESS=f"https://localhost:{free_port()}")
    assert (closed["mail"], closed["certificate"]) == ("soon", "soon")


def test_an_address_that_cannot_be_looked_at_and_one_that_people_are_warned_of_are_told_apart(
    folder: Path, tmp_path: Path
) -> None:
    port = free_port()
    said = comity("doctor", "--data", folder, COMITY_ADDRESS=f"https://localhost:{port}")
    assert (
        f"https://localhost:{port} cannot be looked at from here: nothing listens there" in said.out
    )
    with secured(tmp_path) as address:
        warned = comity("doctor", "--data", folder, COMITY_ADDRESS=address)
    assert f"people are warned of {address}: its certificate cannot be trusted" in warned.out
    assert "certificate" in warned.out.rstrip().splitlines()[-1]
    assert "Errno" not in said.out + warned.out


@contextmanager
def secured(place: Path) -> Iterator[str]:
    """A server on this machine whose certificate nobody vouches for."""
    key, certificate = place / "key.pem", place / "certificate.pem"
    made = ("openssl", "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-days", "30")
    told = ("-subj", "/CN=localhost", "-keyout", str(key), "-out", str(certificate))
    subprocess.run([*made, *told], check=True, capture_output=True)
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(certificate, key)
    with socket.create_server(("127.0.0.1", 0)) as listening:

        def greet() -> None:
            guest, _ = listening.accept()
            with guest, suppress(OSError), context.wrap_socket(guest, server_side=True):
                pass

        greeting = threading.Thread(target=greet)
        greeting.start()
        yield f"https://localhost:{listening.getsockname()[1]}"
        greeting.join()


def test_an_erasure_that_the_files_have_not_forgotten_is_said(folder: Path) -> None:
    with sqlite3.connect(folder / "comity.sqlite3") as kept:
        kept.execute("INSERT INTO scrub VALUES (1,'2026-11-01T00:00:00.000000Z',1,'','')")
    assert looked(folder)["erasures"] == "now"
