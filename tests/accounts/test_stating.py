"""An organization endorses by a form: persons confirm by links with buttons, the secretariat publishes."""

import re
from collections.abc import Iterator
from email.header import decode_header, make_header
from pathlib import Path

import pytest

from comity.core.norm import Call
from tests.accounts.conftest import PostOffice
from tests.accounts.test_sign_in import words_of
from tests.contracts.command import comity
from tests.contracts.test_init import init
from tests.journeys import house
from tests.journeys.visitor import Answer, Visitor

Own = tuple[str, Path, str]
SAID = {
    "organization": "Harbour Lights",
    "form": "civil-society",
    "extent": "with-reservation",
    "words": "All but the last sentence.",
    "representative": "Ana Reyes",
    "office": "Director",
    "mail": "ana@lights.example",
    "second_mail": "ben@lights.example",
}
WHAT = f"{Call.TYPE}/core"
FORM = f"/endorse/{WHAT}"


@pytest.fixture(scope="module")
def own(post_office: PostOffice, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Own]:
    """A programme of one's own with a call that everybody may see: its address, its folder, its officer."""
    built = tmp_path_factory.mktemp("own") / "talks"
    said = init(built, "--json").json
    issued = comity(
        "act",
        "reframe.issue-call",
        *("--id", "core", "--title", "Call to protect the core", "--issued", "2020"),
        *("--on-behalf-of", "harbour-secretariat"),
        *("--data", built, "--person", said["person"], "--json"),
    )
    assert issued.code == 0, issued
    with house.serving(built, place=tmp_path_factory.mktemp("place")) as (site, data):
        yield site, data, str(said["person"])


def link_in(post_office: PostOffice, count: int) -> str:
    found = re.findall(r"(/endorse/confirm/\S+)", words_of(post_office.next(count)))
    assert len(found) == 1
    return str(found[0])


def officer(own: Own) -> Visitor:
    visitor = Visitor(own[0])
    made = comity("link", "--data", own[1], "--person", own[2]).out
    link = re.findall(r"(/sign-in/\S+)", made)[0]
    assert visitor.post(link, seen_on=link).status == 200
    return visitor


def stated(own: Own, **other: str) -> Answer:
    return Visitor(own[0]).post(FORM, seen_on=FORM, **{**SAID, **other})


def ref_of(page: Answer) -> str:
    return str(re.findall(r'name="ref" value="([^"]+)"', page.text)[0])


def test_two_confirm_it_the_secretariat_publishes_it_and_all_that_was_typed_is_gone(
    own: Own, post_office: PostOffice
) -> None:
    assert stated(own).status == 200
    first = link_in(post_office, 1)
    letter = post_office.letters[0]
    assert letter["To"] == "ana@lights.example"
    subject = re.sub(r"\r?\n", "", str(make_header(decode_header(letter["Subject"]))))
    said = re.fullmatch(
        r"Confirm by \d{1,2} [A-Z][a-z]+ 20\d\d that Harbour Lights endorses (.+)", subject
    )
    assert said, subject
    about = said[1]
    assert f"Somebody stated by a form that Harbour Lights endorses {about}:" in words_of(letter)
    assert about in Visitor(own[0]).get(FORM).text
    scanner = Visitor(own[0])
    assert [scanner.get(first).status for _ in range(3)] == [200, 200, 200]
    guest, secretariat = Visitor(own[0]), officer(own)
    assert "Harbour Lights" not in secretariat.get("/endorsements/review").text
    assert guest.post(first, seen_on=first).status == 200
    assert guest.get(first).status == 410
    second = link_in(post_office, 2)
    assert post_office.letters[1]["To"] == "ben@lights.example"
    assert "Harbour Lights" not in secretariat.get("/endorsements/review").text
    assert Visitor(own[0]).post(second, seen_on=second).status == 200
    page = secretariat.get("/endorsements/review")
    assert "Ana Reyes" in page.text
    assert f'<a href="/{WHAT}">{about}</a>, with a reservation' in page.text
    done = secretariat.post(
        "/endorsements/review",
        seen_on="/endorsements/review",
        ref=ref_of(page),
        of_party="new",
        then="publish",
    )
    public = Visitor(own[0]).get(done.path)
    assert (done.status, "Harbour Lights" in public.text) == (200, True)
    assert "Ana Reyes" not in public.text
    letter = post_office.next(3)
    assert (letter["To"], done.path in words_of(letter)) == ("ana@lights.example", True)
    assert "Harbour Lights" not in secretariat.get("/endorsements/review").text
    record = Visitor(own[0]).get(f"{done.path}.json", accept="application/json")
    assert ('"confirmed_by": 2' in record.text, "lights.example" in record.text) == (True, False)


def test_what_is_declined_is_told_with_its_reason_and_deleted(
    own: Own, post_office: PostOffice
) -> None:
    before = len(post_office.letters)
    assert stated(own, organization="Somebody Else", second_mail="").status == 200
    link = link_in(post_office, before + 1)
    assert Visitor(own[0]).post(link, seen_on=link).status == 200
    secretariat, place = officer(own), "/endorsements/review"
    ref = ref_of(secretariat.get(place))
    silent = secretariat.post(place, seen_on=place, ref=ref, then="decline", reason=" ")
    assert (silent.status, "Say why" in silent.text) == (422, True)
    long = "We could not reach you. " * 200
    cut = secretariat.post(place, seen_on=place, ref=ref, then="decline", reason=long)
    assert (cut.status, long.strip() in cut.text) == (422, True)
    said = secretariat.post(
        place, seen_on=place, ref=ref, then="decline", reason="We could not reach you."
    )
    assert said.status == 200
    late = secretariat.post(place, seen_on="/me", ref=ref, then="publish", of_party="new")
    assert (late.status, "answered it meanwhile" in late.text) == (409, True)
    assert "We could not reach you." in words_of(post_office.next(before + 2))
    assert Visitor(own[0]).get(f"/endorsement/{ref}").status == 404


def test_what_is_wrong_is_told_beside_its_field_and_nothing_typed_is_lost(own: Own) -> None:
    wrong = stated(own, words=" ", second_mail="ana@elsewhere.example")
    assert wrong.status == 422
    assert "Say which part" in wrong.text
    assert "reached at lights.example too" in wrong.text
    assert 'value="Harbour Lights"' in wrong.text
    same = stated(own, second_mail="ana@lights.example")
    assert "another than the first" in same.text


def test_nobody_but_the_secretariat_reviews_and_only_what_everybody_sees_is_endorsed(
    own: Own,
) -> None:
    stranger = Visitor(own[0])
    assert stranger.get("/endorsements/review").status == 404
    assert stranger.get("/endorse/call/nothing").status == 404
    assert stranger.get("/endorse/party/talks").status == 404
    assert stranger.get("/endorse/confirm/nothing").status == 410


def test_one_address_is_written_to_only_so_often(own: Own) -> None:
    answers = [stated(own, mail="c@x.example", second_mail="").status for _ in range(4)]
    assert answers == [200, 200, 200, 429]
