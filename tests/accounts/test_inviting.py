"""Invited by a letter, one answers by its link without an account; a scanner that opens it answers nothing."""

import email
import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from email.message import Message
from pathlib import Path
from typing import Any

import pytest
from aiosmtpd.controller import Controller
from icalendar import Calendar

from comity.accounts.answering import Card, card_of
from comity.accounts.inviting import foretold
from comity.core.invitation import Invitation
from comity.desk.look import Look
from comity.store import database
from tests.accounts.test_post import Server
from tests.contracts.command import comity
from tests.contracts.counter import Counter
from tests.desk.house import HOST, PEOPLE, House, furnished
from tests.journeys import house as serving
from tests.journeys.visitor import Visitor

NORTH, MAIL = PEOPLE["north"], "north@mission.example"
GUEST, AT_HOME = "g7t2rr", "guest@home.example"
NOW = datetime.now(UTC)  # noqa: TID251
IN_FIVE_DAYS = f"{NOW + timedelta(days=5):%Y-%m-%dT%H:%M:00Z}[UTC]"
IN_TEN_DAYS = f"{NOW + timedelta(days=10):%Y-%m-%d}T09:30:00Z"
IN_ELEVEN_DAYS = f"{NOW + timedelta(days=11):%Y-%m-%d}T09:30:00Z"
LINK = re.compile(r"http://localhost:8000(/answer/\S+)")
ROUND = {"form": "session", "body": "room", "place": "Harbour", "start": IN_TEN_DAYS}
INVITED: dict[str, Any] = {"invited": "north", "places": 3, "answer_by": IN_FIVE_DAYS}
MEETINGS = ("first", "second", "third", "fourth")


@dataclass(frozen=True)
class Sent:
    """What the post took, and the secretariat at the server from which it came."""

    letters: list[Message]
    secretariat: Counter

    def about(self, meeting: str) -> list[Message]:
        """Return the letters about a meeting, in the order of the acts that called for them."""
        found = [
            each for each in self.letters if f"meeting.{meeting}@" in str(event(each)[1]["uid"])
        ]
        return sorted(found, key=lambda letter: int(event(letter)[1]["sequence"]))

    def link(self, meeting: str) -> str:
        """Return the link by which an invitation is answered."""
        found = LINK.search(words(self.about(meeting)[0]))
        assert found
        return found[1]

    def answers(self, meeting: str) -> list[str]:
        """Return what was answered, as the secretariat sees it on the meeting's page."""
        guests = self.secretariat.twin(f"/meeting/{meeting}")["guests"]
        return [row["reply"]["answer"] for row in guests["others"] if row["reply"]]


def act_of(house: House) -> None:
    """Invite the north to some meetings; move and cancel one of them."""
    for name in MEETINGS:
        house.do("convene.convene-meeting", id=name, name=f"The {name} round", **ROUND)
        house.do("convene.invite", id=name, meeting=name, **INVITED)
    house.do("parties.register-person", id=GUEST, name="A guest")
    house.do("convene.convene-meeting", id="fifth", name="The fifth round", **ROUND)
    house.do("convene.invite", id="fifth", meeting="fifth", guest=GUEST, **INVITED)
    moved = {"meeting": "fourth", "start": IN_ELEVEN_DAYS, "why": "The boat."}
    house.do("convene.move-meeting", **moved)
    house.do("convene.cancel-meeting", meeting="fourth")


@pytest.fixture(scope="module")
def sent(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Sent]:
    """All is done an hour before, so that no letter lies in the tray any more when the clerk comes."""
    place = tmp_path_factory.mktemp("inviting")
    built = place / "built"
    built.mkdir()
    store = database.in_file(built / "comity.sqlite3")
    act_of(furnished(built, store, now=NOW - timedelta(hours=1), is_simulated=False))
    store.close()
    for person, address in ((NORTH, MAIL), (GUEST, AT_HOME)):
        known = comity("account", "mail", "--data", built, "--person", person, "--address", address)
        assert known.code == 0, known
    with serving.serving(built, place=place) as (site, data):
        letters = _letters(data)
        token = comity("token", "new", "--data", data, "--person", HOST).out.strip()
        yield Sent(letters, Counter(site, token=token))


def _letters(data: Path) -> list[Message]:
    """Let the clerk send what is due, to a server on this machine."""
    office = Server()
    controller = Controller(office, hostname="127.0.0.1", port=serving.free_port())
    controller.start()
    said = comity("clerk", "--data", data, COMITY_MAIL=f"smtp://127.0.0.1:{controller.port}")
    controller.stop()
    assert said.code == 0, said
    return [email.message_from_bytes(content) for _, content in office.taken]


def words(letter: Message) -> str:
    part = next(each for each in letter.walk() if each.get_content_type() == "text/plain")
    return part.get_payload(decode=True).decode()  # type: ignore[union-attr]


def event(letter: Message) -> tuple[str, Any]:
    part = next(each for each in letter.walk() if each.get_content_type() == "text/calendar")
    found: Any = Calendar.from_ical(part.get_payload(decode=True))  # type: ignore[arg-type]
    assert part.get_param("method") == str(found["method"])
    (held,) = found.walk("VEVENT")
    return str(found["method"]), held


