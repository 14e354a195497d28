"""The script goes through the desk as everyone's acts do, and then everyone owes something."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from comity.core.consensus import Answer
from comity.core.meeting import Outcome
from comity.core.text import Silence
from comity.desk import clerk
from comity.desk.demonstration.load import load
from comity.desk.desk import Desk
from comity.desk.look import Look
from comity.store import database
from comity.store.state import Loaded
from programmes.reader import roles
from tests.programmes.scripts import ORDINARY, told


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Desk]:
    folder: Path = tmp_path_factory.mktemp("demonstration") / "programme"
    load(folder, told(), now=ORDINARY, done=lambda _: None)
    store = database.in_file(folder / "comity.sqlite3")
    yield Desk(folder, store=store, clock=lambda: ORDINARY)
    store.close()


def test_the_scripted_clock_counts_as_running_and_the_time_after_it_does_not(desk: Desk) -> None:
    found = {
        silence.id: clerk.figures(desk, silence, is_simulated=True)["interrupted_minutes"]
        for silence in running(desk)
    }
    assert found == {"silence-now": 44, "silence-later": 24 * 60}


def running(desk: Desk) -> tuple[Silence, ...]:
    """The silences that run at the moment of loading."""
    state = Loaded(desk.store)
    wanted = (Silence, "silence-now"), (Silence, "silence-later")
    state.load(wanted)
    return tuple(state.get(*each) for each in wanted)


def owed(desk: Desk, role: str) -> list[tuple[str, str]]:
    viewer = desk.viewer(roles()[role].person)
    return [(each.what, each.thing) for each in desk.read(viewer, Look.owed)]


NOW, LATER = ("silence", "silence/silence-now"), ("silence", "silence/silence-later")
COMING = {
    party: ("invitation", f"invitation/third-round-{party}")
    for party in ("aldmoor", "tarn", "brightwater")
}
ACKNOWLEDGE = ("acknowledge", "request/farrow-sound")
IN_ROUND, CONFIRM = (
    ("round-check", "round-check/winter-brightwater"),
    ("confirm", "contact/tarn-light"),
)
VISIT = ("visit", "target/tarn-islands")
ROUND = ("round", "round/round-guide")
VOTE = ("vote", "ballot/ballot-rotation")
REPLY = ("reply", "circular/session-papers")
TERMS = ("terms", "terms-of-reference/contacts-terms-2")
DISPOSE = ("dispose", "consultation/asks-guide")
CLEAR = ("clear-progress", "progress-draft/arvenia-winter-draft")
SUBMIT = ("submit-progress", "progress-draft/brightwater-quarter-draft")
REVIEW = ("review-progress", "progress-submitted/lantern-count-first")
GUIDE, SECOND = ("positions", "text/night-desk-guide"), ("positions", "text/understanding-2")


@pytest.mark.parametrize(
    ("role", "expected"),
    [
        (
            "secretariat",
            [
                ("mandate", "mandate/aldmoor-deputy"),
                DISPOSE,
                REVIEW,
                ("terms-of-a-group", TERMS[1]),
            ],
        ),
        ("chair", [("declare", "silence/silence-anchors"), TERMS]),
        ("arvenia", [NOW, LATER, VOTE, ("action", "action/arvenia-names-ships"), CLEAR]),
        ("meridonia", [NOW]),
        ("aldmoor", [NOW, LATER, REPLY, ROUND, COMING["aldmoor"], GUIDE, SECOND]),
        (
            "tarn",
            [
                ("answer", "check/check-tarn-2"),
                *(NOW, LATER, REPLY, ROUND, COMING["tarn"], VOTE, CONFIRM, GUIDE, SECOND),
            ],
        ),
        (
            "company",
            [
                *(NOW, LATER, ROUND, COMING["brightwater"], IN_ROUND),
                ("evidence", "commitment/brightwater-first-sight"),
                *(GUIDE, SECOND, SUBMIT),
            ],
        ),
        ("civil-society", [NOW, LATER, REPLY, VISIT, GUIDE, SECOND]),
        ("volunteer", [NOW, LATER, REPLY, VISIT, GUIDE, SECOND]),
        ("contact-officer", [NOW, ACKNOWLEDGE, ("answer", "check/check-meridonia-2")]),
        ("observer", [REPLY, ("evidence", "commitment/lantern-count")]),
    ],
)
def test_every_role_owes_something(desk: Desk, role: str, expected: list[tuple[str, str]]) -> None:
    assert owed(desk, role) == expected


def test_what_was_answered_to_the_chair_alone_is_known_to_the_chair_alone(desk: Desk) -> None:
    def seen(role: str) -> set[str]:
        viewer = desk.viewer(roles()[role].person)
        found = desk.read(viewer, lambda look: look.all(Answer, round="round-1"))
        return {str(each["party"]) for each in found}

    others = {"aldmoor", "arvenia", "brightwater", "cable-forum", "open-lines", "tarn"}
    assert seen("chair") == seen("meridonia") == {*others, "meridonia"}
    assert seen("arvenia") == seen("observer") == others


@pytest.mark.parametrize(
    ("role", "is_told"),
    [
        ("chair", True),
        ("meridonia", True),
        ("arvenia", False),
        ("observer", False),
        ("company", False),
    ],
)
def test_who_broke_the_first_silence_is_told_to_the_chair_alone(
    desk: Desk, role: str, is_told: bool
) -> None:
    found = desk.read(desk.viewer(roles()[role].person), Look.find, Silence, "silence-0")
    assert found is not None
    assert found["broken_by"].is_value is is_told


def test_the_public_reads_the_sentence_and_not_who_said_it(desk: Desk) -> None:
    found = desk.read(desk.viewer(None), Look.find, Outcome, "outcome-two-hours")
    assert found is not None
    assert (
        found["words"].value
        == "Each side would answer the other within two hours, whatever the hour."
    )
    assert not found["speakers"].is_value
    assert desk.read(desk.viewer(None), Look.find, Silence, "silence-now") is None
    assert desk.read(desk.viewer(None), Look.find, Silence, "silence-later") is not None
