"""A stranger comments by a form: they confirm by a link with a button, the secretariat enters it word for word."""

import json
import re
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from html import unescape
from pathlib import Path

import pytest

from tests.accounts.conftest import PATIENCE, PostOffice
from tests.accounts.test_sign_in import words_of
from tests.contracts.command import comity
from tests.contracts.test_init import init
from tests.journeys import house
from tests.journeys.visitor import Answer, Visitor

Own = tuple[str, Path, str]
WORDS = "Who wakes  the one who answers?\n\n«Nobody», says <b>our</b> clerk — 日本."
SAID = {
    "words": WORDS,
    "on": "paragraph 7",
    "name": "Ana Reyes",
    "affiliation": "Harbour Lights",
    "mail": "ana@lights.example",
    "agreed": "on",
}
FORM, REVIEW = "/comment/core", "/comments/review"


@pytest.fixture(scope="module")
def own(post_office: PostOffice, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Own]:
    """A programme of one's own that asks for comments: its address, its folder, its officer."""
    built = tmp_path_factory.mktemp("own") / "talks"
    said = init(built, "--json").json
    person = str(said["person"])
    for words in (
        ("parties.found-body", "--id", "council", "--name", "Council", "--form", "commission"),
        (
            *("reframe.open-consultation", "--id", "core", "--title", "On the core"),
            *("--body", "council", "--asks", "Is anything missing?", "--closes", "2090-01-31"),
        ),
    ):
        done = comity(
            "act",
            *words,
            "--on-behalf-of",
            "harbour-secretariat",
            "--data",
            built,
            "--person",
            person,
        )
        assert done.code == 0, done
    with house.serving(built, place=tmp_path_factory.mktemp("place")) as (site, data):
        yield site, data, person


def letter_with(post_office: PostOffice, address: str, holds: str) -> str:
    """Wait for a letter to an address that holds some words, and return all of its own."""
    until = time.monotonic() + PATIENCE
    while time.monotonic() < until:
        for letter in post_office.letters:
            if letter["To"] == address and holds in (words := words_of(letter)):
                return words
        time.sleep(0.1)
    raise AssertionError(f"no letter to {address} holds {holds!r}")


def link_in(post_office: PostOffice, address: str) -> str:
    found = re.findall(
        r"(/comment/confirm/\S+)", letter_with(post_office, address, "/comment/confirm/")
    )
    assert len(found) == 1
    return str(found[0])


def officer(own: Own) -> Visitor:
    visitor = Visitor(own[0])
    made = comity("link", "--data", own[1], "--person", own[2]).out
    link = re.findall(r"(/sign-in/\S+)", made)[0]
    assert visitor.post(link, seen_on=link).status == 200
    return visitor


def commented(own: Own, **other: str) -> Answer:
    said = {name: words for name, words in {**SAID, **other}.items() if words}
    return Visitor(own[0]).post(FORM, seen_on=FORM, **said)


def ref_of(page: Answer) -> str:
    return str(re.findall(r'name="ref" value="([^"]+)"', page.text)[0])


def confirmed(own: Own, post_office: PostOffice, **other: str) -> str:
    """State and confirm one, and return its reference."""
    assert commented(own, **other).status == 200
    link = link_in(post_office, other["mail"])
    assert Visitor(own[0]).post(link, seen_on=link).status == 200
    return ref_of(officer(own).get(REVIEW))


