"""A link from a letter opens a page with a button; only the button signs in, and only once."""

import re
import subprocess
from collections.abc import Callable, Iterator
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Page, expect

from tests.journeys import house

PERSON = "c9w4ep"
CLOSED = 404
"""A desk that is nobody's is not there."""


@pytest.fixture(scope="module")
def served(
    demonstration: Path, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[tuple[str, Path]]:
    """A server of one's own, and its folder."""
    with house.serving(demonstration, place=tmp_path_factory.mktemp("sign-in")) as serving:
        yield serving


@pytest.fixture
def link(served: tuple[str, Path]) -> str:
    """The address that a letter to Meridonia's delegate would carry."""
    made = subprocess.run(
        [*house.COMITY, "link", "--data", str(served[1]), "--person", PERSON],
        check=True,
        capture_output=True,
        text=True,
        stdin=subprocess.DEVNULL,
    )
    return urlsplit(made.stdout.strip()).path


@pytest.mark.parametrize("script", [True, False], ids=["with-script", "without-script"])
def test_a_link_signs_in_by_its_button_and_only_once(
    served: tuple[str, Path], link: str, window: Callable[..., Page], script: bool
) -> None:
    scanner = window(served[0], script=script)
    for _ in range(2):
        scanner.goto(link)
        assert scanner.request.get("/desk.json").status == CLOSED
    page = window(served[0], script=script)
    page.goto(link)
    page.locator("main form button").click()
    expect(page).to_have_url(re.compile(r"/desk$"))
    expect(page.locator("main")).to_contain_text("Sefa Moradine")
    late = window(served[0], script=script)
    late.goto(link)
    if late.locator("main form button").count():
        late.locator("main form button").first.click()
    assert late.request.get("/desk.json").status == CLOSED


def test_a_desk_asked_for_before_signing_in_is_reached_after(
    served: tuple[str, Path], window: Callable[..., Page]
) -> None:
    page = window(served[0])
    page.goto("/desk")
    expect(page).to_have_url(re.compile(r"/sign-in"))
    expect(page.locator("main")).to_contain_text("Sign in")
