"""The documentation of the kinds says what the code says."""

from pathlib import Path

import comity
from comity.acts.register import load
from comity.core.act import erasable_fields
from comity.wording import processing
from comity.wording.kinds_page import index, page

FOLDER = Path(comity.__file__).parent.parent / "docs" / "kinds"


def test_the_pages_of_the_kinds_are_what_the_code_says() -> None:
    """If this fails: .venv/bin/python scripts/kinds, and look at what changed."""
    written = {path.stem: path.read_text("utf-8") for path in FOLDER.glob("*.md")}
    meant = {kind.partition("/")[0]: page(kind, cls) for kind, cls in load().items()}
    assert written == {**meant, "README": index(load())}


def test_the_record_of_processing_is_what_the_code_says() -> None:
    """If this fails: .venv/bin/python scripts/kinds, and look at what changed."""
    written = (FOLDER.parent / "processing.md").read_text("utf-8")
    assert written == processing.page(load())


def test_every_field_that_the_law_may_take_away_stands_in_the_record_of_processing() -> None:
    told = {f"{each.kind}/1": set(each.fields) for each in processing.activities(load())}
    meant = {kind: set(erasable_fields(cls)) for kind, cls in load().items()}
    assert told == {kind: fields for kind, fields in meant.items() if fields}
    assert set(processing.AGES) <= {kind.partition("/")[0] for kind in load()}
