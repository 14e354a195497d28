from dataclasses import replace

from comity.core.electorate import voices
from comity.core.entity import entity_type, entity_types
from comity.core.party import Body, Seat
from comity.core.programme import Difference
from comity.core.rights import Role
from comity.core.scope import above, exercise_of, key_of, nearest, path
from comity.core.state import Key
from comity.core.when import When
from tests.acts.scene import CHAIR, CONFERENCE, NOW, PARAGRAPH, SEATS, TEXT, scene
from tests.acts.world import Lent


def everything(*wanted: str) -> Lent:
    """Lend these things and what they belong to, and nothing else."""
    lent = Lent(scene().things)
    while lent.take(key for thing in wanted for key in path(lent, thing)):
        pass
    lent.is_open = False
    return lent


def test_a_thing_leads_to_what_it_belongs_to() -> None:
    lent = everything("proposal/one-day")
    keys: list[Key] = list(path(lent, "proposal/one-day"))
    assert [f"{of.TYPE}/{key}" for of, key in keys] == [
        "proposal/one-day",
        "text/understanding",
        "body/conference",
    ]


def test_an_unknown_thing_leads_nowhere() -> None:
    assert key_of("dream/one") is None
    assert key_of("text") is None
    assert list(path(everything(), "dream/one")) == []


def test_a_thing_says_what_it_stands_under() -> None:
    assert above(PARAGRAPH) == "text/understanding"
    assert above(TEXT) == "body/conference"
    assert above(Difference(id="d", about="call/c", claims=())) == "call/c"
    assert above(CONFERENCE) == ""


def test_a_circle_is_walked_once() -> None:
    lent = Lent({})
    first = Difference(id="a", about="difference/b", claims=())
    lent.things = {
        each.thing: each for each in (first, replace(first, id="b", about="difference/a"))
    }
    assert [key for _, key in _walk(lent, "difference/a")] == ["a", "b"]


def _walk(lent: Lent, thing: str) -> list[Key]:
    while lent.take(path(lent, thing)):
        pass
    return list(path(lent, thing))


def test_a_thing_is_practice_where_it_stands() -> None:
    lent = everything(
        "paragraph/drill-p1", "paragraph/understanding-p7", "person/ann", "norm/drill-norm"
    )
    assert exercise_of(lent, "paragraph/drill-p1") == "drill"
    assert exercise_of(lent, "norm/drill-norm") == "drill"
    assert exercise_of(lent, "paragraph/understanding-p7") == ""
    assert exercise_of(lent, "person/ann") is None


def test_the_nearest_of_a_type_may_be_the_thing_itself() -> None:
    lent = everything("body/conference", "person/ann")
    found = nearest(lent, "body/conference", Body)
    assert found is not None
    assert found.id == "conference"
    assert nearest(lent, "person/ann", Body) is None


def test_every_thing_stands_under_a_field_it_has() -> None:
    for cls in entity_types().values():
        assert not cls.UNDER or cls.UNDER in cls.__dataclass_fields__, cls.TYPE
        assert entity_type(cls.TYPE) is cls


def test_a_voice_is_a_partys_and_counts_once() -> None:
    twice = (*SEATS, replace(SEATS[1], id="s-arvenia-2"))
    assert voices(twice, at=NOW) == ("arvenia", "brightwater", "meridonia")


def test_an_observer_a_former_member_and_one_only_attested_have_no_voice() -> None:
    observer, former, attested = (
        replace(SEATS[1], role=Role.OBSERVER),
        replace(SEATS[1], ended=NOW),
        replace(SEATS[1], start=None, attested_on=When("2026")),
    )
    assert voices([observer, former, attested, CHAIR], at=NOW) == ()


def test_a_stated_last_day_is_the_last_day_with_a_voice() -> None:
    seat = Seat(
        id="s",
        body="conference",
        role=Role.MEMBER,
        party="arvenia",
        start=When("2026-11"),
        end=When("2026-11-23"),
    )
    assert voices([seat], at=NOW) == ("arvenia",)
    assert voices([replace(seat, end=When("2026-11-22"))], at=NOW) == ()
    assert voices([seat], at=When("2026-10-31").first) == ()
