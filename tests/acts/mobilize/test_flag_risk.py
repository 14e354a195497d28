"""A risk is told to one person or two."""

import pytest

from comity.core.audience import Audience, widens, within
from comity.core.risk import Risk
from comity.core.when import When
from tests.acts.lawful import lawful
from tests.acts.scene import NOW, scene
from tests.acts.wrong import Wrong, codes, refused, wrong

KIND = "mobilize.flag-risk"
WRONG = (
    wrong("to oneself", "names-oneself", told=["ann"]),
    wrong("to one person twice", "reader-twice", told=["max", "max"]),
    wrong("to somebody who acts for nobody", "reader-without-mandate", told=["eve"]),
    wrong("to nobody known", "no-such-person", told=["nobody"]),
    wrong("about nothing known", "no-such-target", about="target/nothing"),
    wrong("saying nothing", "nothing-said", words=" "),
)


@pytest.mark.parametrize("case", WRONG, ids=str)
def test_it_is_refused(case: Wrong) -> None:
    assert refused(KIND, case) == case.codes


def test_it_is_known_to_those_it_names() -> None:
    assert scene().do(lawful(KIND)).things["risk/watched"] == Risk(
        id="watched",
        about="target/ports",
        told=("ines", "max"),
        flagged_by="ann",
        words="Whoever opened the door is watched since.",
        asks="Call nobody there until spring.",
        on=When(f"{NOW:%Y-%m-%dT%H:%M:%SZ}"),
    )


def test_one_reader_is_enough_and_nothing_need_be_asked() -> None:
    assert codes(KIND, told=["max"], asks=None) == ()


def test_what_is_for_persons_is_opened_to_nobody_and_lies_within_nothing_but_the_public() -> None:
    assert {widens(Audience.PERSONS, each) for each in Audience} == {False}
    assert [each for each in Audience if Audience.PERSONS in within(each)] == [
        Audience.PUBLIC,
        Audience.PERSONS,
    ]
