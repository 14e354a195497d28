"""In a round each party reads its own line, and all read what names nobody."""

from datetime import timedelta

from comity.core.check_round import CheckRound, RoundCheck
from comity.core.contact import Unreached
from comity.desk import clerk
from comity.desk.look import Look
from comity.desk.outcome import Stands
from comity.desk.readings.check_round import check_round
from comity.desk.replay import check
from tests.desk.house import HOST, PEOPLE, House

PARTIES = ("north", "south", "islands")


def opened(house: House) -> None:
    for party in PARTIES:
        house.do(
            "operate.nominate-contact",
            by=PEOPLE[party],
            party=party,
            id=f"{party}-desk",
            level="technical",
            office="The desk",
            telephone="+999 1",
        )
    until = (house.now + timedelta(days=1)).strftime("%Y-%m-%dT%H:%M:%S+00:00[Etc/UTC]")
    house.do(
        "operate.open-check-round",
        id="spring",
        title="Spring",
        levels=["technical"],
        channels=["telephone"],
        answer_by=until,
    )
    for party in PARTIES:
        house.do(
            "operate.ask-in-round",
            id=f"spring-{party}",
            check_round="spring",
            contact=f"{party}-desk",
            of_party=party,
            channel="telephone",
        )


def lines(house: House, person: str) -> list[str]:
    found = house.desk.read(
        house.desk.viewer(person), lambda look: look.all(RoundCheck, round="spring")
    )
    return [each.id for each in found]


def test_each_party_reads_its_own_line_and_who_asked_reads_all(house: House) -> None:
    opened(house)
    house.do("operate.answer-in-round", by=PEOPLE["north"], party="north", check="spring-north")
    assert lines(house, PEOPLE["north"]) == ["spring-north"]
    assert lines(house, PEOPLE["watchers"]) == []
    assert lines(house, HOST) == ["spring-islands", "spring-north", "spring-south"]


def test_a_line_that_waits_has_its_answer_beside_it_also_when_it_is_late(house: House) -> None:
    opened(house)

    def beside(person: str) -> tuple[list[str], list[str]]:
        page = house.desk.read(house.desk.viewer(person), check_round, id="spring")
        assert page is not None
        answers = [str(each.prefill["check"]) for each in page.answers]
        return answers, [each.kind for each in page.offers]

    assert beside(PEOPLE["north"]) == (["spring-north"], [])
    assert beside(HOST) == ([], ["operate.ask-in-round/1"])
    house.wait(days=1)
    assert (beside(PEOPLE["north"]), beside(HOST)) == ((["spring-north"], []), ([], []))
    house.do("operate.answer-in-round", by=PEOPLE["north"], party="north", check="spring-north")
    assert beside(PEOPLE["north"]) == ([], [])


def test_others_learn_nothing_of_an_answer_not_even_that_one_came(house: House) -> None:
    opened(house)
    viewer = house.desk.viewer(PEOPLE["south"])
    before = house.desk.read(viewer, Look.minutes, limit=5)
    house.do("operate.answer-in-round", by=PEOPLE["north"], party="north", check="spring-north")
    assert house.desk.read(viewer, Look.minutes, limit=5) == before


def test_the_clerk_counts_it_once_and_tells_no_figure_over_few(house: House) -> None:
    opened(house)
    house.wait(days=1)
    assert [type(each) for each in clerk.work(house.desk).closed] == [Stands]
    assert clerk.work(house.desk).closed == []
    found = house.desk.read(
        house.desk.viewer(PEOPLE["watchers"]), lambda look: look.find(CheckRound, "spring")
    )
    assert found is not None
    assert (found["parties"].value, found["figures"].value) == (3, ())
    assert check(house.desk).differing == ()


def test_a_report_is_read_by_the_party_and_who_tried_and_asked_of_the_party_until_it_looked(
    house: House,
) -> None:
    opened(house)
    north, south = PEOPLE["north"], PEOPLE["south"]

    def owed() -> list[str]:
        return [each.what for each in house.desk.read(house.desk.viewer(south), Look.owed)]

    def reports(person: str) -> int:
        viewer = house.desk.viewer(person)
        return len(house.desk.read(viewer, lambda look: look.all(Unreached, contact="south-desk")))

    house.do(
        "operate.report-unreachable",
        by=north,
        party="north",
        contact="south-desk",
        channel="telephone",
    )
    assert owed() == ["round-check", "confirm", "positions"]
    assert [reports(each) for each in (north, south, HOST, PEOPLE["islands"])] == [1, 1, 0, 0]
    house.do("operate.confirm-contact", by=south, party="south", contact="south-desk")
    assert owed() == ["round-check", "positions"]
    assert check(house.desk).differing == ()