def test_a_button_confirms_it_the_secretariat_enters_it_and_the_address_is_gone(
    own: Own, post_office: PostOffice
) -> None:
    page = Visitor(own[0]).get("/consultation/core")
    assert 'href="/comment/core"' in page.text
    assert commented(own).status == 200
    link = link_in(post_office, "ana@lights.example")
    first = letter_with(post_office, "ana@lights.example", link)
    assert [word for word in ("Ana", "Harbour Lights", "answers?") if word in first] == []
    scanner, secretariat = Visitor(own[0]), officer(own)
    assert [scanner.get(link).status for _ in range(3)] == [200, 200, 200]
    assert "Ana Reyes" not in secretariat.get(REVIEW).text
    assert "stated by a form" not in secretariat.get("/desk").text
    guest = Visitor(own[0])
    assert guest.post(link, seen_on=link).status == 200
    assert (guest.get(link).status, scanner.get(link).status) == (410, 410)
    assert "1 comment that was stated by a form waits for you" in secretariat.get("/desk").text
    review = secretariat.get(REVIEW)
    assert "ana@lights.example" in review.text
    done = secretariat.post(REVIEW, seen_on=REVIEW, ref=ref_of(review), then="enter")
    assert (done.status, done.path.partition("#")[0]) == (200, "/consultation/core")
    told = Visitor(own[0]).get("/consultation/core.json", accept="application/json")
    comment = json.loads(told.text)["comments"][0]
    assert (comment["row"]["words"], comment["row"]["from_whom"]) == (WORDS, "Ana Reyes")
    assert comment["byline"]["affiliation"] == "Harbour Lights"
    public = Visitor(own[0]).get("/consultation/core").text
    assert "stated by a form" in public
    assert "<b>our</b>" not in public
    where = f"/consultation/core#{comment['row']['id']}"
    letter = letter_with(post_office, "ana@lights.example", where)
    assert "deleted here with this letter" in letter
    assert "Ana Reyes" not in secretariat.get(REVIEW).text
    out = own[1].parent / "out"
    log = comity("export", "--data", own[1], out)
    assert log.code == 0, log
    kept = [each.read_bytes() for each in out.rglob("*") if each.is_file()]
    assert [each for each in kept if b"lights.example" in each] == []


def test_of_officers_who_answer_at_once_one_does_and_the_writer_is_told_what_stands(
    own: Own, post_office: PostOffice
) -> None:
    ref = confirmed(own, post_office, mail="two@lights.example", name="Two Lamps")
    officers = [officer(own) for _ in range(4)]

    def answer(number: int) -> int:
        told = {"then": "decline", "reason": "Said before."} if number % 2 else {"then": "enter"}
        return officers[number].post(REVIEW, seen_on="/me", ref=ref, **told).status

    with ThreadPoolExecutor(4) as at_once:
        assert sorted(at_once.map(answer, range(4))) == [200, 409, 409, 409]
    letter = letter_with(post_office, "two@lights.example", "deleted here with this letter")
    told = Visitor(own[0]).get("/consultation/core.json", accept="application/json")
    stands = ref in {each["row"]["id"] for each in json.loads(told.text)["comments"]}
    assert stands is ("stands in the record" in letter)


def test_what_an_officer_entered_before_a_crash_is_settled_by_another(
    own: Own, post_office: PostOffice
) -> None:
    ref = confirmed(own, post_office, mail="crash@lights.example", name="Late Lamp")
    entered = comity(
        *("act", "reframe.enter-comment", "--data", own[1], "--person", own[2]),
        *("--on-behalf-of", "harbour-secretariat", "--id", ref, "--consultation", "core"),
        *("--words", "As it was stated.", "--from-whom", "Late Lamp", "--stated", "2026-11-28"),
    )
    assert entered.code == 0, entered
    done = officer(own).post(REVIEW, seen_on=REVIEW, ref=ref, then="enter")
    assert (done.status, done.path.partition("#")[0]) == (200, "/consultation/core")
    letter_with(post_office, "crash@lights.example", "stands in the record")


def test_what_is_declined_is_told_with_its_reason_and_deleted(
    own: Own, post_office: PostOffice
) -> None:
    ref = confirmed(own, post_office, name="Somebody Else", mail="else@lights.example")
    secretariat = officer(own)
    silent = secretariat.post(REVIEW, seen_on=REVIEW, ref=ref, then="decline", reason=" ")
    assert (silent.status, "Say why" in silent.text) == (422, True)
    long = "This names a person who did not agree. " * 200
    cut = secretariat.post(REVIEW, seen_on=REVIEW, ref=ref, then="decline", reason=long)
    assert (cut.status, long.strip() in cut.text) == (422, True)
    said = secretariat.post(
        REVIEW, seen_on=REVIEW, ref=ref, then="decline", reason="It names a person."
    )
    assert said.status == 200
    late = secretariat.post(REVIEW, seen_on="/me", ref=ref, then="enter")
    assert (late.status, "answered it meanwhile" in late.text) == (409, True)
    assert letter_with(post_office, "else@lights.example", "It names a person.")
    assert "Somebody Else" not in Visitor(own[0]).get("/consultation/core").text


