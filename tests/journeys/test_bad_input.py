"""What is out of order comes back whole, with its reasons beside the fields; what was sent twice stands once."""

import re
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from tests.journeys import house
from tests.journeys.steps import fill, receipt, send, walk_in
from tests.journeys.visitor import Visitor

SCRIPTS = pytest.mark.parametrize("script", [True, False], ids=["with-script", "without-script"])
Open = Callable[..., Page]
FORM = "/act/mobilize.give-evidence?of=commitment%2Fbrightwater-first-sight"
TYPED = "Four faults seen; “four” told — café, 日本, and a line\nbelow <b>this</b>."


@pytest.fixture(scope="module")
def site(demonstration: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """A server of one's own, since something is sent to it."""
    with house.serving(demonstration, place=tmp_path_factory.mktemp("input")) as (address, _):
        yield address


@pytest.fixture
def page(site: str, window: Open, script: bool) -> Page:
    """The company's window."""
    page = window(site, script=script)
    walk_in(page, "company")
    return page


@SCRIPTS
def test_a_refused_form_comes_back_whole_with_the_reason_beside_its_field(page: Page) -> None:
    page.goto(FORM)
    fill(page, words=TYPED, on="next Tuesday", link="https://example.org/faults")
    page.locator('[name="confidence"][value="documented"]').check()
    send(page)
    expect(page.locator("#refused")).to_contain_text("Nothing you typed is lost.")
    beside = page.locator(".field", has=page.locator('[name="on"]'))
    expect(beside).to_contain_text("Give a date as in 2026-11-24")
    expect(page.locator('[name="words"]')).to_have_value(TYPED)
    expect(page.locator('[name="on"]')).to_have_value("next Tuesday")
    expect(page.locator('[name="link"]')).to_have_value("https://example.org/faults")
    expect(page.locator('[name="confidence"][value="documented"]')).to_be_checked()
    page.locator("#refused a").first.click()
    expect(page).to_have_url(re.compile(r"#f-on$"))

    fill(page, on="2026-11")
    send(page)
    receipt(page)


@SCRIPTS
def test_all_that_cannot_be_read_is_told_at_once_each_beside_its_field(
    site: str, window: Open, script: bool
) -> None:
    page = window(site, script=script, width=390)
    walk_in(page, "chair")
    page.goto("/act/reframe.extend-silence?silence=silence-later")
    form = page.locator("main form.act")
    form.evaluate(
        """form => {
            form.querySelector('[name="deadline"]').type = "text"
            form.querySelector('[name="reason"]').value = "A reason, \\u202e turned around"
        }"""
    )
    fill(page, deadline="half past noon")
    send(page)
    expect(page.locator("#refused p")).to_have_count(2)
    deadline = page.locator(".field", has=page.locator('[name="deadline"]'))
    expect(deadline).to_contain_text("Give a day and a time")
    expect(deadline).to_contain_text("Found: “half past noon”.")
    expect(page.locator('[name="deadline"]')).to_have_value("half past noon")
    reason = page.locator(".field", has=page.locator('[name="reason"]'))
    expect(reason).to_contain_text("It holds a sign that cannot be seen.")
    expect(page.locator('[name="reason"]')).to_have_value("A reason, \u202e turned around")


def test_a_form_too_long_to_be_taken_in_says_which_field_was(site: str) -> None:
    visitor = Visitor(site)
    visitor.walk_in("company")
    sent = {"words": "é" * 4_100_000, "link": "https://example.org"}
    answer = visitor.post("/act/mobilize.give-evidence", seen_on=FORM, **sent)
    assert answer.status == 413
    assert "<b>What was done</b>: 7.8\xa0MB were typed; it takes 200000 characters." in answer.text
    assert "<li>" not in answer.text.replace("<li><b>What was done</b>", "")
    assert visitor.get("/desk").status == 200


@SCRIPTS
def test_seeing_it_as_they_will_sends_nothing_and_loses_nothing(page: Page) -> None:
    page.goto(FORM)
    fill(page, words=TYPED)
    page.locator('[name="confidence"][value="stated"]').check()
    before = page.request.get("/log/checkpoint").text()
    page.get_by_role("button", name="See it as they will").click()
    expect(page.locator("h1")).to_have_text("See it as they will")
    expect(page.locator("dl.seen")).to_contain_text("Four faults seen")
    assert page.request.get("/log/checkpoint").text() == before
    page.get_by_role("button", name="Go back and change it").click()
    expect(page.locator('[name="words"]')).to_have_value(TYPED)
    expect(page.locator('[name="confidence"][value="stated"]')).to_be_checked()


@SCRIPTS
def test_what_is_sent_twice_stands_once_and_gives_the_same_receipt(page: Page) -> None:
    page.goto(FORM)
    fill(page, words="Sent twice, by one hand.")
    page.locator('[name="confidence"][value="stated"]').check()
    sent = page.locator("main form.act").evaluate(
        "form => Object.fromEntries(new FormData(form).entries())"
    )
    send(page)
    first = receipt(page)
    again = page.request.post("/act/mobilize.give-evidence", form=sent)
    assert again.url.endswith(f"/receipt/{first}")


def test_going_back_and_sending_again_gives_the_same_receipt(site: str, window: Open) -> None:
    page = window(site)
    walk_in(page, "company")
    page.goto(FORM)
    fill(page, words="Sent, doubted, sent again.")
    page.locator('[name="confidence"][value="stated"]').check()
    send(page)
    first = receipt(page)
    page.go_back()
    fill(page, words="Sent, doubted, sent again.")
    page.locator('[name="confidence"][value="stated"]').check()
    send(page)
    assert receipt(page) == first


@SCRIPTS
def test_going_back_after_a_refusal_finds_what_was_typed(page: Page) -> None:
    page.goto(FORM)
    fill(page, words="Typed before the line broke.")
    page.locator('[name="confidence"][value="stated"]').check()
    page.wait_for_timeout(600)
    page.goto("/desk")
    page.go_back()
    expect(page.locator('[name="words"]')).to_have_value("Typed before the line broke.")


def test_a_draft_is_back_after_the_page_was_left_and_gone_once_it_stands(
    site: str, window: Open
) -> None:
    page = window(site)
    walk_in(page, "company")
    page.goto(FORM)
    fill(page, words="Kept on this device.")
    page.locator('[name="confidence"][value="verified"]').check()
    expect(page.locator("p.draft")).to_have_text("Kept on this device until it is sent.")
    page.goto("/desk")
    page.goto(FORM)
    expect(page.locator('[name="words"]')).to_have_value("Kept on this device.")
    expect(page.locator('[name="confidence"][value="verified"]')).to_be_checked()
    fill(page, words="Kept on this device, then sent.")
    page.locator('[name="confidence"][value="stated"]').check()
    send(page)
    receipt(page)
    page.goto(FORM)
    expect(page.locator('[name="words"]')).to_have_value("")


@pytest.mark.parametrize(
    "address",
    [
        "/act/no.such-kind",
        "/act/reframe.take-position?on=nothing",
        "/act/reframe.take-position?on=paragraph/%00",
        "/record/99999999999999999999999",
        "/record/-1",
        "/text/..%2f..%2fetc",
        "/search?q=" + "%F0%9F%98%80" * 90,
        "/norms?after=%27%22%3Cscript%3E",
        "/record?before=abc&half=zzz",
    ],
)
def test_an_address_that_means_nothing_is_answered_calmly(site: str, address: str) -> None:
    visitor = Visitor(site)
    visitor.walk_in("company")
    answer = visitor.get(address)
    assert answer.status in (200, 404)
    assert "<h1" in answer.text
