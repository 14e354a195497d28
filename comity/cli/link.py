"""Make a sign-in link for a person, to be handed over by the way that is trusted.

comity link --data DIR --person ID               prints the link; it works once, within thirty minutes
comity link --data DIR --person ID --mail ADDRESS   and keeps where further letters go
"""

import argparse
from pathlib import Path

from comity.cli.house import known_person, open_house
from comity.cli.screen import FINE, show


def configure(parser: argparse.ArgumentParser) -> None:
    """Take for whom."""
    parser.add_argument("--data", type=Path, required=True, metavar="DIR", help="the data folder")
    parser.add_argument("--person", required=True, metavar="ID", help="for whom")
    parser.add_argument("--mail", metavar="ADDRESS", help="keep where sign-in letters go")
    parser.add_argument(
        "--address", metavar="URL", help="the public address, if not the one of COMITY_ADDRESS"
    )


def run(args: argparse.Namespace) -> int:
    """Make it and print it."""
    desk = open_house(args.data)
    person = known_person(desk, args.person)
    from django.conf import settings  # noqa: PLC0415 — after the house is open

    from comity.accounts.contact import keep_mail  # noqa: PLC0415
    from comity.accounts.letters import link_for  # noqa: PLC0415
    from comity.accounts.models import Account  # noqa: PLC0415

    if args.mail:
        keep_mail(person, mail=args.mail)
    link = link_for(
        Account.objects.of(person),
        address=args.address or settings.COMITY_ADDRESS,
        now=desk.clock(),
    )
    show({"link": link, "person": person}, plain=link, as_json=args.json)
    return FINE
