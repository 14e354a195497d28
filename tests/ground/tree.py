"""The project as files: what git would take, and what stands in them."""

import subprocess
import tomllib
from collections.abc import Iterable
from pathlib import Path
from typing import Any

ROOT = Path(__file__).parents[2]


def files() -> list[Path]:
    """Return every file of the project, relative to its root; nothing that git ignores."""
    listed = subprocess.run(
        ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"],
        cwd=ROOT,
        check=True,
        capture_output=True,
        text=True,
    ).stdout
    named = (Path(name) for name in listed.split("\0") if name)
    # A file that is deleted but not yet committed as deleted is listed all the same.
    return sorted({name for name in named if (ROOT / name).is_file()})


def texts() -> Iterable[tuple[Path, str]]:
    """Yield every file that reads as text, with its text."""
    for name in files():
        try:
            yield name, (ROOT / name).read_text(encoding="utf-8")
        except UnicodeDecodeError:
            continue


def project() -> dict[str, Any]:
    """Return pyproject.toml."""
    return tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
