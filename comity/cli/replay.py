"""Compare what pages show with what the record says, by replaying it from the first act.

comity replay --check --data DIR
"""

import argparse
from pathlib import Path

from comity.cli.house import open_house, size_of
from comity.cli.screen import FINE, REFUSED, progress, show


def configure(parser: argparse.ArgumentParser) -> None:
    """Take the folder."""
    parser.add_argument(
        "--check", action="store_true", required=True, help="compare, and change nothing"
    )
    parser.add_argument("--data", type=Path, required=True, metavar="DIR", help="the data folder")


def run(args: argparse.Namespace) -> int:
    """Replay and compare."""
    desk = open_house(args.data)
    from comity.desk.replay import check  # noqa: PLC0415

    total = size_of(desk)
    with progress("Replaying") as bar:
        found = check(desk, told=lambda done: bar(done, total))
    told = {"ok": found.holds, "acts": found.acts, "differing": list(found.differing)}
    plain = f"{found.acts} acts replayed: pages show what the record says."
    if not found.holds:
        plain = f"These do not agree with the record: {', '.join(found.differing)} (comity migrate rebuilds them)"
    show(told, plain=plain, as_json=args.json)
    return FINE if found.holds else REFUSED
