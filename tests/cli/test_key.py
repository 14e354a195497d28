"""Keys are made here, kept to their owner, and never written over."""

import json
from pathlib import Path

import pytest

from comity.cli.key import read_key
from comity.cli.main import main
from comity.cli.screen import Stop
from comity.record import b64, kid_of


def test_a_new_key_reads_back_as_itself(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "key"
    assert main(["key", "new", str(path), "--json"]) == 0
    told = json.loads(capsys.readouterr().out)
    key = read_key(path)
    assert told == {"kid": key.kid, "public_key": b64.to_url(key.public)}
    assert kid_of(key.public) == key.kid


def test_a_key_is_readable_by_its_owner_only(tmp_path: Path) -> None:
    path = tmp_path / "key"
    main(["key", "new", str(path)])
    assert oct(path.stat().st_mode & 0o777) == "0o600"


def test_a_key_is_never_written_over_another(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "key"
    path.write_text("mine")
    assert main(["key", "new", str(path)]) == 2
    assert path.read_text() == "mine"
    assert (
        capsys.readouterr().err
        == f"comity: {path} exists already; a key is never written over another\n"
    )


@pytest.mark.parametrize(
    "written", ["", "[]", "{}", '{"private_key":1}', '{"private_key":"AA"}', "null"]
)
def test_what_is_no_key_is_said_to_be_none(tmp_path: Path, written: str) -> None:
    path = tmp_path / "key"
    path.write_text(written)
    with pytest.raises(Stop):
        read_key(path)
