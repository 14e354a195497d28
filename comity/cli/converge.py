"""Find what unites a room, what divides it, and on whom that depends; no programme and no database is needed.

comity converge FILE.csv [--format polis-wide|polis-long|rollcall] [--blocs FILE.csv] [--bootstrap 200]
                         [--svg MAP.svg]
comity converge compare FILE.csv STATEMENT STATEMENT… [--format …] [--blocs FILE.csv]
comity converge check FINDINGS.json FILE.csv [--format …] [--blocs FILE.csv] [--bootstrap 200]

FILE.csv is Pol.is' table of participants, its list of votes, or roll calls. --blocs is person,bloc[,share].
"""

import argparse
from pathlib import Path

from comity.cli.screen import Stop

BOOTSTRAP = 200


def configure(parser: argparse.ArgumentParser) -> None:
    """Take the votes, and what is known of those who cast them."""
    parser.add_argument(
        "files",
        nargs="+",
        metavar="FILE.csv",
        help="votes; or check, findings, votes; or compare, votes, statements",
    )
    parser.add_argument(
        "--format", choices=("polis-wide", "polis-long", "rollcall"), help="recognized if not given"
    )
    parser.add_argument("--blocs", type=Path, metavar="FILE.csv", help="person,bloc[,share]")
    parser.add_argument(
        "--bootstrap",
        type=_drawn,
        default=BOOTSTRAP,
        metavar="N",
        help="how often people are drawn anew to see whether groups hold (default 200; 0: not at all)",
    )
    parser.add_argument(
        "--svg", type=Path, metavar="MAP.svg", help="draw where people stand into this file"
    )


def _drawn(word: str) -> int:
    if not (word.isascii() and word.isdigit() and len(word) <= 5):
        raise argparse.ArgumentTypeError(f"{word!r} is not a number from 0 to 99999")
    return int(word)


def run(args: argparse.Namespace) -> int:
    """Find, or check what was found."""
    try:
        from comity.cli import converge_run  # noqa: PLC0415 — numpy is not needed to serve, and may be absent
    except ModuleNotFoundError as error:
        if error.name not in {"numpy", "scipy"}:
            raise
        raise Stop(
            "comity converge computes with numpy and scipy: install comity[numerics]"
        ) from None
    match args.files:
        case [votes]:
            return converge_run.find(args, Path(votes))
        case ["check", told, votes]:
            return converge_run.look_again(args, Path(told), Path(votes))
        case ["compare", votes, *wordings]:
            return converge_run.compare(args, Path(votes), wordings)
    raise Stop(
        "one file of votes is wanted; or check, findings and votes; or compare, votes and statements"
        " (comity converge --help explains)"
    )
