"""Who acts on the terminal, for which party, and what came of it."""

import argparse
from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any

from comity.cli import doubles
from comity.cli.answered import told
from comity.cli.house import known_person, open_house
from comity.cli.screen import REFUSED, UNREADABLE, Stop
from comity.core.errors import Malformed

if TYPE_CHECKING:
    from comity.desk.desk import Desk
    from comity.desk.outcome import Receipt


def configure(parser: argparse.ArgumentParser) -> None:
    """Take the folder, and who acts."""
    parser.add_argument("--data", type=Path, required=True, metavar="DIR", help="the data folder")
    parser.add_argument("--by", required=True, metavar="PERSON", help="the person who acts")
    parser.add_argument(
        "--on-behalf-of",
        metavar="PARTY",
        help="the party they act for; if not given, the only one whose programme they run",
    )


def at_desk(args: argparse.Namespace) -> "Desk":
    """Open the house for a person whom the record knows."""
    desk = open_house(args.data)
    known_person(desk, args.by)
    return desk


def submit(
    desk: "Desk",
    args: argparse.Namespace,
    kind: str,
    fields: Mapping[str, Any],
    *,
    again: str = "",
) -> "Receipt":
    """Do one act and return its receipt; stop with every reason where it is out of order, and at what is called alike.

    `again` is the option that says that they are two.
    """
    party = args.on_behalf_of or _only_party(desk, args.by)
    envelope = {"kind": kind, "on_behalf_of": party, **fields}
    try:
        return told(doubles.submit(desk, envelope, person=args.by, again=again))
    except Malformed as error:
        raise Stop(str(error), code=UNREADABLE) from error


def _only_party(desk: "Desk", person: str) -> str:
    from comity.core.rights import Power  # noqa: PLC0415

    found = desk.viewer(person).parties_with(Power.ADMINISTER)
    if len(found) == 1:
        return found[0]
    if found:
        raise Stop(f"--on-behalf-of is missing: {person} administers for {' and '.join(found)}")
    raise Stop(f"--on-behalf-of is missing: {person} administers for no party here", code=REFUSED)
