"""An endorsement on its way to being public: stated by a form, confirmed by a link, reviewed, published.

    first   the representative was written to; the link is good for seven days
    second  so was the second person, whom the party wants to confirm it too
    review  the secretariat looks at it
    public, declined   what became of it is still to be told; then all of this is deleted

Opening a link confirms nothing: mail scanners open every link. Who stated it is never in the record.
"""

import secrets
from datetime import datetime, timedelta

from django.conf import settings
from django.core.mail import EmailMessage
from django.utils import translation
from django.utils.translation import gettext

from comity.accounts.models import Stated
from comity.accounts.secrets import digest_of

LINK_LASTS = timedelta(days=7)
AT_ONCE = 50


def waiting() -> list[Stated]:
    """Return what the secretariat has to review, the oldest first."""
    return list(Stated.objects.filter(stage="review").order_by("at"))


def found(secret: str, *, now: datetime) -> Stated | None:
    """Return what a link is about; None where it is unknown, was used or is too old."""
    return Stated.objects.filter(
        digest=digest_of(secret), stage__in=("first", "second"), until__gt=now
    ).first()


def confirm(secret: str, *, now: datetime) -> Stated | None:
    """Use a link up: the second person is asked where there is one, else the secretariat."""
    stated = found(secret, now=now)
    if stated is None:
        return None
    is_first = stated.stage == "first" and bool(stated.second_mail)
    then = "second" if is_first else "review"
    # One UPDATE decides: of two who press the button at once, one finds the link used.
    fresh = Stated.objects.filter(pk=stated.pk, digest=stated.digest)
    if fresh.update(stage=then, digest="", to_write=is_first, until=now + LINK_LASTS) != 1:
        return None
    return Stated.objects.get(pk=stated.pk)


def settle(ref: str, *, stage: str, reason: str = "") -> None:
    """Say what became of it; who stated it is told, and then it is deleted."""
    Stated.objects.filter(pk=ref, stage="review").update(stage=stage, reason=reason, to_write=True)


def send_stated(*, address: str, now: datetime) -> int:
    """Send the letters that are due, and forget what nobody confirmed in time; return how many went out."""
    Stated.objects.filter(stage__in=("first", "second"), until__lte=now).delete()
    sent = 0
    for stated in Stated.objects.filter(to_write=True).order_by("at")[:AT_ONCE]:
        _letter(stated, address=address.rstrip("/"), now=now).send()
        sent += 1
        if stated.stage in ("public", "declined"):
            stated.delete()
        else:
            Stated.objects.filter(pk=stated.pk).update(to_write=False)
    return sent


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
                    f"{address}/endorse/confirm/{_new_secret(stated, now=now)}",
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


def _new_secret(stated: Stated, *, now: datetime) -> str:
    secret = secrets.token_urlsafe(32)
    Stated.objects.filter(pk=stated.pk).update(digest=digest_of(secret), until=now + LINK_LASTS)
    return secret
