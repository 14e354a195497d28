"""A session ends, or another begins, while somebody writes: nothing is sent, and nothing that was typed is lost."""

from collections.abc import Callable

from playwright.sync_api import Page, expect

from tests.journeys.steps import fill, receipt, send, walk_in, walk_in_unseen
from tests.journeys.visitor import Visitor

Open = Callable[..., Page]
FORM = "/act/reframe.take-position?on=paragraph/understanding-3-p7"
WORDS = "Our capital wrote this twice already.\nIt will not do so again."


def written(page: Page) -> None:
    walk_in(page, "arvenia")
    page.goto(FORM)
    page.locator('[name="stance"][value="concern"]').check()
    fill(page, reason=WORDS)


def test_who_was_signed_out_meanwhile_signs_in_beside_it_and_finds_the_form(
    own_site: str, window: Open
) -> None:
    page = window(own_site, script=False, width=390)
    written(page)
    page.context.clear_cookies(name="comity_session")
    send(page)
    expect(page.locator("h1")).to_have_text("You are signed out")
    expect(page.locator("main")).to_contain_text("It will not do so again.")
    walk_in_unseen(page, "arvenia")
    page.get_by_role("button", name="I have signed in").click()
    expect(page.locator('[name="reason"]')).to_have_value(WORDS)
    assert page.locator('[name="stance"][value="concern"]').is_checked()
    send(page)
    receipt(page)


def test_who_signed_in_anew_meanwhile_finds_the_form_and_sends_it_once_more(
    own_site: str, window: Open
) -> None:
    page = window(own_site, script=False)
    written(page)
    walk_in_unseen(page, "arvenia")
    send(page)
    expect(page.locator("#refused")).to_contain_text("had become old. Nothing was entered.")
    expect(page.locator('[name="reason"]')).to_have_value(WORDS)
    send(page)
    receipt(page)


def test_what_a_stranger_sends_from_elsewhere_is_only_shown(own_site: str) -> None:
    stranger = Visitor(own_site)
    before = stranger.get("/record.json").text
    answer = stranger.post("/act/reframe.take-position", seen_on="/", reason="<b>Not mine</b>")
    assert answer.status == 403
    assert "&lt;b&gt;Not mine&lt;/b&gt;" in answer.text
    assert "<b>Not mine</b>" not in answer.text
    assert stranger.get("/record.json").text == before


def test_of_any_other_form_the_words_are_shown_to_be_copied(own_site: str) -> None:
    stranger = Visitor(own_site)
    stranger.walk_in("arvenia")
    answer = stranger.post("/me", seen_on="/", csrfmiddlewaretoken="old", words="Mend <my> name")
    assert answer.status == 403
    assert "Mend &lt;my&gt; name" in answer.text
