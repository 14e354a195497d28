"""What docs/texts.md says of the engine, each law by the name of the test that tries it."""

import re
from pathlib import Path

ROOT = Path(__file__).parents[2]


def test_every_law_is_tried_by_the_test_it_names() -> None:
    told = (ROOT / "docs/texts.md").read_text()
    laws = [line for line in told.splitlines() if line.startswith("| ") and "`test_" in line]
    named = [re.findall(r"`(test_\w+)`", line) for line in laws]
    places = [*ROOT.glob("tests/texts/**/test_*.py"), *ROOT.glob("tests/contracts/test_text_*.py")]
    written = "".join(place.read_text() for place in places)
    assert len(named) == 21
    assert [name for names in named for name in names if f"def {name}(" not in written] == []
