"""Invited by a letter, one answers by its link without an account; a scanner that opens it answers nothing."""

import re
from datetime import UTC, datetime, timedelta
from email.message import Message
from pathlib import Path
from typing import Any

import pytest
from icalendar import Calendar

from comity.accounts.answering import Card, card_of
from tests.accounts.conftest import PostOffice
from tests.accounts.test_notices import CHAIR, DELEGATE, IN_FIVE_DAYS, MAIL, programme, told
from tests.contracts.command import comity
from tests.contracts.counter import Counter
from tests.journeys.visitor import Visitor

__all__ = ["programme"]

NOW = datetime.now(UTC)  # noqa: TID251
IN_TEN_DAYS = f"{NOW + timedelta(days=10):%Y-%m-%d}T09:30:00Z"
IN_ELEVEN_DAYS = f"{NOW + timedelta(days=11):%Y-%m-%d}T09:30:00Z"
LINK = re.compile(r"http://localhost:8000(/answer/\S+)")
ROUND = {"name": "Third round", "form": "session", "body": "conference", "place": "Harbour"}
INVITED = {"invited": "arvenia", "places": 3, "answer_by": IN_FIVE_DAYS}


def words(letter: Message) -> str:
    part = next(each for each in letter.walk() if each.get_content_type() == "text/plain")
    return part.get_payload(decode=True).decode()  # type: ignore[union-attr]


def event(letter: Message) -> tuple[str, Any]:
    part = next(each for each in letter.walk() if each.get_content_type() == "text/calendar")
    found: Any = Calendar.from_ical(part.get_payload(decode=True))  # type: ignore[arg-type]
    assert part.get_param("method") == str(found["method"])
    (held,) = found.walk("VEVENT")
    return str(found["method"]), held


def invited(secretariat: Counter, post_office: PostOffice, data: Path, *, name: str) -> Message:
    """Convene a meeting, invite the delegate's party, and return the letter."""
    known = comity("account", "mail", "--data", data, "--person", DELEGATE, "--address", MAIL)
    assert known.code == 0, known
    before = len(post_office.letters)
    secretariat.done(told("convene.convene-meeting", id=name, start=IN_TEN_DAYS, **ROUND))
    secretariat.done(told("convene.invite", id=name, meeting=name, **INVITED))
    return post_office.next(before + 1)


def answers(data: Path, secretariat: Counter, meeting: str) -> list[str]:
    """Return what was answered, as the secretariat sees it on the meeting's page."""
    del data
    page = secretariat.twin(f"/meeting/{meeting}")
    rows = [*page["guests"]["mine"], *page["guests"]["others"]]
    return [row["reply"]["answer"] for row in rows if row["reply"]]


def test_the_letter_has_a_file_for_the_calendar_and_one_link(
    programme: tuple[Path, Counter], post_office: PostOffice
) -> None:
    data, secretariat = programme
    letter = invited(secretariat, post_office, data, name="first")
    assert str(letter["Subject"]).startswith("Say whether you come by ")
    assert words(letter).count("http://") == 1
    assert LINK.search(words(letter))
    method, held = event(letter)
    assert (method, str(held["attendee"])) == ("REQUEST", f"mailto:{MAIL}")
    assert str(held["uid"]) == "meeting.first@programme.example"


def test_opening_the_link_answers_nothing_and_its_button_does(
    programme: tuple[Path, Counter], post_office: PostOffice
) -> None:
    data, secretariat = programme
    letter = invited(secretariat, post_office, data, name="second")
    found = LINK.search(words(letter))
    assert found
    scanner = Visitor(secretariat.site)
    pages = [scanner.get(found[1]) for _ in range(3)]
    assert [page.status for page in pages] == [200, 200, 200]
    assert secretariat.ask("HEAD", found[1]).status == 200
    assert answers(data, secretariat, "second") == []
    delegate = Visitor(secretariat.site)
    sent = {"people": "2", "delegates": "Ann, head\nBo, deputy", "requires": "A ramp."}
    done = delegate.post(found[1], seen_on=found[1], answer="comes", **sent)
    assert done.status == 200
    assert "Thank you. Your answer stands." in done.text
    assert answers(data, secretariat, "second") == ["comes"]
    again = delegate.post(found[1], seen_on=found[1], answer="declines")
    assert again.status == 200
    assert answers(data, secretariat, "second") == ["declines"]


def test_what_is_refused_comes_back_with_what_was_typed(
    programme: tuple[Path, Counter], post_office: PostOffice
) -> None:
    data, secretariat = programme
    letter = invited(secretariat, post_office, data, name="third")
    found = LINK.search(words(letter))
    assert found
    delegate = Visitor(secretariat.site)
    sent = {"people": "9", "delegates": "Ann, head", "requires": "A planted need."}
    refused = delegate.post(found[1], seen_on=found[1], answer="comes", **sent)
    assert refused.status == 422
    assert "it has room for 3 more" in refused.text
    assert "A planted need." in refused.text
    assert answers(data, secretariat, "third") == []


def test_a_link_that_was_changed_on_the_way_answers_nothing(
    programme: tuple[Path, Counter], post_office: PostOffice
) -> None:
    data, secretariat = programme
    letter = invited(secretariat, post_office, data, name="fourth")
    found = LINK.search(words(letter))
    assert found
    bent = found[1][:-2] + ("AA" if found[1][-2:] != "AA" else "BB")
    assert Visitor(secretariat.site).get(bent).status == 410


def test_a_move_and_a_cancelling_are_told_to_the_same_calendar(
    programme: tuple[Path, Counter], post_office: PostOffice
) -> None:
    data, secretariat = programme
    first = event(invited(secretariat, post_office, data, name="fifth"))[1]
    before = len(post_office.letters)
    secretariat.done(
        told("convene.move-meeting", meeting="fifth", start=IN_ELEVEN_DAYS, why="The boat.")
    )
    moved_letter = post_office.next(before + 1)
    secretariat.done(told("convene.cancel-meeting", meeting="fifth"))
    cancelled_letter = post_office.next(before + 2)
    moved, cancelled = event(moved_letter), event(cancelled_letter)
    assert (moved[0], cancelled[0]) == ("REQUEST", "CANCEL")
    assert {str(each["uid"]) for each in (first, moved[1], cancelled[1])} == {
        "meeting.fifth@programme.example"
    }
    assert [int(each["sequence"]) for each in (first, moved[1], cancelled[1])] == [0, 1, 2]
    assert "Say whether" not in str(moved_letter["Subject"])
    assert "http://localhost:8000/meeting/fifth" in words(moved_letter)


@pytest.mark.parametrize(
    ("seconds", "good"), [(-1, False), (0, False), (1, True)], ids=["after", "then", "before"]
)
def test_a_link_is_good_until_the_second_in_which_it_expires(seconds: int, good: bool) -> None:
    until = datetime(2026, 12, 3, 12, 0, tzinfo=UTC)
    card = Card(invitation="first", party="arvenia", person=CHAIR, until=until)
    read = card_of(card.sealed(), now=until - timedelta(seconds=seconds))
    assert read == (card if good else None)
