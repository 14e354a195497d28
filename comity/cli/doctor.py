"""Look a programme over: disk, clock, server, keys, backups, letters, mail, certificate. The last line says it all.

    comity doctor --data DIR

Exit code 1 where something may be lost if it stays as it is.
"""

import argparse
import socket
import ssl
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from comity.cli.house import open_house
from comity.cli.screen import FINE, REFUSED, show

if TYPE_CHECKING:
    from comity.desk.checkup import Finding

SECONDS = 10
MARKS = {"well": "   ", "soon": " ! ", "now": "!!!"}


def configure(parser: argparse.ArgumentParser) -> None:
    """Take the folder."""
    parser.add_argument("--data", type=Path, required=True, metavar="DIR", help="the data folder")


def run(args: argparse.Namespace) -> int:
    """Look, and say."""
    desk = open_house(args.data)
    from comity.desk.checkup import State, findings  # noqa: PLC0415 — after the house is open

    found = [*findings(desk), *_outside(desk.clock())]
    worst = [each for each in found if each.state is State.NOW]
    soon = [each for each in found if each.state is State.SOON]
    told = {
        "ok": not worst,
        "says": _sentence(worst, soon),
        "findings": [
            {"about": each.about, "state": each.state.value, "says": each.says, "do": each.do}
            for each in found
        ],
    }
    show(told, plain="\n".join([*_lines(found), "", _sentence(worst, soon)]), as_json=args.json)
    return REFUSED if worst else FINE


def _lines(found: "list[Finding]") -> Iterator[str]:
    for each in found:
        yield f"{MARKS[each.state.value]} {each.about:<12}{each.says}"
        if each.do:
            yield f"{'':16}{each.do}"


def _sentence(worst: "list[Finding]", soon: "list[Finding]") -> str:
    if worst:
        return f"Look after this now: {', '.join(each.about for each in worst)}."
    if soon:
        return (
            f"Nothing is in danger; look after this soon: {', '.join(each.about for each in soon)}."
        )
    return "All is well."


def _outside(now: datetime) -> "Iterator[Finding]":
    """Yield what has to do with the world: the server that takes letters, and the certificate that people see."""
    yield _mail()
    yield _certificate(now)


def _mail() -> "Finding":
    from django.conf import settings  # noqa: PLC0415 — after the house is open
    from django.core.mail import get_connection  # noqa: PLC0415

    from comity.accounts.unsent import in_words  # noqa: PLC0415
    from comity.desk.checkup import Finding, State  # noqa: PLC0415

    if not settings.COMITY_SENDS_MAIL:
        do = "set COMITY_MAIL: without letters no silence is closed by itself"
        return Finding("mail", State.SOON, "letters are printed, not sent", do)
    try:
        with get_connection():
            pass
    except OSError as error:
        says = f"{settings.EMAIL_HOST}, port {settings.EMAIL_PORT}, takes no letters: {in_words(error)}"
        return Finding("mail", State.NOW, says, "letters wait, and are sent once it does")
    return Finding("mail", State.WELL, f"{settings.EMAIL_HOST} takes letters")


def _certificate(now: datetime) -> "Finding":
    from django.conf import settings  # noqa: PLC0415 — after the house is open

    from comity.accounts.unsent import in_words  # noqa: PLC0415
    from comity.desk.checkup import Finding, State  # noqa: PLC0415

    address = urlsplit(settings.COMITY_ADDRESS)
    if address.scheme != "https":
        says = f"{settings.COMITY_ADDRESS} has none"
        if address.hostname in ("localhost", "127.0.0.1", "::1"):
            return Finding("certificate", State.WELL, f"{says}, and needs none on this machine")
        return Finding("certificate", State.NOW, says, "put a web server with TLS in front")
    try:
        until = _valid_until(str(address.hostname), address.port or 443)
    except ssl.SSLError as error:
        says = f"people are warned of {settings.COMITY_ADDRESS}: {in_words(error)}"
        return Finding("certificate", State.NOW, says, "see your web server")
    except OSError as error:
        # Not to reach one's own address from within is common, and says nothing of who comes from outside.
        says = f"{settings.COMITY_ADDRESS} cannot be looked at from here: {in_words(error)}"
        return Finding("certificate", State.SOON, says, "look at it from outside, in a browser")
    days = (until - now).days
    state = State.NOW if days < 4 else State.SOON if days < 21 else State.WELL
    return Finding("certificate", state, f"good for {days} days", "renew it" if days < 21 else "")


def _valid_until(host: str, port: int) -> datetime:
    """Ask a server for its certificate, and return when it ends; raise OSError where it is not to be trusted."""
    with (
        socket.create_connection((host, port), timeout=SECONDS) as plain,
        ssl.create_default_context().wrap_socket(plain, server_hostname=host) as secured,
    ):
        shown = secured.getpeercert() or {}
    return datetime.fromtimestamp(ssl.cert_time_to_seconds(str(shown["notAfter"])), UTC)
