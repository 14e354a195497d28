"""Make a signing key of one's own, or give the host another.

    comity key new FILE     write the key to FILE (readable by its owner only) and print its public half
    comity key new          print the key itself
    comity key rotate --data DIR --person ID [--revoke]
                            make the host's next key, keep it in DIR and register it in the name of a person
                            of the host's; with --revoke the one before counts no more

    {"kid":"Cv3…","private_key":"k2J…","public_key":"11qY…"}

The public half is registered once with the kind parties.register-key; the private half never leaves this machine.
"""

import argparse
import json
import os
import secrets
from pathlib import Path

from comity.cli.answered import told
from comity.cli.house import open_house
from comity.cli.screen import FINE, UNREADABLE, Stop, show
from comity.record import Malformed, SigningKey, b64


def configure(parser: argparse.ArgumentParser) -> None:
    """Take where the key is to stand."""
    parser.add_argument(
        "what", choices=["new", "rotate"], help="make a new key, or the host's next"
    )
    parser.add_argument(
        "file", nargs="?", type=Path, metavar="FILE", help="where to write it; printed if absent"
    )
    parser.add_argument("--data", type=Path, metavar="DIR", help="rotate: the data folder")
    parser.add_argument("--person", metavar="ID", help="rotate: who registers it")
    parser.add_argument("--revoke", action="store_true", help="rotate: revoke the one before")


def run(args: argparse.Namespace) -> int:
    """Make a key from the machine's randomness."""
    if args.what == "rotate":
        return _rotate(args)
    if args.data or args.person or args.revoke:
        raise Stop(
            "a key of one's own takes no data folder (comity key rotate does)", code=UNREADABLE
        )
    seed = secrets.token_bytes(32)
    key = SigningKey(seed)
    public = {"kid": key.kid, "public_key": b64.to_url(key.public)}
    text = json.dumps({**public, "private_key": b64.to_url(seed)}, sort_keys=True)
    if args.file is None:
        print(text)
        return FINE
    _write_once(args.file, text + "\n")
    show(public, plain=public["public_key"], as_json=args.json)
    return FINE


def _rotate(args: argparse.Namespace) -> int:
    """Give the host its next key; where that is out of order, nothing is left of it."""
    if args.file or not (args.data and args.person):
        raise Stop("comity key rotate takes --data DIR and --person ID, no file", code=UNREADABLE)
    desk = open_house(args.data)
    from comity.desk.rotating import current, revoke, rotate  # noqa: PLC0415 — after the house is open

    before = current(desk)
    told(rotate(desk, person=args.person))
    if args.revoke:
        told(revoke(desk, key=before, person=args.person))
    now = current(desk)
    show({"key": now, "before": before, "revoked": args.revoke}, plain=now, as_json=args.json)
    return FINE


def _write_once(path: Path, text: str) -> None:
    try:
        handle = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    except FileExistsError as error:
        raise Stop(f"{path} exists already; a key is never written over another") from error
    except OSError as error:
        raise Stop(f"{path} cannot be written: {error.strerror}") from error
    with os.fdopen(handle, "w") as file:
        file.write(text)


def read_key(path: Path) -> SigningKey:
    """Read a key that `comity key new` wrote."""
    try:
        written = json.loads(path.read_text())
        return SigningKey(b64.from_url(written["private_key"], "private_key"))
    except OSError as error:
        raise Stop(f"{path} cannot be read: {error.strerror}") from error
    except (Malformed, ValueError, KeyError, TypeError, AttributeError) as error:
        raise Stop(f"{path} holds no key that comity key new wrote", code=UNREADABLE) from error
