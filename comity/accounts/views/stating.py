"""A stranger states that their organization endorses something; a link with a button confirms it."""

from typing import Any

from django import forms
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.timezone import now
from django.utils.translation import get_language, gettext, gettext_lazy
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from comity.accounts.by_link import LINK_LASTS, found
from comity.accounts.endorsed import about_of
from comity.accounts.limits import (
    LINK_FROM_ONE_PLACE,
    STATE_FROM_ONE_PLACE,
    STATE_TO_ONE_ADDRESS,
    held_until,
    is_within,
)
from comity.accounts.models import LONGEST_MAIL, InvitedEndorser, Stated
from comity.accounts.roles import is_simulated
from comity.accounts.secrets import digest_of
from comity.accounts.stating import accept, confirm, ref_of, stated
from comity.accounts.views.held import held, wait
from comity.core.party import PartyForm
from comity.core.support import ENDORSED, Extent
from comity.desk.envelope import random_id
from comity.wording import name_of

FILLED = ("organization", "form", "country", "representative", "office", "mail")
"""What an invitation fills in; a link that was used once belongs to others, whose names it cannot know."""
THEMSELVES = [each for each in PartyForm if each not in (PartyForm.SECRETARIAT, PartyForm.ARCHIVE)]


class StateForm(forms.Form):
    """What an organization says, and who says it."""

    organization = forms.CharField(label=gettext_lazy("Your organization"), max_length=200)
    form = forms.ChoiceField(label=gettext_lazy("What it is"))
    country = forms.CharField(label=gettext_lazy("Country"), max_length=100, required=False)
    extent = forms.ChoiceField(label=gettext_lazy("How much of it you endorse"))
    words = forms.CharField(
        label=gettext_lazy("In which words"),
        max_length=8000,
        required=False,
        widget=forms.Textarea(attrs={"rows": 4}),
    )
    representative = forms.CharField(label=gettext_lazy("Who represents it"), max_length=200)
    office = forms.CharField(label=gettext_lazy("Their office"), max_length=200)
    mail = forms.EmailField(label=gettext_lazy("Their e-mail address"), max_length=LONGEST_MAIL)
    second_mail = forms.EmailField(
        label=gettext_lazy("A second person who confirms, if you want one"),
        max_length=LONGEST_MAIL,
        required=False,
    )

    def __init__(self, *args: Any, **named_: Any) -> None:
        super().__init__(*args, **named_)
        shown = [(each.value, name_of(each)) for each in THEMSELVES]
        self.fields["form"].choices = shown  # type: ignore[attr-defined]
        self.fields["extent"].choices = [(each.value, name_of(each)) for each in Extent]  # type: ignore[attr-defined]

    def clean(self) -> dict[str, Any]:
        """A part needs words; a second person is another, at the same domain."""
        said = super().clean() or {}
        if said.get("extent") != Extent.WHOLE and not str(said.get("words", "")).strip():
            self.add_error("words", gettext("Say which part, or what you reserve."))
        first, second = str(said.get("mail", "")).lower(), str(said.get("second_mail", "")).lower()
        if second and second == first:
            self.add_error("second_mail", gettext("The second person is another than the first."))
        elif second and second.rpartition("@")[2] != first.rpartition("@")[2]:
            told = {"domain": first.rpartition("@")[2]}
            words = gettext("The second person is reached at %(domain)s too.") % told
            self.add_error("second_mail", words)
        return said


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def state(request: HttpRequest, kind: str, key: str) -> HttpResponse:
    """Show the form; on POST, keep what was stated and have the representative written to."""
    of = f"{kind}/{key}"
    about = about_of(of) if kind in ENDORSED else None
    if about is None or is_simulated():
        raise Http404
    form = StateForm(request.POST or None)
    told: dict[str, Any] = {"about": about, "form": form, "days": LINK_LASTS.days, "minutes": 0}
    if request.method != "POST" or not form.is_valid():
        status = 422 if request.method == "POST" else 200
        return render(request, "accounts/state.html", told, status=status)
    said = form.cleaned_data
    shares = {STATE_FROM_ONE_PLACE: request.place, STATE_TO_ONE_ADDRESS: said["mail"].lower()}  # type: ignore[attr-defined]
    if until := held_until(shares, now=now()):
        told |= held(until, now=now())
        return wait(render(request, "accounts/state.html", told, status=429), told)
    stated(random_id(), of=of, said=said, language=get_language() or "en", now=now())
    return render(request, "accounts/stated.html", {**told, "mail": said["mail"]})


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def invited(request: HttpRequest, secret: str) -> HttpResponse:
    """Show the form as the invitation fills it, however often; on POST, use the invitation once."""
    if not is_within(LINK_FROM_ONE_PLACE, who=request.place, now=now()):  # type: ignore[attr-defined]
        return render(request, "accounts/too_often.html", status=429)
    row = InvitedEndorser.objects.filter(digest=digest_of(secret), until__gt=now()).first()
    about = about_of(row.of) if row is not None else None
    press = request.POST.get("press", "")[:40]
    before = Stated.objects.filter(pk=ref_of(row, press)).first() if row and press else None
    if row is None or about is None or (row.left < 1 and before is None):
        return render(request, "accounts/endorse_spent.html", status=410)
    begun = {name: getattr(row, name) for name in FILLED} if row.left == row.uses else {}
    form = StateForm(request.POST or None, initial=begun)
    press = press or random_id()
    told = {"about": about, "form": form, "days": LINK_LASTS.days, "row": row, "press": press}
    told["minutes"] = 0
    if request.method != "POST" or not form.is_valid():
        status = 422 if request.method == "POST" else 200
        return render(request, "accounts/state.html", told, status=status)
    after = before or accept(row, press=press, said=form.cleaned_data, now=now())
    if after is None:
        return render(request, "accounts/endorse_spent.html", status=410)
    return render(request, "accounts/stated.html", {**told, "mail": after.mail, "stated": after})


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def confirmed(request: HttpRequest, secret: str) -> HttpResponse:
    """Show what is said in their name, and a button; on POST, use the link up."""
    if not is_within(LINK_FROM_ONE_PLACE, who=request.place, now=now()):  # type: ignore[attr-defined]
        return render(request, "accounts/too_often.html", status=429)
    confirming = found(Stated, secret, now=now())
    if confirming is None:
        return render(request, "accounts/form_link_spent.html", status=410)
    told = {"stated": confirming, "about": about_of(confirming.of)}
    if request.method != "POST":
        return render(request, "accounts/confirm_stated.html", told)
    then = confirm(secret, now=now())
    if then is None:
        return render(request, "accounts/form_link_spent.html", status=410)
    return render(request, "accounts/confirmed_stated.html", {**told, "stated": then})
