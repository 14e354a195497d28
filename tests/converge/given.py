"""Votes written out, and the conversations that are shared beside the project."""

import io
import os
from pathlib import Path

import pytest

from comity.converge import Positions, read_votes
from comity.converge.reading.formats import Format

SHARED = Path(os.environ.get("COMITY_SHARED", Path(__file__).parents[3] / "shared")) / "data"

WIDE = b"""\
participant,group-id,n-comments,n-votes,n-agree,n-disagree,0,1,10,2
a,1,0,3,1,1,1,0,,-1
b,,0,4,2,2,1,-1,-1,1
10,0,0,1,0,1,,,-1,
9,0,0,0,0,0,,,,
"""


def read(raw: bytes, *, written: Format | None = None) -> Positions:
    return read_votes(io.BytesIO(raw), written=written)


def told(found: Positions) -> dict[tuple[str, str], int]:
    """Return every vote by person and statement."""
    return {
        (found.people[person], found.statements[statement]): vote
        for person, statement, vote in zip(
            found.person.tolist(), found.statement.tolist(), found.vote.tolist(), strict=True
        )
    }


def shared(name: str) -> Path:
    """Return a file that is shared beside the project; without it the test is skipped, and says so."""
    place = SHARED / name
    if not place.exists():
        pytest.skip(f"{place} is not there; COMITY_SHARED names the folder")
    return place
