"""What a form keeps, and what it warns of before anything is sent."""

import re
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from playwright.sync_api import FilePayload, Page, expect

from tests.journeys.steps import confirm, fill, receipt, send, walk_in

Open = Callable[..., Page]
FORM = "/act/programme.file-paper?about=text/understanding-3"
ANNEX = FilePayload(name="Annex.txt", mimeType="text/plain", buffer=b"Words of an annex.")


@pytest.mark.parametrize("script", [True, False], ids=["with-script", "without-script"])
def test_a_chosen_file_stays_chosen_after_a_refusal_and_after_a_look(
    own_site: str, window: Open, script: bool
) -> None:
    page = window(own_site, script=script)
    walk_in(page, "arvenia")
    page.goto(FORM)
    page.locator('[name="file"]').set_input_files(ANNEX)
    send(page)
    expect(page.locator("#refused")).to_be_visible()
    expect(page.locator("#k-file")).to_contain_text("Annex.txt")
    fill(page, title="An annex")
    page.get_by_role("button", name="See it as they will").click()
    expect(page.locator("h1")).to_have_text("See it as they will")
    page.get_by_role("button", name="Go back and change it").click()
    expect(page.locator("#k-file")).to_contain_text("Annex.txt")
    send(page)
    index = receipt(page)
    page.goto(f"/record/{index}")
    expect(page.locator("main")).to_contain_text("An annex")
    paper = page.request.get(f"/record/{index}.json").json()
    assert "text/plain" in str(paper)


def test_what_brings_a_file_back_is_worth_nothing_in_other_hands(
    own_site: str, window: Open
) -> None:
    page = window(own_site)
    walk_in(page, "arvenia")
    page.goto(FORM)
    page.locator('[name="file"]').set_input_files(ANNEX)
    send(page)
    expect(page.locator("#refused")).to_be_visible()
    stolen = page.locator('[name="kept-file"]').get_attribute("value")
    other = window(own_site)
    walk_in(other, "meridonia")
    other.goto(FORM)
    fill(other, title="Not mine")
    other.locator("main form.act").evaluate(
        """(form, value) => {
            const kept = document.createElement("input")
            kept.name = "kept-file"
            kept.value = value
            form.append(kept)
        }""",
        stolen,
    )
    send(other)
    expect(other.locator("#refused")).to_be_visible()
    expect(other).not_to_have_url(re.compile("/receipt/"))
    expect(other.locator("#k-file")).to_have_count(0)


@pytest.mark.parametrize("button", ["see", "again", ""])
def test_what_is_no_kept_file_never_stumbles(own_site: str, window: Open, button: str) -> None:
    page = window(own_site)
    walk_in(page, "arvenia")
    page.goto(FORM)
    form = page.locator("main form.act").evaluate(
        "form => Object.fromEntries(new FormData(form).entries())"
    )
    del form["file"]
    sent = {**form, "title": "A", "kept-file": "{", **({button: "1"} if button else {})}
    answer = page.request.post("/act/programme.file-paper", form=sent)
    assert answer.status == (200 if button == "again" else 422)


def test_a_chair_is_told_for_whom_a_deadline_falls_into_the_night(
    own_site: str, window: Open
) -> None:
    page = window(own_site)
    walk_in(page, "chair")
    page.goto("/act/reframe.extend-silence?silence=silence-later")
    later = datetime.now(UTC) + timedelta(days=9)  # noqa: TID251 — what a chair's own clock would say
    fill(page, deadline=later.strftime("%Y-%m-%dT14:00"), reason="More time was asked for.")
    send(page)
    expect(page.get_by_role("alert")).to_contain_text("in the night for")
    page.locator("main form button:not([name])").click()
    receipt(page)


@pytest.mark.parametrize("script", [True, False], ids=["with-script", "without-script"])
def test_what_sources_say_is_typed_row_by_row(own_site: str, window: Open, script: bool) -> None:
    page = window(own_site, script=script, width=390)
    walk_in(page, "secretariat")
    page.goto("/act/programme.note-source-difference?about=meeting/first-round")
    for place, words in enumerate(("Nine | delegations", "Ten delegations")):
        page.locator('[name="claims:says"]').nth(place).fill(words)
        page.locator('[name="claims:source"]').nth(place).fill(f"Source {place}")
    page.get_by_role("button", name="More rows").click()
    expect(page.locator('[name="claims:says"]').first).to_have_value("Nine | delegations")
    expect(page.locator('[name="claims:says"]')).to_have_count(4)
    send(page)
    index = receipt(page)
    told = page.request.get(f"/record/{index}.json").text()
    assert "Nine | delegations" in told
    assert "Source 1" in told


