import pytest
from playwright.sync_api import Browser

pytestmark = pytest.mark.journey

PAGE = "data:text/html,<title>Order</title><p lang=en>The meeting is called to order.</p>"


def test_the_browser_draws_what_a_page_says(browser: Browser) -> None:
    page = browser.new_page()
    page.goto(PAGE)
    assert (page.title(), page.inner_text("p")) == ("Order", "The meeting is called to order.")
    assert page.screenshot().startswith(b"\x89PNG")
    page.close()
