import os
from pathlib import Path

import pytest
from playwright.sync_api import sync_playwright

pytestmark = pytest.mark.journey

PAGE = "data:text/html,<title>Order</title><p lang=en>The meeting is called to order.</p>"


def test_the_browser_draws_what_a_page_says(chromium: Path) -> None:
    arguments = ["--no-sandbox"] if os.geteuid() == 0 else []
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium, args=arguments)
        page = browser.new_page()
        page.goto(PAGE)
        assert (page.title(), page.inner_text("p")) == ("Order", "The meeting is called to order.")
        assert page.screenshot().startswith(b"\x89PNG")
        browser.close()
