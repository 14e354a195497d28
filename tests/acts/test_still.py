"""What a party that is absent may do all the same."""

from comity.acts.register import load
from comity.core.absence import Why

FOR_GOOD = {
    "mobilize.pass-on-endorsement",
    "mobilize.withdraw-endorsement",
    "parties.end-mandate",
}
"""What is its own to take back or to hand on, whatever became of it."""
WHILE_SUSPENDED = FOR_GOOD | {
    "mobilize.reply-to-evidence",
    "operate.acknowledge-request",
    "operate.answer-check",
    "operate.answer-in-round",
    "operate.answer-request",
    "operate.confirm-contact",
    "operate.nominate-contact",
    "parties.withdraw-party",
    "programme.answer-circular",
    "reframe.answer-round",
    "reframe.break-silence",
}
"""What it was asked, the contact that others rely on, and its right of reply."""


def still(why: Why) -> set[str]:
    return {name.partition("/")[0] for name, kind in load().items() if why in kind.STILL}


def test_a_suspended_party_answers_what_it_is_asked() -> None:
    assert still(Why.SUSPENDED) == WHILE_SUSPENDED


def test_who_left_for_good_takes_back_and_hands_on_what_is_its_own() -> None:
    assert still(Why.WITHDREW) == FOR_GOOD
    assert still(Why.SUCCEEDED) == FOR_GOOD
