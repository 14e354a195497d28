"""What every test may ask for: both stores' ground, the browser, and a calm Hypothesis."""

import os
import secrets
from collections.abc import Iterator
from pathlib import Path

import django
import hypothesis
import pytest
from playwright.sync_api import Browser, sync_playwright

from tests.ground import needs, postgres, run

# Two busy cores say nothing about our code, so no test fails for having been slow.
hypothesis.settings.register_profile(
    "comity",
    deadline=None,
    suppress_health_check=[hypothesis.HealthCheck.too_slow],
    print_blob=True,
)
hypothesis.settings.register_profile(
    "quick", hypothesis.settings.get_profile("comity"), max_examples=20
)
hypothesis.settings.load_profile("comity")


ARGUMENTS = [
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]


def pytest_configure(config: pytest.Config) -> None:
    if not hasattr(config, "workerinput"):
        run.begin()
    # The shell is set up once for the whole run, over a folder in which no programme is.
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "comity.settings")
    os.environ.setdefault("COMITY_DATA", str(run.folder() / "nothing"))
    django.setup()


def pytest_unconfigure(config: pytest.Config) -> None:
    if not hasattr(config, "workerinput") and run.FOLDER in os.environ:
        run.end()


@pytest.hookimpl(trylast=True)
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    # A browser holds its thread's event loop until the run ends, and Django then refuses its database.
    items.sort(key=lambda item: "browser" in getattr(item, "fixturenames", ()))


@pytest.fixture(scope="session")
def postgresql() -> str:
    """The DSN of a server that all workers of the run share."""
    return run.once("postgresql", postgres.server)


@pytest.fixture
def postgresql_database(postgresql: str) -> Iterator[str]:
    """The DSN of an empty database for one test."""
    name = f"test_{secrets.token_hex(6)}"
    yield postgres.new_database(postgresql, name=name)
    postgres.drop_database(postgresql, name=name)


@pytest.fixture(scope="session")
def chromium() -> Path:
    """Debian's browser."""
    return needs.chromium()


@pytest.fixture(scope="session")
def browser(chromium: Path) -> Iterator[Browser]:
    """Debian's browser, one a worker: Playwright can be begun only once a process."""
    arguments = ARGUMENTS + (["--no-sandbox"] if os.geteuid() == 0 else [])
    with sync_playwright() as playwright:
        opened = playwright.chromium.launch(executable_path=chromium, args=arguments)
        yield opened
        opened.close()
