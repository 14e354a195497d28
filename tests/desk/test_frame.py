"""What stands around every page of a programme of one's own, and of one that tells of others."""

from pathlib import Path

from comity.desk.readings.frame import frame
from comity.desk.readings.record import record
from comity.store.database import Database
from tests.desk.house import House
from tests.desk.test_look import ask


def test_a_programme_is_no_reconstruction_for_naming_others(house: House) -> None:
    assert ask(house, None, frame).is_archive is False
    house.do("parties.admit-party", id="elsewhere", name="E", form="archive", standing="named")
    assert ask(house, None, frame).is_archive is False


def test_what_an_archive_hosts_tells_of_others(tmp_path: Path, store: Database) -> None:
    house = House(tmp_path / "house", store, host_form="archive")
    assert ask(house, None, frame).is_archive is True


def test_a_record_without_an_exercise_is_not_parted_in_halves(house: House) -> None:
    assert ask(house, None, record).has_halves is False
    house.do("programme.declare-exercise", id="game", title="Game", about="Practice.")
    assert ask(house, None, record).has_halves is True
