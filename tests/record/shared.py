"""Where the neutral vectors stand; they are read there and never copied into the project."""

import os
from pathlib import Path

import pytest

SHARED = Path(os.environ.get("COMITY_SHARED", Path(__file__).parents[2].parent / "shared"))


def vectors(folder: str) -> list[Path]:
    """Return the vector files below a folder, or nothing where they are absent."""
    return sorted((SHARED / "vectors" / folder).rglob("*.json"))


def present(folder: str) -> pytest.MarkDecorator:
    """Skip, and say why, where the vectors are absent."""
    return pytest.mark.skipif(
        not vectors(folder), reason=f"no vectors at {folder} below COMITY_SHARED"
    )
