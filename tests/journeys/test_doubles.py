"""An officer who enters somebody known is shown both beside each other, and decides."""

import re

import pytest
from playwright.sync_api import Page, expect

from tests.journeys.conftest import Open
from tests.journeys.steps import fill, receipt, send, walk_in_unseen

REGISTER = "/act/parties.register-person"


def registering(page: Page) -> None:
    walk_in_unseen(page, "secretariat")
    page.goto(REGISTER)


@pytest.mark.parametrize(("width", "script"), [(1280, True), (390, False)])
def test_an_officer_sees_both_people_of_a_name_and_says_that_they_are_two(
    own_site: str, window: Open, width: int, script: bool
) -> None:
    page = window(own_site, width=width, script=script)
    registering(page)
    fill(page, name="Ana García", office="Counsellor", country="Mexico")
    send(page)
    first = receipt(page)
    page.goto(REGISTER)
    fill(page, name="ana garcia", office="Minister", country="Spain")
    send(page)
    shown = page.get_by_role("alert")
    expect(shown.get_by_role("heading")).to_contain_text("called like “ana garcia”")
    cells = shown.locator("tbody tr").filter(has_text="Office").locator("td")
    assert cells.all_inner_texts() == ["Minister", "Counsellor"]
    expect(page.get_by_label("Country")).to_have_value("Spain")
    # Whoever sends it once more without a word is asked once more.
    send(page)
    shown.get_by_label("They are two").check()
    send(page)
    assert receipt(page) != first


def test_who_finds_that_it_is_the_same_goes_on_with_that_one(own_site: str, window: Open) -> None:
    page = window(own_site)
    registering(page)
    fill(page, name="Ben Ode")
    send(page)
    receipt(page)
    page.goto(REGISTER)
    fill(page, name="Ben Ode")
    send(page)
    page.get_by_role("link", name="give them a mandate").click()
    expect(page).to_have_url(re.compile(r"parties.give-mandate\?person="))
