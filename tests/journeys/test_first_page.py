"""From an empty folder to a text on the table, in a browser: nobody types a command but the first."""

import re
import subprocess
import time
from collections.abc import Callable, Iterator
from http.client import HTTPException
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page, expect

from tests.journeys.house import COMITY, PATIENCE, free_port
from tests.journeys.visitor import Visitor

LINK = re.compile(r"http://localhost:\d+(/begin/\S+)")
ANSWERS = {
    "name": "Harbour talks",
    "objective": "Fewer broken cables.",
    "host_name": "Harbour Secretariat",
    "officer": "Ines T",
    "officer_mail": "ines@talks.example",
    "body": "Conference on cables",
    "zone": "Europe/Brussels",
}


@pytest.fixture
def begun(tmp_path: Path) -> Iterator[tuple[str, str]]:
    """A server of an empty folder: its address, and the path that the terminal tells."""
    port = free_port()
    log = tmp_path / "server.log"
    with log.open("wb") as written:
        server = subprocess.Popen(
            [*COMITY, "serve", "--data", str(tmp_path / "talks"), "--port", str(port)],
            stdin=subprocess.DEVNULL,
            stdout=written,
            stderr=subprocess.STDOUT,
        )
    try:
        yield f"http://localhost:{port}", _told(log)
    finally:
        server.terminate()
        server.wait(timeout=PATIENCE)


def _told(log: Path) -> str:
    until = time.monotonic() + PATIENCE
    while time.monotonic() < until:
        if found := LINK.search(log.read_text()):
            return found[1]
        time.sleep(0.1)
    raise AssertionError(log.read_text())


@pytest.mark.parametrize("script", [True, False], ids=["with-script", "without-script"])
def test_five_answers_lead_to_a_desk_that_says_what_to_do_first(
    begun: tuple[str, str], window: Callable[..., Page], script: bool
) -> None:
    site, path = begun
    page = window(site, width=390, script=script)
    page.goto(path)
    for name, words in ANSWERS.items():
        if name != "officer_mail":
            page.fill(f'[name="{name}"]', words)
    page.get_by_role("button", name="Begin the programme").click()
    expect(page.get_by_role("alert")).to_contain_text("nothing you typed is lost")
    summary = page.get_by_role("alert").first
    expect(summary.locator("p")).to_have_text(
        ["Where do letters reach the officer? · Nothing is said here yet."]
    )
    expect(summary.get_by_role("link")).to_have_attribute("href", "#f-officer_mail")
    expect(page.locator('[name="objective"]')).to_have_value("Fewer broken cables.")
    page.fill('[name="officer_mail"]', ANSWERS["officer_mail"])
    page.get_by_role("button", name="Begin the programme").click()
    expect(page.locator("h1")).to_have_text("Harbour talks stands")
    link = page.get_by_role("link", name="Sign in").get_attribute("href")
    assert link
    _wait(site)
    page.goto(link)
    page.get_by_role("button", name="Sign in").click()
    expect(page.locator("h1")).to_have_text("Nothing is asked of you")
    expect(page.locator("p.eyebrow")).to_contain_text(re.compile(r"Times are yours \(UTC\+[12]\)"))
    expect(page.locator("#first-steps")).to_have_text("To begin")
    page.locator(".first-steps a").first.click()
    expect(page.locator("h1")).to_have_text("Admit a party")


def _wait(site: str) -> None:
    """Wait until the programme's own server has taken the place of the first page."""
    until = time.monotonic() + PATIENCE
    while time.monotonic() < until:
        try:
            if Visitor(site).get("/healthz").status == 200:
                return
        except (OSError, HTTPException):
            pass
        time.sleep(0.1)
    raise AssertionError("the server did not come")


def test_nobody_without_the_secret_begins_anything(begun: tuple[str, str]) -> None:
    site, path = begun
    visitor = Visitor(site)
    assert visitor.get(path).status == 200
    assert {visitor.get(each).status for each in ("/", "/begin", "/begin/", f"{path}x")} == {404}
    elsewhere = Visitor(site.replace("localhost", "127.0.0.1"))
    assert elsewhere.get(path).status == 200
    assert "default-src 'none'" in visitor.get(path).headers["content-security-policy"]


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_the_first_page_can_be_used_by_everybody(
    begun: tuple[str, str], window: Callable[..., Page], scheme: str
) -> None:
    page = window(begun[0], width=390, scheme=scheme)
    page.goto(begun[1])
    found = Axe().run(page)
    assert found.violations_count == 0, found.generate_report()
    assert page.evaluate("document.documentElement.scrollWidth") <= 390
