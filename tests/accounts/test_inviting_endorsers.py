"""Somebody is invited to endorse by a letter: its link opens a filled form, and what came of it is shown."""

import json
import re
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from comity.core.norm import Call
from tests.accounts.conftest import PostOffice
from tests.accounts.test_sign_in import words_of
from tests.accounts.test_stating import officer, ref_of
from tests.contracts.command import comity
from tests.contracts.test_init import init
from tests.journeys import house
from tests.journeys.visitor import Answer, Visitor

Own = tuple[str, Path, str]
OF = f"/endorsers/invite/{Call.TYPE}/core"
ASKED = {
    "organization": "Harbour Lights",
    "form": "civil-society",
    "representative": "Ana Reyes",
    "office": "Director",
    "mail": "ana@lights.example",
    "words": "We spoke in spring.",
    "uses": "1",
    "advocacy": "spring",
}
SENT = {
    "organization": "Harbour Lights",
    "form": "civil-society",
    "extent": "whole",
    "representative": "Ana Reyes",
    "office": "Director",
    "mail": "ana@lights.example",
}
CLIENTS = 12


@pytest.fixture(scope="module")
def own(post_office: PostOffice, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Own]:
    """A programme of one's own with a call that was carried to somebody once."""
    built = tmp_path_factory.mktemp("own") / "talks"
    said = init(built, "--json").json
    by = ("--on-behalf-of", "harbour-secretariat", "--data", built, "--person", said["person"])
    for act in (
        ("reframe.issue-call", "--id", "core", "--title", "Call for the core", "--issued", "2020"),
        (
            "mobilize.log-advocacy",
            *("--id", "spring", "--carries", "call/core"),
            *("--target", "Harbour Lights", "--outcome", "will-endorse"),
        ),
    ):
        made = comity("act", *act, *by, "--json")
        assert made.code == 0, made
    with house.serving(built, place=tmp_path_factory.mktemp("place")) as (site, data):
        yield site, data, str(said["person"])


def invited(own: Own, post_office: PostOffice, **other: str) -> str:
    """Invite somebody and return the link of their letter."""
    before = len(post_office.letters)
    secretariat = officer(own)
    shown = secretariat.post(OF, seen_on=OF, **{**ASKED, **other})
    assert (shown.status, "Nothing has been sent" in shown.text) == (200, True)
    press = press_of(shown)
    for _ in range(2):
        sent = secretariat.post(OF, seen_on=OF, **{**ASKED, **other}, send="1", press=press)
        assert (sent.status, sent.path) == (200, "/endorsers")
    assert (
        sent.text.count(f"<h2>{ASKED['organization'] if not other else other['organization']}</h2>")
        == 1
    )
    letter = post_office.next(before + 1)
    assert letter["To"] == {**ASKED, **other}["mail"]
    (link,) = re.findall(r"(/endorse/invited/\S+)", words_of(letter))
    return str(link)


def press_of(page: Answer) -> str:
    return str(re.findall(r'name="press" value="([^"]+)"', page.text)[0])


def test_the_link_opens_a_filled_form_and_what_it_led_to_is_told_where_it_began(
    own: Own, post_office: PostOffice
) -> None:
    link = invited(own, post_office)
    scanner, guest = Visitor(own[0]), Visitor(own[0])
    assert [scanner.get(link).status for _ in range(3)] == [200, 200, 200]
    page = guest.get(link)
    assert [f'value="{said}"' in page.text for said in ("Harbour Lights", "Ana Reyes")] == [
        True,
        True,
    ]
    press = press_of(page)
    wrong = guest.post(link, seen_on=link, **{**SENT, "extent": "part"}, press=press)
    assert (wrong.status, "Say which part" in wrong.text) == (422, True)
    done = guest.post(link, seen_on=link, **SENT, press=press)
    assert (done.status, "It lies with the secretariat" in done.text) == (200, True)
    again = guest.post(link, seen_on="/sign-in", **SENT, press=press)
    assert (again.status, "It lies with the secretariat" in again.text) == (200, True)
    assert guest.get(link).status == 410
    secretariat = officer(own)
    place = "/endorsements/review"
    waiting = secretariat.get(place)
    assert waiting.text.count("ana@lights.example") == 1
    told = {"ref": ref_of(waiting), "of_party": "new", "then": "publish"}
    published = secretariat.post(place, seen_on=place, **told)
    assert published.path == f"/endorsement/{told['ref']}"
    assert published.path in secretariat.get("/endorsers").text
    line = secretariat.get("/sentence/core.json", accept="application/json")
    assert ["Harbour Lights" in line.text, '"advocacy/spring"' in line.text] == [True, True]
    # Which visit it followed from is told to those who take part.
    assert "advocacy/spring" not in Visitor(own[0]).get(f"{published.path}.json").text
    letter = post_office.next(2)
    assert (letter["To"], published.path in words_of(letter)) == ("ana@lights.example", True)


def test_who_states_it_from_another_address_is_written_to_first(
    own: Own, post_office: PostOffice
) -> None:
    link = invited(own, post_office, mail="ben@lights.example", organization="Lights Two")
    before = len(post_office.letters)
    guest = Visitor(own[0])
    told = {**SENT, "organization": "Lights Two", "mail": "carl@lights.example"}
    done = guest.post(link, seen_on=link, **told, press=press_of(guest.get(link)))
    assert (done.status, "A letter is on its way" in done.text) == (200, True)
    letter = post_office.next(before + 1)
    assert (letter["To"], "/endorse/confirm/" in words_of(letter)) == ("carl@lights.example", True)
    assert "Lights Two" not in officer(own).get("/endorsements/review").text


