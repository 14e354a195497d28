"""A programme begins once."""

import pytest

from comity.core.party import Mandate
from comity.core.programme import LogAccess, Programme
from comity.core.rights import Power
from comity.core.when import When
from tests.acts.lawful import lawful
from tests.acts.scene import HARBOUR, HOST_KEY, HOST_VKEY
from tests.acts.world import World
from tests.acts.wrong import Wrong, refused, wrong

PROGRAMME = Programme(
    id="programme",
    name="Cables",
    objective="Broken cables are repaired.",
    origin="cables.example/log",
    log=LogAccess.PUBLIC,
    simulated=True,
    host="harbour",
    log_vkey="log",
    host_vkey=HOST_VKEY,
)

KIND = "programme.establish-programme"

WRONG = (
    wrong("twice", "already-established", world=[PROGRAMME]),
    wrong("by another person", "host-acts-first", by="tomas"),
    wrong("for another party", "host-acts-first", on_behalf_of="arvenia"),
    wrong("with what is no key", "key-unsafe", host_vkey="host"),
    wrong("without a name", "nothing-said", name=""),
)


@pytest.mark.parametrize("case", WRONG, ids=str)
def test_it_is_refused(case: Wrong) -> None:
    assert refused(KIND, case) == case.codes


def test_the_programme_its_host_and_the_first_mandate_stand() -> None:
    world = World().do(lawful(KIND))
    assert world.things == {
        "programme/programme": PROGRAMME,
        "party/harbour": HARBOUR,
        "mandate/founding": Mandate(
            id="founding",
            person="ines",
            party="harbour",
            powers=tuple(Power),
            start=When("2026-11-23T12:00:00Z"),
        ),
        "key/host": HOST_KEY,
    }


def test_all_of_it_is_public() -> None:
    act = lawful(KIND)
    assert act.seen_by_default(World().lent(act)) == {"*": "public"}
    assert act.must_be_public == ("*",)
