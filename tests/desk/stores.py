"""The same tests on both stores: an empty database of either kind for one test, or one with a small programme in it."""

import secrets
import shutil
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from functools import cache
from pathlib import Path

import pytest

from comity.store import database
from comity.store.database import Database
from tests.desk.house import House, furnished
from tests.ground import postgres

FILE = "comity.sqlite3"


@dataclass(frozen=True)
class Built:
    """A small programme that was built once, for tests to begin with a copy of it."""

    folder: Path
    now: datetime
    name: str = ""
    """Of its database, where that is no file in the folder."""


@cache
def built_in_file(folder: Path) -> Built:
    """Build it in a file, once a worker."""
    folder.mkdir()
    store = database.in_file(folder / FILE)
    house = furnished(folder, store)
    store.close()
    return Built(folder, house.now)


@cache
def built_on_server(folder: Path, dsn: str) -> Built:
    """Build it on the server, once a worker; the database goes with the server."""
    name = f"built_{secrets.token_hex(6)}"
    store = database.at_url(postgres.new_database(dsn, name=name))
    house = furnished(folder, store)
    store.close()
    return Built(folder, house.now, name)


@pytest.fixture(scope="session")
def builds(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder in which programmes to copy are built."""
    return tmp_path_factory.mktemp("built")


@pytest.fixture(params=["sqlite", pytest.param("postgresql", marks=pytest.mark.postgresql)])
def vendor(request: pytest.FixtureRequest) -> str:
    """Each of the two kinds of store."""
    return str(request.param)


@pytest.fixture
def built(request: pytest.FixtureRequest, vendor: str, builds: Path) -> Built:
    """The programme that a test of a house begins with."""
    if vendor == "sqlite":
        return built_in_file(builds / "in-file")
    return built_on_server(builds / "on-server", request.getfixturevalue("postgresql"))


@pytest.fixture
def postgresql_database(request: pytest.FixtureRequest, postgresql: str) -> Iterator[str]:
    """The DSN of a database for this test alone: empty, or with what `house` begins with."""
    name = f"test_{secrets.token_hex(6)}"
    begun = request.getfixturevalue("built").name if _is_furnished(request) else "template0"
    yield postgres.new_database(postgresql, name=name, like=begun)
    postgres.drop_database(postgresql, name=name)


@pytest.fixture
def store(request: pytest.FixtureRequest, vendor: str, tmp_path: Path) -> Iterator[Database]:
    """A database of its own: empty, or with what `house` begins with."""
    folder = tmp_path / "house"
    if _is_furnished(request):
        shutil.copytree(request.getfixturevalue("built").folder, folder)
    if vendor == "sqlite":
        folder.mkdir(exist_ok=True)
        opened = database.in_file(folder / FILE)
    else:
        opened = database.at_url(request.getfixturevalue("postgresql_database"))
    yield opened
    opened.close()


def _is_furnished(request: pytest.FixtureRequest) -> bool:
    return "house" in request.fixturenames


@pytest.fixture
def house(store: Database, built: Built, tmp_path: Path) -> House:
    """A small programme with a text on the table of a room under Chatham House."""
    return House(tmp_path / "house", store, built.now)
