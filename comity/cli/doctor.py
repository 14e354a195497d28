"""Look a programme over: disk, clock, server, keys, backups, letters, mail, certificate. The last line says it all.

    comity doctor --data DIR

Exit code 1 where something may be lost if it stays as it is.
"""

import argparse
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from comity.cli.house import open_house
from comity.cli.screen import FINE, REFUSED, show

MARKS = {"well": "   ", "soon": " ! ", "now": "!!!"}


def configure(parser: argparse.ArgumentParser) -> None:
    """Take the folder."""
    parser.add_argument("--data", type=Path, required=True, metavar="DIR", help="the data folder")


def run(args: argparse.Namespace) -> int:
    """Look, and say."""
    desk = open_house(args.data)
    from comity.accounts.checkup import looked_over  # noqa: PLC0415 — after the house is open
    from comity.wording.checkup import told  # noqa: PLC0415

    found = told(looked_over(desk), folder=str(desk.folder.path))
    show(found, plain="\n".join([*_lines(found), "", found["says"]]), as_json=args.json)
    return FINE if found["ok"] else REFUSED


def _lines(found: dict[str, Any]) -> Iterator[str]:
    for each in found["findings"]:
        yield f"{MARKS[each['state']]} {each['about']:<12}{each['says']}"
        if each["do"]:
            yield f"{'':16}{each['do']}"
