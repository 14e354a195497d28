"""Seen is not answered; late is answered late."""

from dataclasses import replace
from datetime import datetime, timedelta

import pytest

from comity.core.contact import ContactStatus
from comity.core.entity import Entity
from tests.acts.lawful import lawful
from tests.acts.scene import CHECK, CONTACT, NOW, scene
from tests.acts.wrong import Wrong, refused, wrong

KIND = "operate.answer-check"

WRONG = (
    wrong("by another party", "not-your-check", by="ann", on_behalf_of="arvenia"),
    wrong(
        "twice", "already-answered", world=[replace(CHECK, answered=NOW, answered_in_minutes=528)]
    ),
    wrong("before it was asked", "answered-before-asked", effective="2026-11-22"),
    wrong("that never was", "no-such-check", check="nothing"),
)


@pytest.mark.parametrize("case", WRONG, ids=str)
def test_it_is_refused(case: Wrong) -> None:
    assert refused(KIND, case) == case.codes


def answered(at: datetime, *world: Entity) -> tuple[Entity, Entity]:
    there = scene()
    there.put(*world)
    there.do(lawful(KIND, at=at))
    return there.things["check/check-0312"], there.things["contact/meridonia-desk"]


def test_an_answer_in_time_is_told_in_whole_minutes() -> None:
    at = CHECK.asked + timedelta(minutes=41, seconds=59)
    check, contact = answered(at)
    assert check == replace(CHECK, answered=at, answered_in_minutes=41, words="Awake.")
    assert contact == replace(CONTACT, status=ContactStatus.ANSWERED)


def test_an_answer_in_the_second_of_the_deadline_is_late_and_stands() -> None:
    check, contact = answered(CHECK.answer_by.instant)
    assert check == replace(
        CHECK, answered=CHECK.answer_by.instant, answered_in_minutes=120, words="Awake."
    )
    assert contact == replace(CONTACT, status=ContactStatus.ANSWERED_LATE)


def test_a_contact_replaced_meanwhile_stays_so() -> None:
    gone = replace(CONTACT, status=ContactStatus.REPLACED, replaced_by="another")
    assert answered(NOW, gone)[1] == gone
