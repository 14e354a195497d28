"""Passkeys: a key that the device keeps and that answers only this site (WebAuthn, by django-allauth).

The ceremonies and their checks are allauth's; the pages and who is signed in are ours, since its own flows
bring e-mail confirmation, passwords and recovery codes, none of which exist here.
"""

from typing import Any

from allauth.core.context import request_context
from allauth.mfa.adapter import DefaultMFAAdapter
from allauth.mfa.models import Authenticator
from django.core.exceptions import ValidationError
from django.http import HttpRequest
from django.utils.translation import gettext

from comity.accounts.models import Account


class Adapter(DefaultMFAAdapter):
    """Tells a device how to name the passkey it keeps: by the site, never by the person."""

    def get_public_key_credential_user_entity(self, user: Account) -> dict[str, Any]:
        """Name the account by what the person sees elsewhere: this site."""
        name = self._get_site_name()
        return {
            **super().get_public_key_credential_user_entity(user),
            "display_name": name,
            "name": name,
        }


def options_to_make(request: HttpRequest, account: Account) -> dict[str, Any]:
    """Return what the device needs to make a passkey."""
    from allauth.mfa.webauthn.internal import auth  # noqa: PLC0415 — slow to import, and few requests need it

    with request_context(request):
        return auth.begin_registration(account, passwordless=True)


def keep_made(request: HttpRequest, account: Account, *, name: str, answer: dict[str, Any]) -> bool:
    """Keep the passkey that the device made; False where the answer is not to what was asked."""
    from allauth.mfa.webauthn.internal import auth  # noqa: PLC0415

    with request_context(request):
        try:
            auth.parse_registration_response(answer)
            if not auth.complete_registration(answer).is_user_verified():
                return False
        except (ValidationError, ValueError, KeyError, TypeError):
            return False
        auth.WebAuthn.add(account, name or gettext("Passkey"), answer)
    return True


def options_to_use(request: HttpRequest) -> dict[str, Any]:
    """Return what the device needs to answer with a passkey."""
    from allauth.mfa.webauthn.internal import auth  # noqa: PLC0415

    with request_context(request):
        return auth.begin_authentication(user=None)


def account_of(request: HttpRequest, *, answer: dict[str, Any]) -> Account | None:
    """Return whose passkey answered; None where it is not known or answers something else."""
    from allauth.mfa.webauthn.internal import auth  # noqa: PLC0415

    with request_context(request):
        try:
            auth.parse_authentication_response(answer)
            account = auth.extract_user_from_response(answer)
            auth.complete_authentication(account, answer)
        except (ValidationError, ValueError, KeyError, TypeError, AttributeError):
            return None
    return account if account.is_active else None


def passkeys_of(account: Account) -> list[Authenticator]:
    """Return a person's passkeys, oldest first."""
    return list(
        Authenticator.objects.filter(user=account, type=Authenticator.Type.WEBAUTHN).order_by("pk")
    )


def forget(account: Account, *, passkey: int) -> None:
    """Delete one passkey of a person."""
    Authenticator.objects.filter(user=account, pk=passkey).delete()
