"""The documentation of the kinds says what the code says."""

from pathlib import Path

import comity
from comity.acts.register import load
from comity.wording.kinds_page import index, page

FOLDER = Path(comity.__file__).parent.parent / "docs" / "kinds"


def test_the_pages_of_the_kinds_are_what_the_code_says() -> None:
    """If this fails: .venv/bin/python scripts/kinds, and look at what changed."""
    written = {path.stem: path.read_text("utf-8") for path in FOLDER.glob("*.md")}
    meant = {kind.partition("/")[0]: page(kind, cls) for kind, cls in load().items()}
    assert written == {**meant, "README": index(load())}
