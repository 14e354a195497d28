"""Send a trial letter by the server that letters leave by, and say why where it was not taken; take in what comes back.

comity mail test --data DIR                   to the address that letters are from
comity mail test --data DIR --to ADDRESS
comity mail bounce --data DIR < message       a delivery status notification (RFC 3464): its sender's desk says so

test: exit code 1 where no server is set, or where it did not take the letter. Whether it arrives, only its reader
knows.

bounce: a mail server hands each message for the sender's address to it, as by an alias (docs/operations.md). What is no
notification, or none of a letter of ours, changes nothing and ends well: for any other end a mail server would write
to whoever wrote.
"""

import argparse
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from comity.cli.house import open_house
from comity.cli.screen import FINE, REFUSED, UNREADABLE, Stop, show
from comity.core.errors import Malformed

if TYPE_CHECKING:
    from comity.desk.readings.frame import Frame


def configure(parser: argparse.ArgumentParser) -> None:
    """Take what is to be done and where the letter goes."""
    parser.add_argument("what", choices=["test", "bounce"], help="try letters; take one back")
    parser.add_argument("--data", type=Path, required=True, metavar="DIR", help="the data folder")
    parser.add_argument("--to", metavar="ADDRESS", help="where; to the sender if not given")


def run(args: argparse.Namespace) -> int:
    """Send it, or take it in."""
    if args.what == "bounce" and args.to:
        raise Stop("--to goes with test", code=UNREADABLE)
    return {"test": _try, "bounce": _take_in}[args.what](args)


def _take_in(args: argparse.Namespace) -> int:
    """Read one message from stdin, and write down what it says."""
    from comity.accounts.bounce import LONGEST, read  # noqa: PLC0415
    from comity.desk.posting import come_back  # noqa: PLC0415

    desk = open_house(args.data)
    told: dict[str, object] = {"ok": True, "letters": 0}
    try:
        bounce = read(sys.stdin.buffer.read(LONGEST + 1))
    except Malformed as error:
        show({**told, "fault": str(error)}, plain=f"nothing to do: {error}", as_json=args.json)
        return FINE
    told |= {"status": bounce.status, "final": bounce.is_final}
    said = "it is only late, or arrived"
    if bounce.is_final:
        now = desk.clock()
        told["letters"] = come_back(desk, name=bounce.name, fault=bounce.status, now=now)
        said = "it came back" if told["letters"] else "no letter of this name was sent from here"
    show(told, plain=f"{bounce.status}: {said}", as_json=args.json)
    return FINE


def _try(args: argparse.Namespace) -> int:
    """Send a trial letter."""
    desk = open_house(args.data)
    from django.conf import settings  # noqa: PLC0415 — after the house is open

    from comity.desk.readings.frame import frame  # noqa: PLC0415

    to = _address(args.to or settings.DEFAULT_FROM_EMAIL)
    around = desk.read(desk.viewer(""), frame)
    if around.is_simulated:
        raise Stop("this is a demonstration; nothing leaves it", code=REFUSED)
    if not settings.COMITY_SENDS_MAIL:
        raise Stop(
            "no mail server is set: COMITY_MAIL in the environment, or mail in settings.json",
            code=REFUSED,
        )
    _send(around, to=to)
    host, port = settings.EMAIL_HOST, settings.EMAIL_PORT
    told = {"ok": True, "to": to, "from": settings.DEFAULT_FROM_EMAIL, "host": host, "port": port}
    plain = f"{host}, port {port}, took a trial letter from {told['from']} to {to}."
    show(told, plain=plain, as_json=args.json)
    return FINE


def _address(given: str) -> str:
    from comity.desk.beginning import letters_address  # noqa: PLC0415

    try:
        return letters_address(given, "--to")
    except Malformed as error:
        raise Stop(str(error), code=UNREADABLE) from error


def _send(around: "Frame", *, to: str) -> None:
    from django.conf import settings  # noqa: PLC0415

    from comity.accounts.postal import Unsent, send_trial  # noqa: PLC0415
    from comity.wording.trial import trial_letter  # noqa: PLC0415

    subject, words = trial_letter(str(around.name))
    sender = settings.DEFAULT_FROM_EMAIL
    try:
        send_trial(settings.COMITY_MAIL, sender=sender, to=to, subject=subject, words=words)
    except Unsent as error:
        raise Stop(str(error).removesuffix("."), code=REFUSED) from error
