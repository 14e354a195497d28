"""What is kept of a person beside the record, as that person may see and take it along."""

from collections.abc import Mapping
from datetime import datetime, timedelta
from typing import Any

from allauth.mfa.models import Authenticator

from comity.accounts.models import Account, Token, Wish

LONGEST = 5_000
"""The most characters of what somebody asks, and of an answer."""
MONTH = timedelta(days=30)
"""How long the secretariat has to answer what a person asks about what is held of them."""


def held(account: Account) -> Mapping[str, Any]:
    """Return everything that is kept of an account; of secrets only that there are so many."""
    return {
        "person": account.pk,
        "address": account.mail,
        "clock": account.zone,
        "letters": account.notices,
        "read_up_to_act": account.seen_index,
        "told_up_to_act": account.digest_index,
        "passkeys": Authenticator.objects.filter(user=account).count(),
        "tokens": [
            {"scopes": each.scopes.split(), "expires": each.expires}
            for each in Token.objects.filter(account=account).order_by("digest")
        ],
        "asked": [
            {
                "what": each.what,
                "words": each.words,
                "at": each.at,
                "answer": each.answer,
                "answered_at": each.answered_at,
            }
            for each in wishes_of(account)
        ],
    }


def wishes_of(account: Account) -> list[Wish]:
    """Return what a person asked about what is held of them, newest first."""
    return list(Wish.objects.filter(account=account).order_by("-at", "-pk"))


def open_wishes() -> list[Wish]:
    """Return what waits for the secretariat's answer, what has waited longest first."""
    waiting = Wish.objects.filter(answered_at=None).select_related("account")
    return list(waiting.order_by("at", "pk"))


def waiting_wishes() -> int:
    """Count the wishes that wait for the secretariat's answer."""
    return Wish.objects.filter(answered_at=None).count()


def answer(wish: int, *, words: str, now: datetime) -> bool:
    """Keep the secretariat's answer; False where there is no such wish, or it was answered already."""
    found = Wish.objects.filter(pk=wish, answered_at=None)
    return bool(found.update(answer=words, answered_at=now))
