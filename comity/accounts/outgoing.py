"""What a mail server said of one letter: a letter that it does not take never keeps others waiting behind it."""

import logging
from collections.abc import Callable
from enum import Enum
from smtplib import SMTPDataError, SMTPRecipientsRefused

log = logging.getLogger("comity.letters")


class Went(Enum):
    """What became of one letter."""

    TAKEN = "taken"
    REFUSED = "refused"
    """The server will never take it."""
    PUT_OFF = "put off"
    """The server does not take this one for now."""
    NO_SERVER = "no server"
    """Nobody takes any letter now: all of them wait."""


def hand_over(send: Callable[[], object], *, what: str) -> Went:
    """Send one letter, and say what became of it. The log is told its kind, and never to whom it went."""
    try:
        send()
    except (SMTPRecipientsRefused, SMTPDataError) as error:
        log.warning("a %s was refused", what)
        return Went.REFUSED if _is_final(error) else Went.PUT_OFF
    except OSError as error:
        log.warning("letters wait, a %s first: %s", what, type(error).__name__)
        return Went.NO_SERVER
    return Went.TAKEN


def _is_final(error: SMTPRecipientsRefused | SMTPDataError) -> bool:
    """Tell whether a server will never take it: a number of the five hundreds (RFC 5321, 4.2.1)."""
    if isinstance(error, SMTPDataError):
        return error.smtp_code >= 500
    return all(code >= 500 for code, _said in error.recipients.values())
