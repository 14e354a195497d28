"""The whole look over a programme: what its folder and its store say, and what has to do with the world.

It is one reading, whether the command asks or the page: the server that takes letters and the certificate that people
see are asked over the network, everything else is not.
"""

import socket
import ssl
from collections.abc import Iterator, Sequence
from datetime import UTC, datetime
from urllib.parse import urlsplit

from django.conf import settings
from django.core.mail import get_connection

from comity.accounts.unsent import in_words
from comity.desk.checkup import Finding, State, findings
from comity.desk.desk import Desk

SECONDS = 5


def looked_over(desk: Desk) -> Sequence[Finding]:
    """Return everything that was found."""
    return [*findings(desk), _mail(), _certificate(desk.clock())]


def in_danger(desk: Desk) -> Sequence[Finding]:
    """Return what may be lost if it stays as it is, as far as it is known without asking the network."""
    return [each for each in findings(desk) if each.state is State.NOW]


def _mail() -> Finding:
    if not settings.COMITY_SENDS_MAIL:
        return Finding("mail", State.SOON, "letters-printed", "name-mail")
    facts = {"host": settings.EMAIL_HOST, "port": settings.EMAIL_PORT}
    try:
        with get_connection():
            pass
    except OSError as error:
        facts["why"] = in_words(error)
        return Finding("mail", State.NOW, "no-letters-taken", "letters-wait", facts)
    return Finding("mail", State.WELL, "letters-taken", facts=facts)


def _certificate(now: datetime) -> Finding:
    address = urlsplit(settings.COMITY_ADDRESS)
    facts = {"address": settings.COMITY_ADDRESS}
    if address.scheme != "https":
        if address.hostname in ("localhost", "127.0.0.1", "::1"):
            return Finding("certificate", State.WELL, "needs-no-certificate", facts=facts)
        return Finding("certificate", State.NOW, "has-no-certificate", "put-tls", facts)
    try:
        until = _valid_until(str(address.hostname), address.port or 443)
    except ssl.SSLError as error:
        facts["why"] = in_words(error)
        return Finding("certificate", State.NOW, "people-are-warned", "see-web-server", facts)
    except OSError as error:
        # Not to reach one's own address from within is common, and says nothing of who comes from outside.
        facts["why"] = in_words(error)
        return Finding("certificate", State.SOON, "not-reached-from-here", "look-outside", facts)
    days = (until - now).days
    state = State.NOW if days < 4 else State.SOON if days < 21 else State.WELL
    do = "renew-certificate" if days < 21 else ""
    return Finding("certificate", state, "certificate-good", do, {"days": days})


def _valid_until(host: str, port: int) -> datetime:
    """Ask a server for its certificate, and return when it ends; raise OSError where it is not to be trusted."""
    with (
        socket.create_connection((host, port), timeout=SECONDS) as plain,
        ssl.create_default_context().wrap_socket(plain, server_hostname=host) as secured,
    ):
        shown = secured.getpeercert() or {}
    return datetime.fromtimestamp(ssl.cert_time_to_seconds(str(shown["notAfter"])), UTC)


def by_urgency(found: Sequence[Finding]) -> Iterator[Finding]:
    """Yield what was found, the most urgent first."""
    order = (State.NOW, State.SOON, State.WELL)
    yield from sorted(found, key=lambda each: order.index(each.state))
