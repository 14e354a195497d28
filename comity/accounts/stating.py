"""An endorsement on its way to being public: stated by a form, confirmed by a link, reviewed, published.

A party that wants it names a second person, who is written to after the first. Who stated it is never in the record.
"""

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from django.conf import settings
from django.core.mail import EmailMessage
from django.db import transaction
from django.utils import translation
from django.utils.translation import gettext

from comity.accounts import by_link
from comity.accounts.by_link import LINK_LASTS
from comity.accounts.endorsed import about_of
from comity.accounts.endorsers import use
from comity.accounts.models import InvitedEndorser, Stated
from comity.accounts.secrets import digest_of
from comity.wording.times import date


def confirm(secret: str, *, now: datetime) -> Stated | None:
    """Use a link up: the second person is asked where there is one, else the secretariat."""
    stated = by_link.found(Stated, secret, now=now)
    if stated is None:
        return None
    is_first = stated.stage == "first" and bool(stated.second_mail)
    return by_link.use_up(stated, stage="second" if is_first else "review", now=now)


def stated(
    ref: str, *, of: str, said: Mapping[str, Any], language: str, now: datetime, invited: str = ""
) -> Stated:
    """Keep what was stated by a form; whoever represents the organization is written to."""
    told = {"of": of, "language": language, "at": now, "until": now + LINK_LASTS}
    return Stated.objects.create(ref=ref, invited=invited, **told, **said)


def ref_of(row: InvitedEndorser, press: str) -> str:
    """Name what one press of an invitation's form states: the same for a second press, and nobody else's."""
    return digest_of(f"{row.ref} {press}")[:16].lower()


def accept(
    row: InvitedEndorser, *, press: str, said: Mapping[str, Any], now: datetime
) -> Stated | None:
    """Use an invitation for one endorsement; None where it was used up meanwhile.

    Who states it from the address that the letter went to has confirmed it by that; another is written to first.
    """
    ref = ref_of(row, press)
    with transaction.atomic():
        # Of two presses of one form the second waits here, and then finds what the first stated.
        InvitedEndorser.objects.select_for_update().filter(pk=row.pk).first()
        if before := Stated.objects.filter(pk=ref).first():
            return before
        if not use(row.ref, now=now):
            return None
        made = stated(ref, of=row.of, said=said, language=row.language, now=now, invited=row.ref)
        if said["mail"].casefold() == row.mail.casefold():
            made.stage = "second" if made.second_mail else "review"
            made.to_write = bool(made.second_mail)
            made.save(update_fields=["stage", "to_write"])
    return made


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
                told |= {"until": date(now + LINK_LASTS), "about": about_of(stated.of) or stated.of}
                subject = (
                    gettext("Confirm by %(until)s that %(organization)s endorses %(about)s") % told
                )
                words = [
                    gettext("Somebody stated by a form that %(organization)s endorses %(about)s:")
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
