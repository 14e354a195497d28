"""Letters: one to each person, sent once, tried again where it failed, and no proof of what was not sent."""

from datetime import timedelta

import pytest

from comity.desk import clerk
from comity.desk.posting import LEASE, PAUSES, Posted, given_up, write_again
from comity.store import sending
from comity.store.sending import Letter
from tests.desk.house import CHAIR, HOST, PEOPLE, House, silence
from tests.desk.office import Office, taken

NORTH, SOUTH, ISLANDS = PEOPLE["north"], PEOPLE["south"], PEOPLE["islands"]
EVERYONE = sorted([HOST, NORTH, SOUTH, ISLANDS])


@pytest.fixture
def running(house: House) -> House:
    house.do("reframe.open-silence", by=CHAIR, **silence(house, days=6))
    # Until then its letters lie in the tray.
    house.wait(seconds=61)
    return house


def unproven(house: House) -> int:
    notices, open_ones = sending.notices(house.store, "silence/quiet")
    assert notices == 4
    return open_ones


def test_everyone_consulted_is_written_to_once(running: House) -> None:
    office = Office()
    for _ in range(3):
        clerk.work(running.desk, post=office)
    assert (sorted(office.brought_to()), unproven(running)) == (EVERYONE, 0)


def test_one_refused_letter_keeps_a_notice_unproven_though_another_of_the_party_was_taken(
    running: House,
) -> None:
    office = Office(lambda each: taken(each) if each.person != "d4p7ty" else Posted("refused"))
    office.people["south"] = [SOUTH, "d4p7ty"]
    clerk.work(running.desk, post=office)
    assert unproven(running) == 1
    office.becomes = taken
    running.wait(seconds=59)
    clerk.work(running.desk, post=office)
    assert unproven(running) == 1
    running.wait(seconds=2)
    clerk.work(running.desk, post=office)
    assert (unproven(running), office.brought_to().count(SOUTH)) == (0, 1)


def test_where_the_post_is_closed_no_other_letter_is_brought_in_that_round_and_none_is_lost(
    running: House,
) -> None:
    office = Office(lambda _: Posted("closed", fault="ConnectionRefusedError"))
    clerk.work(running.desk, post=office)
    assert (len(office.brought), unproven(running)) == (1, 4)
    office.becomes = taken
    running.wait(seconds=61)
    clerk.work(running.desk, post=office)
    assert (sorted(office.brought_to()[1:]), unproven(running)) == (EVERYONE, 0)


def test_a_letter_taken_by_a_clerk_that_was_lost_goes_again(running: House) -> None:
    def crash(_: Letter) -> Posted:
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        clerk.work(running.desk, post=Office(crash))
    after = Office()
    clerk.work(running.desk, post=after)
    assert (len(after.brought), unproven(running)) == (3, 1)
    running.now += LEASE + timedelta(seconds=1)
    clerk.work(running.desk, post=after)
    assert (sorted(after.brought_to()), unproven(running)) == (EVERYONE, 0)


def test_who_cannot_be_reached_is_looked_for_again(running: House) -> None:
    office = Office()
    office.people["islands"] = []
    clerk.work(running.desk, post=office)
    assert (ISLANDS in office.brought_to(), unproven(running)) == (False, 1)
    office.people["islands"] = [ISLANDS]
    running.now += LEASE + timedelta(seconds=1)
    clerk.work(running.desk, post=office)
    assert (sorted(office.brought_to()), unproven(running)) == (EVERYONE, 0)


def test_who_stands_for_the_party_no_more_is_no_longer_waited_for(running: House) -> None:
    gone = Office(lambda each: Posted("void") if each.person == "d4p7ty" else taken(each))
    gone.people["south"] = [SOUTH, "d4p7ty"]
    clerk.work(running.desk, post=gone)
    assert unproven(running) == 0


def test_where_nobody_of_a_party_is_left_to_be_told_it_is_looked_for_somebody_again(
    running: House,
) -> None:
    office = Office(lambda _: Posted("void"))
    clerk.work(running.desk, post=office)
    clerk.work(running.desk, post=office)
    assert (len(office.brought), unproven(running)) == (4, 4)
    office.becomes = taken
    running.now += LEASE + timedelta(seconds=1)
    clerk.work(running.desk, post=office)
    assert unproven(running) == 0


def test_a_printed_letter_proves_nothing_until_letters_are_sent_here(running: House) -> None:
    printer = Office(lambda _: Posted("printed"), sends=False)
    for _ in range(2):
        clerk.work(running.desk, post=printer)
    assert (sorted(printer.brought_to()), unproven(running)) == (EVERYONE, 4)
    office = Office()
    clerk.work(running.desk, post=office)
    assert (sorted(office.brought_to()), unproven(running)) == (EVERYONE, 0)


def test_at_the_end_of_the_schedule_a_letter_is_given_up_and_said(
    running: House, caplog: pytest.LogCaptureFixture
) -> None:
    office = Office(lambda each: taken(each) if each.person != SOUTH else Posted("refused"))
    for _ in range(len(PAUSES) + 5):
        clerk.work(running.desk, post=office)
        running.wait(minutes=61)
    assert office.brought_to().count(SOUTH) == len(PAUSES) + 1
    assert (given_up(running.desk), unproven(running)) == (1, 1)
    last = [each.getMessage() for each in caplog.records if each.levelname == "ERROR"]
    assert len(last) == 1
    assert SOUTH not in last[0]
    write_again(running.desk, SOUTH)
    office.becomes = taken
    clerk.work(running.desk, post=office)
    assert (given_up(running.desk), unproven(running)) == (0, 0)
