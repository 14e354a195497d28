"""Check it yourself: the three lines to copy, and what they answer."""

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from django.conf import settings

from comity.desk.readings.check import CheckPage
from comity.record.tiles import WIDTH, parts_path

VERIFIED = """\
{{"ok":true,"trusted":false,"origin":"{origin}","size":{acts},"acts":{acts},"open":…,"sealed":…,"erased":…, …}}"""
FLIPPED = """\
{{"ok":false,"index":{act},"fault":"…","expected":"…","found":"…"}}"""
"""Which fault it is hangs on the byte: a part out of order, or a part that its leaf does not bind."""


def lines(page: CheckPage) -> Mapping[str, Any]:
    """Return what the page shows: commands and their answers are no words, and stay as they are in every language."""
    data, here = Path(settings.COMITY_DATA), Path.cwd()
    # Where a server keeps its data is nobody's business but its operator's.
    folder = data.relative_to(here) if data.is_relative_to(here) else "DIR"
    act = page.shown.index if page.shown else 0
    bundle, line = divmod(act, WIDTH)
    file = parts_path(bundle, width=min(WIDTH, page.acts - bundle * WIDTH))
    return {
        "is_here": folder != "DIR",
        "export_line": f".venv/bin/comity export --data {folder} out",
        "verify_line": ".venv/bin/comity verify out --json",
        "verify_answer": VERIFIED.format(origin=page.programme["origin"], acts=page.acts),
        # Every part begins with WyI, which is how base64url writes the opening of a list of words.
        "flip_line": f"sed -i '{line + 1}s/WyI/WyJ/' out/{file} && .venv/bin/comity verify out --json",
        "flip_answer": FLIPPED.format(act=act),
    }
