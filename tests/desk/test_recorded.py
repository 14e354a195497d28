"""What is only recorded never speaks for a party that can speak for itself, nor touches what runs here."""

from typing import Any

import pytest

from comity.core.text import Position, Silence, SilenceStatus, Text
from comity.desk.look import Look
from comity.desk.outcome import Refused
from comity.desk.replay import check
from comity.desk.seen import Seen
from comity.web.twin import twin
from tests.desk.house import CHAIR, HOST, PEOPLE, House, silence

NORTH, SOUTH = PEOPLE["north"], PEOPLE["south"]
OURS = {"on": "paragraph/p1", "stance": "support"}
THEIRS: Any = {"on": "paragraph/p1", "stance": "oppose", "concerns": "south", "source": "Notes"}


def positions(house: House, *, by: str = SOUTH) -> dict[str, tuple[str, bool]]:
    """Return every position on the text that somebody sees: what it says, and whether it is recorded."""

    def ask(look: Look) -> dict[str, tuple[str, bool]]:
        return {
            each.id: (str(each["stance"]), each.is_recorded)
            for each in look.all(Position, text="text")
        }

    return house.desk.read(house.desk.viewer(by), ask)


def find(house: House, of: type[Any], key: str, *, by: str | None = SOUTH) -> Seen[Any]:
    found = house.desk.read(house.desk.viewer(by), lambda look: look.find(of, key))
    assert found is not None
    return found


@pytest.fixture
def sitting(house: House) -> House:
    """The host's people, who record, sit in the room."""
    house.do(
        "parties.seat-member", body="room", role="secretariat", for_party="host", start="2026-03-01"
    )
    return house


def test_what_is_recorded_stands_beside_what_the_party_said_itself(sitting: House) -> None:
    sitting.do("reframe.take-position", by=SOUTH, party="south", **OURS)
    sitting.do("reframe.take-position", **THEIRS)
    assert positions(sitting) == {
        "paragraph.p1.recorded.south": ("oppose", True),
        "paragraph.p1.south": ("support", False),
    }
    assert check(sitting.desk).differing == ()


def test_a_party_of_which_something_was_recorded_speaks_for_itself_afterwards(
    sitting: House,
) -> None:
    sitting.do("reframe.take-position", **THEIRS)
    sitting.do("reframe.take-position", by=SOUTH, party="south", **{**OURS, "stance": "oppose"})
    own = find(sitting, Position, "paragraph.p1.south")
    assert (own.is_recorded, str(own.source), str(own["stance"])) == (False, "", "oppose")


def test_recording_tells_nobody_that_a_party_holds_a_sealed_position(sitting: House) -> None:
    names = ("on_behalf_of", "on", "stance", "kind")
    sealed = dict.fromkeys(names, "chair")
    sitting.do("reframe.take-position", by=SOUTH, party="south", **OURS, audience=sealed)
    sitting.do("reframe.take-position", **THEIRS)
    assert sorted(positions(sitting, by=NORTH)) == ["paragraph.p1.recorded.south"]


def test_the_latest_record_of_a_position_stands(sitting: House) -> None:
    sitting.do("reframe.take-position", **THEIRS)
    sitting.do("reframe.take-position", **{**THEIRS, "stance": "concern", "source": "Other notes"})
    told = twin(find(sitting, Position, "paragraph.p1.recorded.south"))
    assert (told["recorded"], told["stance"], told["source"]) == (True, "concern", "Notes")
    written = {name: each["source"] for name, each in told["written"].items()}
    assert written == {"stance": "Other notes"}


@pytest.mark.parametrize(
    ("kind", "own"),
    [
        ("reframe.break-silence", {"silence": "quiet", "words": "No."}),
        (
            "reframe.extend-silence",
            {
                "silence": "quiet",
                "deadline": "2026-03-20T12:00:00+00:00[Etc/UTC]",
                "reason": "More time.",
            },
        ),
        (
            "reframe.close-silence",
            {"silence": "quiet", "interrupted_minutes": 0, "unproven": 0, "notices": 0},
        ),
    ],
)
def test_nothing_recorded_touches_a_silence_that_runs_here(
    sitting: House, kind: str, own: dict[str, Any]
) -> None:
    sitting.do("reframe.open-silence", by=CHAIR, **silence(sitting))
    refused = sitting.ask(kind, **own, concerns="south", source="A letter")
    assert isinstance(refused, Refused)
    assert [(each.code, each.rule, each.field) for each in refused.refusals] == [
        ("runs-here", "1.8", "silence")
    ]
    assert find(sitting, Silence, "quiet").value("status") is SilenceStatus.RUNNING


def test_no_adoption_is_recorded_of_a_text_that_is_negotiated_here(sitting: House) -> None:
    declared = {"id": "done", "text": "text", "level": "consensus", "reason": "As reported."}
    refused = sitting.ask("reframe.declare-adoption", **declared, source="A newspaper")
    assert isinstance(refused, Refused)
    assert [(each.code, each.rule, each.field) for each in refused.refusals] == [
        ("done-here", "1.7", "text")
    ]


