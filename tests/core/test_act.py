"""What any act owes, shown on one kind after another."""

from dataclasses import dataclass, replace
from typing import Annotated

import pytest

from comity.core.act import Act, act_kind, erasable_fields, own_field_names
from comity.core.audience import ENVELOPE_KEYS, Audience, widens
from comity.core.erased import ERASED
from comity.core.errors import Broken, Malformed
from comity.core.once import once
from comity.core.party import Attribution, Body
from comity.core.programme import Exercise
from comity.core.reading import read_act
from comity.core.refusal import Refusal
from comity.core.rights import Clerk
from comity.core.room import audiences_in
from comity.core.shapes import Line
from tests.acts.lawful import lawful
from tests.acts.scene import CONFERENCE, HARBOUR, MERIDONIA, NOW, scene
from tests.acts.wrong import codes

OUTCOME = "convene.record-outcome"
ENDORSE = "mobilize.endorse"


def test_every_reason_is_told_at_once_with_its_field_and_facts() -> None:
    act = lawful(OUTCOME, id="two-hours", meeting="nothing", words=" ", speakers=["nobody"])
    assert scene().refusals(act) == [
        Refusal("nothing-said", rule="1.1", field="words"),
        Refusal("no-such-meeting", rule="1.2", field="meeting", facts={"thing": "meeting/nothing"}),
        Refusal("no-such-party", rule="1.2", field="speakers", facts={"thing": "party/nobody"}),
    ]


def test_the_party_that_acts_exists_and_so_does_the_one_concerned() -> None:
    assert codes(ENDORSE, on_behalf_of="nobody") == ("no-such-party",)
    assert codes(ENDORSE, source="a report", concerns="nobody") == ("no-such-party",)


def test_a_recorded_act_is_that_of_the_party_it_concerns() -> None:
    act = lawful(ENDORSE, source="a report", on_behalf_of="harbour", concerns="meridonia")
    assert (act.is_recorded, act.party) == (True, "meridonia")
    done = lawful(ENDORSE)
    assert (done.is_recorded, done.party) == (False, "meridonia")


def test_it_took_effect_when_stated_or_when_received() -> None:
    assert lawful(ENDORSE, effective="2017-11").when.text == "2017-11"
    assert lawful(ENDORSE).when.text == "2026-11-23T12:00:00Z"


@pytest.mark.parametrize(
    ("case", "scope"),
    [
        ({"on_behalf_of": "meridonia"}, ""),
        ({"on_behalf_of": "herring"}, "drill"),
        ({"on_behalf_of": "harbour", "source": "a report", "concerns": "herring"}, "drill"),
    ],
)
def test_an_act_is_practice_in_the_exercise_of_its_party(case: dict[str, str], scope: str) -> None:
    act = lawful(ENDORSE, **case)
    assert act.scope(scene().lent(act)) == scope


def test_a_practice_party_records_nothing_that_counts() -> None:
    case = {"on_behalf_of": "drill-desk", "source": "a report", "concerns": "meridonia"}
    assert codes(ENDORSE, of="norm/drill-norm", **case) == ("crosses-the-exercise",)


def test_who_administers_an_exercise_from_outside_practises_in_it() -> None:
    act = lawful("parties.seat-member", body="drill-body")
    assert act.scope(scene().lent(act)) == "drill"
    assert codes("parties.seat-member", body="drill-body") == ()


def test_nobody_else_reaches_in_from_outside() -> None:
    assert codes(ENDORSE, of="norm/drill-norm") == ("crosses-the-exercise",)
    state = replace(HARBOUR, form=MERIDONIA.form, standing=MERIDONIA.standing)
    assert codes("parties.seat-member", state, body="drill-body") == ("crosses-the-exercise",)


def test_one_exercise_does_not_touch_another() -> None:
    other = replace(HARBOUR, id="storm-desk", exercise="storm")
    storm = Exercise(id="storm", title="Storm")
    assert codes(
        "parties.seat-member", other, storm, on_behalf_of="storm-desk", body="drill-body"
    ) == ("crosses-the-exercise",)


