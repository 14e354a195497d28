"""A revision: its change list, and how what is still open carries over."""

from typing import Any

from comity.desk.readings.revising import composed
from comity.desk.readings.revision import revision
from comity.desk.replay import check
from tests.desk.house import CHAIR, PEOPLE, House


def propose(house: House, party: str, paragraph: str, words: str, **more: Any) -> str:
    own = {"id": f"by-{party}-{paragraph}", "change": "replace", "words": words, **more}
    about = {"text": "text", "paragraph": paragraph}
    house.do("reframe.propose-words", by=PEOPLE[party], party=party, **about, **own)
    return str(own["id"])


def revise(house: House, *accepts: str) -> None:
    viewer = house.desk.viewer(CHAIR)
    found = house.desk.read(viewer, composed, text="text", accepts=accepts)
    assert found is not None
    house.do(
        "reframe.issue-revision",
        by=CHAIR,
        id="next",
        revises="text",
        accepts=list(found.accepts),
        title=found.title,
        ids=[f"next-p{place}" for place, _ in enumerate(found.paragraphs, start=1)],
        words=[str(each.words) for each in found.paragraphs],
        rests_on=[each.rests_on for each in found.paragraphs],
    )


def test_what_changed_is_told_with_whose_words_did_it(house: House) -> None:
    accepted = propose(house, "north", "p1", "States protect cables and crews.")
    gone = propose(house, "south", "p2", "", change="delete")
    revise(house, gone, accepted)
    page = house.desk.read(house.desk.viewer(PEOPLE["islands"]), revision, id="next")
    assert page is not None
    told = [
        (str(each.before["words"]), each.after and str(each.after["words"]), [*map(str, each.by)])
        for each in page.changes
        if each.before
    ]
    assert told == [
        ("States protect cables.", "States protect cables and crews.", ["North"]),
        ("Operators report faults.", None, ["South"]),
    ]
    assert page.kept == 0
    assert check(house.desk).differing == ()


def test_what_is_open_is_unchanged_adjusted_or_in_conflict(house: House) -> None:
    accepted = propose(house, "north", "p1", "All states protect cables.")
    propose(house, "south", "p1", "States protect cables and crews.")
    propose(house, "islands", "p1", "Most states protect cables.")
    propose(house, "south", "p2", "Operators report faults at once.")
    revise(house, accepted)
    page = house.desk.read(house.desk.viewer(PEOPLE["south"]), revision, id="next")
    assert page is not None
    found = {each.row.id: (each.status, each.words) for each in page.carried}
    assert found["by-south-p1"] == ("adjusted", "All states protect cables and crews.")
    assert found["by-south-p2"] == ("unchanged", "Operators report faults at once.")
    assert found["by-islands-p1"][0] == "conflict"


def test_each_party_may_propose_its_own_again_and_nobody_elses(house: House) -> None:
    accepted = propose(house, "north", "p1", "All states protect cables.")
    mine = propose(house, "south", "p2", "Operators report faults at once.")
    revise(house, accepted)

    def offered(party: str) -> list[dict[str, Any]]:
        page = house.desk.read(house.desk.viewer(PEOPLE[party]), revision, id="next")
        assert page is not None
        return [dict(offer.prefill) for each in page.carried for offer in each.offers]

    assert offered("north") == offered("watchers") == []
    (again,) = offered("south")
    again["follows"] = list(again["follows"])
    house.do("reframe.propose-words", by=PEOPLE["south"], party="south", id="again", **again)
    assert again["follows"] == [f"proposal/{mine}"]


def test_a_text_that_revises_none_has_no_change_list(house: House) -> None:
    assert house.desk.read(house.desk.viewer(CHAIR), revision, id="text") is None
