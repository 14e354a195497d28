"""What stands around every page of a programme of one's own, and of one that tells of others."""

from comity.desk.readings.frame import frame
from comity.desk.readings.record import record
from tests.desk.house import House
from tests.desk.test_look import ask


def test_only_a_programme_that_names_others_says_that_their_sources_speak(house: House) -> None:
    assert ask(house, None, frame).names_others is False
    house.do("parties.admit-party", id="elsewhere", name="E", form="company", standing="named")
    assert ask(house, None, frame).names_others is True


def test_a_record_without_an_exercise_is_not_parted_in_halves(house: House) -> None:
    assert ask(house, None, record).has_halves is False
    house.do("programme.declare-exercise", id="game", title="Game", about="Practice.")
    assert ask(house, None, record).has_halves is True
