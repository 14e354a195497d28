"""Do what is due, once: close what has run out, send letters, say that the desk could receive.

    comity clerk --data DIR

The server does this by itself every few seconds; where another server is used, a timer calls this each minute.
"""

import argparse
from pathlib import Path

from comity.cli.house import open_house
from comity.cli.screen import FINE, show


def configure(parser: argparse.ArgumentParser) -> None:
    """Take the folder."""
    parser.add_argument("--data", type=Path, required=True, metavar="DIR", help="the data folder")


def run(args: argparse.Namespace) -> int:
    """Do one round."""
    open_house(args.data)
    done = work()
    show(
        {"ok": True, **done},
        plain=", ".join(f"{what}: {count}" for what, count in done.items()),
        as_json=args.json,
    )
    return FINE


def work() -> dict[str, int]:
    """Do one round in the house that is open; return how much of each was done."""
    from django.conf import settings  # noqa: PLC0415 — after the house is open

    from comity.accounts.digest import send_digests  # noqa: PLC0415
    from comity.accounts.endorsers import send_invited  # noqa: PLC0415
    from comity.accounts.letters import send_letters  # noqa: PLC0415
    from comity.accounts.limits import forget_old_tallies  # noqa: PLC0415
    from comity.accounts.notices import post_room  # noqa: PLC0415
    from comity.accounts.remarking import send_remarks  # noqa: PLC0415
    from comity.accounts.stating import send_stated  # noqa: PLC0415
    from comity.desk.clerk import work as do_round  # noqa: PLC0415
    from comity.desk.house import desk  # noqa: PLC0415
    from comity.desk.scrubbing import try_again  # noqa: PLC0415

    house = desk()
    post = post_room(house, site=settings.COMITY_ADDRESS)
    done = do_round(house, post=post)
    sent = send_letters(address=settings.COMITY_ADDRESS, now=house.clock())
    sent += send_stated(address=settings.COMITY_ADDRESS, now=house.clock())
    sent += send_remarks(address=settings.COMITY_ADDRESS, now=house.clock())
    sent += send_invited(address=settings.COMITY_ADDRESS, now=house.clock())
    daily = send_digests(house, site=settings.COMITY_ADDRESS, now=house.clock())
    forget_old_tallies(house.clock())
    try_again(house.store, now=house.clock())
    return {
        "closed": len(done.closed),
        "letters": done.letters,
        "sign-in letters": sent,
        "daily letters": daily,
    }
