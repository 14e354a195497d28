"""A long list is entered in steps that say how far it is, with and without script, and nothing is entered twice."""

import re
from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from comity.sheets import write_csv
from tests.contracts.counter import Counter
from tests.journeys.test_import import Own, own, sign_in

__all__ = ["own"]

ROWS = 2_100
"""Some more than are entered in one step."""


def listed(count: int) -> bytes:
    rows = [[f"Lamp {number:05}", "company", "named"] for number in range(count)]
    return write_csv(["name", "category", "standing"], [*rows, ["Odd one", "guild", "named"]])


def tried(page: Page, own: Own, place: Path, *, count: int) -> None:
    sign_in(page, own)
    page.goto("/import?what=organizations")
    (place / "list.csv").write_bytes(listed(count))
    page.set_input_files('[name="list"]', place / "list.csv")
    page.get_by_role("button", name="Match its columns").click()


def stand(own: Own) -> int:
    return int(Counter(own[0]).get("/log/checkpoint").body.split(b"\n")[1])


@pytest.mark.parametrize("script", [True, False], ids=["with-script", "without-script"])
def test_it_goes_on_until_all_is_entered_and_is_undone_as_one(
    own: Own, window: Callable[..., Page], tmp_path: Path, script: bool
) -> None:
    page = window(own[0], width=390, script=script)
    page.set_default_timeout(60_000)
    expect.set_options(timeout=60_000)
    tried(page, own, tmp_path, count=ROWS)
    page.get_by_role("button", name="See what would come of it").click()
    expect(page.locator(".lede")).to_contain_text(f"{ROWS} rows would be entered.")
    before = stand(own)
    sent = page.locator('main form[action="/import"]').evaluate(
        "form => Object.fromEntries(new FormData(form).entries())"
    )
    page.get_by_role("button", name=f"Enter {ROWS} rows").click()
    expect(page.locator("h1")).to_have_text(re.compile(rf"2000 of {ROWS} rows are done|entered"))
    if not script:
        assert stand(own) == before + 2_000
        assert page.evaluate("document.documentElement.scrollWidth") <= 390
        again = page.request.post("/import", form={**sent, "step": "enter"})
        assert "100 rows are entered" in again.text()
        page.get_by_role("button", name="Go on").click()
    expect(page.locator("h1")).to_have_text(f"{ROWS} rows are entered")
    expect(page.locator(".lede")).to_contain_text("1 was set aside.")
    assert stand(own) == before + ROWS


def test_it_stops_where_one_stops_it_and_says_what_was_not_looked_at(
    own: Own, window: Callable[..., Page], tmp_path: Path
) -> None:
    page = window(own[0], script=False)
    page.set_default_timeout(60_000)
    tried(page, own, tmp_path, count=ROWS)
    page.get_by_role("button", name="See what would come of it").click()
    page.get_by_role("button", name=f"Enter {ROWS} rows").click()
    page.get_by_role("button", name="Stop here").click()
    expect(page.locator("h1")).to_have_text("2000 rows are entered")
    expect(page.locator("main")).to_contain_text("100 rows were not looked at.")


def test_more_than_a_page_takes_is_said_with_what_takes_it(
    own: Own, window: Callable[..., Page], tmp_path: Path
) -> None:
    page = window(own[0], script=False)
    page.set_default_timeout(60_000)
    tried(page, own, tmp_path, count=12_000)
    expect(page.locator("main")).to_contain_text("12000 rows here")
    expect(page.locator("main")).to_contain_text("12001")
