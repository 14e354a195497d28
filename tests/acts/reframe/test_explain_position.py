"""A party says why it stood where it stood."""

import pytest

from comity.core.audience import Audience
from comity.core.statement import Explanation
from tests.acts.lawful import lawful
from tests.acts.scene import scene
from tests.acts.wrong import Wrong, refused, wrong

KIND = "reframe.explain-position"

WRONG = (
    wrong("on a paragraph of another text", "not-of-this-text", paragraph="understanding-p7"),
    wrong("without words", "nothing-said", words=" "),
    wrong("on no adoption", "no-such-adoption", on="adoption/nothing"),
    wrong("on a paragraph that is not", "no-such-paragraph", paragraph="nothing"),
    wrong("from inside an exercise", "crosses-the-exercise", on_behalf_of="herring"),
)


@pytest.mark.parametrize("case", WRONG, ids=str)
def test_it_is_refused(case: Wrong) -> None:
    assert refused(KIND, case) == case.codes


def test_it_stays_attached_to_the_text() -> None:
    world = scene().do(lawful(KIND))
    assert world.things["explanation/arvenia-explains"] == Explanation(
        id="arvenia-explains",
        on="adoption/accord-adopted",
        text="accord",
        party="arvenia",
        words="We joined so that the next text may be shorter.",
    )


@pytest.mark.parametrize(
    ("on", "text"),
    [
        ("silence/annex-silence", "annex"),
        ("round/guide-round", "guide"),
        ("ballot/guide-ballot", "guide"),
    ],
)
def test_whatever_was_asked_it_is_of_that_text(on: str, text: str) -> None:
    found = scene().do(lawful(KIND, on=on)).things["explanation/arvenia-explains"]
    assert isinstance(found, Explanation)
    assert found.text == text


def test_of_an_adoption_it_is_public_and_of_what_the_room_was_asked_it_stays_in_the_room() -> None:
    def seen(on: str) -> Audience:
        act = lawful(KIND, on=on)
        return act.seen_by_default(scene().lent(act))["*"]

    assert seen("adoption/accord-adopted") is Audience.PUBLIC
    assert seen("ballot/guide-ballot") is Audience.BODY


def test_a_source_lifts_the_rule_of_the_room_no_more_than_a_party_does() -> None:
    told = {"source": "a letter", "concerns": "lantern"}
    act = lawful(KIND, on="ballot/guide-ballot", **told)
    assert act.seen_by_default(scene().lent(act))["concerns"] is Audience.BODY
