"""A text taken along as a Word file: by whom, and with what."""

import re
from collections.abc import Callable

import pytest
from playwright.sync_api import FilePayload, Page, expect

from comity.texts import Edited, Proposal, read_docx, write_docx
from comity.texts.json_in import Asked
from tests.journeys.steps import fill, walk_in
from tests.journeys.visitor import Answer, Visitor

TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"


def asked(site: str, role: str, path: str) -> Answer:
    visitor = Visitor(site)
    if role:
        visitor.walk_in(role)
    return visitor.get(path)


def changed(raw: bytes, words: str, instead: str) -> bytes:
    """Change words of a file as somebody does in Word, tracked in their name."""
    taken = read_docx(raw)
    (there,) = (each for each in taken.base.paragraphs if words in each.text)
    mine = Proposal(
        "mine",
        "Ida",
        (Edited(there.id, there.text.replace(words, instead)),),
        at="2026-03-02T09:00:00Z",
    )
    tabled = (*taken.proposals(), mine)
    return write_docx(Asked(taken.base, tabled, comments=taken.comments))


@pytest.mark.parametrize("script", [True, False], ids=["with-script", "without-script"])
def test_a_delegate_brings_a_word_file_and_sends_one_of_its_changes(
    own_site: str, window: Callable[..., Page], script: bool
) -> None:
    page = window(own_site, script=script)
    walk_in(page, "arvenia")
    page.goto("/text/understanding-2")
    page.get_by_role("link", name="Propose from a Word file").click()
    file = page.request.get("/text/understanding-2.docx").body()
    raw = changed(file, "gives its reason", "gives its reason in writing")
    kind = "application/octet-stream"
    page.locator('[name="file"]').set_input_files(
        FilePayload(name="back.docx", mimeType=kind, buffer=raw)
    )
    page.get_by_role("button", name="See what it holds").click()
    expect(page.locator("#drafts")).to_have_text("1 draft")
    expect(page.locator("section.para ins")).to_have_text("in writing")
    expect(page.locator("section.para .by")).to_have_text("changed by Ida in the file")
    with page.expect_popup() as opened:
        page.get_by_role("button", name="Open the draft").click()
    form = opened.value
    expect(form.locator('[name="words"]')).to_have_value(re.compile("gives its reason in writing"))
    fill(form, reason="So that it can be answered.")


@pytest.mark.parametrize(
    ("raw", "why"),
    [
        (b"States shall report.", "This file cannot be read: back.docx: it is damaged"),
        (None, "Choose a file first."),
    ],
)
def test_a_file_that_cannot_be_read_is_answered_with_one_sentence(
    own_site: str, window: Callable[..., Page], raw: bytes | None, why: str
) -> None:
    page = window(own_site, script=False)
    walk_in(page, "arvenia")
    page.goto("/text/understanding-3/from-word")
    if raw is not None:
        file = FilePayload(name="back.docx", mimeType="text/plain", buffer=raw)
        page.locator('[name="file"]').set_input_files(file)
    page.get_by_role("button", name="See what it holds").click()
    expect(page.locator("#refused")).to_contain_text(why)


def test_a_file_of_another_text_is_told_where_they_part(
    own_site: str, window: Callable[..., Page]
) -> None:
    page = window(own_site, script=False)
    walk_in(page, "arvenia")
    other = page.request.get("/text/understanding-draft.docx").body()
    page.goto("/text/understanding-3/from-word")
    file = FilePayload(name="back.docx", mimeType="text/plain", buffer=other)
    page.locator('[name="file"]').set_input_files(file)
    page.get_by_role("button", name="See what it holds").click()
    expect(page.locator("#refused")).to_contain_text(
        "was not made of the text as it stands: paragraph 1"
    )


def test_who_may_not_see_a_text_brings_nothing_to_it(site: str) -> None:
    assert asked(site, "company", "/text/no-such-text/from-word").status == 404
    stranger = Visitor(site)
    assert stranger.get("/text/understanding-3/from-word").path.startswith("/sign-in")


@pytest.mark.parametrize("text", ["understanding-draft", "understanding-2", "understanding-3"])
def test_the_file_has_the_words_and_the_parties_of_the_page(site: str, text: str) -> None:
    answer = asked(site, "arvenia", f"/text/{text}.docx")
    assert (answer.status, answer.headers["content-type"]) == (200, TYPE)
    assert answer.headers["content-disposition"] == f'attachment; filename="{text}.docx"'
    assert answer.headers["cache-control"] == "private, no-store"
    found = read_docx(answer.body)
    page = asked(site, "arvenia", f"/text/{text}").text
    for each in found.rejected()[2:]:
        assert re.sub(r"[\[\]]", "", each.text.split("[")[0]).replace("'", "&#x27;") in page
    told = {each.by for each in found.proposals()} | {each.by for each in found.comments}
    assert told
    for names in told:
        for name in names.split("; "):
            assert name.replace("'", "&#x27;") in page
    assert found.unread == ()


def test_what_changed_since_the_text_it_revises_can_be_taken_along(site: str) -> None:
    page = asked(site, "arvenia", "/text/understanding-0").text
    (link,) = re.findall(r'href="(/text/understanding-0/since/[^"]+)"', page)
    found = read_docx(asked(site, "arvenia", link).body)
    now = read_docx(asked(site, "arvenia", "/text/understanding-0.docx").body)
    then = read_docx(asked(site, "arvenia", "/text/understanding-draft.docx").body)
    assert [each.text for each in found.accepted()] == [each.text for each in now.rejected()]
    assert [each.text for each in found.rejected()] == [each.text for each in then.rejected()]


def test_who_may_not_see_a_text_gets_no_file_and_cannot_tell_it_from_one_that_is_not_there(
    site: str,
) -> None:
    for path in (
        "/text/understanding-3.docx",
        "/text/no-such-text.docx",
        "/text/understanding-1/since/understanding-draft.docx",
        "/text/understanding-1/since/no-such-text.docx",
    ):
        assert asked(site, "", path).status == 404
    hidden, unknown = (
        asked(site, "", f"/text/{name}.docx").body
        for name in ("understanding-3", "understanding-9")
    )
    assert hidden == unknown


def test_an_adopted_text_is_everybodys(site: str) -> None:
    answer = asked(site, "", "/text/understanding-1.docx")
    assert (answer.status, answer.headers["cache-control"]) == (200, "no-cache")
    found = read_docx(answer.body)
    assert (found.accepted(), found.proposals()) == (found.rejected(), ())