def test_two_officers_who_enter_it_at_once_enter_it_once(own: Own, post_office: PostOffice) -> None:
    ref = confirmed(own, post_office, name="Twice Entered", mail="twice@lights.example")
    both = [officer(own), officer(own)]
    for each in both:
        assert each.post(REVIEW, seen_on="/me", ref=ref, then="enter").status in (200, 409)
    assert Visitor(own[0]).get("/consultation/core").text.count("Twice Entered") == 1


def test_a_confidential_one_is_not_shown_to_everybody(own: Own, post_office: PostOffice) -> None:
    ref = confirmed(
        own, post_office, name="Quiet Reader", mail="quiet@lights.example", confidential="on"
    )
    secretariat = officer(own)
    assert secretariat.post(REVIEW, seen_on=REVIEW, ref=ref, then="enter").status == 200
    for path in ("/consultation/core", "/consultation/core.json", "/record", "/record.json"):
        assert "Quiet Reader" not in Visitor(own[0]).get(path).text


@pytest.mark.parametrize(
    ("wrong", "told"),
    [
        ({"words": "  "}, "This field is required."),
        ({"words": "x" * 20_001}, "at most 20000 characters. Found: 20001."),
        ({"words": "turned \u202e around"}, "It holds a sign that cannot be seen."),
        ({"name": "two\nlines"}, "Write it in one line."),
        ({"name": "n" * 201}, "at most 200 characters. Found: 201."),
        ({"mail": "nobody"}, "Enter a valid email address."),
        ({"mail": f"{'a' * 246}@x.example"}, "at most 254 characters (it has 256)"),
        ({"agreed": ""}, "Without this it cannot be entered."),
        (
            {"words": "P<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<<<<<<<<<"},
            "lines of a travel document",
        ),
    ],
    ids=str,
)
def test_what_is_wrong_is_told_beside_its_field_and_nothing_typed_is_lost(
    own: Own, wrong: dict[str, str], told: str
) -> None:
    answer = commented(own, **wrong)
    assert (answer.status, told in answer.text) == (422, True)
    kept = {**SAID, **wrong}
    assert ">paragraph 7<" in answer.text or 'value="paragraph 7"' in answer.text
    assert [each for each in ("mail",) if f'value="{kept[each]}"' not in answer.text] == []
    assert kept["words"].split("\n")[0].strip()[:40] in unescape(answer.text)


def test_everything_that_is_wrong_is_told_at_once(own: Own) -> None:
    answer = commented(own, words=" ", mail="nobody", agreed="")
    assert answer.text.count('<p class="refusal" role="alert">') == 3
    assert re.findall(r'<p><a href="#id_(\w+)">', answer.text) == ["words", "mail", "agreed"]


def test_there_is_no_form_where_nothing_is_asked_and_nobody_but_the_secretariat_sifts(
    own: Own,
) -> None:
    stranger = Visitor(own[0])
    assert stranger.get(REVIEW).status == 404
    assert stranger.get("/comment/nothing").status == 404
    spent = stranger.get("/comment/confirm/nothing")
    assert (spent.status, "seven days" in spent.text) == (410, True)


def test_one_address_is_written_to_only_so_often_and_what_was_typed_is_kept(own: Own) -> None:
    answers = [commented(own, mail="c@x.example") for _ in range(4)]
    assert [answer.status for answer in answers] == [200, 200, 200, 429]
    assert "«Nobody», says" in answers[-1].text


def test_a_flood_from_one_place_is_stopped_and_nothing_of_it_waits_for_the_secretariat(
    own: Own,
) -> None:
    answers = [commented(own, mail=f"n{number}@flood.example").status for number in range(30)]
    assert answers[-1] == 429
    assert answers.count(200) <= 10
    assert "flood.example" not in officer(own).get(REVIEW).text
