"""What people do again and again in a browser."""

import re

from playwright.sync_api import Page, expect


def walk_in(page: Page, role: str) -> None:
    """Take a role of the demonstration by its button on the bar that stands on every page."""
    page.goto("/")
    page.locator("aside.role summary").click()
    page.locator(f'aside.role button[name="role"][value="{role}"]').click()
    expect(page.locator("aside.role")).to_be_visible()


def walk_in_unseen(page: Page, role: str) -> None:
    """Take a role without a page having been shown, so that nothing is kept by the browser yet."""
    form = page.context.request.get("/").text()
    token = re.search(r'name="csrfmiddlewaretoken" value="([^"]+)"', form)
    assert token, "the home page has no form"
    sent = {"role": role, "csrfmiddlewaretoken": token[1], "next": "/"}
    assert page.context.request.post("/walk-in", form=sent).ok


def receipt(page: Page) -> int:
    """Return the act whose receipt the window shows."""
    expect(page).to_have_url(re.compile(r"/receipt/\d+$"))
    expect(page.locator("h1")).to_have_text("It stands in the record")
    return int(page.url.rpartition("/")[2])


def fill(page: Page, **typed: str) -> None:
    """Type into the fields of the form on the page, by the names they are sent under."""
    for name, words in typed.items():
        field = page.locator(f'main form.act [name="{name}"]').first
        if field.get_attribute("type") == "radio":
            page.locator(f'main form.act [name="{name}"][value="{words}"]').check()
        elif field.evaluate("each => each.tagName") == "SELECT":
            field.select_option(words)
        else:
            field.fill(words)


def send(page: Page) -> None:
    """Press the button that enters the act."""
    page.locator("main form.act button:not([name])").click()


def confirm(page: Page) -> None:
    """Press the button that enters the act on the page that shows what is to be known before."""
    expect(page.locator("h1")).to_have_text("See it as they will")
    page.locator("main form button:not([name])").click()


def follow(page: Page, words: str) -> None:
    """Follow the first link on the page that says this, also where it is folded away."""
    page.locator("main").get_by_role("heading", level=1).wait_for()
    found = page.locator("main").get_by_role("link", name=words, exact=True)
    folded = page.get_by_text("More that you may do here", exact=True)
    if not found.count() and folded.count():
        folded.first.click()
    found.first.click()
