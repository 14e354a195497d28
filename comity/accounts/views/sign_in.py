"""Sign-in by a letter: a link that opens a page with a button, and only the button signs in.

Mail scanners open every link, so opening one changes nothing.
"""

from django import forms
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.timezone import now
from django.utils.translation import get_language, gettext_lazy
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from comity.accounts.letters import ask_for_letter
from comity.accounts.limits import (
    LINK_FROM_ONE_PLACE,
    SIGN_IN_FROM_ONE_PLACE,
    SIGN_IN_TO_ONE_ADDRESS,
    is_within,
)
from comity.accounts.presence import sign_in, sign_out
from comity.accounts.secrets import use_link
from comity.accounts.views.going_on import go_on


class AddressForm(forms.Form):
    """Where the letter is to go."""

    mail = forms.EmailField(
        label=gettext_lazy("Your e-mail address"),
        widget=forms.EmailInput(attrs={"autocomplete": "username webauthn"}),
    )


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def ask(request: HttpRequest) -> HttpResponse:
    """Offer the ways to sign in; on POST, have a letter sent if the address is known here, and never tell whether."""
    form = AddressForm(request.POST or None)
    if request.method != "POST" or not form.is_valid():
        status = 422 if request.method == "POST" else 200
        return render(request, "accounts/sign_in.html", {"form": form}, status=status)
    mail = form.cleaned_data["mail"].lower()
    is_calm = is_within(SIGN_IN_FROM_ONE_PLACE, who=request.place, now=now())  # type: ignore[attr-defined]
    if not is_calm or not is_within(SIGN_IN_TO_ONE_ADDRESS, who=mail, now=now()):
        return render(request, "accounts/too_often.html", status=429)
    ask_for_letter(mail, language=get_language() or "en", now=now())
    return render(request, "accounts/letter_sent.html", {"mail": mail})


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def follow(request: HttpRequest, secret: str) -> HttpResponse:
    """Show the button of a link; on POST, use the link up and begin a session."""
    if request.method != "POST":
        return render(request, "accounts/link.html")
    if not is_within(LINK_FROM_ONE_PLACE, who=request.place, now=now()):  # type: ignore[attr-defined]
        return render(request, "accounts/too_often.html", status=429)
    account = use_link(secret, now=now())
    if account is None:
        return render(request, "accounts/link_spent.html", status=410)
    sign_in(request, account)
    return go_on(request, otherwise="/desk")


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def leave(request: HttpRequest) -> HttpResponse:
    """Show the button that signs out; on POST, sign out."""
    if request.method != "POST":
        return render(request, "accounts/sign_out.html")
    sign_out(request)
    return go_on(request, otherwise="/")
