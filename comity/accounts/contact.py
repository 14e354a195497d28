"""How to reach a person as a user of the software; erased without a trace, since none of it is in the record."""

from collections.abc import Sequence
from contextlib import AbstractContextManager

from django.db import transaction

from comity.accounts.models import Account, Link, Token, new_epoch


def at_once() -> AbstractContextManager[None]:
    """Begin what stands wholly or not at all."""
    return transaction.atomic()


def keep_mail(person: str, *, mail: str) -> None:
    """Set the address that letters go to, and let a person in again whose account was closed."""
    account = Account.objects.of(person)
    account.mail = mail.strip().lower()
    account.is_active = True
    account.save(update_fields=["mail", "is_active"])


def keep_first(person: str, *, mail: str, zone: str) -> Account:
    """Let the first officer in, on the clock on which the first body meets: nobody asked for another."""
    keep_mail(person, mail=mail)
    account = Account.objects.of(person)
    account.zone = zone
    account.save(update_fields=["zone"])
    return account


def reached_at(mail: str, *, but: str = "") -> Sequence[str]:
    """Return whom letters to an address reach already, but for one person."""
    if not (told := mail.strip().lower()):
        return ()
    found = Account.objects.filter(mail=told).exclude(pk=but).order_by("pk")
    return tuple(found.values_list("pk", flat=True))


def close(person: str) -> None:
    """Let a person in no more, and end what is open: sessions, links and tokens."""
    account = Account.objects.of(person)
    account.is_active = False
    account.epoch = new_epoch()
    account.save(update_fields=["is_active", "epoch"])
    Token.objects.filter(account=account).delete()
    Link.objects.filter(account=account).delete()


def erase(person: str) -> None:
    """Delete the account with its address, tokens, links and passkeys."""
    Account.objects.filter(pk=person).delete()
