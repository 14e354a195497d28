"""A comment on its way into the record: stated by a form, confirmed by a link, looked at, entered word for word.

How its writer is reached stands here alone, and goes when they are told what became of it.
"""

from datetime import datetime

from django.conf import settings
from django.core.mail import EmailMessage
from django.utils import translation
from django.utils.translation import gettext

from comity.accounts import by_link
from comity.accounts.by_link import LINK_LASTS
from comity.accounts.models import Remark
from comity.wording.times import date


def confirm(secret: str, *, now: datetime) -> Remark | None:
    """Use a link up: the secretariat has it to look at."""
    remark = by_link.found(Remark, secret, now=now)
    return by_link.use_up(remark, stage="review", now=now) if remark is not None else None


def send_remarks(*, address: str, now: datetime) -> int:
    """Send the letters that are due; return how many went out."""
    site = address.rstrip("/")
    return by_link.send_due(Remark, lambda row: _letter(row, address=site, now=now), now=now)


def _letter(remark: Remark, *, address: str, now: datetime) -> EmailMessage:
    """Write the letter that is due. Nothing that was typed is in the first: a stranger could send it to anybody."""
    with translation.override(remark.language):
        gone = gettext("What you typed, and your address, are deleted here with this letter.")
        match remark.stage:
            case "public":
                subject = gettext("Your comment stands in the record")
                where = f"{address}/consultation/{remark.of}#{remark.ref}"
                answered = gettext("It gets an answer with its reason, which stands there too.")
                kept = gettext(
                    "It is confidential, as you asked: who may read it reads its answer too, and nobody else."
                )
                words = [
                    subject + ".",
                    *([kept] if remark.confidential else [where, answered]),
                    gone,
                ]
            case "declined":
                subject = gettext("Your comment was not entered")
                # They have nothing else of it: the page that they typed it in is long shut.
                back = gettext("This is your comment, as you stated it:")
                words = [remark.reason, back, remark.words, gone]
            case _:
                told = {"until": date(now + LINK_LASTS)}
                subject = gettext("Confirm your comment by %(until)s") % told
                words = [
                    gettext("Somebody commented by a form and gave this address as theirs:"),
                    f"{address}/comment/confirm/{by_link.new_secret(remark, now=now)}",
                    gettext(
                        "Open the page, read the comment, and press its button. "
                        "If it is not yours, do nothing: after seven days it is deleted."
                    ),
                ]
        closing = gettext("Reply to this if the link fails.")
    text = "\n\n".join([*words, closing]) + "\n"
    return EmailMessage(subject, text, settings.DEFAULT_FROM_EMAIL, [remark.mail])
