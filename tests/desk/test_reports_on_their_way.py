"""A report on a commitment on its way: who may know of it at each step, who is asked for the next, and who is told."""

from typing import Any

import pytest

from comity.core.party import Mandate
from comity.core.progress import Progress
from comity.core.review import ProgressDraft, ProgressSubmitted, Reviewed
from comity.desk.look import Look
from comity.desk.readings.commitment import CommitmentPage, commitment
from comity.desk.readings.paging import A_PAGE
from comity.desk.replay import check
from comity.desk.viewer import PUBLIC
from tests.desk.house import CHAIR, HOST, PEOPLE, House

NORTH, SOUTH = PEOPLE["north"], PEOPLE["south"]
SECOND = "n9s4ef"
WORDS = "Two crews of narwhals are hired."
SAID = {"commitment": "crews", "cycle": "2026", "grade": "partly", "words": WORDS}


@pytest.fixture(autouse=True)
def promised(house: House) -> None:
    house.do("reframe.put-recommendation", id="rec", who="Ports", should="Answer.")
    house.do("parties.register-person", id=SECOND, name="Second of North")
    house.do(
        "parties.give-mandate",
        person=SECOND,
        for_party="north",
        powers=["endorse"],
        start="2026-03-01",
    )
    promise = {"id": "crews", "on": "recommendation/rec", "does": "Hire crews."}
    house.do("mobilize.make-commitment", by=NORTH, party="north", **promise)


def north(house: House, kind: str, *, by: str = NORTH, **own: Any) -> None:
    house.do(f"mobilize.{kind}", by=by, party="north", **own)


def drafted(house: House, **other: Any) -> None:
    north(house, "draft-progress", id="d1", **{**SAID, **other})


def submitted(house: House, wish: str = "may-be-published") -> None:
    drafted(house)
    north(house, "clear-progress", by=SECOND, draft="d1")
    north(house, "submit-progress", id="s1", draft="d1", wish=wish, **SAID)


def page(house: House, person: str) -> CommitmentPage:
    viewer = house.desk.viewer(person) if person else PUBLIC
    found = house.desk.read(viewer, commitment, id="crews")
    assert found is not None
    return found


def asked(house: House, person: str) -> list[tuple[str, str]]:
    found = house.desk.read(house.desk.viewer(person), Look.owed)
    return [(each.what, each.thing) for each in found if each.what.endswith("-progress")]


def everybody_else(*those: str) -> list[str]:
    return [each for each in (HOST, NORTH, SECOND, SOUTH, CHAIR, "") if each not in those]


def knows(house: House, person: str) -> bool:
    """Tell whether anything a person can ask the desk tells them of the report."""
    viewer = house.desk.viewer(person) if person else PUBLIC

    def told(look: Look) -> bool:
        kinds = {deed.kind for deed in look.minutes(limit=200) if "-progress/" in deed.kind}
        return bool(
            kinds
            or look.search("narwhals")
            or look.all(ProgressDraft, commitment="crews")
            or look.all(ProgressSubmitted, commitment="crews")
            or look.minutes(thing="progress-draft/d1")
            or look.minutes(thing="progress-submitted/s1")
            or look.count(ProgressSubmitted, commitment="crews")
        )

    return house.desk.read(viewer, told)


def test_a_draft_is_known_to_its_party_and_to_nobody_else(house: House) -> None:
    drafted(house)
    assert [knows(house, each) for each in (NORTH, SECOND)] == [True, True]
    others = everybody_else(NORTH, SECOND)
    assert {each: knows(house, each) for each in others} == dict.fromkeys(others, False)


def test_another_of_the_party_is_asked_to_clear_it_and_not_who_drafted_it(house: House) -> None:
    drafted(house)
    assert {each: asked(house, each) for each in (NORTH, SECOND, HOST, SOUTH)} == {
        NORTH: [],
        SECOND: [("clear-progress", "progress-draft/d1")],
        HOST: [],
        SOUTH: [],
    }
    (seen,) = page(house, SECOND).drafts
    assert [each.kind for each in seen.offers] == [
        "mobilize.clear-progress/1",
        "mobilize.draft-progress/1",
    ]
    (own,) = page(house, NORTH).drafts
    assert [each.kind for each in own.offers] == ["mobilize.draft-progress/1"]


