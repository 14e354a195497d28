"""The same tests on both stores: an empty database of either kind for one test."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from comity.store import database
from comity.store.database import Database
from tests.desk.house import House, furnished


@pytest.fixture(params=["sqlite", pytest.param("postgresql", marks=pytest.mark.postgresql)])
def store(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Database]:
    """An empty database in which nothing is yet."""
    if request.param == "sqlite":
        (tmp_path / "house").mkdir()
        opened = database.in_file(tmp_path / "house" / "comity.sqlite3")
    else:
        opened = database.at_url(request.getfixturevalue("postgresql_database"))
    yield opened
    opened.close()


@pytest.fixture
def house(store: Database, tmp_path: Path) -> House:
    """A small programme with a text on the table of a room under Chatham House."""
    return furnished(tmp_path / "house", store)
