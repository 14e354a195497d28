"""A body is named in the midst of a sentence."""

from datetime import UTC, datetime

import pytest

from comity.core.party import Body, BodyForm
from comity.desk.cells import Value
from comity.desk.seen import Seen
from comity.web.templatetags.gathered import in_a_sentence

NOON = datetime(2026, 11, 24, 12, tzinfo=UTC)


@pytest.mark.parametrize(
    ("called", "says"),
    [
        ("The Conference", "The Conference"),
        ("Conference on cables", "the Conference on cables"),
        ("Pipes & wires", "the Pipes &amp; wires"),
    ],
)
def test_a_body_takes_one_article_at_most(called: str, says: str) -> None:
    cells = {"name": Value(called), "form": Value(BodyForm.CONFERENCE)}
    seen: Seen[Body] = Seen(id="one", type="body", act=1, at=NOON, is_recorded=False, cells=cells)
    assert in_a_sentence(seen) == says


def test_no_body_is_named_by_nothing() -> None:
    assert in_a_sentence(None) == ""
