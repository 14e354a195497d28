"""One objection in time is enough."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from comity.core.audience import Audience
from comity.core.party import Seat
from comity.core.rights import Role
from comity.core.text import SilenceStatus, TextStatus
from comity.core.when import Deadline
from tests.acts.lawful import lawful
from tests.acts.scene import BEFORE, EXPIRES, NOW, QUIET_TEXT, SEATS, SILENCE, scene
from tests.acts.wrong import Wrong, codes, refused, wrong

KIND = "reframe.break-silence"

WRONG = (
    wrong("by an observer", "party-not-consulted", by="lan", on_behalf_of="lantern"),
    wrong("by the secretariat", "party-not-consulted", by="ines", on_behalf_of="harbour"),
    wrong("in the stated second", "deadline-passed", at=EXPIRES.instant),
    wrong("long after", "deadline-passed", at=EXPIRES.instant + timedelta(days=9)),
    wrong(
        "a second time",
        "already-broken",
        world=[replace(SILENCE, status=SilenceStatus.BROKEN, broken_by="meridonia")],
    ),
    wrong(
        "a second time, and late",
        "already-broken",
        "deadline-passed",
        world=[replace(SILENCE, status=SilenceStatus.BROKEN)],
        at=EXPIRES.instant,
    ),
    wrong("of no silence", "no-such-silence", silence="quiet"),
    wrong("with a date of its own", "takes-effect-when-received", effective="2026-11-21"),
    wrong(
        "from inside an exercise",
        "crosses-the-exercise",
        "party-not-consulted",
        on_behalf_of="herring",
    ),
)


@pytest.mark.parametrize("case", WRONG, ids=str)
def test_it_is_refused(case: Wrong) -> None:
    assert refused(KIND, case) == case.codes


def test_one_objection_in_time_breaks_the_silence() -> None:
    world = scene().do(lawful(KIND))
    assert world.things["silence/annex-silence"] == replace(
        SILENCE, status=SilenceStatus.BROKEN, broken_by="arvenia", words="Not at night."
    )
    assert world.things["text/annex"] == replace(QUIET_TEXT, status=TextStatus.SILENCE_BROKEN)


def test_it_need_give_no_reason() -> None:
    assert codes(KIND, words="") == ()


def test_an_objection_one_microsecond_before_is_in_time() -> None:
    assert codes(KIND, at=EXPIRES.instant - timedelta(microseconds=1)) == ()


def test_a_late_objection_is_told_by_how_much() -> None:
    late = lawful(KIND, at=EXPIRES.instant + timedelta(seconds=2))
    (refusal,) = scene().refusals(late)
    assert dict(refusal.facts) == {"seconds": 2}


def test_a_successor_of_the_same_party_may_object() -> None:
    assert codes(KIND, by="somebody-new") == ()


def test_a_party_that_lost_its_seat_meanwhile_is_still_asked() -> None:
    ended = replace(SEATS[1], ended=NOW)
    assert codes(KIND, ended) == ()


def test_a_party_seated_meanwhile_is_not_asked() -> None:
    late = Seat(id="s-late", body="conference", role=Role.MEMBER, party="lantern", start=BEFORE)
    assert codes(KIND, late, on_behalf_of="lantern") == ("party-not-consulted",)


def test_what_is_recorded_from_a_source_has_no_deadline() -> None:
    assert codes(KIND, source="a letter", concerns="lantern", at=EXPIRES.instant) == ()


def test_others_see_that_there_was_an_objection_and_the_chair_whose_it_was() -> None:
    act = lawful(KIND)
    assert act.seen_by_default(scene().lent(act)) == {
        "*": Audience.BODY,
        "by": Audience.OWN,
        "on_behalf_of": Audience.CHAIR,
        "words": Audience.CHAIR,
    }


def test_in_a_time_that_the_clocks_repeat_the_offset_decides() -> None:
    first = replace(SILENCE, deadline=Deadline("2026-11-01T01:30:00-04:00[America/New_York]"))
    second = replace(SILENCE, deadline=Deadline("2026-11-01T01:30:00-05:00[America/New_York]"))
    between = datetime(2026, 11, 1, 6, 0, tzinfo=UTC)
    assert codes(KIND, first, at=between) == ("deadline-passed",)
    assert codes(KIND, second, at=between) == ()
