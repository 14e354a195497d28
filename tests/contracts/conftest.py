"""What contracts share: the demonstration that the journeys use, and a server of one's own a file."""

import json
from collections.abc import Iterator
from functools import partial
from pathlib import Path
from typing import Any

import pytest

from tests.contracts.command import comity
from tests.contracts.counter import Counter, House
from tests.ground import run
from tests.journeys import house

HERE = "tests/contracts/"


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """All of a file runs in one worker, since it shares a server; all but the quickest is slow."""
    for item in items:
        if HERE in (place := item.path.as_posix()):
            item.add_marker(pytest.mark.xdist_group(f"contracts-{Path(place).stem}"))
            item.add_marker(pytest.mark.slow)


@pytest.fixture(scope="session")
def demonstration() -> Path:
    """The folder of the demonstration, loaded once a run; never write to it."""
    return Path(run.once("demonstration", house.build))


@pytest.fixture(scope="session")
def roles(demonstration: Path) -> dict[str, Any]:
    """Who can be walked in as: role -> person and party."""
    return dict(json.loads((demonstration / "roles.json").read_text()))


@pytest.fixture(scope="session")
def site(demonstration: Path) -> str:
    """The address of the server of those who only look."""
    return run.once("site", partial(house.serve_shared, built=str(demonstration)))


@pytest.fixture(scope="module")
def own(
    demonstration: Path, roles: dict[str, Any], tmp_path_factory: pytest.TempPathFactory
) -> Iterator[House]:
    """A server on a copy of its own, to act on; a file's tests share it."""
    place = tmp_path_factory.mktemp("own")
    with house.serving(demonstration, place=place) as (address, data):
        yield House(site=address, data=data, log=place / "server.log", roles=roles)


@pytest.fixture(scope="module")
def public(own: House) -> Counter:
    """Somebody who is not signed in."""
    return Counter(own.site)


@pytest.fixture(scope="session")
def exported(demonstration: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """What the public may see of the demonstration, as files; never write to it."""
    out = tmp_path_factory.mktemp("exported") / "public"
    said = comity("export", "--data", demonstration, out)
    assert said.code == 0, said
    return out
