"""Those who know of a risk answer one another and settle it; letters tell them that something waits, and no more."""

from collections.abc import Callable
from typing import Any

import pytest

from comity.core.risk import SETTLED, RiskAnswer
from comity.desk import clerk
from comity.desk.look import Look
from comity.desk.posting import Posted, given_up
from comity.desk.readings.risks import open_risks, risk
from comity.desk.viewer import PUBLIC
from comity.store.sending import Letter
from comity.wording.letter import letter
from tests.desk.house import CHAIR, HOST, PEOPLE, House
from tests.desk.office import Office, taken
from tests.desk.told_to_few import (
    KEPT_FROM,
    KNOW,
    NORTH,
    OFFICER,
    SAID,
    SECOND,
    SOUTH,
    TOLD,
    flag,
    viewer,
)


@pytest.fixture(autouse=True)
def flagged(house: House) -> None:
    flag(house)


def test_a_desk_shows_all_that_are_open_until_one_of_them_settles_it(house: House) -> None:
    def shown(person: str) -> list[str]:
        return [each.id for each in house.desk.read(viewer(house, person), open_risks).rows]

    for number in range(2, 12):
        own = {**SAID, "id": f"watched{number}", "told": [SOUTH]}
        house.do("mobilize.flag-risk", by=NORTH, party="north", **own)
    newest = [f"watched{number}" for number in range(11, 1, -1)]
    assert {person: shown(person) for person in (NORTH, SOUTH, CHAIR, HOST)} == {
        NORTH: [*newest, "watched"],
        SOUTH: [*newest, "watched"],
        CHAIR: ["watched"],
        HOST: [],
    }
    settled = {"risk": "watched", "told": [NORTH, SOUTH], "why": "The watcher left."}
    house.do("mobilize.settle-risk", by=CHAIR, party="host", **settled)
    assert {person: shown(person) for person in KNOW} == {
        NORTH: newest,
        SOUTH: newest,
        CHAIR: [],
    }
    for person in KNOW:
        page = house.desk.read(viewer(house, person), risk, id="watched")
        assert page is not None
        told = [page.risk.value(name) for name in ("status", "settled_by", "why")]
        assert told == [SETTLED, CHAIR, "The watcher left."]
        assert page.offers == []


def answered(house: House, **more: Any) -> None:
    said = {"id": "seen", "risk": "watched", "words": "Narwhals asked here, too.", **more}
    house.do("mobilize.answer-risk", by=SOUTH, party="south", **{"told": [CHAIR, NORTH], **said})


def test_an_answer_stands_on_the_page_of_the_risk_for_all_who_know_of_it(house: House) -> None:
    answered(house)
    for person in KNOW:
        page = house.desk.read(viewer(house, person), risk, id="watched")
        assert page is not None
        said = [(each.value("answered_by"), str(each.words)) for each in page.answers]
        assert said == [(SOUTH, "Narwhals asked here, too.")]
        assert [each.kind for each in page.offers] == [
            "mobilize.answer-risk/1",
            "mobilize.settle-risk/1",
        ]


@pytest.mark.parametrize("person", [*KEPT_FROM])
def test_of_an_answer_and_an_end_nobody_else_finds_a_trace(house: House, person: str) -> None:
    first = house.desk.read(PUBLIC, lambda look: look.size)
    answered(house)
    settled = {"risk": "watched", "told": [CHAIR, SOUTH], "why": "Narwhals left."}
    house.do("mobilize.settle-risk", by=NORTH, party="north", **settled)

    def found(look: Look) -> list[Any]:
        acts = range(first, look.size)
        return [
            *look.all(RiskAnswer, risk="watched"),
            *look.deeds(acts).values(),
            *look.letters(acts),
            *(each for act in acts for each in look.letters_to_persons(act)),
            *look.minutes(thing="risk/watched"),
            *look.search("narwhals"),
            *(text for act in acts for _, texts in look.log.rows(act, act + 1) for text in texts),
        ]

    assert house.desk.read(viewer(house, person), found) == []


