r"""Enter people, and list them with what each may do.

    comity person add --data DIR --by OFFICER --name "Ana Reyes" --office "Deputy director" --mail ana@ministry.example
    comity person add … --another          where somebody is called alike, or letters go there already: they are two
    comity person list --data DIR --by OFFICER
    comity person show ID --data DIR --by OFFICER

A person is an opaque id; the name stands once in the record and can be erased. --mail is kept beside the record, and
is where their sign-in letters go. What they may do is given by: comity role give ID …
"""

import argparse
from typing import Any

from comity.cli import officer
from comity.cli.people_words import line_of, told_of
from comity.cli.screen import FINE, REFUSED, UNREADABLE, Stop, show
from comity.core.errors import Malformed

KIND = "parties.register-person/1"


def configure(parser: argparse.ArgumentParser) -> None:
    """Take what is to be done, and what is said of a person."""
    parser.add_argument(
        "what", choices=["add", "list", "show"], help="enter one, list all, show one"
    )
    parser.add_argument("id", nargs="?", metavar="ID", help="show: whom")
    officer.configure(parser)
    parser.add_argument("--name", metavar="NAME", help="add: the name, as they write it")
    parser.add_argument("--office", default="", metavar="OFFICE", help="add: what they are there")
    parser.add_argument("--country", default="", metavar="COUNTRY", help="add: of which country")
    parser.add_argument("--mail", default="", metavar="ADDRESS", help="add: where letters go")
    parser.add_argument(
        "--another", action="store_true", help="add: nobody who is called alike, or reached there"
    )


def run(args: argparse.Namespace) -> int:
    """Do it."""
    if (args.what == "show") != bool(args.id):
        raise Stop("an ID goes with show, and show with an ID")
    if args.what != "add":
        return _listed(args)
    if not args.name:
        raise Stop("--name is missing: a person is entered by their name")
    return _add(args)


def _add(args: argparse.Namespace) -> int:
    desk = officer.at_desk(args)
    from comity.accounts.contact import keep_mail, reached_at  # noqa: PLC0415 — after the house is open
    from comity.desk.beginning import letters_address, random_person  # noqa: PLC0415

    try:
        mail = letters_address(args.mail, "--mail") if args.mail else ""
    except Malformed as error:
        raise Stop(str(error), code=UNREADABLE) from error
    person = random_person()
    said = {name: value for name in ("name", "office", "country") if (value := getattr(args, name))}
    if args.another:
        said["is_another"] = True
    elif before := reached_at(mail):
        each = ", ".join(before)
        raise Stop(
            f"{mail} is where letters reach {each} already. If they are two: --another",
            code=REFUSED,
            facts={"reached": before},
        )
    receipt = officer.submit(desk, args, KIND, {"id": person, **said}, again="--another")
    if mail:
        keep_mail(person, mail=mail)
    data = f"--data {args.data} --by {args.by}"
    plain = f"{args.name} is entered as {person}.\nNext: comity role give {person} {data} --for PARTY --power speak"
    show(
        {"ok": True, "person": person, "act": receipt.index, "mail": mail},
        plain=plain,
        as_json=args.json,
    )
    return FINE


def _listed(args: argparse.Namespace) -> int:
    desk = officer.at_desk(args)
    from comity.cli.people_seen import called, everyone  # noqa: PLC0415 — after the house is open

    found = [each for each in everyone(desk, args.by) if args.id in (None, each.person.id)]
    if args.id and not found:
        raise Stop(f"the record shows {args.by} no person {args.id!r}", code=REFUSED)
    told: list[dict[str, Any]] = [told_of(each) for each in found]
    names = called(desk, args.by)
    plain = "\n".join(line_of(each, names) for each in told) or "Nobody is entered yet."
    show({"ok": True, "people": told}, plain=plain, as_json=args.json)
    return FINE
