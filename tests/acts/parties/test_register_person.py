"""A name stands in one place."""

from dataclasses import replace

import pytest

from comity.core.erased import ERASED
from comity.core.party import Person
from tests.acts.lawful import lawful
from tests.acts.scene import scene
from tests.acts.wrong import Wrong, refused, wrong

KIND = "parties.register-person"

WRONG = (
    wrong("twice", "id-taken", id="ann"),
    wrong("without a name", "nothing-said", name=" "),
)


@pytest.mark.parametrize("case", WRONG, ids=str)
def test_it_is_refused(case: Wrong) -> None:
    assert refused(KIND, case) == case.codes


def test_the_person_is_known_by_an_opaque_id() -> None:
    assert scene().do(lawful(KIND)).things["person/k4f2"] == Person(
        id="k4f2", name="Noor Castellane", office="Counsellor"
    )


def test_an_erased_name_is_erased_where_it_stood() -> None:
    act = replace(lawful(KIND), name=ERASED)  # type: ignore[call-arg]
    (person,) = act.changes(scene().lent(act))
    assert isinstance(person, Person)
    assert person.name is ERASED


@pytest.mark.parametrize(("source", "who"), [("", "programme"), ("a report", "public")])
def test_a_name_is_told_to_the_programme_unless_its_source_is_public(source: str, who: str) -> None:
    act = lawful(KIND, source=source)
    seen = act.seen_by_default(scene().lent(act))
    assert seen.get("name", seen["*"]) == who