def test_to_others_a_risk_that_they_would_answer_is_as_unknown_as_none(house: House) -> None:
    for kind, own in (("answer", {"id": "a", "words": "So?"}), ("settle", {"why": "So."})):
        for name in ("watched", "nothing"):
            given = {"risk": name, "told": [SOUTH, NORTH], **own}
            refused = house.refused(f"mobilize.{kind}-risk", by=SECOND, party="north", **given)
            assert refused == ("no-such-risk",)


def test_it_can_be_answered_in_no_larger_and_no_smaller_circle(house: House) -> None:
    for told in ([NORTH], [NORTH, SECOND]):
        said = {"id": "seen", "risk": "watched", "words": "So?", "told": told}
        refused = house.refused("mobilize.answer-risk", by=SOUTH, party="south", **said)
        assert refused == ("not-the-circle",)


def office(becomes: Callable[[Letter], Posted] = taken) -> Office:
    return Office(becomes, people={"somewhere": [HOST, CHAIR, *PEOPLE.values()]})


def brought(house: House) -> list[tuple[str, str, str]]:
    """Let the minute pass and the clerk work; return who is written to, as whom, and about what."""
    house.wait(seconds=61)
    post = office()
    clerk.work(house.desk, post=post)
    return sorted((each.person, each.party, each.thing) for each in post.brought)


def test_those_who_are_named_are_written_to_and_nobody_else_of_their_parties(house: House) -> None:
    assert brought(house) == sorted((person, f"person/{person}", "risk/watched") for person in TOLD)
    answered(house)
    assert [person for person, *_ in brought(house)] == sorted([CHAIR, NORTH])


def test_the_letter_says_no_word_of_it_and_has_one_link(house: House) -> None:
    act = house.desk.read(PUBLIC, lambda look: look.size) - 1
    asked: dict[str, Any] = {"act": act, "thing": "risk/watched", "site": "https://x.example"}
    told = house.desk.read(viewer(house, SOUTH), letter, **asked)
    assert told is not None
    assert (told.subject, told.words) == (
        "Something waits for you on your desk",
        "Something waits for you on your desk. Only there can it be read.\n\nhttps://x.example/desk\n",
    )
    assert house.desk.read(viewer(house, SECOND), letter, **asked) is None


def test_who_flagged_it_reads_whether_letters_left_and_others_cannot_hold_them(
    house: House,
) -> None:
    def became(person: str) -> dict[str, str]:
        page = house.desk.read(viewer(house, person), risk, id="watched")
        return {} if page is None else dict(page.letters)

    assert became(NORTH) == dict.fromkeys(TOLD, "waits")
    act = house.desk.read(PUBLIC, lambda look: look.size) - 1
    own = house.refused("programme.hold-letters", by=NORTH, party="north", act=act)
    assert own == ("sends-no-letters",)
    assert house.refused("programme.hold-letters", by=HOST, act=act) == ("sends-no-letters",)
    brought(house)
    assert {person: became(person) for person in (*KNOW, *KEPT_FROM)} == {
        NORTH: dict.fromkeys(TOLD, "written"),
        **{person: {} for person in (*TOLD, *KEPT_FROM)},
    }


def test_a_letter_that_reaches_nobody_is_told_to_who_flagged_it_and_to_no_post_room(
    house: House,
) -> None:
    house.wait(seconds=61)
    clerk.work(house.desk, post=office(lambda _: Posted("returned", fault="550 5.1.1")))
    page = house.desk.read(viewer(house, NORTH), risk, id="watched")
    assert page is not None
    assert page.letters == dict.fromkeys(TOLD, "lost")
    for person in (SECOND, HOST, OFFICER):
        assert house.desk.read(viewer(house, person), lambda look: list(look.returned())) == []
    assert given_up(house.desk) == 2
