"""The sign-in letter: plain text, the subject says what is owed, one link.

Nobody can tell from the page whether an address is known here: the wish is written down for every address alike,
and only the clerk, who sends, looks it up. The secret of the link is made at that moment and never stored.
"""

from datetime import datetime

from django.conf import settings
from django.core.mail import EmailMessage
from django.utils import translation
from django.utils.translation import gettext

from comity.accounts.models import Account, Asked
from comity.accounts.outgoing import Went, hand_over
from comity.accounts.secrets import LINK_LASTS, new_link
from comity.core.programme import Programme
from comity.desk.house import desk
from comity.desk.viewer import PUBLIC


def ask_for_letter(mail: str, *, language: str, now: datetime) -> None:
    """Write down that somebody wants to sign in with this address."""
    Asked.objects.create(mail=mail.strip().lower(), language=language, at=now)


def send_letters(*, address: str, now: datetime) -> int:
    """Send what was asked for and return how many letters went out; one that fails is tried again until it is old."""
    Asked.objects.filter(at__lt=now - LINK_LASTS).delete()
    sent = 0
    for asked in Asked.objects.order_by("pk")[:50]:
        went, written = _send(asked, address=address, now=now)
        if went is Went.NO_SERVER:
            return sent
        if went is Went.TAKEN:
            sent += written
        if went is not Went.PUT_OFF:
            asked.delete()
    return sent


def _send(asked: Asked, *, address: str, now: datetime) -> tuple[Went, int]:
    """Write to everybody who has this address; return what became of it, and how many that are."""
    found = Account.objects.filter(mail=asked.mail, is_active=True).exclude(mail="")
    for account in found:
        link = link_for(account, address=address, now=now)
        sending = letter(account, language=asked.language, link=link)
        if (went := hand_over(sending.send, what="sign-in letter")) is not Went.TAKEN:
            return went, 0
    return Went.TAKEN, len(found)


def link_for(account: Account, *, address: str, now: datetime) -> str:
    """Make a sign-in link at the public address of this programme."""
    return f"{address.rstrip('/')}/sign-in/{new_link(account, now=now)}"


def _programme() -> str:
    """Return what the programme is called, for those who have never heard of it and are let in by its secretariat."""
    found = desk().read(PUBLIC, lambda look: look.find(Programme, "programme"))
    return str(found["name"]) if found is not None else settings.COMITY_ADDRESS


def letter(account: Account, *, language: str, link: str) -> EmailMessage:
    """Write the letter."""
    minutes = int(LINK_LASTS.total_seconds() // 60)
    with translation.override(language):
        subject = gettext("Your link to sign in, good for %(minutes)d minutes") % {
            "minutes": minutes
        }
        words = [
            gettext("This letter comes from %(programme)s.") % {"programme": _programme()},
            gettext("Open this page and press its button to sign in:"),
            link,
            gettext(
                "It works once, within %(minutes)d minutes. If you did not ask for it, you need do nothing."
            )
            % {"minutes": minutes},
            gettext("Reply to this if the link fails."),
        ]
    return EmailMessage(
        subject, "\n\n".join(words) + "\n", settings.DEFAULT_FROM_EMAIL, [account.mail]
    )
