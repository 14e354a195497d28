"""What a party kept, held against what it is shown later: the same history, another one, or an older one."""

import json
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from comity.cli.log_source import Folder
from comity.record.checkpoint import Checkpoint, sign_checkpoint
from comity.record.errors import Fault
from comity.record.export import Verified, verify_log
from comity.record.kept import Keepsake, Kept
from comity.record.keys import SigningKey
from comity.record.merkle import leaf_hash
from tests.record.worlds import LOG, ORIGIN, PARTY, World, position, small_world, time_of

SIZES = [1, 2, 255, 256, 257, 511, 512, 513]


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return small_world(513).export(tmp_path_factory.mktemp("kept"))


@pytest.fixture(scope="module")
def small(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return small_world(12).export(tmp_path_factory.mktemp("small"))


@pytest.fixture(scope="module")
def world() -> World:
    return small_world(513)


def held(folder: Path, *kept: bytes) -> Verified | Fault:
    keepsakes = [Keepsake(f"kept-{n}", data) for n, data in enumerate(kept)]
    return verify_log(Folder(str(folder)), kept=keepsakes)


def fault(folder: Path, *kept: bytes) -> tuple[int | None, str]:
    found = held(folder, *kept)
    assert isinstance(found, Fault), found
    assert found.expected.isprintable()
    assert found.found.isprintable()
    return found.index, found.fault


def head(size: int, *, log: SigningKey = LOG, last: str = "") -> bytes:
    """Sign the head that the small world had at a size; with another last act where one is given."""
    made = World()
    for acted in small_world(513).acts[: size - bool(last)]:
        made.frontier = made.frontier.append(leaf_hash(acted.leaf))
    if last:
        position(made, reason=last)
    return sign_checkpoint(Checkpoint(ORIGIN, size, made.frontier.root()), key=log)


def receipt(world: World, index: int) -> bytes:
    return changed(world.acts[index].receipt)


def changed(said: dict[str, Any]) -> bytes:
    return json.dumps(said).encode()


@pytest.mark.parametrize("size", SIZES)
def test_a_checkpoint_of_an_earlier_day_agrees(folder: Path, size: int) -> None:
    found = held(folder, head(size))
    assert isinstance(found, Verified), found
    assert found.kept == (Kept("kept-0", size),)


@pytest.mark.parametrize("size", SIZES)
def test_a_checkpoint_of_another_history_does_not(folder: Path, size: int) -> None:
    assert fault(folder, head(size, last="Something else.")) == (None, "kept-root")


@pytest.mark.parametrize("index", [0, 1, 3, 5, 255, 256, 511])
def test_a_receipt_stands_where_it_stood(folder: Path, world: World, index: int) -> None:
    found = held(folder, receipt(world, index))
    assert isinstance(found, Verified), found
    kind = world.acts[index].receipt["kind"]
    assert found.kept == (Kept("kept-0", index + 1, index, kind, time_of(index)),)
    assert found.as_json()["kept"] == [
        {
            "file": "kept-0",
            "what": "receipt",
            "size": index + 1,
            "index": index,
            "kind": kind,
            "at": time_of(index),
        }
    ]


def test_a_record_that_left_out_an_act_with_a_receipt_is_found_out(
    tmp_path: Path, world: World
) -> None:
    without = World()
    without.establish()
    while without.frontier.size < 20:
        position(without)
    shown = without.export(tmp_path / "without")
    assert isinstance(held(shown), Verified)
    assert fault(shown, receipt(world, 7)) == (7, "kept-root")


def test_a_record_that_was_wound_back_is_found_out(tmp_path: Path, world: World) -> None:
    shown = small_world(12).export(tmp_path / "wound-back")
    assert fault(shown, receipt(world, 40)) == (40, "kept-later")
    assert fault(shown, head(256)) == (None, "kept-later")


def test_a_keepsake_of_another_log_says_nothing_of_this_one(folder: Path, world: World) -> None:
    assert fault(folder, head(5, log=PARTY)) == (None, "note-signature")
    other = World(origin="example.org/other")
    other.establish()
    assert fault(folder, receipt(other, 0)) == (None, "note-signature")


def test_the_first_fault_names_the_file_it_is_in(folder: Path) -> None:
    found = held(folder, head(5), head(6, last="Another."))
    assert isinstance(found, Fault)
    assert found.expected.endswith("at size 6, as in kept-1")


def test_without_anything_kept_the_answer_is_as_it_always_was(folder: Path) -> None:
    found = held(folder)
    assert isinstance(found, Verified)
    assert "kept" not in found.as_json()


@pytest.mark.parametrize(
    "key", ["leaf", "parts", "received", "kind", "checkpoint", "proof", "index"]
)
def test_a_receipt_with_anything_of_another_does_not_agree(
    folder: Path, world: World, key: str
) -> None:
    found = held(folder, changed(world.acts[7].receipt | {key: world.acts[1].receipt[key]}))
    assert isinstance(found, Fault)


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"{",
        b"{}",
        b'{"leaf":1,"leaf":2}',
        b"{" * 100_000,
        b'{"index":' + b"9" * 9999 + b"}",
        b"\xff\xfe",
    ],
)
def test_what_is_no_keepsake_is_told_and_never_an_error(small: Path, data: bytes) -> None:
    assert isinstance(held(small, data), Fault)


@settings(max_examples=50)
@given(data=st.binary(max_size=300))
def test_any_bytes_are_told_and_never_an_error(small: Path, data: bytes) -> None:
    assert isinstance(held(small, data), Fault)
