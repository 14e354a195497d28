"""What may be done with an adopted text stands together by what it is for."""

from comity.desk.seen import Offer
from comity.web.templatetags.gathered import Apart, on_an_adoption


def offer(kind: str, party: str = "north") -> Offer:
    return Offer(kind=f"{kind}/1", on_behalf_of=party, prefill={"of": "adoption/one"})


def test_six_acts_are_three_groups_and_what_two_parties_may_do_stands_once() -> None:
    endorse, commit, carry = (
        offer(f"mobilize.{verb}") for verb in ("endorse", "make-commitment", "log-advocacy")
    )
    reserve, explain, dissociate = (
        offer(f"reframe.{verb}") for verb in ("enter-reservation", "explain-position", "dissociate")
    )
    again = offer("mobilize.endorse", "south")
    found = on_an_adoption([endorse, again, commit, reserve, explain, dissociate, carry])
    assert [(each.offers, each.is_first) for each in found] == [
        ([endorse, commit], True),
        ([reserve, dissociate, explain], False),
        ([carry], False),
    ]


def test_a_group_without_an_act_is_none_and_the_first_that_is_there_comes_first() -> None:
    carry = offer("mobilize.log-advocacy")
    assert on_an_adoption([carry]) == [
        Apart(why="To carry it further", offers=[carry], is_first=True)
    ]
    assert on_an_adoption([]) == []
