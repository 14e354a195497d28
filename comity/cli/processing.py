"""Write the record of processing (GDPR, article 30) from the register of kinds: what can hold personal data.

comity record-of-processing > processing.md
"""

import argparse
import json
import tempfile
from dataclasses import asdict
from pathlib import Path

from comity.cli.house import set_up
from comity.cli.screen import FINE


def configure(parser: argparse.ArgumentParser) -> None:
    """Take nothing: it is the same for every programme."""


def run(args: argparse.Namespace) -> int:
    """Write it."""
    with tempfile.TemporaryDirectory() as nowhere:
        set_up(Path(nowhere), is_loopback=False)
        from comity.acts.register import load  # noqa: PLC0415 — after Django is set up
        from comity.wording.processing import BESIDE, activities, page  # noqa: PLC0415

        if args.json:
            record = [asdict(each) for each in activities(load())]
            told = {"ok": True, "record": record, "beside": [list(each) for each in BESIDE]}
            print(json.dumps(told, ensure_ascii=False))
        else:
            print(page(load()), end="")
    return FINE
