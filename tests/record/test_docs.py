"""The specification says what the code does."""

import re
from pathlib import Path

import pytest

from comity.record import errors
from tests.record.examples import examples

ROOT = Path(__file__).parents[2]
PAGE = (ROOT / "docs/record.md").read_text()
SHOWN = {
    name: text
    for name, text in examples().items()
    if name not in {"receipt", "entries head", "host kid", "log public"}
}
CODE = re.compile(r"(?:Malformed|Faulted|_fault|Fault)\(\s*(?:None,\s*|index,\s*)?\"([a-z0-9-]+)\"")

# Raised only where a person writes, signs or proves, never by a verification of files.
ELSEWHERE = {
    "audience-incomplete",
    "blob-digest",
    "blob-length",
    "blob-salt",
    "envelope-shape",
    "frontier",
    "host-signature",
    "json-type",
    "key-seed",
    "manifest-signature",
    "proof-inclusion",
    "proof-index",
    "proof-length",
    "proof-shape",
    "receipt-shape",
    "signature-missing",
    "tile-path",
}


@pytest.mark.parametrize("name", SHOWN)
def test_every_example_is_what_the_code_makes(name: str) -> None:
    assert SHOWN[name] in PAGE


def test_every_fault_that_a_verification_tells_stands_in_the_page() -> None:
    sources = [*Path(errors.__file__).parent.glob("*.py"), ROOT / "comity/cli/verify.py"]
    sources.append(ROOT / "comity/cli/log_source.py")
    codes = {code for file in sources for code in CODE.findall(file.read_text())}
    assert {code for code in codes - ELSEWHERE if f"`{code}`" not in PAGE} == set()
    named = set(
        re.findall(r"`([a-z0-9-]+)`", PAGE.partition("### Faults")[2].partition("## 13")[0])
    )
    in_code = {text for file in sources for text in re.findall(r'"([a-z0-9-]+)"', file.read_text())}
    assert named - in_code == {"index", "expected", "found"} - in_code
