"""Each role does what it owes, from its desk to the receipt, with and without script."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from tests.journeys import house
from tests.journeys.steps import fill, follow, receipt, send, walk_in
from tests.journeys.visitor import Visitor, crawl

SCRIPTS = pytest.mark.parametrize("script", [True, False], ids=["with-script", "without-script"])
Open = Callable[..., Page]


@pytest.fixture(scope="module")
def acting(demonstration: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[list[str]]:
    """Two servers to act on: one for those with script, one for those without."""
    places = [tmp_path_factory.mktemp("with"), tmp_path_factory.mktemp("without")]
    with (
        house.serving(demonstration, place=places[0]) as (with_script, _),
        house.serving(demonstration, place=places[1]) as (without_script, _),
    ):
        yield [without_script, with_script]


@pytest.fixture
def page(acting: list[str], window: Open, script: bool) -> Page:
    """A window on a server on which the other roles act as well."""
    return window(acting[script], script=script)


@SCRIPTS
def test_meridonia_breaks_the_silence_and_the_chair_is_already_told_who(page: Page) -> None:
    walk_in(page, "meridonia")
    page.goto("/desk")
    expect(page.locator("h1")).to_have_text("One thing is asked of you")
    follow(page, "Read and decide")
    expect(page.locator("section.who").last).to_contain_text(
        "The chair of the Conference on broken cables sees that it came from Meridonia"
    )
    fill(page, words="The list comes first.")
    send(page)
    act = receipt(page)
    expect(page.locator("main")).to_contain_text("The list comes first")

    walk_in(page, "chair")
    page.goto("/silence/silence-now")
    told = page.locator("section.who", has_text="What you, in the chair, were told")
    expect(told).to_contain_text("Meridonia")
    expect(told).to_contain_text("The list comes first")

    walk_in(page, "arvenia")
    page.goto("/silence/silence-now")
    expect(page.locator("main")).to_contain_text("whose, only the chair sees")
    expect(page.locator("main")).not_to_contain_text("The list comes first")
    assert "The list comes first" not in page.request.get(f"/record/{act}").text()


@SCRIPTS
def test_the_chair_declares_the_text_adopted_whose_silence_held(page: Page) -> None:
    walk_in(page, "chair")
    page.goto("/desk")
    follow(page, "Look, then declare")
    follow(page, "Declare the adoption")
    fill(page, level="no-objection-received", reason="Nobody objected before noon on Friday.")
    send(page)
    receipt(page)
    page.goto("/text/note-on-anchors")
    expect(page.locator("main")).to_contain_text("This text stands adopted.")
    follow(page, "The adopted text")
    expect(page.locator("article.document")).to_contain_text(
        "Nobody objected before noon on Friday."
    )


@SCRIPTS
def test_aldmoor_takes_a_position_on_what_waits_for_it(page: Page) -> None:
    walk_in(page, "aldmoor")
    page.goto("/desk")
    waiting = page.locator("ul.owed li", has_text="Guide for a night desk")
    waiting.get_by_role("link", name="Open the text").click()
    open_one = page.locator("#night-desk-guide-p3")
    open_one.locator("p.state").last.get_by_role("link", name="Take a position").click()
    fill(page, stance="support", reason="It is what we did.")
    send(page)
    receipt(page)
    page.goto("/text/night-desk-guide")
    expect(open_one).to_contain_text("Aldmoor supports it: It is what we did.")


@SCRIPTS
def test_the_contact_officer_answers_the_check(page: Page) -> None:
    walk_in(page, "contact-officer")
    page.goto("/desk")
    page.locator("ul.owed").get_by_role("link", name="Answer", exact=True).click()
    fill(page, words="Heard. Omarin, on duty.")
    send(page)
    receipt(page)
    page.goto("/desk")
    expect(page.locator("main")).not_to_contain_text("Answer the contact check")


@SCRIPTS
def test_tarn_answers_late_and_its_answer_stands(page: Page) -> None:
    walk_in(page, "tarn")
    page.goto("/desk")
    page.locator("ul.owed").get_by_role("link", name="Answer", exact=True).click()
    fill(page, words="The mail boat came today. We have heard.")
    send(page)
    receipt(page)
    expect(page.locator("main")).to_contain_text("The mail boat came today.")


@SCRIPTS
def test_the_secretariat_seats_a_member_and_nobody_real_can_be_chosen(page: Page) -> None:
    walk_in(page, "secretariat")
    page.goto("/body/contacts-group")
    follow(page, "Seat a member")
    people = page.locator('select[name="person"] option')
    expect(people.first).to_be_attached()
    offered = people.all_inner_texts()
    assert "Ysa Marrin" in offered
    assert "Marina Kaljurand" not in offered
    fill(page, role="observer", for_party="lantern", start="2026-10-01")
    send(page)
    receipt(page)
    page.goto("/body/contacts-group")
    expect(page.locator("main")).to_contain_text("Lantern Institute")


@SCRIPTS
def test_the_secretariat_records_what_a_meeting_came_to(page: Page) -> None:
    walk_in(page, "secretariat")
    page.goto("/meeting/second-round")
    follow(page, "Record an outcome")
    fill(page, words="The list of ships is drawn up by the end of the year.")
    page.get_by_role("checkbox", name="Isles of Tarn").check()
    send(page)
    receipt(page)
    page.goto("/meeting/second-round")
    expect(page.locator("main")).to_contain_text("The list of ships is drawn up")


@SCRIPTS
def test_the_company_shows_what_it_did(page: Page) -> None:
    walk_in(page, "company")
    page.goto("/desk")
    follow(page, "Give evidence")
    fill(page, words="Four faults seen, four told, the first after nine minutes.")
    page.locator('[name="confidence"][value="stated"]').check()
    send(page)
    receipt(page)
    page.goto("/sentence/understanding-1-p7")
    expect(page.locator("main")).to_contain_text("Four faults seen, four told")


@SCRIPTS
def test_civil_society_proposes_other_words_and_need_not_type_the_old_ones(page: Page) -> None:
    walk_in(page, "civil-society")
    page.goto("/text/night-desk-guide")
    paragraph = page.locator("#night-desk-guide-p2")
    paragraph.get_by_role("link", name="Propose other words").click()
    words = page.locator('textarea[name="words"]')
    expect(words).to_have_value(
        "The person on duty reads back the position of the fault before the call ends."
    )
    words.fill("The person on duty reads back the position of the fault, twice.")
    page.locator('[name="change"][value="replace"]').check()
    send(page)
    receipt(page)
    page.goto("/text/night-desk-guide")
    expect(paragraph).to_contain_text("proposed by Open Lines Network")


@SCRIPTS
def test_the_volunteer_logs_whom_they_spoke_to(page: Page) -> None:
    walk_in(page, "volunteer")
    page.goto("/sentence/understanding-1-p7")
    follow(page, "Log advocacy")
    fill(page, target="Ministry of Works, Aldmoor", words="They asked for the count of faults.")
    page.locator('[name="outcome"][value="interested"]').check()
    send(page)
    receipt(page)
    page.goto("/sentence/understanding-1-p7")
    expect(page.locator("main")).to_contain_text("Ministry of Works, Aldmoor")


@SCRIPTS
def test_the_observer_finds_no_button_to_decide(page: Page) -> None:
    walk_in(page, "observer")
    for address in ("/text/understanding-2", "/text/understanding-3", "/silence/silence-later"):
        page.goto(address)
        expect(page.locator("h1")).to_be_visible()
        assert page.locator('main a[href^="/act/reframe."], main form.act').count() == 0
    page.goto("/act/reframe.break-silence?silence=silence-later")
    expect(page.locator("main")).to_contain_text("You do not have the mandate for this.")
    assert page.locator("main form.act button").count() == 0


SEALED = (
    "There is no common list yet",
    "silence-now",
    "third-p7",
    "Sefa Moradine",
    "Three ministries, as before",
)


def test_the_public_sees_nothing_of_what_a_role_may_see(site: str) -> None:
    public = Visitor(site)
    pages = [answer for answer in crawl(public) if answer.status == 200]
    assert len(pages) > 50
    assert [(each.path, word) for each in pages for word in SEALED if word in each.text] == []
    for address in ("/text/understanding-3", "/silence/silence-now"):
        assert public.get(address).status == 404
    assert public.get("/desk").path.startswith("/sign-in")


def test_home_says_of_each_role_what_waits_for_it(site: str) -> None:
    shown = Visitor(site).get("/").text
    assert shown.count('name="role"') >= 11
    assert "Something waits." not in shown
