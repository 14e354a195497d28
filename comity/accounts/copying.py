"""Accounts as a backup holds them: how people are reached and sign in, a row a line.

    {"model": "accounts.account", "pk": "x7q2mv", "fields": {"mail": …}}

Sessions and sign-in links are left out: after a restore people sign in again.
"""

from collections.abc import Iterable, Iterator
from typing import Any

from allauth.mfa.models import Authenticator
from django.core import serializers
from django.core.serializers.base import DeserializationError
from django.db import IntegrityError, transaction

from comity.accounts.models import Account, InvitedEndorser, Notice, Remark, Stated, Token, Wish
from comity.core.errors import Malformed

KEPT: dict[str, Any] = {
    "account.jsonl": Account,
    "token.jsonl": Token,
    "wish.jsonl": Wish,
    "notice.jsonl": Notice,
    "passkey.jsonl": Authenticator,
    "stated.jsonl": Stated,
    "remark.jsonl": Remark,
    "invited-endorser.jsonl": InvitedEndorser,
}
"""What is kept, in an order in which it can be put back."""


def members() -> Iterator[tuple[str, Iterable[bytes]]]:
    """Yield the name and the lines of each file."""
    for name, model in KEPT.items():
        rows = model.objects.order_by("pk")
        yield (
            name,
            [f"{line}\n".encode() for line in serializers.serialize("jsonl", rows).splitlines()],
        )


def count(name: str, lines: Iterable[bytes]) -> int:
    """Return how many rows a file has; raise Malformed where one is no row of it."""
    return sum(1 for _ in _read(name, lines))


@transaction.atomic
def take(files: Iterable[tuple[str, Iterable[bytes]]]) -> int:
    """Put every file's rows back, all or none; return how many."""
    number = 0
    for name, lines in files:
        for row in _read(name, lines):
            try:
                row.save()
            except IntegrityError as error:
                raise Malformed(
                    name, expected="rows that belong together", found=str(error)
                ) from error
            number += 1
    return number


def _read(name: str, lines: Iterable[bytes]) -> Iterator[serializers.base.DeserializedObject]:
    model = KEPT.get(name)
    if model is None:
        raise Malformed("accounts", expected=f"one of {', '.join(KEPT)}", found=name)
    for number, line in enumerate(lines, start=1):
        try:
            (row,) = serializers.deserialize("jsonl", line.decode())
        except (DeserializationError, ValueError) as error:
            raise Malformed(
                f"{name}, line {number}", expected="a row", found=repr(line[:60])
            ) from error
        # A row of another model would be written as willingly.
        if type(row.object) is not model:
            raise Malformed(
                f"{name}, line {number}", expected=model.__name__, found=type(row.object).__name__
            )
        yield row