def test_what_was_typed_in_rows_is_back_in_its_rows_however_soon_one_left(
    own_site: str, window: Open
) -> None:
    form = "/act/programme.note-source-difference?about=meeting/first-round"
    page = window(own_site)
    walk_in(page, "secretariat")
    page.goto(form)
    page.locator('[name="claims:says"]').nth(0).fill("Nine delegations")
    page.locator('[name="claims:source"]').nth(1).fill("A letter")
    page.goto("/desk")
    page.goto(form)
    said, sources = page.locator('[name="claims:says"]'), page.locator('[name="claims:source"]')
    for place, (says, source) in enumerate([("Nine delegations", ""), ("", "A letter"), ("", "")]):
        expect(said.nth(place)).to_have_value(says)
        expect(sources.nth(place)).to_have_value(source)


def test_a_form_with_a_file_keeps_what_else_was_typed(own_site: str, window: Open) -> None:
    page = window(own_site)
    walk_in(page, "arvenia")
    page.goto(FORM)
    fill(page, title="An annex")
    page.locator('[name="file"]').set_input_files(ANNEX)
    page.goto("/desk")
    page.goto(FORM)
    expect(page.locator('[name="title"]')).to_have_value("An annex")


@pytest.mark.parametrize("script", [True, False], ids=["with-script", "without-script"])
def test_a_chair_tables_a_text_by_pasting_it(own_site: str, window: Open, script: bool) -> None:
    page = window(own_site, script=script)
    walk_in(page, "chair")
    page.goto("/act/reframe.table-text?body=cables-conference")
    fill(page, pasted="1. A ship tells its neighbours.\n\n2. A neighbour answers.")
    send(page)
    expect(page.locator("#refused p")).to_have_text(
        ["Title of the text · Nothing is said here yet."]
    )
    expect(page.locator("#refused a")).to_have_attribute("href", "#f-title")
    fill(page, title="On ships")
    send(page)
    numbers = page.locator("section[aria-labelledby=typed-numbers]")
    expect(numbers).to_contain_text("the numbers 1 to 2 that you pasted are left out.")
    confirm(page)
    index = receipt(page)
    page.goto(f"/record/{index}")
    text = re.search(r"/text/[a-z0-9-]+", page.content())
    assert text
    page.goto(text[0])
    expect(page.locator("section.para")).to_have_count(2)
    expect(page.locator("section.para .words").last).to_have_text("A neighbour answers.")


def test_numbers_that_do_not_run_are_asked_about_and_nothing_goes_before(
    own_site: str, window: Open, tmp_path: Path
) -> None:
    page = window(own_site, script=False)
    walk_in(page, "chair")
    page.goto("/act/reframe.table-text?body=cables-conference")
    draft = tmp_path / "ships.txt"
    draft.write_text("1. Affirms it.\n\n2. Asks all.\n\n2. Decides.\n", encoding="utf-8")
    fill(page, title="On ships")
    page.locator('[name="pasted-file"]').set_input_files(draft)
    page.get_by_role("button", name="Read it from the file").click()
    expect(page.locator('[name="pasted"]')).to_have_value(
        "1. Affirms it.\n\n2. Asks all.\n\n2. Decides."
    )
    expect(page.locator('[name="title"]')).to_have_value("On ships")
    send(page)
    numbers = page.locator("section[aria-labelledby=typed-numbers]")
    expect(numbers).to_contain_text("Paragraph 3 begins with “2.” once more: “Decides.”")
    expect(page.locator('[name="typed-numbers"]:checked')).to_have_count(0)
    confirm(page)
    # The browser asks for an answer first.
    expect(numbers).to_be_visible()
    page.get_by_label("Leave all of them out").check()
    confirm(page)
    page.goto(f"/record/{receipt(page)}")
    text = re.search(r"/text/[a-z0-9-]+", page.content())
    assert text
    page.goto(text[0])
    expect(page.locator("section.para .words")).to_have_text(
        ["Affirms it.", "Asks all.", "Decides."]
    )


def test_a_delegate_sees_which_words_change_before_they_are_proposed(
    own_site: str, window: Open
) -> None:
    page = window(own_site, script=False)
    walk_in(page, "arvenia")
    paragraph = "understanding-3-p4"
    page.goto(f"/act/reframe.propose-words?text=understanding-3&paragraph={paragraph}")
    words = page.locator('[name="words"]')
    stands = words.input_value()
    first, _, rest = stands.partition(" ")
    words.fill(f"{first} newly {rest}")
    page.get_by_role("button", name="See it as they will").click()
    shown = page.locator("section[aria-labelledby=differs] p.words")
    expect(shown.locator("ins")).to_have_text("newly ")
    expect(shown.locator("del")).to_have_count(0)
    expect(shown).to_contain_text(rest)
    page.get_by_role("button", name="Go back and change it").click()
    expect(words).to_have_value(f"{first} newly {rest}")
