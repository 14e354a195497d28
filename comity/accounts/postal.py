"""Where letters leave: the address of a mail server, and a letter that only tries it.

smtp://user:password@mail.example:587        smtp+tls://… begins in the clear and goes on under TLS (STARTTLS)

Nothing here asks for the house to be open: a server is tried before there is a programme.
"""

from collections.abc import Mapping
from typing import Any
from urllib.parse import SplitResult, unquote, urlsplit

from django.utils.translation import gettext as _

from comity.accounts.unsent import in_words
from comity.core.errors import Malformed

SCHEMES = ("smtp", "smtp+tls")
TIMEOUT = 10
"""Seconds: a server that does not answer must not keep the clerk from closing what has run out."""


class Unsent(Exception):
    """The letter was not taken; the sentence says why."""


def server(url: str) -> SplitResult:
    """Read the address of a mail server; raise Malformed where it is none."""
    told = Malformed(
        "mail",
        expected="smtp://server:port or smtp+tls://user:password@server:587",
        # Without what only its server should be told.
        found=repr(url.rpartition("@")[2])[:80],
    )
    try:
        parts = urlsplit(url)
        _port = parts.port
    except ValueError as error:
        raise told from error
    if parts.scheme not in SCHEMES or not parts.hostname or parts.path.strip("/"):
        raise told
    return parts


def connection_of(url: str) -> Mapping[str, Any]:
    """Return what a connection to this server is made with."""
    parts = server(url)
    return {
        "host": parts.hostname,
        "port": parts.port or 25,
        "username": unquote(parts.username or ""),
        "password": unquote(parts.password or ""),
        "use_tls": parts.scheme == "smtp+tls",
        "timeout": TIMEOUT,
    }


def send_trial(url: str, *, sender: str, to: str, subject: str, words: str) -> None:
    """Send one letter at once; raise Unsent with a sentence where the server does not take it."""
    from django.core.mail import EmailMessage, get_connection  # noqa: PLC0415 — settings read this file

    smtp = "django.core.mail.backends.smtp.EmailBackend"
    told = connection_of(url)
    try:
        with get_connection(smtp, **told) as line:
            EmailMessage(subject, words, sender, [to], connection=line).send()
    except OSError as error:
        raise unsent(error, host=str(told["host"]), port=int(told["port"])) from error


def unsent(error: OSError, *, host: str, port: int) -> Unsent:
    """Say which server did not take a letter, and why."""
    words = _("%(host)s, port %(port)s, did not take it: %(why)s.")
    return Unsent(words % {"host": host, "port": port, "why": in_words(error)})
