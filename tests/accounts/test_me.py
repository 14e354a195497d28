"""What is held about me: seen, taken along, corrected, asked to be erased; and nobody else's."""

import json
import re
from pathlib import Path
from typing import Any

import pytest

from tests.accounts.conftest import PostOffice
from tests.journeys.visitor import Visitor

Served = tuple[str, Path]
LINK = re.compile(r"http://localhost:8000(/me/address/\S+)")


@pytest.fixture
def delegate(served: Served) -> Visitor:
    visitor = Visitor(served[0])
    visitor.walk_in("meridonia")
    return visitor


def taken(visitor: Visitor) -> dict[str, Any]:
    answer = visitor.get("/me.json", accept="application/json")
    assert answer.headers["content-disposition"] == 'attachment; filename="held-about-me.json"'
    assert answer.headers["cache-control"].endswith("no-store, must-revalidate, private")
    found: dict[str, Any] = json.loads(answer.body)
    return found


def test_who_is_not_signed_in_is_held_nothing_of(served: Served) -> None:
    stranger = Visitor(served[0])
    assert stranger.get("/me").path == "/sign-in"
    assert stranger.get("/me.json").status == 404
    assert stranger.get("/wishes").status == 404


def test_all_that_is_held_can_be_taken_along_and_is_ones_own(delegate: Visitor) -> None:
    found = taken(delegate)
    acts = found["record"]["latest"]
    assert found["record"]["acts"] == len(acts) > 5
    assert {act["on_behalf_of"] for act in acts} == {"meridonia"}
    assert {act["by"] for act in acts} == {"c9w4ep"}
    assert found["beside_the_record"]["person"] == "c9w4ep"


def test_a_choice_is_kept_and_what_is_none_is_told(delegate: Visitor) -> None:
    wrong = delegate.post("/me", seen_on="/me", what="choose", notices="daily", zone="Atlantis")
    assert (wrong.status, "Give a time zone by its name" in wrong.text) == (422, True)
    assert 'value="Atlantis"' in wrong.text
    kept = delegate.post(
        "/me", seen_on="/me", what="choose", notices="daily", zone="Pacific/Auckland"
    )
    assert (kept.status, kept.path) == (200, "/me")
    beside = taken(delegate)["beside_the_record"]
    assert (beside["letters"], beside["clock"]) == ("daily", "Pacific/Auckland")
    twin = json.loads(delegate.get("/desk.json", accept="application/json").body)
    assert twin["zone"] == "Pacific/Auckland"
    delegate.post("/me", seen_on="/me", what="choose", notices="at-once", zone="")


def test_a_new_address_counts_once_its_reader_pressed_the_button(
    served: Served, delegate: Visitor, post_office: PostOffice
) -> None:
    before = taken(delegate)["beside_the_record"]["address"]
    sent = len(post_office.letters)
    odd = delegate.post("/me", seen_on="/me", what="address", mail="nowhere")
    assert (odd.status, len(post_office.letters)) == (422, sent)
    delegate.post("/me", seen_on="/me", what="address", mail="new@meridonia.example")
    letter = post_office.next(sent + 1)
    assert letter["To"] == "new@meridonia.example"
    words = letter.get_payload(decode=True)
    assert isinstance(words, bytes)
    (link,) = LINK.findall(words.decode())
    scanner = Visitor(served[0])
    assert scanner.get(link).status == 200
    assert taken(delegate)["beside_the_record"]["address"] == before
    assert scanner.post(link, seen_on=link).status == 200
    assert taken(delegate)["beside_the_record"]["address"] == "new@meridonia.example"
    assert scanner.get(link).status == 410
    assert scanner.get(link[:-3] + "AAA").status == 410


def test_a_wish_stands_on_the_secretariats_desk_until_it_is_answered(
    served: Served, delegate: Visitor
) -> None:
    empty = delegate.post("/me", seen_on="/me", what="object", words=" ")
    assert empty.status == 422
    delegate.post("/me", seen_on="/me", what="object", words="Leave my office out, please.")
    assert delegate.get("/wishes").status == 404
    officer = Visitor(served[0])
    officer.walk_in("secretariat")
    assert 'href="/wishes"' in officer.get("/desk").text
    page = officer.get("/wishes")
    assert "Leave my office out, please." in page.text
    number = re.findall(r'name="wish" value="(\d+)"', page.text)[0]
    officer.post("/wishes", seen_on="/wishes", wish=number, words="It is erased since today.")
    assert 'href="/wishes"' not in officer.get("/desk").text
    asked = taken(delegate)["beside_the_record"]["asked"]
    assert [(each["words"], each["answer"]) for each in asked] == [
        ("Leave my office out, please.", "It is erased since today.")
    ]
    again = officer.post("/wishes", seen_on="/wishes", wish=number, words="A second answer.")
    assert (again.status, "A second answer." in again.text) == (422, True)
    assert taken(delegate)["beside_the_record"]["asked"][0]["answer"] == "It is erased since today."
    other = Visitor(served[0])
    other.walk_in("arvenia")
    assert taken(other)["beside_the_record"]["asked"] == []


def test_an_answer_that_is_too_long_is_given_back_and_not_cut(
    served: Served, delegate: Visitor
) -> None:
    delegate.post("/me", seen_on="/me", what="correct", words="My office has another name.")
    officer = Visitor(served[0])
    officer.walk_in("secretariat")
    number = re.findall(r'name="wish" value="(\d+)"', officer.get("/wishes").text)[-1]
    long = "Corrected. " * 500
    answer = officer.post("/wishes", seen_on="/wishes", wish=number, words=long)
    assert (answer.status, long in answer.text) == (422, True)
    assert taken(delegate)["beside_the_record"]["asked"][0]["answer"] == ""


def test_the_secretariat_alone_puts_the_notice_into_its_own_words(
    served: Served, delegate: Visitor
) -> None:
    public = Visitor(served[0])
    assert "travel documents" in public.get("/privacy").text
    assert delegate.post("/privacy", seen_on="/me", words="Mine").status == 404
    officer = Visitor(served[0])
    officer.walk_in("secretariat")
    officer.post("/privacy", seen_on="/privacy?edit=1", words="We keep <little>.")
    assert "We keep &lt;little&gt;." in public.get("/privacy").text
    twin = json.loads(public.get("/privacy.json").body)
    assert twin["words"] == "We keep <little>."
    long = "We keep " * 7_000
    told = officer.post("/privacy", seen_on="/privacy?edit=1", words=long)
    assert (told.status, long.strip() in told.text) == (422, True)
    assert json.loads(public.get("/privacy.json").body)["words"] == "We keep <little>."
    officer.post("/privacy", seen_on="/privacy?edit=1", words="")
    assert "travel documents" in public.get("/privacy").text
