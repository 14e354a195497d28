"""What strangers state by a form is confirmed by a link: opening it says nothing, and only a button uses it up.

Mail scanners open every link; a letter may come twice. The secret of a link is made when its letter is written and is
never stored, only its digest. What nobody confirms in seven days is deleted.
"""

import secrets
from collections.abc import Callable
from datetime import datetime, timedelta
from typing import TypeVar

from django.core.mail import EmailMessage
from django.db.models import Q

from comity.accounts.in_pages import FORMS, Paged, paged
from comity.accounts.models import ByForm
from comity.accounts.outgoing import Went, hand_over
from comity.accounts.secrets import digest_of

LINK_LASTS = timedelta(days=7)
AT_ONCE = 50
ASKED = ("first", "second")
"""Stages in which somebody was written to and has not pressed the button."""
WAITS = ("review", "entering")
"""Stages in which the secretariat has it: before anybody looks, and while one officer answers it."""
OVER = ("public", "declined")
HELD = timedelta(minutes=1)
"""How long one officer keeps it from the others; where the answer was lost in a crash, another goes on after that."""

R = TypeVar("R", bound=ByForm)


def waiting(model: type[R], *, after: str = "") -> Paged[R]:
    """Return a page of what the secretariat has to review, the oldest first."""
    return paged(model.objects.filter(stage__in=WAITS), after=after, length=FORMS)


def how_many_wait(model: type[ByForm]) -> int:
    """Count what the secretariat has to review."""
    return int(model.objects.filter(stage__in=WAITS).count())


def found(model: type[R], secret: str, *, now: datetime) -> R | None:
    """Return what a link is about; None where it is unknown, was used or is too old."""
    return model.objects.filter(digest=digest_of(secret), stage__in=ASKED, until__gt=now).first()


def use_up(row: R, *, stage: str, now: datetime) -> R | None:
    """Use its link up and go on to a stage; None where somebody used it meanwhile."""
    # One UPDATE decides: of two who press the button at once, one finds the link used.
    fresh = type(row).objects.filter(pk=row.pk, digest=row.digest)
    is_written_to = stage in ASKED
    if fresh.update(stage=stage, digest="", to_write=is_written_to, until=now + LINK_LASTS) != 1:
        return None
    return type(row).objects.get(pk=row.pk)


def take(model: type[R], ref: str, *, now: datetime) -> R | None:
    """Take one to answer it; None where it waits no more, or another officer has it in hand."""
    # One UPDATE decides: of two officers, one of whom enters what the other declines, one is told so.
    free = Q(stage="review") | Q(stage="entering", until__lte=now)
    if model.objects.filter(free, pk=ref).update(stage="entering", until=now + HELD) != 1:
        return None
    return model.objects.get(pk=ref)


def put_back(model: type[ByForm], ref: str) -> None:
    """Let it wait on: it was taken, and is not answered."""
    model.objects.filter(pk=ref, stage="entering").update(stage="review")


def settle(model: type[ByForm], ref: str, *, stage: str, reason: str = "") -> None:
    """Say what became of it; who stated it is told, and then it is deleted."""
    model.objects.filter(pk=ref, stage="entering").update(stage=stage, reason=reason, to_write=True)


def send_due(model: type[R], letter: Callable[[R], EmailMessage], *, now: datetime) -> int:
    """Send the letters that are due, and forget what nobody confirmed in time; return how many went out."""
    model.objects.filter(stage__in=ASKED, until__lte=now).delete()
    sent = 0
    for row in model.objects.filter(to_write=True).order_by("at")[:AT_ONCE]:
        went = hand_over(letter(row).send, what="letter about a form")
        if went is Went.NO_SERVER:
            return sent
        if went is Went.PUT_OFF:
            continue
        # One that is refused for good counts as written: nobody will use its link, and in seven days it is forgotten.
        sent += went is Went.TAKEN
        if row.stage in OVER:
            row.delete()
        else:
            model.objects.filter(pk=row.pk).update(to_write=False)
    return sent


def new_secret(row: ByForm, *, now: datetime) -> str:
    """Make the secret of the letter that is being written; its days begin now."""
    secret = secrets.token_urlsafe(32)
    type(row).objects.filter(pk=row.pk).update(digest=digest_of(secret), until=now + LINK_LASTS)
    return secret