def test_the_room_is_the_body_named_or_the_nearest_above() -> None:
    for kind, room in {
        "convene.convene-meeting": "conference",
        "reframe.take-position": "conference",
        "reframe.break-silence": "conference",
        "reframe.enter-reservation": "conference",
        "programme.open": "conference",
        "mobilize.log-advocacy": "conference",
        "operate.answer-check": "",
        "parties.admit-party": "",
    }.items():
        act = lawful(kind)
        assert act.room(scene().lent(act)) == room, kind


@pytest.mark.parametrize(
    ("body", "everything"),
    [
        (None, Audience.PUBLIC),
        (replace(CONFERENCE, attribution=Attribution.ON_THE_RECORD), Audience.PUBLIC),
        (CONFERENCE, Audience.BODY),
        (replace(CONFERENCE, attribution=Attribution.CLOSED), Audience.BODY),
    ],
)
def test_what_is_done_in_a_room_is_told_as_its_rule_allows(
    body: Body | None, everything: Audience
) -> None:
    assert audiences_in(body) == {"*": everything, "by": Audience.OWN}


def test_an_audience_widens_only_where_everyone_who_saw_it_still_does() -> None:
    wider = {(a, b) for a in Audience for b in Audience if a is not b and widens(a, b)}
    # What is for persons is promised to them, and opened to nobody.
    inner = set(Audience) - {Audience.PUBLIC, Audience.PROGRAMME, Audience.PERSONS}
    every_to_public = {(a, Audience.PUBLIC) for a in (*inner, Audience.PROGRAMME)}
    # What those who keep the directory see, the secretariat sees too, and the party whose words they are.
    to_directory = {(a, Audience.DIRECTORY) for a in (Audience.OWN, Audience.SECRETARIAT)}
    assert wider == every_to_public | {(a, Audience.PROGRAMME) for a in inner} | to_directory


def test_two_kinds_have_two_names() -> None:
    with pytest.raises(Broken):

        @act_kind("mobilize.endorse/1")
        @dataclass(frozen=True, kw_only=True)
        class Again(Act):
            right = Clerk()


@pytest.mark.parametrize("name", sorted(ENVELOPE_KEYS))
def test_no_field_is_called_like_an_envelope_key(name: str) -> None:
    cls = type("Odd", (Act,), {"__annotations__": {name: Annotated[str, Line()]}})
    if name in {
        "by",
        "on_behalf_of",
        "at",
        "index",
        "effective",
        "source",
        "concerns",
        "audiences",
    }:
        assert own_field_names(cls) == []
        return
    with pytest.raises(Broken):
        act_kind("ground.odd/1")(cls)


@pytest.mark.parametrize(
    ("kind", "own"),
    [
        ("mobilize.cheer/1", {}),
        ("mobilize.endorse/1", {"id": "a", "of": "norm/a"}),
        ("mobilize.endorse/1", {"id": "a", "of": "norm/a", "extent": "whole", "colour": "red"}),
    ],
)
def test_what_is_no_act(kind: str, own: dict[str, str]) -> None:
    with pytest.raises(Malformed):
        read_act(kind, own, {"by": "a", "on_behalf_of": "b", "at": NOW})


def test_erased_words_are_read_as_erased() -> None:
    own = {"id": "a", "of": "norm/a", "extent": "whole", "words": ERASED}
    act = read_act("mobilize.endorse/1", own, {"by": "a", "on_behalf_of": "b", "at": NOW})
    (made,) = act.changes(scene().lent(act))
    assert getattr(made, "words", "") is ERASED


def test_erasable_are_only_words() -> None:
    assert erasable_fields(type(lawful(ENDORSE))) == {"words"}
    assert erasable_fields(type(lawful("operate.nominate-contact"))) == {
        "name",
        "telephone",
        "mail",
    }


def test_an_act_says_what_it_names_and_what_it_follows_from() -> None:
    assert [each[1:] for each in lawful("mobilize.give-evidence").touched] == [
        ("commitment/duty-desk", True),
        ("check/check-0312", True),
    ]
    assert [each[1:] for each in lawful("reframe.propose-words").touched] == [
        ("text/understanding", False),
        ("paragraph/understanding-p7", True),
    ]


def test_a_pure_function_is_computed_once() -> None:
    seen: list[int] = []

    @once
    def double(number: int) -> int:
        seen.append(number)
        return number * 2

    assert [double(2), double(2), seen] == [4, 4, [2]]
