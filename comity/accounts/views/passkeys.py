"""The pages of passkeys. They need script, as WebAuthn does; the letter needs none."""

import json
from collections.abc import Callable
from typing import Any

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect, JsonResponse
from django.shortcuts import render
from django.utils.timezone import now
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST, require_safe

from comity.accounts.answers import too_often
from comity.accounts.limits import LINK_FROM_ONE_PLACE, PASSKEY_FROM_ONE_PLACE, is_within
from comity.accounts.models import Account
from comity.accounts.passkeys import (
    account_of,
    forget,
    keep_made,
    options_to_make,
    options_to_use,
    passkeys_of,
)
from comity.accounts.presence import sign_in
from comity.accounts.views.going_on import go_on

MOST = 20
ANSWER_LENGTH = 20_000


def _signed_in(
    view: Callable[[HttpRequest], HttpResponse],
) -> Callable[[HttpRequest], HttpResponse]:
    """Send those who have no session to sign in first."""

    def guarded(request: HttpRequest) -> HttpResponse:
        return view(request) if request.user.is_authenticated else HttpResponseRedirect("/sign-in")

    return guarded


def _account(request: HttpRequest) -> Account:
    return Account.objects.get(pk=request.user.pk)


def _answer(request: HttpRequest) -> dict[str, Any]:
    """Read what the device answered; what cannot be read is the answer of no device."""
    text = request.POST.get("answer", "")
    try:
        answer = json.loads(text) if len(text) <= ANSWER_LENGTH else {}
    except (ValueError, RecursionError):
        return {}
    return answer if isinstance(answer, dict) else {}


@never_cache
@require_safe
@_signed_in
def mine(request: HttpRequest) -> HttpResponse:
    """List one's own passkeys, and offer to make one."""
    kept = [{"id": each.pk, "name": each.wrap().name} for each in passkeys_of(_account(request))]
    return render(request, "accounts/passkeys.html", {"passkeys": kept})


@never_cache
@require_POST
@_signed_in
def begin(request: HttpRequest) -> HttpResponse:
    """Tell the device how to make a passkey for this site."""
    account = _account(request)
    if len(passkeys_of(account)) >= MOST:
        return JsonResponse({"error": "too-many"}, status=422)
    return JsonResponse(options_to_make(request, account))


@never_cache
@require_POST
@_signed_in
def keep(request: HttpRequest) -> HttpResponse:
    """Keep the passkey that the device made."""
    name = request.POST.get("name", "").strip()[:60]
    if not keep_made(request, _account(request), name=name, answer=_answer(request)):
        return render(request, "accounts/passkey_failed.html", status=422)
    return HttpResponseRedirect("/passkeys")


@never_cache
@require_POST
@_signed_in
def remove(request: HttpRequest) -> HttpResponse:
    """Forget one passkey."""
    chosen = request.POST.get("passkey", "")
    if chosen.isascii() and chosen.isdecimal() and len(chosen) < 19:
        forget(_account(request), passkey=int(chosen))
    return HttpResponseRedirect("/passkeys")


@never_cache
@require_POST
def ask(request: HttpRequest) -> HttpResponse:
    """Tell the device what to answer; what is asked of it is kept in a session, so not for ever new ones."""
    if not is_within(PASSKEY_FROM_ONE_PLACE, who=request.place, now=now()):  # type: ignore[attr-defined]
        return too_often()
    return JsonResponse(options_to_use(request))


@never_cache
@require_POST
def answer(request: HttpRequest) -> HttpResponse:
    """Sign in the person whose passkey answered."""
    if not is_within(LINK_FROM_ONE_PLACE, who=request.place, now=now()):  # type: ignore[attr-defined]
        return render(request, "accounts/too_often.html", status=429)
    account = account_of(request, answer=_answer(request))
    if account is None:
        return render(request, "accounts/passkey_failed.html", status=422)
    sign_in(request, account)
    return go_on(request, otherwise="/desk")