def test_the_letter_has_a_file_for_the_calendar_and_one_link(sent: Sent) -> None:
    (letter,) = sent.about("first")
    assert str(letter["Subject"]).startswith("Say whether you come by ")
    assert words(letter).count("http://") == 1
    assert LINK.search(words(letter))
    method, held = event(letter)
    assert (method, str(held["attendee"])) == ("REQUEST", f"mailto:{MAIL}")
    assert str(held["uid"]) == "meeting.first@example.org"


def test_opening_the_link_answers_nothing_and_its_button_does(sent: Sent) -> None:
    link = sent.link("second")
    scanner = Visitor(sent.secretariat.site)
    pages = [scanner.get(link) for _ in range(3)]
    assert [page.status for page in pages] == [200, 200, 200]
    assert sent.secretariat.ask("HEAD", link).status == 200
    assert sent.answers("second") == []
    delegate = Visitor(sent.secretariat.site)
    typed = {"people": "2", "delegates": "Ann, head\nBo, deputy", "requires": "A ramp."}
    done = delegate.post(link, seen_on=link, answer="comes", **typed)
    assert done.status == 200
    assert "Thank you. Your answer stands." in done.text
    assert sent.answers("second") == ["comes"]
    again = delegate.get(link).text
    assert 'max="3" value="2"' in again
    assert ">Ann, head\nBo, deputy</textarea>" in again
    assert ">A ramp.</textarea>" in again
    assert delegate.post(link, seen_on=link, answer="declines").status == 200
    assert sent.answers("second") == ["declines"]


def test_what_goes_with_the_letter_is_told_before_it_is_sent(tmp_path: Path, sent: Sent) -> None:
    store = database.in_file(tmp_path / "comity.sqlite3")
    built = furnished(tmp_path, store, now=NOW, is_simulated=False)
    built.do("convene.convene-meeting", id="first", name="The first round", **ROUND)
    built.do("convene.invite", id="first", meeting="first", **INVITED)

    def question(look: Look) -> tuple[tuple[str, ...], bool]:
        thing = look.find(Invitation, "first")
        assert thing is not None
        return foretold(look, thing, is_asked=True)

    beside, has_file = built.desk.read(built.desk.viewer(HOST), question)
    store.close()
    (letter,) = sent.about("first")
    assert has_file
    assert len(beside) == 2
    assert "\n\n".join(beside) in words(letter).replace("\r\n", "\n")


def test_what_is_refused_comes_back_with_what_was_typed(sent: Sent) -> None:
    link = sent.link("third")
    typed = {"people": "9", "delegates": "Ann, head", "requires": "A planted need."}
    refused = Visitor(sent.secretariat.site).post(link, seen_on=link, answer="comes", **typed)
    assert refused.status == 422
    assert "it has room for 3 more" in refused.text
    assert "A planted need." in refused.text
    assert sent.answers("third") == []


def test_whom_it_names_is_written_to_and_answers_without_a_mandate(sent: Sent) -> None:
    to = {str(letter["To"]): letter for letter in sent.about("fifth")}
    assert to.keys() == {MAIL, AT_HOME}
    found = LINK.search(words(to[AT_HOME]))
    assert found
    guest, link = Visitor(sent.secretariat.site), found[1]
    assert [guest.get(link).status for _ in range(3)] == [200, 200, 200]
    assert sent.answers("fifth") == []
    two = guest.post(link, seen_on=link, answer="comes", people="2", requires="A planted need.")
    assert (two.status, "answer for one person" in two.text) == (422, True)
    assert "A planted need." in two.text
    wrong = guest.post(link, seen_on=link, answer="comes", people="several")
    assert (wrong.status, "Found: “several”." in wrong.text) == (422, True)
    assert guest.post(link, seen_on=link, answer="comes", people="1").status == 200
    assert sent.answers("fifth") == ["comes"]


def test_a_link_that_was_changed_on_the_way_answers_nothing(sent: Sent) -> None:
    link = sent.link("first")
    bent = link[:-2] + ("AA" if link[-2:] != "AA" else "BB")
    assert Visitor(sent.secretariat.site).get(bent).status == 410


def test_a_move_and_a_cancelling_are_told_to_the_same_calendar(sent: Sent) -> None:
    told = sent.about("fourth")
    # The letters were written after all of it, so each tells a calendar how the meeting stands now.
    assert {str(event(each)[1]["uid"]) for each in told} == {"meeting.fourth@example.org"}
    assert {int(event(each)[1]["sequence"]) for each in told} == {2}
    assert {event(each)[0] for each in told} == {"CANCEL"}
    assert len(told) == 3
    # Nobody is asked to what was cancelled meanwhile: each letter leads to the meeting, and none to an answer.
    assert [str(each["Subject"]).startswith("Say whether") for each in told] == [False] * 3
    assert all("http://localhost:8000/meeting/fourth" in words(each) for each in told)
    assert [LINK.search(words(each)) for each in told] == [None] * 3


@pytest.mark.parametrize(
    ("seconds", "good"), [(-1, False), (0, False), (1, True)], ids=["after", "then", "before"]
)
def test_a_link_is_good_until_the_second_in_which_it_expires(seconds: int, good: bool) -> None:
    until = datetime(2026, 12, 3, 12, 0, tzinfo=UTC)
    card = Card(invitation="first", party="arvenia", person=NORTH, until=until)
    read = card_of(card.sealed(), now=until - timedelta(seconds=seconds))
    assert read == (card if good else None)
