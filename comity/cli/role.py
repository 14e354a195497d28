r"""Give, end and list what people may do: mandates for a party, seats in a body.

    comity role give PERSON --for PARTY --power speak --power endorse --data DIR --by OFFICER
    comity role give PERSON --in BODY --as chair --for PARTY --data DIR --by OFFICER
    comity role give --in BODY --as member --for PARTY --data DIR --by OFFICER     a seat of the party, whoever speaks
    comity role end ID --data DIR --by OFFICER --why "Posted elsewhere."
    comity role list --data DIR --by OFFICER [--person ID] [--for PARTY] [--in BODY]

A mandate lets a person speak, endorse, nominate, administer or record for a party. A seat lets them, or the people of
a party, take part in a body. Either begins today (UTC) unless --start says when, and holds until --end or until ended.
"""

import argparse
from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, Any

from comity.cli import officer
from comity.cli.people_words import line_of_role, named, told_of_role
from comity.cli.screen import FINE, REFUSED, Stop, show
from comity.core.rights import Power, Role

if TYPE_CHECKING:
    from comity.desk.desk import Desk
    from comity.desk.look import Look
    from comity.desk.seen import Seen

KINDS = {
    "mandate": ("parties.give-mandate/1", "parties.end-mandate/1"),
    "seat": ("parties.seat-member/1", "parties.end-seat/1"),
}


def configure(parser: argparse.ArgumentParser) -> None:
    """Take what is to be done and for whom."""
    parser.add_argument("what", choices=["give", "end", "list"], help="give one, end one, list all")
    parser.add_argument("id", nargs="?", metavar="ID", help="give: the person; end: the role")
    officer.configure(parser)
    parser.add_argument("--for", dest="party", default="", metavar="PARTY", help="for which party")
    parser.add_argument(
        "--power",
        action="append",
        default=[],
        choices=[each.value for each in Power],
        help="what a mandate lets them do; again for each",
    )
    parser.add_argument(
        "--in", dest="body", default="", metavar="BODY", help="a seat: in which body"
    )
    parser.add_argument(
        "--as", dest="role", choices=[each.value for each in Role], help="a seat: as what"
    )
    parser.add_argument("--title", default="", help="a seat: what it is called")
    parser.add_argument("--start", default="", metavar="DATE", help="from when; today if not given")
    parser.add_argument("--end", default="", metavar="DATE", help="its last day")
    parser.add_argument("--why", default="", metavar="WORDS", help="end: why, for the record")
    parser.add_argument("--person", default="", metavar="ID", help="list: of one person")


def run(args: argparse.Namespace) -> int:
    """Do it."""
    doing: Mapping[str, Callable[[argparse.Namespace], int]] = {
        "give": _give,
        "end": _end,
        "list": _list,
    }
    return doing[args.what](args)


def _give(args: argparse.Namespace) -> int:
    what, fields = _asked(args)
    desk = officer.at_desk(args)
    from comity.desk.envelope import random_id  # noqa: PLC0415 — after the house is open

    start = args.start or f"{desk.clock():%Y-%m-%d}"
    key = random_id()[:8]
    said = {"id": key, **fields, "start": start, **({"end": args.end} if args.end else {})}
    receipt = officer.submit(desk, args, KINDS[what][0], said)
    plain = f"Given from {start}, as {what} {key}.\nTo end it: comity role end {key} --data {args.data} --by {args.by}"
    show(
        {"ok": True, "is": what, "id": key, "act": receipt.index, "start": start},
        plain=plain,
        as_json=args.json,
    )
    return FINE


def _asked(args: argparse.Namespace) -> tuple[str, dict[str, Any]]:
    """Tell a mandate from a seat by what was given; stop where it is neither or both."""
    is_mandate, is_seat = bool(args.power), bool(args.body or args.role)
    if is_mandate == is_seat:
        raise Stop("say either --power (a mandate) or --in BODY --as ROLE (a seat)")
    if is_mandate:
        if not (args.id and args.party):
            raise Stop("a mandate is given to a person, --for a party")
        return "mandate", {"person": args.id, "for_party": args.party, "powers": args.power}
    if not (args.body and args.role):
        raise Stop("a seat is --in a body and held --as something")
    told = {"person": args.id, "for_party": args.party, "title": args.title}
    fields = {name: value for name, value in told.items() if value}
    return "seat", {"body": args.body, "role": args.role, **fields}


def _end(args: argparse.Namespace) -> int:
    if not args.id:
        raise Stop("say which: comity role list names them")
    desk = officer.at_desk(args)
    what = desk.read(desk.viewer(args.by), _which, key=args.id)
    if not what:
        raise Stop(f"no mandate and no seat is called {args.id!r}", code=REFUSED)
    said = {what: args.id, **({"why": args.why} if args.why else {})}
    receipt = officer.submit(desk, args, KINDS[what][1], said)
    told = {"ok": True, "is": what, "id": args.id, "act": receipt.index}
    show(told, plain=f"The {what} {args.id} is ended.", as_json=args.json)
    return FINE


def _which(look: "Look", *, key: str) -> str:
    from comity.core.party import Mandate, Seat  # noqa: PLC0415

    found = (look.find(of, key) for of in (Mandate, Seat))
    return next((each.type for each in found if each is not None), "")


def _list(args: argparse.Namespace) -> int:
    desk = officer.at_desk(args)
    told = [told_of_role(each) for each in _every(desk, args.by)]
    asked = {"person": args.person, "party": args.party, "body": args.body}
    wanted = {name: value for name, value in asked.items() if value}
    found = [each for each in told if all(each.get(name) == wanted[name] for name in wanted)]
    from comity.cli.people_seen import called  # noqa: PLC0415 — after the house is open

    names = called(desk, args.by)
    plain = "\n".join(sorted(_line(each, names) for each in found)) or "No such role is known."
    show({"ok": True, "roles": found}, plain=plain, as_json=args.json)
    return FINE


def _every(desk: "Desk", by: str) -> "list[Seen[Any]]":
    from comity.core.party import Mandate, Seat  # noqa: PLC0415
    from comity.desk.readings.paging import whole  # noqa: PLC0415

    viewer = desk.viewer(by)
    return [*desk.read(viewer, whole, Mandate), *desk.read(viewer, whole, Seat)]


def _line(told: dict[str, Any], names: Mapping[str, str]) -> str:
    who, party = (named(told[each], names) for each in ("person", "party"))
    return f"{who or 'whoever speaks for ' + party}: {line_of_role(told, names)}"
