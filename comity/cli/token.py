"""Make a token with which a program acts for a person.

comity token new --data DIR --person ID                  prints the token, alone, this once
comity token new --data DIR --person ID --scope read     one that may only look

curl -H "Authorization: Bearer $TOKEN" http://localhost:8000/desk.json
"""

import argparse
from datetime import timedelta
from pathlib import Path

from comity.cli.house import known_person, open_house
from comity.cli.screen import FINE, show

LONGEST = 3650
"""Days: a token that works for more than ten years has no end worth the name."""


def configure(parser: argparse.ArgumentParser) -> None:
    """Take for whom, how far and for how long."""
    parser.add_argument("what", choices=["new"], help="make a new token")
    parser.add_argument("--data", type=Path, required=True, metavar="DIR", help="the data folder")
    parser.add_argument("--person", required=True, metavar="ID", help="for whom")
    parser.add_argument(
        "--scope", action="append", choices=["read", "act"], help="both if not given"
    )
    parser.add_argument(
        "--days",
        type=_days,
        metavar="N",
        help="how long it works; until the account is closed if not given",
    )


def _days(word: str) -> int:
    if not (word.isascii() and word.isdecimal() and 1 <= int(word) <= LONGEST):
        raise argparse.ArgumentTypeError(f"{word!r} is no number of days from 1 to {LONGEST}")
    return int(word)


def run(args: argparse.Namespace) -> int:
    """Make it and print it."""
    desk = open_house(args.data)
    person = known_person(desk, args.person)
    from comity.accounts.secrets import Scope, new_token  # noqa: PLC0415 — after the house is open

    scopes = [Scope(each) for each in args.scope or ["read", "act"]]
    expires = desk.clock() + timedelta(days=args.days) if args.days else None
    token = new_token(person, scopes=scopes, expires=expires)
    show(
        {"token": token, "person": person, "scopes": sorted(scopes)}, plain=token, as_json=args.json
    )
    return FINE
