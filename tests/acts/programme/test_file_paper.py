"""A paper is on file."""

from dataclasses import replace

import pytest

from comity.core.erased import ERASED
from comity.core.programme import Paper
from comity.core.shapes import Blob
from tests.acts.lawful import lawful
from tests.acts.scene import scene
from tests.acts.wrong import Wrong, codes, refused, wrong

FILE = {"blob": "f" * 43, "length": 2048, "media_type": "text/plain"}
PAPER = Paper(
    id="paper-12",
    title="Faults by season",
    about="paragraph/understanding-p7",
    file=Blob("f" * 43, 2048, "text/plain"),
    symbol="CC/12",
    late=True,
)

KIND = "programme.file-paper"

WRONG = (
    wrong("under a symbol that is taken", "symbol-taken", world=[PAPER], id="paper-13"),
    wrong("that is empty", "paper-empty", file={**FILE, "length": 0}),
    wrong("about nothing known", "no-such-text", about="text/nothing"),
    wrong("without a title", "nothing-said", title=""),
)


@pytest.mark.parametrize("case", WRONG, ids=str)
def test_it_is_refused(case: Wrong) -> None:
    assert refused(KIND, case) == case.codes


def test_a_late_paper_is_taken_and_marked_late() -> None:
    assert scene().do(lawful(KIND)).things["paper/paper-12"] == PAPER


def test_one_symbol_stands_in_several_languages() -> None:
    assert codes(KIND, PAPER, id="paper-12-fr", language="fr") == ()


def test_an_erased_paper_is_erased_whole() -> None:
    act = replace(lawful(KIND), file=ERASED)  # type: ignore[call-arg]
    assert list(act.changes(scene().lent(act))) == [replace(PAPER, file=ERASED)]


def test_a_paper_on_a_text_stays_in_its_room() -> None:
    act = lawful(KIND)
    assert act.seen_by_default(scene().lent(act)) == {"*": "body", "by": "own"}
