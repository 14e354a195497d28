"""An endorsement on its way to being public: stated by a form, confirmed by a link, reviewed, published.

A party that wants it names a second person, who is written to after the first. Who stated it is never in the record.
"""

from datetime import datetime

from django.conf import settings
from django.core.mail import EmailMessage
from django.utils import translation
from django.utils.translation import gettext

from comity.accounts import by_link
from comity.accounts.by_link import LINK_LASTS
from comity.accounts.models import Stated


def confirm(secret: str, *, now: datetime) -> Stated | None:
    """Use a link up: the second person is asked where there is one, else the secretariat."""
    stated = by_link.found(Stated, secret, now=now)
    if stated is None:
        return None
    is_first = stated.stage == "first" and bool(stated.second_mail)
    return by_link.use_up(stated, stage="second" if is_first else "review", now=now)


def send_stated(*, address: str, now: datetime) -> int:
    """Send the letters that are due; return how many went out."""
    site = address.rstrip("/")
    return by_link.send_due(Stated, lambda row: _letter(row, address=site, now=now), now=now)


def _letter(stated: Stated, *, address: str, now: datetime) -> EmailMessage:
    """Write the letter that is due; the secret of a link is made at this moment and never stored."""
    told = {"organization": stated.organization}
    with translation.override(stated.language):
        match stated.stage:
            case "public":
                subject = gettext("The endorsement by %(organization)s is public") % told
                words = [
                    subject + ".",
                    f"{address}/endorsement/{stated.ref}",
                    gettext("What you typed to state it is deleted here with this letter."),
                ]
            case "declined":
                subject = gettext("The endorsement by %(organization)s was not published") % told
                words = [
                    stated.reason,
                    gettext("What you typed to state it is deleted here with this letter."),
                ]
            case _:
                until = f"{now + LINK_LASTS:%Y-%m-%d}"
                subject = gettext("Confirm by %(until)s that %(organization)s endorses this") % {
                    **told,
                    "until": until,
                }
                words = [
                    gettext("Somebody stated by a form that %(organization)s endorses this:")
                    % told,
                    f"{address}/endorse/confirm/{by_link.new_secret(stated, now=now)}",
                    gettext(
                        "Open the page, read what is said in your name, and press its button. "
                        "If this is not so, do nothing: after seven days it is deleted."
                    ),
                ]
        closing = gettext("Reply to this if the link fails.")
    to = stated.second_mail if stated.stage == "second" else stated.mail
    return EmailMessage(
        subject, "\n\n".join([*words, closing]) + "\n", settings.DEFAULT_FROM_EMAIL, [to]
    )
