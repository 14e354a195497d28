"""Check it yourself: the three lines to copy, and what they answer."""

from collections.abc import Mapping
from typing import Any

from django.conf import settings

from comity.desk.readings.check import CheckPage

FLIP = (
    "f=$(ls out/parts/* | sort | tail -n 1); "
    "python3 -c \"import sys; p=sys.argv[1]; b=bytearray(open(p,'rb').read()); b[40]^=1; open(p,'wb').write(b)\" \"$f\"; "
    "comity verify out"
)


def lines(page: CheckPage) -> Mapping[str, Any]:
    """Return what the page shows: commands are no words, and stay as they are in every language."""
    folder = getattr(settings, "COMITY_DATA", ".data/demo")
    return {
        "export_line": f".venv/bin/comity export --data {folder} out",
        "verify_line": ".venv/bin/comity verify out",
        "flip_line": FLIP.replace("comity verify", ".venv/bin/comity verify"),
        "verify_answer": f"{page.acts} acts",
        "flip_answer": "",
    }
