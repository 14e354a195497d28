"""A list beside its own history and the record: renamed, corrected, one of two, removed."""

import pytest

from comity.desk.intake import KINDS, Plan, columns_of, enter, plan
from comity.desk.intake.entering import For
from comity.sheets import read_csv, read_history
from tests.desk.house import HOST, House
from tests.record.shared import SHARED

CALL = SHARED / "data" / "paris-call"
LIST = """\
name,form,standing,country,since
Harbour Research (HR),civil-society,named,USA,2021-03-23
Tide Desk,civil-society,named,FRA,2019-11-12
Net Works,company,named,USA,2019-11-12
"""
HISTORY = """\
date,event,file,new_file
2020-02-19,removed,gone_away-company-ROM.md,
2020-11-20,removed,tide_desk-company-FRA.md,
2021-03-23,renamed,east_west_house-civil-society-USA.md,harbour_research-civil-society-USA.md
2021-11-17,renamed,net_works-company-FRA.md,net_works-company-USA.md
2021-11-18,renamed,net_works-company-USA,net_works-company-USA.md
"""


def planned(house: House, words: str, told: str) -> Plan:
    sheet, wanted = read_csv(words.encode()), KINDS["organizations"]
    matched = columns_of(sheet, wanted, asked={})
    return house.desk.read(
        house.desk.viewer(HOST),
        plan,
        wanted,
        sheet,
        matched=matched,
        given={"standing": "named"},
        history=read_history(read_csv(told.encode())),
    )


def test_the_history_says_what_became_of_each_entry_and_where_it_stands(house: House) -> None:
    found = planned(house, LIST, HISTORY)
    assert [(each.what, each.was, each.now, each.row) for each in found.past] == [
        ("removed", "gone away, company, ROM", "", 0),
        ("doubled", "tide desk, company, FRA", "", 3),
        (
            "renamed",
            "east west house, civil society, USA",
            "harbour research, civil society, USA",
            2,
        ),
        ("corrected", "net works, company, FRA", "net works, company, USA", 4),
    ]
    assert len(found.enter) == 3


def test_whoever_stands_in_the_record_under_an_earlier_name_is_not_entered_again(
    house: House,
) -> None:
    told = {"name": "EastWest House", "form": "civil-society", "standing": "named"}
    house.do("parties.admit-party", id="ewh", **told)
    house.do("parties.admit-party", id="gone-away", **{**told, "name": "Gone Away"})
    found = planned(house, LIST, HISTORY)
    assert [(each.row.number, each.why) for each in found.left] == [(2, "renamed")]
    beside = found.left[0].beside
    assert beside is not None
    assert (beside.thing, beside.name) == ("party/ewh", "east west house")
    assert [each.thing for each in found.past] == ["party/gone-away", "", "party/ewh", ""]
    decided = LIST.replace("since", "since,decision").replace("2021-03-23", "2021-03-23,enter")
    assert len(planned(house, decided, HISTORY).enter) == 3


@pytest.mark.slow
@pytest.mark.skipif(not CALL.exists(), reason="no list of a real call below COMITY_SHARED")
def test_the_list_of_a_real_call_is_told_by_its_own_history(house: House) -> None:
    supporters = (CALL / "supporters.csv").read_text()
    found = planned(house, supporters, (CALL / "history_events.csv").read_text())
    count = {
        what: sum(each.what == what for each in found.past)
        for what in ("renamed", "corrected", "doubled", "removed")
    }
    assert count == {"renamed": 3, "corrected": 4, "doubled": 6, "removed": 4}
    renamed = [(each.was, each.row > 0) for each in found.past if each.what == "renamed"]
    assert renamed == [
        ("penta hospitals cz s r o, private sector, CZE", True),
        ("east west institute, civil society, USA", True),
        ("burkina, state, BFA", True),
    ]
    assert (len(found.enter), len(found.left), found.same) == (1217, 5, ())
    outcome = enter(
        house.desk,
        KINDS["organizations"],
        found.enter,
        actor=For(person=HOST, party="host", source="The list"),
        done=lambda *_: None,
    )
    assert len(outcome.acts) == 1217
