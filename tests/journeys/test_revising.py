"""The chair issues a revision by choosing proposals, in one step; nobody types a word of it."""

import re

from playwright.sync_api import expect

from tests.journeys.conftest import Open
from tests.journeys.steps import follow, receipt, send, walk_in


def test_a_revision_is_issued_by_choosing_what_is_in_it(own_site: str, window: Open) -> None:
    page = window(own_site, script=False)
    walk_in(page, "chair")
    page.goto("/text/night-desk-guide")
    follow(page, "Issue a revision")
    offered = page.locator('main form.act [name="accepts"]')
    # `all` waits for nothing, and the form may not have come yet.
    expect(offered).to_have_count(2)
    for each in offered.all():
        each.check()
    page.locator('main form.act [name="label"]').fill("Revision 1")
    send(page)
    receipt(page)
    page.goto("/text/night-desk-guide")
    page.locator("main dd a", has_text="Guide for a night desk").click()
    follow(page, "What changed")
    expect(page).to_have_url(re.compile(r"/revision/[a-z0-9-]+$"))
    expect(page.locator("main .lede")).to_contain_text(
        "2 paragraphs changed, 2 stand as they stood."
    )
    expect(page.locator("main")).to_contain_text("proposed by Brightwater Security")
    expect(page.locator("main ins").first).to_be_visible()
