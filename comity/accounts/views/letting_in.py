"""An officer says where letters reach a person, so that this person can sign in.

An address that is set is changed by nobody here: whoever could put their own in its place could sign in as another. Its
bearer asks whoever runs the server (`comity account mail`).
"""

from typing import Any

from django import forms
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.timezone import now
from django.utils.translation import get_language, gettext_lazy
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from comity.accounts.contact import at_once, keep_mail, reached_at
from comity.accounts.letters import ask_for_letter
from comity.accounts.models import LONGEST_MAIL, Account
from comity.core.party import Person
from comity.core.rights import Power
from comity.desk.house import desk
from comity.desk.look import Look
from comity.desk.seen import Seen


class ReachedAt(forms.Form):
    """Where letters reach somebody."""

    mail = forms.EmailField(
        label=gettext_lazy("Where do letters reach them?"),
        max_length=LONGEST_MAIL,
        widget=forms.EmailInput(attrs={"autocomplete": "off"}),
    )
    are_two = forms.BooleanField(required=False)
    """Said where letters to the address reach somebody else already, and after that somebody was named."""


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def let_in(request: HttpRequest, person: str) -> HttpResponse:
    """Ask for the address; on POST, keep it and have a sign-in letter sent there."""
    here = desk()
    viewer = here.viewer(request.person)  # type: ignore[attr-defined]
    if not viewer.may(Power.ADMINISTER):
        raise Http404
    found = here.read(viewer, _known, person=person)
    if found is None:
        raise Http404
    told: dict[str, Any] = {"person": found, "others": None}
    if Account.objects.filter(pk=person).exclude(mail="").exists():
        return render(request, "accounts/let_in_before.html", told)
    form = ReachedAt(request.POST or None)
    if request.method != "POST" or not form.is_valid():
        status = 422 if request.method == "POST" else 200
        return render(request, "accounts/let_in.html", {**told, "form": form}, status=status)
    mail = form.cleaned_data["mail"]
    others = reached_at(mail, but=person)
    if others and not form.cleaned_data["are_two"]:
        told["others"] = here.read(viewer, lambda look: look.many(Person, others)).values()
        return render(request, "accounts/let_in.html", {**told, "form": form}, status=409)
    with at_once():
        keep_mail(person, mail=mail)
        ask_for_letter(mail, language=get_language() or "en", now=now())
    return render(request, "accounts/let_in_done.html", {**told, "mail": mail})


def _known(look: Look, *, person: str) -> Seen[Person] | None:
    return look.find(Person, person)