def test_many_press_at_once_and_exactly_as_many_stand_as_it_is_for(
    own: Own, post_office: PostOffice
) -> None:
    link = invited(own, post_office, mail="all@port.example", organization="Ports", uses="3")

    guests = [Visitor(own[0]) for _ in range(CLIENTS)]
    presses = [press_of(guest.get(link)) for guest in guests]

    def press(number: int) -> int:
        told = {**SENT, "organization": f"Port {number}", "mail": "all@port.example"}
        told["press"] = presses[number]
        return guests[number].post(link, seen_on="/sign-in", **told).status

    with ThreadPoolExecutor(CLIENTS) as pool:
        answers = list(pool.map(press, range(CLIENTS)))
    assert (answers.count(200), answers.count(410)) == (3, CLIENTS - 3)
    place = "/endorsements/review"
    waiting = officer(own).get(place)
    assert waiting.text.count("<h2>Port ") == 3
    refs = sorted(set(re.findall(r'name="ref" value="([^"]+)"', waiting.text)))
    officers = [officer(own) for _ in refs]

    def publish(number: int) -> int:
        told = {"ref": refs[number], "of_party": "new", "then": "publish"}
        return officers[number].post(place, seen_on=place, **told).status

    with ThreadPoolExecutor(len(refs)) as pool:
        assert list(pool.map(publish, range(len(refs)))) == [200] * len(refs)
    told = officer(own).get("/endorsers").text
    assert [ref for ref in refs if f'href="/endorsement/{ref}"' not in told] == []


def test_what_has_a_very_long_name_may_be_invited_to(own: Own, post_office: PostOffice) -> None:
    title = "Call " * 99
    by = ("--on-behalf-of", "harbour-secretariat", "--data", own[1], "--person", own[2])
    named = ("--id", "long", "--title", title.strip(), "--issued", "2020")
    assert comity("act", "reframe.issue-call", *named, *by, "--json").code == 0
    secretariat, of = officer(own), f"/endorsers/invite/{Call.TYPE}/long"
    asked = {**ASKED, "organization": "Long Lights", "advocacy": "", "mail": "long@lights.example"}
    press = press_of(secretariat.post(of, seen_on=of, **asked))
    sent = secretariat.post(of, seen_on=of, **asked, send="1", press=press)
    assert (sent.path, title.strip() in sent.text) == ("/endorsers", True)
    wrong = secretariat.post(of, seen_on=of, **{**asked, "mail": f"{'a' * 246}@x.example"})
    assert (wrong.status, "at most 254 characters" in wrong.text) == (422, True)


def test_nobody_invites_but_the_secretariat_and_who_holds_the_door(own: Own) -> None:
    stranger = Visitor(own[0])
    for path in (OF, "/endorsers", "/endorsers/invite/party/talks"):
        assert stranger.get(path).status == 404, path
    assert stranger.get("/endorse/invited/nothing").status == 410
    secretariat = officer(own)
    assert secretariat.get("/endorsers/invite/call/nothing").status == 404
    wrong = secretariat.post(OF, seen_on=OF, **{**ASKED, "uses": "0", "mail": "nobody"})
    assert (wrong.status, 'value="Harbour Lights"' in wrong.text) == (422, True)


CLOSED = "/endorsers/invite/adoption/done"


def adopted_in_a_closed_room(own: Own) -> None:
    """A text that the officer tabled and adopted in a room under the Chatham House Rule."""
    by = ("--data", own[1], "--by", own[2])
    act = ("--on-behalf-of", "harbour-secretariat", *by)
    room = ("--form", "conference", "--attribution", "chatham-house")
    title = ("--title", "On cables")
    words = ("--ids", "p1", "--numbers", "1", "--words", "States protect cables.")
    why = ("--level", "consensus", "--reason", "Nobody objected.")
    for said in (
        ("act", "parties.found-body", "--id", "room", "--name", "The Room", *room, *act),
        ("role", "give", own[2], "--in", "room", "--as", "chair", "--for", act[1], *by),
        ("act", "reframe.table-text", "--id", "text", *title, "--body", "room", *words, *act),
        ("act", "reframe.declare-adoption", "--id", "done", "--text", "text", *why, *act),
    ):
        made = comity(*said)
        assert made.code == 0, made


def test_nobody_is_invited_to_endorse_what_they_could_not_read(
    own: Own, post_office: PostOffice
) -> None:
    adopted_in_a_closed_room(own)
    before, secretariat = len(post_office.letters), officer(own)
    page = secretariat.get(CLOSED)
    assert (page.status, "Nobody outside can read this yet" in page.text) == (409, True)
    # The letter that was seen on a page of before is not sent either.
    sent = secretariat.post(CLOSED, seen_on=OF, **{**ASKED, "advocacy": ""}, send="1", press="x1")
    assert (sent.status, len(post_office.letters)) == (409, before)
    assert Visitor(own[0]).get(CLOSED).status == 404
    (form,) = set(re.findall(r'href="(/act/programme\.open\?act=\d+)"', page.text))
    assert secretariat.get(form).text.count('<option value="public" selected>') == 7
    parts = ("kind", "id", "title", "body", "ids", "numbers", "words")
    rows = json.dumps([{"part": each, "audience": "public"} for each in parts])
    by = ("--on-behalf-of", "harbour-secretariat", "--data", own[1], "--by", own[2])
    opened = comity(
        "act", "programme.open", "--act", form.rpartition("=")[2], *by, f"--opens:={rows}"
    )
    assert opened.code == 0, opened
    assert [
        secretariat.get(CLOSED).status,
        "Invite to endorse" in secretariat.get(CLOSED).text,
    ] == [
        200,
        True,
    ]
