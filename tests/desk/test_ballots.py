"""A ballot from its opening to its result: who is entitled, what fixes the words, and what is then shown."""

from typing import Any

import pytest

from comity.core.ballot import Ballot
from comity.desk import clerk
from comity.desk.outcome import Stands
from comity.desk.readings.adoption import adoption
from comity.desk.readings.ballot import ballot
from comity.desk.replay import check
from tests.desk.house import CHAIR, PEOPLE, House, silence
from tests.desk.test_asked import ask, leave
from tests.desk.test_rounds import owed

NORTH, SOUTH, ISLANDS = PEOPLE["north"], PEOPLE["south"], PEOPLE["islands"]
VOTE = ("vote", "ballot/first")


@pytest.fixture
def opened(house: House) -> House:
    own: dict[str, Any] = {
        "id": "first",
        "on": "text/text",
        "motion": "That the text be adopted.",
        "method": "recorded-vote",
        "majority": "simple-majority",
        "quorum": 2,
        "deadline": silence(house)["deadline"],
    }
    house.do("reframe.open-ballot", by=CHAIR, **own)
    return house


def vote(house: House, party: str, choice: str, **more: Any) -> None:
    house.do(
        "reframe.cast-vote",
        by=CHAIR if party == "host" else PEOPLE[party],
        party=party,
        ballot="first",
        choice=choice,
        **more,
    )


def result(house: House) -> tuple[Any, ...]:
    found = ask(house, NORTH, lambda look: look.find(Ballot, "first"))
    names = ("status", "yes", "no", "abstained", "absent", "result")
    return tuple(found[name].value for name in names)


def test_each_party_entitled_owes_a_vote_until_it_cast_it(opened: House) -> None:
    assert VOTE in ask(opened, NORTH, owed)
    vote(opened, "north", "abstain")
    assert VOTE not in ask(opened, NORTH, owed)
    assert VOTE not in ask(opened, PEOPLE["watchers"], owed)


def test_a_vote_names_the_words_it_is_on(opened: House) -> None:
    page = opened.desk.read(opened.desk.viewer(NORTH), ballot, id="first")
    assert page is not None
    assert page.voting is not None
    vote(opened, "north", "yes", digest=page.digest)
    other = opened.refused(
        "reframe.cast-vote",
        by=SOUTH,
        party="south",
        ballot="first",
        choice="yes",
        digest=page.digest[::-1],
    )
    assert other == ("other-motion",)


def test_the_desk_counts_when_the_time_has_come(opened: House) -> None:
    vote(opened, "north", "yes")
    vote(opened, "south", "abstain")
    opened.stay(days=4, seconds=1)
    assert [type(each) for each in clerk.work(opened.desk).closed] == [Stands]
    assert result(opened) == ("closed", 1, 0, 1, 2, "carried")
    assert check(opened.desk).differing == ()


def test_the_chair_closes_once_all_have_voted_and_the_text_is_adopted_by_vote(
    opened: House,
) -> None:
    assert opened.refused("reframe.close-ballot", by=CHAIR, ballot="first") == (
        "votes-outstanding",
    )
    for party, choice in {"north": "yes", "south": "no", "islands": "yes", "host": "yes"}.items():
        vote(opened, party, choice)
    opened.do("reframe.close-ballot", by=CHAIR, ballot="first")
    assert result(opened) == ("closed", 3, 1, 0, 0, "carried")
    page = opened.desk.read(opened.desk.viewer(CHAIR), ballot, id="first")
    assert page is not None
    (declare,) = [each for each in page.offers if each.kind == "reframe.declare-adoption/1"]
    told = {**declare.prefill, "follows": list(declare.prefill["follows"])}
    opened.do("reframe.declare-adoption", by=CHAIR, id="done", reason="As counted.", **told)
    document = opened.desk.read(opened.desk.viewer(NORTH), adoption, id="done")
    assert document is not None
    assert [each.id for each in document.ballots] == ["first"]


def test_what_is_explained_of_a_ballot_stands_with_the_text_for_those_of_the_room(
    opened: House,
) -> None:
    own = {"id": "why", "on": "ballot/first", "words": "We never vote at sea."}
    opened.do("reframe.explain-position", by=NORTH, party="north", **own)
    told = {"text": "text", "level": "consensus", "reason": "As heard."}
    opened.do("reframe.declare-adoption", by=CHAIR, id="done", **told)

    def explained(person: str | None) -> list[str]:
        page = opened.desk.read(opened.desk.viewer(person), adoption, id="done")
        return [str(each.row["words"]) for each in page.explanations] if page else []

    assert explained(SOUTH) == ["We never vote at sea."]
    assert explained(None) == []


def test_who_was_entitled_and_lost_its_seat_still_votes(opened: House) -> None:
    leave(opened, "south")
    assert VOTE in ask(opened, SOUTH, owed)
    vote(opened, "south", "no")
    page = opened.desk.read(opened.desk.viewer(SOUTH), ballot, id="first")
    assert page is not None
    assert [str(each.party) for each in page.mine] == ["South"]
