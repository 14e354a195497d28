"""A whole log, and everything that could be done to it: each gets exit 1's answer, never an error."""

import shutil
from collections.abc import Callable, Mapping
from hashlib import sha256
from pathlib import Path
from typing import Any

import pytest

from comity.cli.log_source import Folder
from comity.record import b64, tiles
from comity.record.checkpoint import sign_checkpoint
from comity.record.errors import Fault
from comity.record.export import Verified, verify_log
from comity.record.keys import SigningKey
from comity.record.leaf import read_leaf
from comity.record.manifest import Manifest, write_manifest
from comity.record.note import Verifier
from comity.record.statement import Seen
from tests.record.worlds import (
    HOST,
    LOG,
    LOG_VERIFIER,
    ORIGIN,
    PARTY,
    Acted,
    World,
    position,
    small_world,
    write_export,
)

NEXT_HOST = SigningKey(b"n" * 32)
STRANGER = SigningKey(b"s" * 32)


@pytest.fixture(scope="module")
def small(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return small_world(12).export(tmp_path_factory.mktemp("small"))


@pytest.fixture(scope="module")
def tall(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return small_world(300).export(tmp_path_factory.mktemp("tall"))


def verified(folder: Path, vkey: str | None = None) -> Verified | Fault:
    return verify_log(Folder(str(folder)), vkey=vkey)


def fault(folder: Path, vkey: str | None = None) -> tuple[int | None, str]:
    found = verified(folder, vkey)
    assert isinstance(found, Fault), found
    assert found.expected.isprintable()
    assert found.found.isprintable()
    return found.index, found.fault


def files(folder: Path) -> dict[str, bytes]:
    return {
        str(path.relative_to(folder)): path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }


def sealed_again(folder: Path, changed: Mapping[str, bytes | None]) -> Path:
    """Change files and let the host sign the manifest anew, as a host that lies would."""
    for path, data in changed.items():
        if data is None:
            (folder / path).unlink()
        else:
            (folder / path).parent.mkdir(parents=True, exist_ok=True)
            (folder / path).write_bytes(data)
    world = small_world(12)
    found = {path: sha256(data).digest() for path, data in files(folder).items()}
    found.pop("manifest")
    manifest = Manifest("public", world.checkpoint(), found)
    (folder / "manifest").write_bytes(write_manifest(manifest, name=f"{ORIGIN}/host", key=HOST))
    return folder


@pytest.fixture
def copy(small: Path, tmp_path: Path) -> Path:
    return Path(shutil.copytree(small, tmp_path / "copy"))


def test_a_log_that_is_whole_holds(tall: Path) -> None:
    world = small_world(300)
    found = verified(tall)
    assert isinstance(found, Verified)
    assert found.as_json() == {
        "ok": True,
        "trusted": False,
        "origin": ORIGIN,
        "vkey": LOG_VERIFIER.vkey,
        "size": 300,
        "root": b64.to_standard(world.frontier.root()),
        "acts": 300,
        "open": sum(len(acted.visible()) for acted in world.acts),
        "sealed": sum(acted.audiences.get("reason") == "own" for acted in world.acts),
        "erased": 1,
        "signatures": {"checked": 59, "sealed": 0},
    }


def test_a_pinned_key_is_trusted_and_another_is_not(small: Path) -> None:
    found = verified(small, LOG_VERIFIER.vkey)
    assert isinstance(found, Verified)
    assert found.trusted
    other = Verifier(ORIGIN, STRANGER.public).vkey
    assert fault(small, other) == (None, "note-signature")
    assert fault(small, "nonsense") == (None, "vkey")


@pytest.mark.slow
def test_no_flipped_byte_of_any_file_goes_unnoticed(small: Path, tmp_path: Path) -> None:
    folder = Path(shutil.copytree(small, tmp_path / "flipped"))
    for path, data in files(small).items():
        for place in range(0, len(data), 1 + len(data) // 60):
            for bit in (1, 32, 128):
                flipped = bytes([data[place] ^ bit])
                (folder / path).write_bytes(data[:place] + flipped + data[place + 1 :])
                fault(folder)
        (folder / path).write_bytes(data)
    assert isinstance(verified(folder), Verified)


def test_no_cut_or_lengthened_file_goes_unnoticed(small: Path, tmp_path: Path) -> None:
    folder = Path(shutil.copytree(small, tmp_path / "cut"))
    for path, data in files(small).items():
        tries = [b"", data[:1], data[: len(data) // 2], data[:-1], data + b"\n", data + b"\x00"]
        for tried in [*tries, b"\n" + data, data + data]:
            (folder / path).write_bytes(tried)
            fault(folder)
        (folder / path).unlink()
        assert fault(folder)[1] == "file-missing"
        (folder / path).write_bytes(data)


@pytest.mark.slow
def test_no_file_in_the_place_of_another_goes_unnoticed(tall: Path, tmp_path: Path) -> None:
    folder = Path(shutil.copytree(tall, tmp_path / "swapped"))
    held = files(tall)
    for path, data in held.items():
        for other in held.keys() - {path}:
            (folder / path).write_bytes(held[other])
            fault(folder)
        (folder / path).write_bytes(data)


@pytest.mark.parametrize("name", ["x", "tile/0/001", "blobs/x", "parts/000.p/1", ".hidden", "a\nb"])
def test_an_added_file_is_a_fault(copy: Path, name: str) -> None:
    (copy / name).parent.mkdir(parents=True, exist_ok=True)
    (copy / name).write_bytes(b"")
    assert fault(copy) == (None, "file-unknown")


def test_a_link_is_not_a_file(copy: Path) -> None:
    (copy / "checkpoint").rename(copy.parent / "elsewhere")
    (copy / "checkpoint").symlink_to(copy.parent / "elsewhere")
    assert fault(copy) == (None, "file-kind")


@pytest.mark.parametrize("path", ["tile", "parts", "tile/entries"])
def test_a_folder_that_is_gone_is_a_fault(copy: Path, path: str) -> None:
    shutil.rmtree(copy / path)
    assert fault(copy) == (None, "file-missing")


def test_an_empty_folder_and_an_empty_log_hold_nothing(tmp_path: Path, copy: Path) -> None:
    (tmp_path / "empty").mkdir()
    assert fault(tmp_path / "empty") == (None, "file-missing")
    (copy / "checkpoint").write_bytes(sign_checkpoint(World().checkpoint(), key=LOG))
    assert fault(copy) == (None, "log-empty")


def test_the_files_of_another_log_do_not_fit(small: Path, tmp_path: Path) -> None:
    other = World(origin="example.org/other", log=STRANGER)
    other.establish()
    for _ in range(11):
        position(other)
    foreign = files(other.export(tmp_path / "other"))
    folder = Path(shutil.copytree(small, tmp_path / "mixed"))
    for path, data in files(small).items():
        if path in foreign:
            (folder / path).write_bytes(foreign[path])
            fault(folder)
            (folder / path).write_bytes(data)
    assert isinstance(verified(tmp_path / "other"), Verified)
    assert fault(tmp_path / "other", LOG_VERIFIER.vkey) == (None, "note-signature")


PARTS = "parts/000.p/12"
ENTRIES = "tile/entries/000.p/12"
HOSTILE = [
    b"[" * 100_000,
    b'["' + b"A" * 30_000 + b'"]\n',
    b'["WyJ","WyJ"]\n',
    b'["' + b64.to_url(b'["AAAAAAAAAAAAAAAAAAAAAA","a",' + b"[" * 9_000).encode() + b'"]\n',
    b'["' + b64.to_url(b'["AAAAAAAAAAAAAAAAAAAAAA","a",' + b"9" * 9_000 + b"]").encode() + b'"]\n',
    b'["' + b64.to_url(b'["AAAAAAAAAAAAAAAAAAAAAA","a",{"b":1,"b":1}]').encode() + b'"]\n',
    b'{"a":1}\n',
    b"\xff\xfe\n",
    b'["\\u0041"]\n',
    b"[]",
    b"[]\r\n",
    b"",
]


@pytest.mark.parametrize("line", HOSTILE, ids=lambda line: ascii(line[:20]))
def test_hostile_json_is_told_by_index_even_when_the_host_signs_for_it(
    copy: Path, line: bytes
) -> None:
    lines = (copy / PARTS).read_bytes().splitlines(keepends=True)
    lines[4] = line
    index, _ = fault(sealed_again(copy, {PARTS: b"".join(lines)}))
    assert index is not None


def changed_lines(copy: Path, change: Callable[[list[bytes]], object]) -> dict[str, bytes | None]:
    lines = (copy / PARTS).read_bytes().splitlines(keepends=True)
    change(lines)
    return {PARTS: b"".join(lines)}


def swap(things: list[bytes]) -> None:
    things[4], things[5] = things[5], things[4]


@pytest.mark.parametrize(
    ("change", "expected"),
    [
        (swap, (4, "part-unbound")),
        (list.pop, (11, "parts-missing")),
        (lambda lines: lines.append(b"[]\n"), (None, "parts-added")),
    ],
)
def test_parts_stand_beside_their_own_leaf(
    copy: Path, change: Callable[[list[bytes]], object], expected: tuple[int | None, str]
) -> None:
    assert fault(sealed_again(copy, changed_lines(copy, change))) == expected


def test_reordered_and_altered_leaves_are_told_by_index(copy: Path) -> None:
    held = (copy / ENTRIES).read_bytes()
    leaves = tiles.split_entries(held, width=12)
    swap(leaves)
    assert fault(sealed_again(copy, {ENTRIES: tiles.join_entries(leaves)})) == (4, "leaf-hash")
    altered = held.replace(leaves[7], leaves[7].replace(b'"hour":"2026', b'"hour":"2025'))
    assert fault(sealed_again(copy, {ENTRIES: altered})) == (7, "leaf-hash")


def test_a_blob_that_is_gone_or_other_is_told_by_the_act_that_binds_it(copy: Path) -> None:
    path = next(path for path in files(copy) if path.startswith("blobs/"))
    assert fault(sealed_again(copy, {path: b"other"})) == (2, "blob")
    assert fault(sealed_again(copy, {path: None})) == (2, "file-missing")
    assert fault(sealed_again(copy, {f"blobs/{'A' * 43}": b"x"})) == (None, "file-unknown")


def exported(world: World, folder: Path, host: SigningKey = HOST) -> Path:
    return write_export(
        folder, rows=world.rows(), checkpoint=world.checkpoint, blobs=world.blobs, host=host
    )


def begun() -> World:
    world = World()
    world.establish()
    return world


def test_what_was_erased_may_not_be_shown(tmp_path: Path) -> None:
    world = begun()
    acted = position(world)
    blob = world.paper(b"%PDF")
    world.act("programme.file-paper/1", {"id": "p-1", "file": blob.value()})
    reason = next(part.digest for part in acted.parts if part.name == "reason")
    world.act("programme.erase/1", {"digests": [reason]})
    assert fault(exported(world, tmp_path / "part")) == (1, "erased-but-present")
    world.acts.pop()
    world.frontier = small_frontier(world)
    world.act("programme.erase/1", {"digests": [blob.digest]})
    assert fault(exported(world, tmp_path / "blob")) == (2, "erased-but-present")
    world.blobs.clear()
    found = verified(exported(world, tmp_path / "gone"))
    assert isinstance(found, Verified)
    assert found.erased == 1


def small_frontier(world: World) -> Any:
    frontier = World().frontier
    for acted in world.acts:
        frontier = frontier.append(tiles_leaf(acted))
    return frontier


def tiles_leaf(acted: Acted) -> bytes:
    return sha256(b"\x00" + acted.leaf).digest()


def test_time_never_runs_back(tmp_path: Path) -> None:
    for name, instant in (("hour", "2026-10-31T23:59:59.999999Z"),):
        world = begun()
        world.act("a.b/1", {}, instant=instant)
        assert fault(exported(world, tmp_path / name)) == (1, "hour-order")
    world = begun()
    world.act("a.b/1", {}, instant="2026-11-01T00:00:07.000000Z")
    world.act("a.b/1", {}, instant="2026-11-01T00:00:06.999999Z")
    assert fault(exported(world, tmp_path / "instant")) == (2, "received-order")


def test_what_a_signer_had_seen_is_this_history(tmp_path: Path) -> None:
    world = begun()
    for _ in range(5):
        position(world)
    early = Seen(3, small_frontier_of(world, 3))
    world.act("a.b/1", {}, seen=early)
    assert isinstance(verified(exported(world, tmp_path / "early")), Verified)
    world.act("a.b/1", {}, seen=Seen(3, bytes(32)))
    assert fault(exported(world, tmp_path / "root")) == (7, "seen-root")
    world.acts.pop()
    world.frontier = small_frontier(world)
    world.act("a.b/1", {}, seen=Seen(8, bytes(32)))
    assert fault(exported(world, tmp_path / "future")) == (7, "seen-future")


def small_frontier_of(world: World, size: int) -> bytes:
    frontier = World().frontier
    for acted in world.acts[:size]:
        frontier = frontier.append(tiles_leaf(acted))
    return bytes(frontier.root())


def key_act(world: World, key: SigningKey, **fields: str) -> None:
    given = {"id": "k-1", "public_key": b64.to_url(key.public), **fields}
    world.act("parties.register-key/1", given)


def test_a_party_s_key_holds_between_its_registration_and_its_revocation(tmp_path: Path) -> None:
    world = begun()
    key_act(world, PARTY, for_party="meridonia")
    position(world, key=PARTY)
    world.act("parties.revoke-key/1", {"key": "k-1"}, key=PARTY)
    found = verified(exported(world, tmp_path / "held"))
    assert isinstance(found, Verified)
    assert (found.signatures_checked, found.signatures_sealed) == (2, 0)
    position(world, key=PARTY)
    assert fault(exported(world, tmp_path / "revoked")) == (4, "signature-key")


def test_a_key_signs_neither_for_another_nor_before_it_is_registered(tmp_path: Path) -> None:
    world = begun()
    key_act(world, PARTY, for_party="arvenia")
    position(world, key=PARTY)
    assert fault(exported(world, tmp_path / "other")) == (2, "signature-key")
    world = begun()
    position(world, key=PARTY)
    key_act(world, PARTY, for_party="meridonia")
    assert fault(exported(world, tmp_path / "early")) == (1, "signature-key")


def test_a_signature_whose_key_is_sealed_counts_as_sealed(tmp_path: Path) -> None:
    world = begun()
    position(world, key=PARTY)
    found = verified(exported(world, tmp_path))
    assert isinstance(found, Verified)
    assert (found.signatures_checked, found.signatures_sealed) == (0, 1)


def test_the_host_may_change_its_key_by_an_act(tmp_path: Path) -> None:
    for size in (3, 300):
        world = begun()
        key_act(world, NEXT_HOST, holder="host", id="h-2")
        while world.frontier.size < size:
            position(world)
        world.host = NEXT_HOST
        world.act("parties.revoke-key/1", {"key": "host"})
        position(world)
        folder = exported(world, tmp_path / str(size), host=NEXT_HOST)
        assert isinstance(verified(folder), Verified)
        world.host = HOST
        position(world)
        folder = exported(world, tmp_path / f"{size} late", host=NEXT_HOST)
        assert fault(folder) == (size + 2, "host-key")


def test_nobody_else_signs_acts_or_manifest(tmp_path: Path) -> None:
    world = begun()
    world.host = STRANGER
    position(world)
    assert fault(exported(world, tmp_path / "leaf")) == (1, "host-key-unknown")
    world = begun()
    assert fault(exported(world, tmp_path / "manifest", host=STRANGER)) == (None, "note-signature")


def test_leaf_0_must_be_the_root_of_trust(tmp_path: Path) -> None:
    world = World()
    position(world)
    assert fault(exported(world, tmp_path)) == (0, "leaf-0")


def test_an_unsafe_key_may_not_be_registered(tmp_path: Path) -> None:
    world = begun()
    world.act("parties.register-key/1", {"id": "k-1", "public_key": b64.to_url(bytes(32))})
    assert fault(exported(world, tmp_path)) == (1, "key-unsafe")


def test_a_visible_part_has_a_visible_audience(tmp_path: Path) -> None:
    world = begun()
    acted = position(world)
    parts = tuple(part for part in acted.parts if part.name != "audience")
    world.acts[1] = Acted(acted.leaf, parts, acted.received, None, acted.receipt, acted.audiences)
    assert fault(exported(world, tmp_path)) == (1, "audience-missing")
    assert read_leaf(acted.leaf).signed is None
