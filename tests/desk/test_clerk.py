"""When a time has come the desk acts; where an objection may have been lost it says so."""

from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest

from comity.core.errors import Broken
from comity.core.text import Silence
from comity.desk import clerk
from comity.desk.establish import Founding, establish
from comity.desk.outcome import Stands
from comity.desk.replay import check
from comity.store import clerking
from comity.store.database import Database
from tests.desk.house import CHAIR, HOST, PEOPLE, START, House, silence

NORTH = PEOPLE["north"]


@pytest.fixture
def running(house: House) -> House:
    house.do("reframe.open-silence", by=CHAIR, **silence(house))
    return house


def status(house: House) -> str:
    found = house.desk.read(house.desk.viewer(NORTH), lambda look: look.find(Silence, "quiet"))
    assert found is not None
    return str(found["status"].value)


def test_nothing_is_closed_before_its_time(running: House) -> None:
    running.now = running.now.replace(microsecond=0) + timedelta(days=3)
    assert (clerk.work(running.desk).closed, status(running)) == ([], "running")


def test_a_silence_is_closed_when_its_time_has_come(running: House) -> None:
    running.stay(days=4, seconds=1)
    assert [type(each) for each in clerk.work(running.desk).closed] == [Stands]
    assert status(running) == "held"
    assert check(running.desk).differing == ()


def test_what_is_closed_is_closed_once(running: House) -> None:
    running.stay(days=5)
    clerk.work(running.desk)
    assert clerk.work(running.desk).closed == []


def test_of_two_clerks_one_takes_what_is_due(running: House) -> None:
    now, until = "2026-03-09T00:00:00.000000Z", "2026-03-09T00:01:00.000000Z"
    with running.store.writing():
        first = clerking.claim(running.store, now=now, until=until)
        second = clerking.claim(running.store, now=now, until=until)
    assert (first, second) == ([("silence/quiet", "close-silence")], [])


def test_what_a_clerk_took_and_did_not_do_is_taken_again(running: House) -> None:
    with running.store.writing():
        clerking.claim(
            running.store, now="2026-03-09T00:00:00.000000Z", until="2026-03-09T00:01:00.000000Z"
        )
        again = clerking.claim(
            running.store, now="2026-03-09T00:02:00.000000Z", until="2026-03-09T00:03:00.000000Z"
        )
    assert again == [("silence/quiet", "close-silence")]


def figures(house: House) -> dict[str, int]:
    state = house.desk.read(house.desk.viewer(NORTH), lambda look: look.find(Silence, "quiet"))
    assert state is not None
    names = ("text", "body", "deadline", "opened", "parties")
    told: dict[str, Any] = {name: state[name].value for name in names}
    return clerk.figures(house.desk, Silence(id="quiet", **told), is_simulated=False)


def test_the_minutes_in_which_the_desk_could_not_receive_are_counted(running: House) -> None:
    end = running.now + timedelta(days=4)
    with running.store.writing():
        for minute in range(24 * 60 + 10):
            # Seven minutes of the last day are missing, and one of the day before.
            if minute not in (3, 100, 101, 102, 103, 104, 900, 24 * 60 + 5):
                clerking.beat(
                    running.store, (end - timedelta(minutes=minute)).strftime("%Y-%m-%dT%H:%M")
                )
    assert figures(running) == {"interrupted_minutes": 7, "notices": 4, "unproven": 4}


def told(house: House) -> list[Any]:
    """What the clerk's last act says of the minutes, the notices and those without proof."""
    deed = house.desk.read(house.desk.viewer(NORTH), lambda look: look.minutes(limit=1)[0])
    return [deed[name].value for name in ("interrupted_minutes", "notices", "unproven")]


def test_a_demonstration_counts_its_scripted_clock_as_running(running: House) -> None:
    running.stay(days=4)
    running.wait(days=1)
    clerk.work(running.desk)
    assert (told(running), status(running)) == ([0, 4, 0], "held")


@pytest.mark.parametrize(("minutes", "outcome"), [(5, "held"), (6, "extension-asked")])
def test_after_the_script_a_demonstration_counts_what_ran(
    running: House, minutes: int, outcome: str
) -> None:
    running.now = running.now.replace(second=0, microsecond=0)
    running.stay(days=4, minutes=-1 - minutes)
    running.wait(days=1)
    clerk.work(running.desk)
    assert (told(running), status(running)) == ([minutes, 4, 0], outcome)


def test_a_real_log_takes_no_time_from_outside(store: Database, tmp_path: Path) -> None:
    founding = Founding(
        name="Real",
        objective="To be.",
        origin="example.org/real",
        host="host",
        host_name="Host",
        host_form="secretariat",
        first_person=HOST,
    )
    with pytest.raises(Broken):
        establish(tmp_path / "real", founding, at=START, store=store)
    desk = establish(tmp_path / "real", founding, store=store)
    with pytest.raises(Broken):
        desk.submit(
            {"kind": "parties.end-mandate/1", "on_behalf_of": "host", "mandate": "founding"},
            person=HOST,
            at=START,
        )


def unbound(house: House) -> list[tuple[str]]:
    return house.store.rows("SELECT digest FROM blob WHERE act IS NULL")


def test_a_file_that_no_act_names_is_let_go_after_three_days(house: House) -> None:
    lodged = dict(house.desk.lodge(b"%PDF", media_type="application/pdf", person=NORTH))
    house.now = house.now.replace(minute=0, second=0) + timedelta(days=3)
    clerk.work(house.desk)
    assert unbound(house) == [(lodged["blob"],)]
    house.wait(hours=1)
    clerk.work(house.desk)
    assert unbound(house) == []
