"""No visible word is left that translators never see."""

import pytest

from comity.core.audience import Audience
from comity.core.entity import entity_types, hints
from comity.core.refusal import Refusal
from comity.core.when import Deadline, When
from comity.wording import (
    Reader,
    before,
    button,
    date,
    deadline,
    duration,
    labels,
    minutes,
    says,
    title,
    who_sees,
)
from comity.wording.enums import WORDS
from comity.wording.refusal_words import SAYS
from comity.wording.sentences import part_label
from tests.wording.conftest import KINDS
from tests.wording.pseudo import in_pseudo, marked, unmarked
from tests.wording.samples import NAMES
from tests.wording.test_refusals import FACTS
from tests.wording.test_register_sweep import seen_so

every_kind = pytest.mark.parametrize("kind", KINDS)


def own_fields() -> list[str]:
    """Return the names of all fields of all kinds, those of small records inside them too."""
    return [part for kind in KINDS for name in labels(kind) for part in name.split(".")]


FIELDS = {*own_fields(), *(name for each in entity_types().values() for name in hints(each))}
DATA = " ".join(["Zq7 planted UTC application archive source", *entity_types(), *FIELDS])
DATA += " " + DATA.replace("_", " ").replace("-", " ")
"""The words of the planted values: the names of fields and of kinds of things."""


def test_the_marked_language_marks_words_and_keeps_places() -> None:
    assert marked("%(who)s broke it") == "%(who)s ƀřǿķḗ īŧ"
    assert unmarked("<p>ƀřǿķḗ loudly</p>") == ["loudly"]


@every_kind
def test_all_that_an_act_says_before_is_translated(kind: str) -> None:
    with in_pseudo():
        said = [title(kind), button(kind), before(kind)]
        for label, hint in labels(kind).values():
            said += [label, hint]
    assert [word for each in said for word in unmarked(each)] == []


@every_kind
def test_all_that_minutes_say_of_themselves_is_translated(kind: str) -> None:
    for what, act, _hidden in seen_so(kind):
        with in_pseudo():
            sentence = minutes(act, names=NAMES)
        assert unmarked(sentence.replace("Zq7 ", ""), data=DATA) == [], what


def test_every_refusal_is_translated() -> None:
    data = "Mars Olympus example org other kind by on behalf of"
    for code in SAYS:
        with in_pseudo():
            said = says(Refusal(code, facts=FACTS.get(code, {})), kind="reframe.break-silence/1")
        assert unmarked(said.replace("https://", "").replace("http://", ""), data=data) == [], code


def test_every_word_of_a_list_is_translated() -> None:
    with in_pseudo():
        assert [word for each in WORDS.values() for word in unmarked(str(each))] == []


def test_times_and_readers_are_translated() -> None:
    until = Deadline("2019-10-12T20:00:00+00:00[Atlantic/Reykjavik]")
    reader = Reader(zone="Asia/Kolkata", zones={"Atlantic/Reykjavik": "Harbour"})
    audiences = {"kind": Audience.BODY, "on_behalf_of": Audience.CHAIR, "words": Audience.PUBLIC}
    with in_pseudo():
        said = [
            deadline(until, reader=reader),
            duration(125),
            part_label("reframe.break-silence/1", "by"),
            *who_sees("reframe.break-silence/1", audiences, body="Harbour", party="Harbour"),
        ]
    assert [word for each in said for word in unmarked(each, data="Harbour October")] == []
    assert date(When("2017-11")) == "November 2017"
