"""One letter a day, each morning on its reader's own clock, to those who chose it.

What asks something by a time is never put off: it goes at once, as to everybody (adr/0173).
"""

from dataclasses import replace
from datetime import datetime, timedelta

from django.conf import settings
from django.core.mail import EmailMessage
from django.utils.crypto import salted_hmac

from comity.accounts.choices import Notices, next_morning
from comity.accounts.models import Account
from comity.accounts.notices import FAULTS, named_by
from comity.accounts.roles import is_simulated
from comity.desk.desk import Desk
from comity.desk.posting import settle_digest, waiting_for_digest
from comity.wording.digest import Waiting, digest

AT_ONCE = 50
AGAIN = timedelta(minutes=10)
"""How long a letter rests that could not be sent."""


def send_digests(desk: Desk, *, site: str, now: datetime) -> int:
    """Send the daily letters that are due; return how many a server took."""
    if is_simulated():
        return 0
    due = Account.objects.filter(notices=Notices.DAILY, digest_at__lte=now, is_active=True).exclude(
        mail=""
    )
    return sum(_send(desk, account, site=site, now=now) for account in due[:AT_ONCE])


def _send(desk: Desk, account: Account, *, site: str, now: datetime) -> bool:
    """Send one, where there is something to say; try again later where nobody takes it."""
    viewer = desk.viewer(account.person)
    viewer = replace(viewer, zone=account.zone or viewer.zone)
    letters = waiting_for_digest(desk, account.person)
    newest = desk.read(viewer, lambda look: look.size - 1)
    written = desk.read(
        viewer,
        digest,
        since=account.digest_index,
        waiting=[Waiting(each.act, each.thing) for each in letters],
        site=site,
    )
    if written is not None:
        day = now.date().isoformat()
        told = salted_hmac("comity.accounts.digest", f"{day} {account.pk}", algorithm="sha256")
        name = named_by(told.hexdigest(), site=site)
        message = EmailMessage(
            written.subject,
            written.words,
            settings.DEFAULT_FROM_EMAIL,
            [account.mail],
            headers={"Message-ID": name},
        )
        try:
            message.send()
        except FAULTS:
            Account.objects.filter(pk=account.pk).update(digest_at=now + AGAIN)
            return False
        settle_digest(desk, letters, proof=name if settings.COMITY_SENDS_MAIL else "", now=now)
    Account.objects.filter(pk=account.pk).update(
        digest_at=next_morning(now, zone=viewer.zone), digest_index=newest
    )
    return written is not None and bool(settings.COMITY_SENDS_MAIL)
