"""The power goes while ten clients submit: every act with a receipt is there once, and the record verifies."""

import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from comity.cli.log_source import Folder
from comity.desk.export import export
from comity.desk.replay import check
from comity.desk.viewer import PUBLIC
from comity.record.export import Verified, verify_log
from tests.desk.house import House
from tests.desk.ten_clients import CLIENTS, EACH

ROOT = Path(__file__).resolve().parents[2]
KILLED_AFTER = (150, 300, 250)


@pytest.fixture
def where(request: pytest.FixtureRequest, house: House) -> str:
    """How another process opens the same store."""
    return (
        "sqlite" if house.store.is_sqlite else str(request.getfixturevalue("postgresql_database"))
    )


def lines(folder: Path, where: str, *, killed_after: int | None) -> Iterator[str]:
    """Run the clients, until killed or done, and yield what they say."""
    command = [sys.executable, "-m", "tests.desk.ten_clients", str(folder), where]
    with subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, text=True) as process:
        assert process.stdout is not None
        for number, line in enumerate(process.stdout):
            if not line.endswith("\n"):
                break
            yield line
            if number == killed_after:
                process.kill()
    assert (process.returncode == 0) is (killed_after is None)


@pytest.mark.slow
def test_every_act_with_a_receipt_is_there_once(house: House, where: str, tmp_path: Path) -> None:
    before = house.desk.read(PUBLIC, lambda look: look.size)
    receipts: dict[str, str] = {}
    for killed_after in (*KILLED_AFTER, None):
        for line in lines(house.folder, where, killed_after=killed_after):
            nonce, index = line.split()
            assert receipts.setdefault(nonce, index) == index
    entered = house.store.rows("SELECT nonce, act FROM submission WHERE nonce LIKE 'c%.%'")
    assert {nonce: str(act) for nonce, act in entered} == receipts
    assert len(set(receipts.values())) == len(receipts) == CLIENTS * EACH
    assert house.desk.read(PUBLIC, lambda look: look.size) == before + CLIENTS * EACH
    assert check(house.desk).differing == ()
    export(house.desk, PUBLIC, tmp_path / "out")
    assert isinstance(verify_log(Folder(str(tmp_path / "out"))), Verified)
