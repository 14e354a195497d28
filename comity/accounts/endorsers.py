"""Who was invited by a letter to endorse something, and what came of it. It stands beside the record.

    to write   the letter is due; its link is good for seven days and for so many endorsements
    open       the link opens the form, already filled; opening it uses nothing up
    over       the seven days have passed: who represents the organization, and how they are reached, is deleted

What an endorsement that is published followed from, a visit, stands in the record; the invitation does not.
"""

import secrets
from dataclasses import dataclass
from datetime import datetime, timedelta

from django.conf import settings
from django.core.mail import EmailMessage
from django.db import transaction
from django.db.models import F, Q
from django.utils import translation
from django.utils.translation import gettext

from comity.accounts.in_pages import A_PAGE, Paged, paged
from comity.accounts.models import InvitedEndorser
from comity.accounts.outgoing import Went, hand_over
from comity.accounts.secrets import digest_of
from comity.desk.viewer import Viewer
from comity.wording.times import date

LINK_LASTS = timedelta(days=7)
KEPT_FOR = timedelta(days=365)
"""How long it is told that somebody was invited, and what came of it."""
AT_ONCE = 50
MOST_USES = 20


@dataclass(frozen=True)
class Written:
    """A letter that invites, as it is shown before it is sent."""

    subject: str
    words: str


def found(secret: str, *, now: datetime) -> InvitedEndorser | None:
    """Return the invitation that a link is of; None where it is unknown, used up or too old."""
    return InvitedEndorser.objects.filter(
        digest=digest_of(secret), until__gt=now, left__gt=0
    ).first()


def use(ref: str, *, now: datetime) -> bool:
    """Use an invitation once; of several who press at the same moment only as many as it is for find it there."""
    asked = InvitedEndorser.objects.filter(pk=ref, until__gt=now, left__gt=0)
    return asked.update(left=F("left") - 1) == 1


def led_to(ref: str, endorsement: str) -> None:
    """Keep which endorsement an invitation led to."""
    with transaction.atomic():
        # Two officers may publish two endorsements of one invitation at once: the second waits, and adds to it.
        row = InvitedEndorser.objects.select_for_update().filter(pk=ref).first()
        if row is not None and endorsement not in row.endorsements:
            row.led_to = " ".join([*row.endorsements, endorsement])
            row.save(update_fields=["led_to"])


def sent_by(viewer: Viewer, *, after: str = "") -> Paged[InvitedEndorser]:
    """Return a page of the invitations that a person may know of: their party's; for the secretariat all."""
    theirs = Q() if viewer.is_secretariat else Q(by_party__in=sorted(viewer.parties))
    found = InvitedEndorser.objects.filter(theirs)
    return paged(found, after=after, length=A_PAGE, is_newest_first=True)


def send_invited(*, address: str, now: datetime) -> int:
    """Send the letters that are due, and forget what is over; return how many went out."""
    _forget(now)
    sent = 0
    for row in InvitedEndorser.objects.filter(to_write=True).order_by("at")[:AT_ONCE]:
        secret = secrets.token_urlsafe(32)
        until = now + LINK_LASTS
        # Kept before it is sent: a letter that left has a link that works.
        InvitedEndorser.objects.filter(pk=row.pk).update(digest=digest_of(secret), until=until)
        link = f"{address.rstrip('/')}/endorse/invited/{secret}"
        letter = written(row, link=link, until=until)
        message = EmailMessage(
            letter.subject, letter.words, settings.DEFAULT_FROM_EMAIL, [row.mail]
        )
        went = hand_over(message.send, what="letter that invites")
        if went is Went.NO_SERVER:
            return sent
        if went is not Went.PUT_OFF:
            InvitedEndorser.objects.filter(pk=row.pk).update(to_write=False)
        sent += went is Went.TAKEN
    return sent


def written(row: InvitedEndorser, *, link: str, until: datetime) -> Written:
    """Write the letter in the language of who invites."""
    with translation.override(row.language):
        told = {"about": row.about, "by": row.by_name, "until": date(until)}
        subject = gettext("%(by)s invites you to endorse %(about)s") % told
        words = [
            gettext("%(by)s invites %(organization)s to endorse %(about)s.")
            % {**told, "organization": row.organization},
            row.words,
            gettext("This page has the form, already filled as far as we could:"),
            link,
            gettext(
                "It is good until %(until)s. No account is needed. Opening the page says nothing in your name:"
                " you send the form, the secretariat looks at it, and then it is public."
            )
            % told,
            gettext("If you do nothing, your name and address are deleted after these days."),
            gettext("Reply to this if the link fails."),
        ]
    return Written(subject.replace("\n", " "), "\n\n".join(filter(None, words)) + "\n")


def _forget(now: datetime) -> None:
    """After its days, nothing is left of who was written to; after a year, nothing of that it was."""
    over = InvitedEndorser.objects.filter(to_write=False, until__lte=now).exclude(mail="")
    over.update(mail="", representative="", office="", words="", digest="")
    InvitedEndorser.objects.filter(at__lte=now - KEPT_FOR).delete()
