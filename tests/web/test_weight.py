"""What a first view costs over the wire, as far as files can tell."""

import gzip
import re
from pathlib import Path

STATIC = Path("comity/web/static/comity")
TEMPLATES = Path("comity/web/templates")
PHYSICAL = re.compile(
    r"(?<![\w-])(?:margin|padding|border)-(?:left|right|top|bottom)|(?<![\w-])(?:left|right|top|bottom)\s*:"
    r"|text-align:\s*(?:left|right)|float:\s*(?:left|right)"
)


def _weight(name: str) -> int:
    return len(gzip.compress((STATIC / name).read_bytes(), 6))


def test_style_and_script_are_light() -> None:
    assert _weight("comity.css") < 14_000
    assert _weight("comity.js") < 3_000


def test_a_page_fetches_one_style_and_one_script() -> None:
    base = (TEMPLATES / "base.html").read_text()
    assert re.findall(r"{% static '([^']+)' %}", base) == [
        "comity/comity.css",
        "comity/comity.js",
    ]


def test_the_style_knows_no_left_and_no_right() -> None:
    assert PHYSICAL.findall((STATIC / "comity.css").read_text()) == []


def test_no_template_holds_script_or_style() -> None:
    found = [
        (path.name, what)
        for path in TEMPLATES.rglob("*.html")
        for what in re.findall(
            r"<style|<script(?![^>]*\ssrc=)|\sstyle=|\son[a-z]+=", path.read_text()
        )
    ]
    assert found == []
