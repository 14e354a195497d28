"""A party says how a text sits with it."""

from dataclasses import replace
from datetime import timedelta

import pytest

from comity.core.audience import Audience
from comity.core.consensus import Answer, Reply, RoundStatus
from comity.core.text import TextStatus
from tests.acts.lawful import lawful
from tests.acts.scene import ASKED_TEXT, NOW, ROUND, ROUND_ENDS, SEATS, scene
from tests.acts.wrong import Wrong, codes, refused, wrong

KIND = "reframe.answer-round"

WRONG = (
    wrong("an objection without a reason", "objection-says-nothing", reason=" "),
    wrong("an objection without a cure", "objection-says-nothing", cure=""),
    wrong(
        "an objection that says nothing",
        "objection-says-nothing",
        "objection-says-nothing",
        reason="",
        cure="",
    ),
    wrong("by an observer", "party-not-asked", on_behalf_of="lantern"),
    wrong("in the stated second", "round-over", at=ROUND_ENDS.instant),
    wrong("once it is closed", "round-over", world=[replace(ROUND, status=RoundStatus.CLOSED)]),
    wrong(
        "on a text adopted meanwhile",
        "text-adopted",
        world=[replace(ASKED_TEXT, status=TextStatus.ADOPTED)],
    ),
    wrong(
        "on words revised meanwhile",
        "text-revised",
        world=[replace(ASKED_TEXT, revised_by="guide-2")],
    ),
    wrong(
        "to the chair alone, having answered openly",
        "answered-openly",
        world=[
            Answer(
                id="round.guide-round.arvenia",
                round="guide-round",
                party="arvenia",
                reply=Reply.CONCERN,
            )
        ],
        to_chair=True,
    ),
    wrong("of no round", "no-such-round", round="nothing"),
    wrong("with a date of its own", "takes-effect-when-received", effective="2026-11-21"),
    wrong(
        "from inside an exercise", "crosses-the-exercise", "party-not-asked", on_behalf_of="herring"
    ),
)


@pytest.mark.parametrize("case", WRONG, ids=str)
def test_it_is_refused(case: Wrong) -> None:
    assert refused(KIND, case) == case.codes


def test_an_objection_stands_with_its_reason_and_its_cure() -> None:
    world = scene().do(lawful(KIND))
    assert world.things["answer/round.guide-round.arvenia"] == Answer(
        id="round.guide-round.arvenia",
        round="guide-round",
        party="arvenia",
        reply=Reply.OBJECT,
        reason="Nobody is awake at three.",
        cure="Begin the two hours at seven in the morning.",
    )
    assert world.things["round/guide-round"] == ROUND


def test_the_latest_answer_stands() -> None:
    later = lawful(KIND, reply="can-live-with", reason="", cure="", at=NOW + timedelta(hours=1))
    world = scene().do(lawful(KIND), later)
    (answer,) = world.of(Answer)
    assert (answer.reply, answer.reason, answer.cure) == (Reply.CAN_LIVE_WITH, "", "")


@pytest.mark.parametrize("reply", [each.value for each in Reply if each is not Reply.OBJECT])
def test_no_answer_but_an_objection_needs_words(reply: str) -> None:
    assert codes(KIND, reply=reply, reason="", cure="") == ()


def test_an_answer_one_microsecond_before_is_in_time() -> None:
    assert codes(KIND, at=ROUND_ENDS.instant - timedelta(microseconds=1)) == ()


def test_a_party_that_lost_its_seat_meanwhile_is_still_asked() -> None:
    assert codes(KIND, replace(SEATS[1], ended=NOW)) == ()


def test_the_room_sees_the_answer() -> None:
    act = lawful(KIND)
    lent = scene().lent(act)
    assert act.seen_by_default(lent) == {"*": Audience.BODY, "by": Audience.OWN}


def test_to_the_chair_alone_neither_who_nor_what_is_seen_by_the_room() -> None:
    act = lawful(KIND, to_chair=True)
    assert act.seen_by_default(scene().lent(act)) == {
        "*": Audience.BODY,
        "by": Audience.OWN,
        "on_behalf_of": Audience.CHAIR,
        "reply": Audience.CHAIR,
        "reason": Audience.CHAIR,
        "cure": Audience.CHAIR,
    }


def test_who_answered_to_the_chair_alone_may_answer_anew_to_the_chair_or_openly() -> None:
    once = scene().do(lawful(KIND, to_chair=True))
    told = [once.refusals(lawful(KIND, to_chair=flag)) for flag in (True, False)]
    assert [list(each) for each in told] == [[], []]


def test_no_party_keeps_an_answer_from_the_chair() -> None:
    act = lawful(KIND)
    least = act.seen_at_least(scene().lent(act))
    assert {least[part] for part in ("on_behalf_of", "reply", "reason", "cure")} == {Audience.CHAIR}