def test_a_text_of_this_desk_is_not_revised_by_a_record(sitting: House) -> None:
    revised = {"id": "next", "title": "On cables", "body": "room", "revises": "text"}
    paragraphs: Any = {"ids": ["q1"], "numbers": ["1"], "words": ["Nobody protects cables."]}
    assert sitting.refused("reframe.table-text", **revised, **paragraphs, source="A newspaper") == (
        "done-here",
    )


def test_a_seat_and_a_proposal_of_this_desk_are_not_ended_by_a_record(sitting: House) -> None:
    sitting.do(
        "parties.seat-member", id="s", body="room", role="member", person=SOUTH, start="2026-03-01"
    )
    assert sitting.refused("parties.end-seat", seat="s", source="A letter") == ("done-here",)
    sitting.do(
        "reframe.propose-words",
        by=SOUTH,
        party="south",
        id="ours",
        text="text",
        paragraph="p1",
        change="delete",
    )
    withdrawn = {"proposal": "ours", "concerns": "south", "source": "A letter"}
    assert sitting.refused("reframe.withdraw-proposal", **withdrawn) == ("done-here",)


def history(house: House) -> None:
    """Record a text that lay under a silence elsewhere."""
    house.do(
        "parties.found-body", id="old-room", name="The Old Room", form="conference", source="A book"
    )
    house.do(
        "parties.seat-member",
        body="old-room",
        role="member",
        for_party="south",
        start="2010",
        end="2011",
        source="A book",
    )
    house.do(
        "reframe.table-text",
        id="old",
        title="On letters",
        body="old-room",
        ids=["o1"],
        numbers=["1"],
        words=["Letters arrive."],
        effective="2010-05-01",
        source="A book",
    )
    house.do(
        "reframe.open-silence",
        id="old-quiet",
        text="old",
        deadline="2010-06-01T12:00:00+00:00[Etc/UTC]",
        effective="2010-05-20",
        source="A book",
    )


def test_what_was_recorded_is_carried_on_by_what_is_recorded(house: House) -> None:
    history(house)
    house.do(
        "reframe.break-silence",
        silence="old-quiet",
        concerns="south",
        effective="2010-05-30",
        source="Minutes",
    )
    told = twin(find(house, Silence, "old-quiet", by=None))
    assert (told["recorded"], told["status"], told["source"]) == (True, "broken", "A book")
    assert told["written"]["status"]["source"] == "Minutes"
    assert check(house.desk).differing == ()


def test_what_is_only_recorded_asks_nothing_of_anybody(house: House) -> None:
    history(house)
    assert house.store.rows("SELECT thing FROM alarm") == []
    assert house.store.rows("SELECT thing FROM owed WHERE thing='silence/old-quiet'") == []


def test_a_recorded_position_settles_nothing_that_the_party_owes(sitting: House) -> None:
    def owed(look: Look) -> list[tuple[str, int]]:
        return [(each.what, each.count) for each in look.owed()]

    viewer = sitting.desk.viewer(SOUTH)
    before = sitting.desk.read(viewer, owed)
    sitting.do("reframe.take-position", **THEIRS)
    assert sitting.desk.read(viewer, owed) == before == [("positions", 2)]


def test_what_an_act_of_this_desk_made_of_a_record_is_told_field_by_field(house: House) -> None:
    house.do(
        "reframe.table-text",
        id="found",
        title="On letters",
        body="room",
        ids=["o1"],
        numbers=["1"],
        words=["Letters arrive."],
        source="A book",
    )
    own = {**silence(house), "text": "found"}
    house.do("reframe.open-silence", by=CHAIR, **own)
    seen = find(house, Text, "found", by=CHAIR)
    assert (seen.is_recorded, seen.is_recorded_in("title"), seen.is_recorded_in("status")) == (
        True,
        True,
        False,
    )
    assert house.refused(
        "reframe.break-silence", silence="quiet", concerns="south", source="A letter"
    ) == ("runs-here",)


ONLY_HERE: dict[str, Any] = {
    "parties.give-mandate": {
        "person": HOST,
        "for_party": "host",
        "powers": ["administer"],
        "start": "2026-03-01",
    },
    "parties.end-mandate": {"mandate": "lent"},
    "parties.seat-member": {
        "body": "room",
        "role": "chair",
        "person": HOST,
        "start": "2026-03-01",
    },
    "programme.erase": {"digests": ["x"], "why": "A letter says so."},
    "programme.strike": {"act": 3, "why": "A letter says so."},
}


@pytest.mark.parametrize("kind", ONLY_HERE)
def test_nobody_records_authority_at_this_desk_or_a_change_of_its_record(
    house: House, kind: str
) -> None:
    assert "cannot-be-recorded" in house.refused(kind, **ONLY_HERE[kind], source="A letter")