def alone(house: House, person: str) -> list[bool]:
    return [each.has_no_second for each in page(house, person).drafts]


def end(house: House, person: str) -> None:
    """End what a person may do for the north."""
    held = house.desk.read(house.desk.viewer(person), Look.all, Mandate, party="north")
    (mandate,) = [each for each in held if each.value("person") == person]
    house.do("parties.end-mandate", mandate=mandate.id, why="They left.")


def test_a_draft_that_waits_where_its_party_has_no_second_person_says_so(house: House) -> None:
    drafted(house)
    assert alone(house, NORTH) == [False]
    end(house, SECOND)
    assert alone(house, NORTH) == [True]
    speaks: dict[str, Any] = {
        "person": SECOND,
        "for_party": "north",
        "powers": ["speak"],
        "start": "2026-03-01",
    }
    house.do("parties.give-mandate", id="speaks", **speaks)
    later = {**speaks, "powers": ["endorse"], "start": "2027"}
    house.do("parties.give-mandate", id="later", **later)
    assert alone(house, SECOND) == [True]
    house.do("parties.give-mandate", id="now", **{**speaks, "powers": ["endorse"]})
    assert alone(house, NORTH) == [False]


def test_a_draft_that_nobody_else_clears_or_that_was_cleared_waits_for_nobody(house: House) -> None:
    drafted(house)
    north(house, "clear-progress", by=SECOND, draft="d1")
    north(house, "draft-progress", id="d2", clearance="nobody-else", **SAID)
    end(house, SECOND)
    assert alone(house, NORTH) == [False, False]


def test_who_may_speak_alone_drafts_for_the_one_who_may_bind_the_party(house: House) -> None:
    end(house, SECOND)
    speaks: dict[str, Any] = {
        "person": SECOND,
        "for_party": "north",
        "powers": ["speak"],
        "start": "2026-03-01",
    }
    house.do("parties.give-mandate", id="speaks", **speaks)
    north(house, "draft-progress", by=SECOND, id="d1", **SAID)
    assert alone(house, SECOND) == [False]


def test_the_draft_that_is_open_is_shown_however_often_it_was_drafted_anew(house: House) -> None:
    # Its id is the last in order: a page cut by ids would show none of them.
    north(house, "draft-progress", id="a000", **SAID)
    for number in range(A_PAGE):
        again = {"id": f"a{number + 1:03}", "replaces": f"a{number:03}"}
        north(house, "draft-progress", **SAID, **again)
    assert [each.report.id for each in page(house, NORTH).drafts] == [f"a{A_PAGE:03}"]


def test_it_leaves_its_party_only_cleared_and_in_the_words_that_were(house: House) -> None:
    drafted(house)
    filed = {"by": NORTH, "party": "north", "draft": "d1", "wish": "may-be-published", **SAID}
    assert house.refused("mobilize.submit-progress", **filed) == ("not-cleared",)
    assert house.refused("mobilize.clear-progress", by=NORTH, party="north", draft="d1") == (
        "clears-own-draft",
    )
    north(house, "clear-progress", by=SECOND, draft="d1")
    assert house.refused("mobilize.submit-progress", **{**filed, "words": "Three."}) == (
        "not-as-drafted",
    )
    house.do("mobilize.submit-progress", **filed)


def test_what_is_submitted_is_read_by_the_secretariat_and_nobody_else(house: House) -> None:
    submitted(house)
    insiders = (HOST, NORTH, SECOND)
    others = everybody_else(*insiders)
    assert {each: knows(house, each) for each in others} == dict.fromkeys(others, False)
    assert asked(house, HOST) == [("review-progress", "progress-submitted/s1")]
    seen = page(house, HOST)
    assert (seen.drafts, [each.report.value("words") for each in seen.submitted]) == ([], [WORDS])


