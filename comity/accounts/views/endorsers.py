"""Inviting somebody to endorse: the letter is seen before it is sent, and what came of it is told afterwards."""

from typing import Any

from django import forms
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.utils.timezone import now
from django.utils.translation import get_language, gettext, gettext_lazy
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from comity.accounts.endorsed import about_of
from comity.accounts.endorsers import LINK_LASTS, MOST_USES, sent_by, written
from comity.accounts.limits import INVITE_BY_ONE_PARTY, INVITE_TO_ONE_ADDRESS, is_within
from comity.accounts.models import LONGEST_MAIL, InvitedEndorser
from comity.accounts.roles import is_simulated
from comity.accounts.secrets import digest_of
from comity.accounts.views.stating import THEMSELVES
from comity.core.rights import Power
from comity.core.support import ENDORSED, Endorsement
from comity.desk.envelope import random_id
from comity.desk.house import desk
from comity.desk.readings.inviting import Inviting, inviting
from comity.desk.readings.opening import to_be_opened
from comity.desk.viewer import Viewer
from comity.wording import name_of, named


class InviteForm(forms.Form):
    """Whom one invites, and what one says to them."""

    organization = forms.CharField(label=gettext_lazy("Which organization"), max_length=200)
    form = forms.ChoiceField(label=gettext_lazy("What it is"), required=False)
    country = forms.CharField(label=gettext_lazy("Country"), max_length=100, required=False)
    representative = forms.CharField(
        label=gettext_lazy("Who represents it, if you know"), max_length=200, required=False
    )
    office = forms.CharField(label=gettext_lazy("Their office"), max_length=200, required=False)
    mail = forms.EmailField(label=gettext_lazy("Their e-mail address"), max_length=LONGEST_MAIL)
    words = forms.CharField(
        label=gettext_lazy("What you say to them"),
        max_length=4000,
        required=False,
        widget=forms.Textarea(attrs={"rows": 4}),
    )
    uses = forms.IntegerField(
        label=gettext_lazy("How many endorsements the link is good for"),
        min_value=1,
        max_value=MOST_USES,
        initial=1,
    )
    advocacy = forms.ChoiceField(label=gettext_lazy("After which visit"), required=False)

    def __init__(self, *args: Any, visits: list[tuple[str, str]], **more: Any) -> None:
        super().__init__(*args, **more)
        shown = [("", gettext("Not known")), *((each.value, name_of(each)) for each in THEMSELVES)]
        self.fields["form"].choices = shown  # type: ignore[attr-defined]
        self.fields["advocacy"].choices = [("", gettext("After none")), *visits]  # type: ignore[attr-defined]


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def invite(request: HttpRequest, kind: str, key: str) -> HttpResponse:
    """Show the form; on POST the letter as it would be; on the next, let it go."""
    of, door = f"{kind}/{key}", request.GET.get("target", request.POST.get("target", ""))
    viewer = desk().viewer(request.person)  # type: ignore[attr-defined]
    about = about_of(of) if kind in ENDORSED and not viewer.is_public else None
    page = desk().read(viewer, inviting, of=of, target=door)
    party = _party(viewer, page)
    if not party or is_simulated():
        raise Http404
    if about is None:
        return _unread(request, viewer, of=of)
    visits = [(each.id, named(each, names=page.names)) for each in page.visits]
    form = InviteForm(request.POST or None, visits=visits)
    told: dict[str, Any] = {"about": about, "form": form, "target": page.target}
    told["days"] = LINK_LASTS.days
    is_whole = request.method == "POST" and form.is_valid() and "again" not in request.POST
    if not is_whole:
        status = 422 if request.method == "POST" and not form.is_valid() else 200
        return render(request, "accounts/invite_endorser.html", told, status=status)
    press = request.POST.get("press", "")[:40] or random_id()
    row = _row(form.cleaned_data, of=of, about=about, viewer=viewer, party=party)
    row.ref = digest_of(f"{viewer.person} {press}")[:16].lower()
    if "send" not in request.POST:
        # The secret of the link is made when the letter leaves; until then nobody has it.
        told["press"] = press
        told["letter"] = written(row, link="…/endorse/invited/…", until=now() + LINK_LASTS)
        return render(request, "accounts/invite_endorser_letter.html", told)
    if InvitedEndorser.objects.filter(pk=row.ref).exists():
        # The button was pressed twice: one letter is enough.
        return HttpResponseRedirect("/endorsers")
    is_calm = is_within(INVITE_BY_ONE_PARTY, who=party, now=now())
    if not is_calm or not is_within(INVITE_TO_ONE_ADDRESS, who=row.mail.lower(), now=now()):
        return render(request, "accounts/too_often.html", status=429)
    row.save(force_insert=True)
    return HttpResponseRedirect("/endorsers")


@never_cache
@require_http_methods(["GET", "HEAD"])
def endorsers(request: HttpRequest) -> HttpResponse:
    """Show who was invited by the viewer's parties, and what came of it."""
    viewer = desk().viewer(request.person)  # type: ignore[attr-defined]
    if viewer.is_public or is_simulated():
        raise Http404
    page = sent_by(viewer, after=request.GET.get("after", ""))
    wanted = {each for row in page.rows for each in row.endorsements}
    led = desk().read(viewer, lambda look: look.many(Endorsement, sorted(wanted)))
    shown = [(row, [each for each in row.endorsements if each in led]) for row in page.rows]
    told = {"rows": shown, "page": page, "now": now()}
    return render(request, "accounts/endorsers.html", told)


def _unread(request: HttpRequest, viewer: Viewer, *, of: str) -> HttpResponse:
    """Say that whom one would invite could not read it, and lead to what opens it; others learn nothing of it."""
    unread = desk().read(viewer, to_be_opened, thing=of)
    if unread is None:
        raise Http404
    return render(request, "accounts/invite_unread.html", {"unread": unread, "of": of}, status=409)


def _party(viewer: Viewer, page: Inviting) -> str:
    """Name the party for which the viewer may invite: the secretariat's, or the one that holds the door."""
    if page.target is not None:
        return page.holder if page.holder in viewer.parties_with(Power.SPEAK) else _host(viewer)
    return _host(viewer)


def _host(viewer: Viewer) -> str:
    return next(iter(viewer.parties_with(Power.ADMINISTER)), "")


def _row(
    said: dict[str, Any], *, of: str, about: str, viewer: Viewer, party: str
) -> InvitedEndorser:
    return InvitedEndorser(
        of=of,
        about=about,
        by_person=viewer.person,
        by_party=party,
        by_name=viewer.parties[party].name,
        language=get_language() or "en",
        left=said["uses"],
        at=now(),
        **said,
    )
