"""Nobody gives what is not theirs to give."""

from dataclasses import replace

import pytest

from comity.core.party import Mandate
from comity.core.rights import Power
from comity.core.when import When
from tests.acts.lawful import lawful
from tests.acts.scene import MANDATES, NOW, scene
from tests.acts.wrong import Wrong, codes, refused, wrong

KIND = "parties.give-mandate"

WRONG = (
    wrong("to act for a party that takes no part", "party-takes-no-part", for_party="elsewhere"),
    wrong("to run the programme from a ministry", "power-needs-secretariat", powers=["administer"]),
    wrong("with one power twice", "power-twice", powers=["speak", "speak"]),
    wrong("that ends before it starts", "ends-before-it-starts", end="2026-11-22"),
    wrong(
        "for another party",
        "not-your-party",
        by="max",
        on_behalf_of="meridonia",
        for_party="arvenia",
    ),
    wrong(
        "to run the programme, from within it",
        "power-not-yours",
        by="eve",
        on_behalf_of="harbour",
        for_party="harbour",
        powers=["record"],
    ),
    wrong("to nobody", "no-such-person", person="nobody"),
    wrong("for no party", "no-such-party", for_party="nobody"),
    wrong(
        "inside an exercise from outside it",
        "crosses-the-exercise",
        "not-your-party",
        by="max",
        on_behalf_of="meridonia",
        for_party="herring",
    ),
)


@pytest.mark.parametrize("case", WRONG, ids=str)
def test_it_is_refused(case: Wrong) -> None:
    assert refused(KIND, case) == case.codes


def test_the_person_may_from_its_start() -> None:
    assert scene().do(lawful(KIND)).things["mandate/m-eve"] == Mandate(
        id="m-eve",
        person="eve",
        party="meridonia",
        powers=(Power.SPEAK,),
        start=When("2026-11-23"),
        end=When("2027"),
    )


def test_who_nominates_for_a_party_gives_its_own_people_theirs() -> None:
    assert codes(KIND, by="max", on_behalf_of="meridonia", powers=["speak", "endorse"]) == ()


def test_who_runs_the_programme_administers_an_exercise() -> None:
    assert codes(KIND, for_party="herring") == ()


def test_an_ended_mandate_gives_nothing_on() -> None:
    ended = replace(MANDATES[0], ended=NOW)
    assert codes(KIND, ended) == ("not-your-party",)


def test_it_lasts_a_day_at_least() -> None:
    assert codes(KIND, start="2026-11-23", end="2026-11-23") == ()