def test_a_sealed_draft_is_unknown_to_the_secretariat_on_the_way_in_too(house: House) -> None:
    drafted(house)
    asks = {"kind": "mobilize.clear-progress", "draft": "d1"}
    assert house.refused(asks["kind"], by=SOUTH, party="south", draft="d1") == house.refused(
        asks["kind"], by=SOUTH, party="south", draft="nothing"
    )


def test_what_is_published_is_its_partys_report_and_is_told_to_it(house: House) -> None:
    submitted(house)
    house.do("mobilize.publish-progress", id="p1", submitted="s1", **SAID)
    told = house.desk.read(PUBLIC, lambda look: look.find(Progress, "p1"))
    assert told is not None
    assert (told.value("party"), told.value("words"), told.is_recorded) == ("north", WORDS, False)
    public = page(house, "")
    assert ([each.id for each in public.progress], public.drafts, public.submitted) == (
        ["p1"],
        [],
        [],
    )
    assert asked(house, HOST) == []
    letters = house.store.rows("SELECT party, what, thing FROM letter ORDER BY act DESC LIMIT 1")
    assert letters == [("north", "publish-progress", "commitment/crews")]
    assert check(house.desk).differing == ()


def test_what_is_kept_is_known_to_its_party_and_the_secretariat_and_nobody_else(
    house: House,
) -> None:
    submitted(house, wish="to-be-kept")
    assert house.refused("mobilize.publish-progress", submitted="s1", **SAID) == ("to-be-kept",)
    house.do("mobilize.keep-progress", submitted="s1", why="As you ask.")
    # Who acts for the host besides sees that it kept one; what it says, and whose it is, they do not.
    others = everybody_else(HOST, NORTH, SECOND, CHAIR)
    assert {each: knows(house, each) for each in others} == dict.fromkeys(others, False)
    chair = house.desk.viewer(CHAIR)
    assert house.desk.read(
        chair, lambda look: (look.find(ProgressSubmitted, "s1"), look.search("narwhals"))
    ) == (None, [])
    (seen,) = page(house, NORTH).submitted
    assert (seen.report.value("status"), seen.report.value("why")) == (
        Reviewed.KEPT,
        "As you ask.",
    )
    assert check(house.desk).differing == ()


def test_a_draft_that_is_drafted_anew_loses_its_clearance(house: House) -> None:
    drafted(house)
    north(house, "clear-progress", by=SECOND, draft="d1")
    north(house, "draft-progress", id="d2", replaces="d1", **{**SAID, "words": "Three."})
    assert [each.report.id for each in page(house, NORTH).drafts] == ["d2"]
    assert asked(house, SECOND) == [("clear-progress", "progress-draft/d2")]
    filed = {"draft": "d1", "wish": "to-be-kept", **SAID}
    assert house.refused("mobilize.submit-progress", by=NORTH, party="north", **filed) == (
        "draft-is-past",
    )


def test_where_nobody_else_need_clear_it_who_may_bind_the_party_is_asked_to_submit_it(
    house: House,
) -> None:
    drafted(house, clearance="nobody-else")
    assert [asked(house, each) for each in (NORTH, SECOND)] == [
        [("submit-progress", "progress-draft/d1")]
    ] * 2
    north(house, "submit-progress", id="s1", draft="d1", wish="to-be-kept", **SAID)
    assert [asked(house, each) for each in (NORTH, SECOND)] == [[], []]


@pytest.mark.parametrize("words", ["programme", "public", "secretariat"])
def test_a_draft_is_shown_to_nobody_by_an_audience_either(house: House, words: str) -> None:
    refused = house.refused(
        "mobilize.draft-progress", by=NORTH, party="north", **SAID, audience={"words": words}
    )
    assert refused == ("draft-shown",)
