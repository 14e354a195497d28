"""Secrets that are handed out once and kept only as digests.

    token   comity_5Xo7…   a program's, in `Authorization: Bearer`
    link    5Xo7…          a person's, at the end of the address of a letter

Both hold 256 bits of chance, so a plain SHA-256 keeps them as well as a slow hash would.
"""

import secrets
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum
from hashlib import sha256

from django.db.models import Q

from comity.accounts.models import Account, Link, Token

TOKEN_START = "comity_"  # noqa: S105 — how a token begins, so that one that leaked can be recognized
LINK_LASTS = timedelta(minutes=30)


class Scope(StrEnum):
    """What a program may do with a token."""

    READ = "read"
    ACT = "act"


@dataclass(frozen=True)
class Bearer:
    """Who a token speaks for, and how far."""

    person: str
    scopes: frozenset[str]
    zone: str = ""
    """The zone of that person's own clock; empty for that of their party."""


def digest_of(secret: str) -> str:
    """Return what is kept of a secret."""
    return sha256(secret.encode()).hexdigest()


def new_token(person: str, *, scopes: Iterable[Scope], expires: datetime | None = None) -> str:
    """Make a token for a person; this is the only time it can be read."""
    token = TOKEN_START + secrets.token_urlsafe(32)
    Token.objects.create(
        digest=digest_of(token),
        account=Account.objects.of(person),
        scopes=" ".join(sorted(set(scopes))),
        expires=expires,
    )
    return token


def bearer_of(token: str, *, now: datetime) -> Bearer | None:
    """Return who a token speaks for; None where it is unknown, has expired or its account is closed."""
    found = (
        Token.objects.filter(digest=digest_of(token), account__is_active=True)
        .filter(Q(expires=None) | Q(expires__gt=now))
        .values_list("account_id", "scopes", "account__zone")
        .first()
    )
    return Bearer(found[0], frozenset(found[1].split()), found[2]) if found else None


def new_link(account: Account, *, now: datetime) -> str:
    """Make the secret of a sign-in link."""
    secret = secrets.token_urlsafe(32)
    Link.objects.filter(expires__lte=now).delete()
    Link.objects.create(digest=digest_of(secret), account=account, expires=now + LINK_LASTS)
    return secret


def use_link(secret: str, *, now: datetime) -> Account | None:
    """Use a link up and return whose it was; None where it is unknown, used or has expired."""
    fresh = Link.objects.filter(
        digest=digest_of(secret), is_used=False, expires__gt=now, account__is_active=True
    )
    # One UPDATE decides: of two who come at the same moment, one finds nothing left to change.
    if fresh.update(is_used=True) != 1:
        return None
    return Account.objects.get(link__digest=digest_of(secret))
