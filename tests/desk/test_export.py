"""What is exported is what its viewer may see, and holds by itself."""

from pathlib import Path

import pytest

from comity.cli.log_source import Folder
from comity.core.errors import Broken
from comity.desk.export import export
from comity.desk.viewer import PUBLIC
from comity.record.errors import Fault
from comity.record.export import Verified, verify_log
from tests.desk.house import PEOPLE, House


def verified(folder: Path) -> Verified:
    found = verify_log(Folder(str(folder)))
    assert isinstance(found, Verified), found
    return found


def test_each_viewers_export_holds_and_shows_more_to_who_may_see_more(
    house: House, tmp_path: Path
) -> None:
    north = PEOPLE["north"]
    house.do(
        "reframe.take-position",
        by=north,
        party="north",
        on="paragraph/p1",
        stance="oppose",
        reason="Inside.",
    )
    south = PEOPLE["south"]
    everyone = {"public": PUBLIC, south: house.desk.viewer(south), north: house.desk.viewer(north)}
    found = {}
    for name, viewer in everyone.items():
        export(house.desk, viewer, tmp_path / name)
        found[name] = verified(tmp_path / name)
    assert found["public"].open < found[south].open < found[north].open
    assert {each.checkpoint for each in found.values()} == {found["public"].checkpoint}
    assert [each.viewer for each in found.values()] == [
        "public",
        f"person {south}",
        f"person {north}",
    ]


def test_a_folder_that_holds_something_is_left_alone(house: House, tmp_path: Path) -> None:
    (tmp_path / "mine").write_text("mine")
    with pytest.raises(Broken):
        export(house.desk, PUBLIC, tmp_path)


def test_one_changed_byte_is_found(house: House, tmp_path: Path) -> None:
    export(house.desk, PUBLIC, tmp_path / "out")
    file = next((tmp_path / "out" / "parts").rglob("*.p/*"))
    data = bytearray(file.read_bytes())
    data[100] ^= 1
    file.write_bytes(bytes(data))
    assert isinstance(verify_log(Folder(str(tmp_path / "out"))), Fault)


def test_the_log_that_is_served_is_the_one_that_is_exported(house: House, tmp_path: Path) -> None:
    export(house.desk, PUBLIC, tmp_path / "out")

    def files(look: object) -> list[bytes | None]:
        log = look.log  # type: ignore[attr-defined]
        size = look.size  # type: ignore[attr-defined]
        return [log.tile(0, 0, width=size), log.entries(0, width=size), log.parts(0, width=size)]

    size = house.desk.read(PUBLIC, lambda look: look.size)
    names = [f"tile/0/000.p/{size}", f"tile/entries/000.p/{size}", f"parts/000.p/{size}"]
    assert house.desk.read(PUBLIC, files) == [
        (tmp_path / "out" / name).read_bytes() for name in names
    ]
    assert house.desk.read(PUBLIC, lambda look: look.log.tile(0, 1)) is None
