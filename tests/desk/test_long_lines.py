"""A sentence that thousands stand behind keeps its line: what leads further is never cut for what is many."""

import pytest

from comity.core.norm import Call, Norm
from comity.core.party import Party
from comity.core.support import Commitment, Endorsement
from comity.desk import look as window
from comity.desk.look import Look
from comity.desk.seen import Line
from tests.desk.house import HOST, PEOPLE, House

MANY = 60
"""More endorsements than a line draws; what follows from the sentence comes after them."""


@pytest.fixture
def endorsed(house: House) -> House:
    """A call that many organizations are recorded to have endorsed, and a norm and a commitment that came later."""
    recorded = {"source": "a list", "effective": "2018-11"}
    house.do(
        "reframe.issue-call", id="call", title="A call", summary="Leave it alone.", issued="2017-11"
    )
    for number in range(MANY):
        name = f"named-{number:02}"
        told = {"id": name, "name": name, "form": "company", "standing": "named"}
        house.do("parties.admit-party", **told)
        said = {"id": name, "of": "call/call", "extent": "whole", "concerns": name}
        house.do("mobilize.endorse", **said, **recorded)
    act = {"by": PEOPLE["north"], "party": "north"}
    house.do("mobilize.endorse", **act, id="north", of="call/call", extent="whole")
    told = {"id": "promise", "on": "endorsement/north", "does": "Keep a desk."}
    house.do("mobilize.make-commitment", **act, **told)
    return house


def line(house: House, thing: str) -> Line:
    found = house.desk.read(house.desk.viewer(HOST), lambda look: look.line(thing))
    assert found is not None
    return found


def test_what_follows_after_many_endorsements_still_stands_on_the_line(
    endorsed: House, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(window, "LONGEST_LINE", 50)
    monkeypatch.setattr(window, "MOST_ENDORSEMENTS", 10)
    found = line(endorsed, "call/call")
    kinds = [node.type for node in found.nodes.values()]
    assert (kinds.count("endorsement"), kinds.count("commitment"), found.is_cut) == (11, 1, True)


def test_of_many_endorsements_the_first_stand_on_the_line(
    endorsed: House, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(window, "MOST_ENDORSEMENTS", 3)
    drawn = [name for name in line(endorsed, "call/call").nodes if name.startswith("endorsement/")]
    assert drawn == [
        f"endorsement/{name}" for name in ("north", "named-00", "named-01", "named-02")
    ]


def test_a_line_that_is_not_cut_says_so(endorsed: House, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(window, "MOST_ENDORSEMENTS", MANY)
    found = line(endorsed, "call/call")
    kinds = [node.type for node in found.nodes.values()]
    assert (kinds.count("endorsement"), found.is_cut) == (MANY + 1, False)


def test_an_endorsement_among_many_has_its_own_line(endorsed: House) -> None:
    found = line(endorsed, f"endorsement/named-{MANY - 1}")
    assert set(found.nodes) == {"call/call", f"endorsement/named-{MANY - 1}"}


def test_what_follows_by_one_step_is_found_by_its_kind(endorsed: House) -> None:
    def near(look: Look) -> tuple[list[str], list[str], list[str]]:
        return (
            [each.id for each in look.followed_by("endorsement/north", Commitment)],
            [each.id for each in look.followed_by("call/call", Norm, Call)],
            [each.thing for each in look.follows_from("commitment/promise")],
        )

    viewer = endorsed.desk.viewer(HOST)
    assert endorsed.desk.read(viewer, near) == (["promise"], [], ["endorsement/north"])


def test_what_was_struck_follows_from_nothing_any_more(endorsed: House) -> None:
    first = endorsed.do(
        "mobilize.endorse",
        by=PEOPLE["south"],
        party="south",
        id="south",
        of="call/call",
        extent="whole",
    )

    def endorsing(look: Look) -> list[str]:
        return [each.id for each in look.followed_by("call/call", Endorsement)]

    viewer = endorsed.desk.viewer(HOST)
    assert len(endorsed.desk.read(viewer, endorsing)) == MANY + 2
    endorsed.do("programme.strike", act=first.index, why="Entered twice.")
    assert len(endorsed.desk.read(viewer, endorsing)) == MANY + 1


def test_the_newest_of_a_kind_are_those_that_were_made_last(endorsed: House) -> None:
    endorsed.do("parties.admit-party", id="aaa", name="A", form="company", standing="named")

    def newest(look: Look) -> list[str]:
        return [each.id for each in look.newest(Party, limit=3)]

    found = endorsed.desk.read(endorsed.desk.viewer(HOST), newest)
    assert found == ["aaa", f"named-{MANY - 1}", f"named-{MANY - 2}"]


def test_a_long_list_by_an_index_goes_on_in_the_order_of_ids(endorsed: House) -> None:
    def pages(look: Look) -> list[str]:
        shown: list[str] = []
        while True:
            after = shown[-1] if shown else ""
            found = look.some(Party, limit=7, after=after, standing="named")
            if not found:
                return shown
            shown += [each.id for each in found]

    found = endorsed.desk.read(endorsed.desk.viewer(HOST), pages)
    assert found == [f"named-{number:02}" for number in range(MANY)]
