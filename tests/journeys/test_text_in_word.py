"""A text taken along as a Word file: by whom, and with what."""

import re

import pytest

from comity.texts import read_docx
from tests.journeys.visitor import Answer, Visitor

TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"


def asked(site: str, role: str, path: str) -> Answer:
    visitor = Visitor(site)
    if role:
        visitor.walk_in(role)
    return visitor.get(path)


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
