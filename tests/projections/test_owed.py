"""What a thing, as it stands, asks of whom."""

from dataclasses import replace
from datetime import UTC, datetime

from comity.core.party import Mandate
from comity.core.rights import Power
from comity.core.text import Position, Silence, SilenceStatus, Stance, Text, TextStatus
from comity.core.when import Deadline, When
from comity.projections.alarms import alarms
from comity.projections.owed import owed

SILENCE = Silence(
    id="quiet",
    text="text",
    body="room",
    deadline=Deadline("2026-03-06T12:00:00+00:00[Etc/UTC]"),
    opened=datetime(2026, 3, 2, tzinfo=UTC),
    parties=("north", "south"),
)
NOON = "2026-03-06T12:00:00.000000Z"


def told(entity: object) -> list[tuple[str, str, str, str]]:
    return [(row.what, row.party, row.role, row.due) for row in owed(entity)]  # type: ignore[arg-type]


def test_a_running_silence_is_owed_by_each_party_until_its_deadline() -> None:
    assert told(SILENCE) == [("silence", "north", "", NOON), ("silence", "south", "", NOON)]
    assert [(each.what, each.due) for each in alarms(SILENCE)] == [("close-silence", NOON)]


def test_a_silence_that_held_is_owed_by_the_chair() -> None:
    held = replace(SILENCE, status=SilenceStatus.HELD)
    assert (told(held), list(alarms(held))) == ([("declare", "", "chair", "")], [])


def test_a_silence_in_doubt_is_for_the_chair_to_extend() -> None:
    assert told(replace(SILENCE, status=SilenceStatus.EXTENSION_ASKED)) == [
        ("extend", "", "chair", "")
    ]


def test_a_broken_silence_asks_nothing_of_anybody() -> None:
    assert told(replace(SILENCE, status=SilenceStatus.BROKEN)) == []


def test_a_text_asks_for_positions_while_it_is_negotiated() -> None:
    text = Text(id="text", title="T", body="room")
    assert told(text) == [("positions", "", "voice", "")]
    assert (
        told(replace(text, status=TextStatus.ADOPTED))
        == told(replace(text, revised_by="next"))
        == []
    )


def test_a_position_settles_what_was_asked_of_its_party() -> None:
    position = Position(
        id="x", on="paragraph/p1", text="text", party="north", stance=Stance.SUPPORT
    )
    assert told(position) == [("position", "north", "", "")]


def test_a_mandate_with_an_end_is_the_secretariats_to_watch() -> None:
    mandate = Mandate(
        id="m",
        person="p",
        party="north",
        powers=(Power.SPEAK,),
        start=When("2026"),
        end=When("2026-04-01"),
    )
    assert told(mandate) == [("mandate", "", "secretariat", "2026-04-02T00:00:00.000000Z")]
    assert told(replace(mandate, end=None)) == []
    assert told(replace(mandate, ended=datetime(2026, 3, 1, tzinfo=UTC))) == []
