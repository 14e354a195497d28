"""Why a mail server did not take a letter, in words that help whoever asked it to.

What a machine says of itself (`[Errno 111]`, `(550, b'…')`) is never shown: it names the fault and not the remedy.
"""

import smtplib
import socket
import ssl

from django.utils.translation import gettext as _

LONGEST = 200


def in_words(error: OSError) -> str:
    """Say what came between a letter and the server; every fault of SMTP is an OSError."""
    match error:
        case smtplib.SMTPException():
            return _of_smtp(error)
        case ssl.SSLCertVerificationError():
            words = _("its certificate cannot be trusted (%(why)s)")
            return words % {"why": error.verify_message}
        case ssl.SSLError():
            return _("it speaks no TLS on this port")
        case socket.gaierror():
            return _("no machine of this name is known")
        case ConnectionRefusedError():
            return _("nothing listens there")
        case TimeoutError():
            return _("it does not answer")
    return error.strerror or str(error)


def _of_smtp(error: smtplib.SMTPException) -> str:
    match error:
        case smtplib.SMTPAuthenticationError():
            return _("it does not know this user and password")
        case smtplib.SMTPRecipientsRefused(recipients=refused):
            return "; ".join(
                _("it takes no letters to %(address)s (%(code)s %(said)s)")
                % {"address": address, "code": code, "said": _said(said)}
                for address, (code, said) in refused.items()
            )
        case smtplib.SMTPSenderRefused():
            words = _("it takes no letters from %(address)s (%(code)s %(said)s)")
            told = {"address": error.sender, "code": error.smtp_code}
            return words % {**told, "said": _said(error.smtp_error)}
        case smtplib.SMTPResponseException():
            return _("it said %(code)s %(said)s") % {
                "code": error.smtp_code,
                "said": _said(error.smtp_error),
            }
        case smtplib.SMTPServerDisconnected():
            return _("it hung up: perhaps it expects TLS from the beginning, or is no mail server")
        case smtplib.SMTPNotSupportedError():
            return _("it offers no STARTTLS, or none of the ways to sign in that we know")
    return str(error)


def _said(words: bytes | str) -> str:
    """Return what a stranger's server said, on one line and not too long."""
    text = words.decode("utf-8", "replace") if isinstance(words, bytes) else words
    return " ".join(each for each in text.split() if each.isprintable())[:LONGEST]
