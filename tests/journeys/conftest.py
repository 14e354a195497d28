"""What journeys share: one demonstration, one server to look at."""

import json
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Page

from tests.ground import run
from tests.journeys import house


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    for item in items:
        if "tests/journeys/" in item.path.as_posix():
            item.add_marker(pytest.mark.journey)


@pytest.fixture(scope="session")
def demonstration() -> Path:
    """The folder of the demonstration, loaded once a run; never write to it."""
    return Path(run.once("demonstration", house.build))


@pytest.fixture(scope="session")
def roles(demonstration: Path) -> dict[str, Any]:
    """Who can be walked in as."""
    return dict(json.loads((demonstration / "roles.json").read_text()))


@pytest.fixture(scope="session")
def site(demonstration: Path) -> str:
    """The address of the server that all journeys share who only look."""
    return run.once("site", partial(house.serve_shared, built=str(demonstration)))


@pytest.fixture
def own_site(demonstration: Path, tmp_path: Path) -> Iterator[str]:
    """The address of a server of one's own, to act on."""
    with house.serving(demonstration, place=tmp_path) as (address, _):
        yield address


Open = Callable[..., Page]


@pytest.fixture
def window(browser: Browser) -> Iterator[Open]:
    """Open a window of its own cookies: wide or narrow, light or dark, with or without script."""
    contexts = []

    def opened(
        address: str, *, width: int = 1280, script: bool = True, scheme: str = "light"
    ) -> Page:
        context = browser.new_context(
            base_url=address,
            viewport={"width": width, "height": 900},
            java_script_enabled=script,
            color_scheme="dark" if scheme == "dark" else "light",
        )
        context.set_default_timeout(10_000)
        contexts.append(context)
        return context.new_page()

    yield opened
    for context in contexts:
        context.close()
