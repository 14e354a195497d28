"""Everything that can happen to one file of an export, for a file of any kind."""

import random
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

Change = Callable[[Path], None]


def flipped(place: float, *, bit: int = 0) -> Change:
    """Flip one bit, at a share of the file's length."""

    def change(path: Path) -> None:
        data = bytearray(path.read_bytes())
        data[min(int(len(data) * place), len(data) - 1)] ^= 1 << bit
        path.write_bytes(data)

    return change


def cut(path: Path) -> None:
    """Lose the last byte."""
    path.write_bytes(path.read_bytes()[:-1])


def halved(path: Path) -> None:
    """Lose the second half."""
    data = path.read_bytes()
    path.write_bytes(data[: len(data) // 2])


def emptied(path: Path) -> None:
    """Lose everything but the name."""
    path.write_bytes(b"")


def removed(path: Path) -> None:
    """Be gone."""
    path.unlink()


def longer(path: Path) -> None:
    """Gain a byte at the end."""
    path.write_bytes(path.read_bytes() + b"\n")


def doubled(path: Path) -> None:
    """Stand twice in itself."""
    path.write_bytes(path.read_bytes() * 2)


def turned(path: Path) -> None:
    """Have its two halves change places."""
    data = path.read_bytes()
    half = len(data) // 2
    path.write_bytes(data[half:] + data[:half] + (b"" if data[half:] != data[:half] else b"x"))


def noise(path: Path) -> None:
    """Be as long as before, and mean nothing."""
    path.write_bytes(random.Random(path.name).randbytes(path.stat().st_size))


def deep(path: Path) -> None:
    """Be JSON nested deeper than any reader's stack."""
    path.write_bytes(b"[" * 200_000 + b"]" * 200_000)


def many_digits(path: Path) -> None:
    """Be a number of a million digits."""
    path.write_bytes(b'{"a":' + b"9" * 1_000_000 + b"}\n")


def keys_twice(path: Path) -> None:
    """Be an object that says two things under one name."""
    path.write_bytes(b'{"a":1,"a":2}\n')


def linked(path: Path) -> None:
    """Be a link to a file with the very same bytes."""
    there = path.with_name(f"{path.name}.moved")
    path.rename(there)
    path.symlink_to(there.name)


def in_a_folder(path: Path) -> None:
    """Be a folder of its name, with the file inside."""
    there = path.with_name(f"{path.name}.moved")
    path.rename(there)
    path.mkdir()
    there.rename(path / path.name)


CHANGES: dict[str, Change] = {
    "first bit": flipped(0.0),
    "a bit early": flipped(0.13, bit=1),
    "a bit at the middle": flipped(0.5),
    "a bit late": flipped(0.87, bit=5),
    "last bit": flipped(1.0),
    "cut": cut,
    "halved": halved,
    "emptied": emptied,
    "removed": removed,
    "longer": longer,
    "doubled": doubled,
    "turned": turned,
    "noise": noise,
    "deep": deep,
    "digits": many_digits,
    "keys twice": keys_twice,
    "linked": linked,
    "in a folder": in_a_folder,
}


def files_of(folder: Path) -> list[str]:
    """Name every file of an export, in order."""
    return sorted(p.relative_to(folder).as_posix() for p in folder.rglob("*") if p.is_file())


def damaged(whole: Path, *, at: Path, name: str, by: Change) -> None:
    """Make a copy of an export in which one file is damaged."""
    if at.exists():
        shutil.rmtree(at)
    shutil.copytree(whole, at)
    by(at / name)


def of_each_kind(names: list[str]) -> Iterator[str]:
    """Yield the first and last file of every kind: the folder with its level, or the name."""
    kinds: dict[str, list[str]] = {}
    for name in names:
        folder = "/".join(name.split("/")[:2]) if name.startswith("tile") else name.split("/")[0]
        kinds.setdefault(folder, []).append(name)
    for group in kinds.values():
        yield group[0]
        if len(group) > 1:
            yield group[-1]
