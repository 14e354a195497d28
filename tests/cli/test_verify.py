"""The command as people and programs meet it: exit status, JSON, words, and a log on loopback."""

import json
import shutil
import subprocess
import sys
import threading
from collections.abc import Iterator
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest

from comity.cli.verify import main
from tests.record.worlds import LOG_VERIFIER, ORIGIN, World, position, small_world


class Quiet(SimpleHTTPRequestHandler):
    def log_message(self, *args: object) -> None:
        pass


@pytest.fixture(scope="module")
def export(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return small_world(1400).export(tmp_path_factory.mktemp("export") / "log")


@pytest.fixture
def served(export: Path) -> Iterator[str]:
    handler = partial(Quiet, directory=str(export.parent))
    with ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        thread = threading.Thread(target=server.serve_forever)
        thread.start()
        yield f"http://127.0.0.1:{server.server_port}"
        server.shutdown()
        thread.join()


@pytest.fixture
def copy(export: Path, tmp_path: Path) -> Path:
    return Path(shutil.copytree(export, tmp_path / "copy"))


def asked(capsys: pytest.CaptureFixture[str], *arguments: str) -> tuple[int, dict[str, object]]:
    status = main([*arguments, "--json"])
    answer: dict[str, object] = json.loads(capsys.readouterr().out)
    return status, answer


def test_what_was_kept_is_held_against_the_log_and_told(
    export: Path, served: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    world = small_world(1400)
    receipt, earlier = tmp_path / "receipt-900.json", tmp_path / "checkpoint"
    receipt.write_text(json.dumps(world.acts[900].receipt))
    earlier.write_bytes((export / "checkpoint").read_bytes())
    kept = ("--kept", str(receipt), "--kept", str(earlier))
    for where in (str(export), f"{served}/log"):
        status, answer = asked(capsys, where, *kept)
        assert status == 0
        assert answer["kept"] == [
            {
                "file": str(receipt),
                "what": "receipt",
                "size": 901,
                "index": 900,
                "kind": "reframe.take-position/1",
                "at": "2026-11-01T00:15:00.000000Z",
            },
            {"file": str(earlier), "what": "checkpoint", "size": 1400},
        ]
    assert main([str(export), *kept]) == 0
    said = capsys.readouterr().out
    assert f"Act 900 of {receipt} stands in it" in said
    assert f"It is the record of {earlier}, grown since it had 1,400 acts." in said


def test_a_log_that_is_another_than_was_kept_is_told_with_what_to_do(
    export: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    other = World()
    other.establish()
    position(other)
    kept = tmp_path / "receipt-1.json"
    kept.write_text(json.dumps(other.acts[1].receipt))
    status, answer = asked(capsys, str(export), "--kept", str(kept))
    assert (status, answer["ok"], answer["index"], answer["fault"]) == (1, False, 1, "kept-root")
    assert main([str(export), "--kept", str(kept)]) == 1
    assert "the log’s own key signed two histories" in capsys.readouterr().out


def test_what_was_kept_and_is_not_there_is_a_wrong_use(
    export: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(SystemExit) as stopped:
        main([str(export), "--kept", "/nowhere/receipt.json"])
    assert stopped.value.code == 2
    assert "/nowhere/receipt.json: No such file" in capsys.readouterr().err


def test_a_log_that_holds_gives_the_same_answer_on_any_number_of_processes(
    export: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    status, answer = asked(capsys, str(export), "--jobs", "1")
    assert (status, answer["ok"], answer["trusted"], answer["acts"]) == (0, True, False, 1400)
    assert asked(capsys, str(export), "--jobs", "2") == (0, answer)
    trusted = answer | {"trusted": True}
    assert asked(capsys, str(export), "--vkey", LOG_VERIFIER.vkey) == (0, trusted)


def test_a_fault_gives_the_same_answer_on_any_number_of_processes(
    copy: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    entries = copy / "tile/entries/003"
    data = bytearray(entries.read_bytes())
    data[5000] ^= 1
    entries.write_bytes(data)
    status, answer = asked(capsys, str(copy), "--jobs", "1")
    assert (status, answer["ok"], answer["fault"]) == (1, False, "leaf-hash")
    assert answer.keys() == {"ok", "index", "fault", "expected", "found"}
    assert asked(capsys, str(copy), "--jobs", "2") == (1, answer)


def test_a_log_is_verified_where_it_is_served(
    served: str, export: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    _, exported = asked(capsys, str(export))
    assert asked(capsys, f"{served}/log") == (0, exported)
    assert asked(capsys, f"{served}/log/", "--jobs", "2") == (0, exported)
    assert asked(capsys, served) == (0, exported)


def test_what_is_absent_where_a_log_is_served_counts_as_sealed(
    served: str, export: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    _, whole = asked(capsys, f"{served}/log")
    partial_log = Path(shutil.copytree(export, export.parent / "partial"))
    (partial_log / "parts/002").unlink()
    shutil.rmtree(partial_log / "blobs")
    status, answer = asked(capsys, f"{served}/partial")
    shutil.rmtree(partial_log)
    assert status == 0
    assert isinstance(answer["open"], int)
    assert isinstance(whole["open"], int)
    assert answer["open"] < whole["open"]


@pytest.mark.parametrize(
    "where",
    ["/nowhere/at/all", "http://127.0.0.1:9", "http://", "http://[", "https://127.0.0.1:9/x"],
)
def test_where_there_is_nothing_the_answer_is_still_an_answer(
    where: str, capsys: pytest.CaptureFixture[str]
) -> None:
    status, answer = asked(capsys, where)
    assert (status, answer["ok"], answer["index"]) == (1, False, None)


@pytest.mark.parametrize(
    "vkey", ["", "a+b+c", "\udcff+00000000+AQ==", "é" * 9, LOG_VERIFIER.vkey[:-1]]
)
def test_a_key_that_cannot_be_read_is_a_fault(
    vkey: str, export: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    status, answer = asked(capsys, str(export), "--vkey", vkey)
    assert (status, answer["index"]) == (1, None)
    assert answer["fault"] in {"vkey", "base64"}


def test_people_are_told_in_words(export: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main([str(export)]) == 0
    said = capsys.readouterr().out
    assert said.startswith(f"The record of {ORIGIN} holds.\n")
    assert f"comity verify {export} --vkey '{LOG_VERIFIER.vkey}'" in said
    assert main([str(export), "--vkey", LOG_VERIFIER.vkey]) == 0
    assert "It is the log whose key you gave." in capsys.readouterr().out


def test_people_are_told_what_is_wrong_and_what_to_do(
    copy: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (copy / "extra").write_bytes(b"")
    assert main([str(copy)]) == 1
    said = capsys.readouterr().out
    assert said.startswith("This record does not hold.\n")
    assert "A file is there that the host did not sign for." in said


def test_it_needs_neither_django_nor_a_database() -> None:
    asked_for = (
        "import sys, comity.cli.verify; print(sorted({m.partition('.')[0] for m in sys.modules}))"
    )
    out = subprocess.run(
        [sys.executable, "-c", asked_for], check=True, capture_output=True, text=True
    ).stdout
    loaded = set(json.loads(out.replace("'", '"')))
    assert loaded & {"django", "sqlite3", "psycopg", "allauth"} == set()


@pytest.mark.parametrize("jobs", ["0", "-1", "many", "1000"])
def test_a_senseless_number_of_processes_is_refused(jobs: str, export: Path) -> None:
    with pytest.raises(SystemExit) as caught:
        main([str(export), "--jobs", jobs])
    assert caught.value.code == 2
