"""A party takes part from now on."""

from dataclasses import replace

import pytest

from comity.core.party import Party, PartyForm, Standing
from comity.core.programme import Exercise
from tests.acts.lawful import lawful
from tests.acts.scene import HARBOUR, scene
from tests.acts.wrong import Wrong, refused, wrong

KIND = "parties.admit-party"

WRONG = (
    wrong("whose clock nobody knows", "no-such-zone", zone="Sea/Bottom"),
    wrong("as a second host of the programme", "programme-has-its-host", standing="host"),
    wrong("twice", "id-taken", id="arvenia"),
    wrong("without a name", "nothing-said", name=""),
    wrong("to no exercise", "no-such-exercise", exercise="nothing"),
    wrong(
        "to an exercise by those of another",
        "crosses-the-exercise",
        world=[replace(HARBOUR, exercise="storm"), Exercise(id="drill", title="Drill")],
        exercise="drill",
    ),
)


@pytest.mark.parametrize("case", WRONG, ids=str)
def test_it_is_refused(case: Wrong) -> None:
    assert refused(KIND, case) == case.codes


def test_it_is_a_party() -> None:
    assert scene().do(lawful(KIND)).things["party/tarn"] == Party(
        id="tarn",
        name="Isles of Tarn",
        form=PartyForm.STATE,
        standing=Standing.PARTY,
        zone="Pacific/Auckland",
    )


@pytest.mark.parametrize("who", [{"exercise": "drill"}, {"on_behalf_of": "drill-desk"}])
def test_it_is_practice_in_an_exercise(who: dict[str, str]) -> None:
    party = scene().do(lawful(KIND, **who)).things["party/tarn"]
    assert isinstance(party, Party)
    assert party.exercise == "drill"


def test_an_exercise_has_a_host_of_its_own() -> None:
    world = scene()
    world.put(Exercise(id="drill", title="Drill"))
    world.do(lawful(KIND, exercise="drill", standing="host"))
    assert world.things["party/tarn"].hosts  # type: ignore[attr-defined]
