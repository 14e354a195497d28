"""Write what a viewer may see as static files, which anybody can check without us.

comity export --data DIR OUT                      what the public may see
comity export --data DIR OUT --as PERSON-ID       what a person may see
comity verify OUT
"""

import argparse
from pathlib import Path

from comity.cli.house import known_person, open_house, size_of
from comity.cli.screen import FINE, REFUSED, Stop, progress, show
from comity.core.errors import Broken

PUBLIC = "public"


def configure(parser: argparse.ArgumentParser) -> None:
    """Take from where, to where and for whom."""
    parser.add_argument(
        "out", type=Path, metavar="OUT", help="a folder that is empty or not there yet"
    )
    parser.add_argument("--data", type=Path, required=True, metavar="DIR", help="the data folder")
    parser.add_argument(
        "--as", dest="viewer", default=PUBLIC, metavar="PERSON-ID", help="public if not given"
    )


def run(args: argparse.Namespace) -> int:
    """Write the files."""
    desk = open_house(args.data)
    from comity.desk.export import export  # noqa: PLC0415 — after the house is open

    viewer = desk.viewer("" if args.viewer == PUBLIC else known_person(desk, args.viewer))
    total = size_of(desk)
    try:
        with progress("Exporting") as bar:
            files = export(desk, viewer, args.out, told=lambda done: bar(done, total))
    except Broken as error:
        raise Stop(str(error), code=REFUSED) from error
    except OSError as error:
        raise Stop(f"{args.out} cannot be written: {error.strerror}", code=REFUSED) from error
    told = {"ok": True, "out": str(args.out), "files": files, "acts": total, "as": args.viewer}
    show(
        told,
        plain=f"{files} files in {args.out}; check them with: comity verify {args.out}",
        as_json=args.json,
    )
    return FINE
