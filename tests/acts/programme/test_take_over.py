"""The next host takes the programme over."""

from dataclasses import replace

import pytest

from comity.core.handover import HandoverStatus
from comity.core.party import Mandate, Standing
from comity.core.rights import Power
from comity.core.when import When
from tests.acts.lawful import lawful
from tests.acts.scene import ARVENIA, HANDOVER, HARBOUR, NOW, PROGRAMME, mandate, scene
from tests.acts.wrong import Wrong, refused, wrong

KIND = "programme.take-over"

WRONG = (
    wrong(
        "when another offer took its place",
        "offer-not-open",
        world=[replace(HANDOVER, status=HandoverStatus.REPLACED)],
    ),
    wrong(
        "a second time",
        "offer-not-open",
        world=[replace(HANDOVER, status=HandoverStatus.TAKEN, taken=NOW)],
    ),
    wrong(
        "after its last day",
        "offer-has-lapsed",
        world=[replace(HANDOVER, until=When("2026-11-22"))],
    ),
    wrong("by another party", "offered-to-another", by="max", on_behalf_of="meridonia"),
    wrong(
        "by another person of that party",
        "not-the-officer",
        world=[replace(HANDOVER, officer="max")],
    ),
    wrong("of what was never offered", "no-such-handover", handover="nothing"),
)


@pytest.mark.parametrize("case", WRONG, ids=str)
def test_it_is_refused(case: Wrong) -> None:
    assert refused(KIND, case) == case.codes


def test_the_next_host_stands_in_the_place_of_the_former() -> None:
    world = scene().do(lawful(KIND))
    assert world.things["programme/programme"] == replace(PROGRAMME, host="arvenia")
    assert world.things["party/harbour"] == replace(HARBOUR, standing=Standing.PARTY)
    assert world.things["party/arvenia"] == replace(ARVENIA, standing=Standing.HOST)
    assert world.things["mandate/to-arvenia"] == Mandate(
        id="to-arvenia",
        person="ann",
        party="arvenia",
        powers=tuple(Power),
        start=When("2026-11-23T12:00:00Z"),
    )
    assert world.things["handover/to-arvenia"] == replace(
        HANDOVER, status=HandoverStatus.TAKEN, taken=NOW
    )


def test_what_the_former_host_could_run_ends_and_what_it_may_say_does_not() -> None:
    later = replace(mandate("m-later", "max", "harbour", Power.RECORD), start=When("2027-01-01"))
    over = replace(mandate("m-over", "max", "harbour", Power.RECORD), end=When("2026-03-01"))
    world = scene()
    world.put(later, over)
    world.do(lawful(KIND))
    ended = {
        name: world.things[f"mandate/{name}"].ended  # type: ignore[attr-defined]
        for name in ("m-ines", "m-tomas", "m-later", "m-over", "m-ann")
    }
    assert ended == {"m-ines": NOW, "m-tomas": None, "m-later": NOW, "m-over": None, "m-ann": None}


def test_the_former_host_may_then_be_succeeded_as_any_party() -> None:
    world = scene().do(lawful(KIND))
    told = lawful("parties.succeed-party", of_party="harbour", by="ann", on_behalf_of="arvenia")
    assert [each.code for each in world.refusals(told)] == []
