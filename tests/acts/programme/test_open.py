"""Only wider, and by those it belongs to."""

from dataclasses import replace

import pytest

from comity.core.entry import Part
from comity.core.state import Widened
from tests.acts.lawful import lawful
from tests.acts.scene import CHAIR as CHAIR_SEAT
from tests.acts.scene import ENTRY, NOW, scene
from tests.acts.wrong import Wrong, codes, refused, wrong


def opens(part: str, audience: str) -> list[dict[str, str]]:
    return [{"part": part, "audience": audience}]


ERASED_ENTRY = replace(
    ENTRY, parts={"words": Part("body", "w" * 43, is_erasable=True, is_erased=True)}
)

KIND = "programme.open"

WRONG = (
    wrong(
        "by another party",
        "not-yours-to-open",
        "not-the-chairs-to-open",
        by="ann",
        on_behalf_of="arvenia",
        opens=opens("reason", "public"),
    ),
    wrong("an unknown part", "no-such-part", opens=opens("colour", "public")),
    wrong("an erased part", "part-erased", world=[ERASED_ENTRY]),
    wrong("a part twice", "part-twice", opens=opens("words", "public") * 2),
    wrong("to fewer", "does-not-widen", opens=opens("words", "chair")),
    wrong("to the same", "does-not-widen", opens=opens("words", "body")),
    wrong("to others", "does-not-widen", opens=opens("reason", "secretariat")),
    wrong("who spoke under the rule", "attribution-protects-it", opens=opens("speakers", "public")),
    wrong(
        "by the chair, who did it",
        "not-the-chairs-to-open",
        opens=opens("on_behalf_of", "public"),
        by="tomas",
        on_behalf_of="harbour",
    ),
    wrong(
        "by the chair, what the chair alone was told",
        "not-the-chairs-to-open",
        opens=opens("reason", "public"),
        by="tomas",
        on_behalf_of="harbour",
    ),
    wrong("of no act", "no-such-act", act=8),
    wrong(
        "of an act of practice", "crosses-the-exercise", world=[replace(ENTRY, exercise="drill")]
    ),
)


@pytest.mark.parametrize("case", WRONG, ids=str)
def test_it_is_refused(case: Wrong) -> None:
    assert refused(KIND, case) == case.codes


def test_more_people_may_see_it() -> None:
    world = scene().do(lawful(KIND))
    assert world.told == [Widened(7, {"words": "public"})]


def test_the_chair_opens_what_was_done_in_the_room() -> None:
    assert codes(KIND, by="tomas", on_behalf_of="harbour") == ()


def test_a_former_chair_does_not() -> None:
    former = replace(CHAIR_SEAT, ended=NOW)
    assert codes(KIND, former, by="tomas", on_behalf_of="harbour") == ("not-yours-to-open",)


def test_a_party_opens_what_only_it_could_see() -> None:
    assert codes(KIND, opens=opens("by", "programme")) == ()


def test_it_tells_no_more_of_who_acted_than_the_act_did() -> None:
    act = lawful(KIND)
    assert act.seen_by_default(scene().lent(act)) == {
        "*": "public",
        "by": "own",
        "on_behalf_of": "body",
    }


def test_the_audience_itself_is_not_opened() -> None:
    assert codes(KIND, opens=opens("audience", "public")) == ("no-such-part",)
