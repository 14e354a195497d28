"""A text in numbered paragraphs lies on the table."""

from dataclasses import replace

import pytest

from comity.core.erased import ERASED
from comity.core.text import Paragraph, ParagraphStatus, Text, TextStatus
from tests.acts.lawful import lawful
from tests.acts.scene import OLD_TEXT, TEXT, scene
from tests.acts.wrong import Wrong, codes, refused, wrong

KIND = "reframe.table-text"

WRONG = (
    wrong("with a number too few", "lists-differ", numbers=["7"]),
    wrong("with words too many", "lists-differ", words=["a", "b", "c"]),
    wrong("with a status too few", "lists-differ", statuses=["open"]),
    wrong("with a source too many", "lists-differ", rests_on=["", "", ""]),
    wrong("with one paragraph twice", "paragraph-twice", ids=["u2-p7", "u2-p7"]),
    wrong("with one number twice", "number-twice", numbers=["7", "7"]),
    wrong("with an empty paragraph", "nothing-said", words=["Each.", " "]),
    wrong("resting on what is no thing", "no-such-thing", rests_on=["the dialogue", ""]),
    wrong("resting on nothing known", "no-such-outcome", rests_on=["outcome/dialogue", ""]),
    wrong("with a paragraph id that is taken", "id-taken", ids=["accord-p1", "u2-p8"]),
    wrong("in no body", "no-such-body", "not-of-this-body", body="nothing"),
    wrong("revising the text of another body", "not-of-this-body", body="commission"),
    wrong(
        "revising an old revision",
        "text-revised",
        world=[replace(TEXT, revised_by="understanding-1")],
    ),
    wrong("revising what lies under silence", "text-under-silence", revises="annex"),
    wrong(
        "revising what silence has held on",
        "text-under-silence",
        world=[replace(TEXT, status=TextStatus.SILENCE_HELD)],
    ),
)


@pytest.mark.parametrize("case", WRONG, ids=str)
def test_it_is_refused(case: Wrong) -> None:
    assert refused(KIND, case) == case.codes


def test_the_text_its_paragraphs_and_what_they_rest_on() -> None:
    act = lawful(KIND)
    world = scene().do(act)
    assert world.things["text/understanding-2"] == Text(
        id="understanding-2",
        title="Understanding on broken cables",
        body="conference",
        label="Second revision",
        revises="understanding",
        paragraphs=("u2-p7", "u2-p8"),
    )
    assert world.things["paragraph/u2-p8"] == Paragraph(
        id="u2-p8",
        text="understanding-2",
        number="8",
        place=1,
        words="It is voluntary.",
        status=ParagraphStatus.AGREED,
    )
    assert world.things["text/understanding"] == replace(TEXT, revised_by="understanding-2")
    assert list(act.follows_from()) == [
        ("paragraph/u2-p7", "proposal/one-day"),
        ("text/understanding-2", "text/understanding"),
    ]


def test_erased_words_are_erased_in_every_paragraph() -> None:
    act = replace(lawful(KIND), words=ERASED)  # type: ignore[call-arg]
    made = list(act.changes(scene().lent(act)))
    words = [each.words for each in made if isinstance(each, Paragraph)]
    assert words == [ERASED, ERASED]


def test_an_adopted_text_may_be_revised_in_a_new_round() -> None:
    world = scene().do(lawful(KIND, revises="accord"))
    assert world.things["text/accord"] == replace(OLD_TEXT, revised_by="understanding-2")


def test_statuses_and_sources_may_be_left_out() -> None:
    assert codes(KIND, statuses=[], rests_on=[], revises=None) == ()
