"""Set where a person's letters go, let them in no more, or forget how to reach them.

    comity account mail --data DIR --person ID --address ADDRESS
    comity account close --data DIR --person ID      ends sessions, links and tokens; they can be let in again by mail
    comity account erase --data DIR --person ID      deletes the account with its address and passkeys

What they did stands in the record all the same; words in it are erased by an act, programme.erase.
"""

import argparse
from pathlib import Path

from comity.cli.house import known_person, open_house
from comity.cli.screen import FINE, Stop, show


def configure(parser: argparse.ArgumentParser) -> None:
    """Take what is to be done and for whom."""
    parser.add_argument(
        "what", choices=["mail", "close", "erase"], help="set an address; let in no more; forget"
    )
    parser.add_argument("--data", type=Path, required=True, metavar="DIR", help="the data folder")
    parser.add_argument("--person", required=True, metavar="ID", help="whose account")
    parser.add_argument("--address", metavar="ADDRESS", help="where letters go")


def run(args: argparse.Namespace) -> int:
    """Do it."""
    if (args.what == "mail") != bool(args.address):
        raise Stop("--address goes with mail, and mail with --address")
    desk = open_house(args.data)
    # An account may outlive every mandate of its person, and must be forgotten all the same.
    person = args.person if args.what == "erase" else known_person(desk, args.person)
    from comity.accounts import contact  # noqa: PLC0415 — after the house is open
    from comity.desk import scrubbing  # noqa: PLC0415
    from comity.desk.posting import write_again  # noqa: PLC0415

    with contact.at_once():
        match args.what:
            case "mail":
                contact.keep_mail(person, mail=args.address)
            case "close":
                contact.close(person)
            case "erase":
                contact.erase(person)
        scrubbing.owe(desk.store, now=desk.clock())
    if args.what == "mail":
        write_again(desk, person)
    scrubbing.try_again(desk.store, now=desk.clock())
    due = scrubbing.due_since(desk.store)
    later = (
        ""
        if due is None
        else "; what was there is still in the database's files, and the clerk tries again"
    )
    show(
        {"ok": True, "person": person, "scrub_due": due},
        plain=f"{args.what}: done for {person}{later}",
        as_json=args.json,
    )
    return FINE
