"""A stranger comments on what was put out for comments; a link with a button confirms it."""

from datetime import datetime
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.timezone import now
from django.utils.translation import get_language, gettext, gettext_lazy
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from comity.accounts.by_link import LINK_LASTS, found
from comity.accounts.hop import network
from comity.accounts.limits import (
    COMMENT_FROM_ONE_NETWORK,
    COMMENT_FROM_ONE_PLACE,
    COMMENT_IN_A_CROWD,
    COMMENT_IN_ALL,
    COMMENT_TO_ONE_ADDRESS,
    CROWD_IN_ALL,
    CROWD_ON_ONE_REQUEST,
    LINK_FROM_ONE_PLACE,
    held_until,
    is_within,
    reached_until,
)
from comity.accounts.models import LONGEST_MAIL, Remark
from comity.accounts.remarking import confirm
from comity.accounts.roles import is_simulated
from comity.accounts.views.held import held, wait
from comity.core.errors import Malformed
from comity.core.shapes import Line, Shape, Words
from comity.core.travel import holds_travel_document
from comity.desk.envelope import random_id
from comity.desk.house import desk
from comity.desk.readings.commenting import Commenting, commenting
from comity.desk.viewer import PUBLIC
from comity.wording.unread import unread

LONGEST = 20_000
"""The most characters of a comment by a form; a longer one is a paper, and goes to the secretariat."""
ONE_LINE = 200
EVERYBODY = "everybody"


class Typed(forms.CharField):
    """What somebody typed, kept as it was typed, and readable by the record."""

    def __init__(self, *, shape: Shape, **named: Any) -> None:
        super().__init__(strip=False, **named)
        self._shape = shape

    def clean(self, value: Any) -> str:
        """Say what the record could not read, or may not hold."""
        try:
            said = str(self._shape.read(str(value or ""), "words"))
        except Malformed as error:
            raise ValidationError(unread(error)) from error
        if self.required and not said.strip():
            raise ValidationError(self.error_messages["required"], code="required")
        if holds_travel_document(said):
            raise ValidationError(
                gettext("This holds the lines of a travel document, which are never kept here.")
            )
        return said


class CommentForm(forms.Form):
    """What somebody says, and who they say they are."""

    words = Typed(
        shape=Words(length=LONGEST),
        label=gettext_lazy("Your comment"),
        widget=forms.Textarea(attrs={"rows": 10, "dir": "auto"}),
    )
    on = Typed(
        shape=Line(length=ONE_LINE),
        label=gettext_lazy("On which part, if not on the whole"),
        required=False,
        widget=forms.TextInput(attrs={"dir": "auto"}),
    )
    name = Typed(
        shape=Line(length=ONE_LINE),
        label=gettext_lazy("Your name, as it is to stand beside it"),
        widget=forms.TextInput(attrs={"dir": "auto", "autocomplete": "name"}),
    )
    affiliation = Typed(
        shape=Line(length=ONE_LINE),
        label=gettext_lazy("Your affiliation, if you want it told"),
        required=False,
        widget=forms.TextInput(attrs={"dir": "auto", "autocomplete": "organization"}),
    )
    mail = forms.EmailField(
        label=gettext_lazy("Your e-mail address"),
        max_length=LONGEST_MAIL,
        widget=forms.EmailInput(attrs={"autocomplete": "email", "dir": "ltr"}),
    )
    confidential = forms.BooleanField(
        label=gettext_lazy("Keep it, and my name, to the members of the body that asks"),
        required=False,
    )
    agreed = forms.BooleanField(
        label=gettext_lazy(
            "I agree that this comment, my name and my affiliation are entered in the record"
            " of this programme, word for word, and stay there"
        ),
        error_messages={"required": gettext_lazy("Without this it cannot be entered.")},
    )


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def comment(request: HttpRequest, key: str) -> HttpResponse:
    """Show the form; on POST, keep the comment and have its writer written to."""
    asked: Commenting | None = None if is_simulated() else desk().read(PUBLIC, commenting, id=key)
    if asked is None:
        raise Http404
    form = CommentForm(request.POST or None)
    told: dict[str, Any] = {"asked": asked, "form": form, "days": LINK_LASTS.days, "minutes": 0}
    if not asked.is_open:
        return render(request, "accounts/comment.html", told, status=409)
    if request.method != "POST" or not form.is_valid():
        status = 422 if request.method == "POST" else 200
        return render(request, "accounts/comment.html", told, status=status)
    said = {name: value for name, value in form.cleaned_data.items() if name != "agreed"}
    if until := _held(request, of=key, mail=said["mail"].lower()):
        # With what was typed: whoever waits need not type it again.
        told |= held(until, now=now())
        return wait(render(request, "accounts/comment.html", told, status=429), told)
    at = now()
    Remark.objects.create(
        ref=random_id(),
        of=key,
        language=get_language() or "en",
        at=at,
        until=at + LINK_LASTS,
        **said,
    )
    return render(request, "accounts/commented.html", {**told, "mail": said["mail"]})


def _held(request: HttpRequest, *, of: str, mail: str) -> datetime | None:
    """Count one comment; or return when one may be sent again.

    A line, its network and an address have their share each. Where a request, or all of them, get so many that it looks
    like a crowd sent to shut others out, nobody is shut out: each network may send two, and the busy ones wait.
    """
    at, line = now(), str(request.place)  # type: ignore[attr-defined]
    crowds = ((CROWD_ON_ONE_REQUEST, of), (CROWD_IN_ALL, EVERYBODY))
    is_crowded = any(reached_until(limit, who=who, now=at) for limit, who in crowds)
    shares = {
        COMMENT_FROM_ONE_PLACE: line,
        COMMENT_IN_A_CROWD if is_crowded else COMMENT_FROM_ONE_NETWORK: network(line),
        COMMENT_TO_ONE_ADDRESS: mail,
        COMMENT_IN_ALL: EVERYBODY,
    }
    if (until := held_until(shares, now=at)) is None:
        is_within(CROWD_ON_ONE_REQUEST, who=of, now=at)
    return until


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def confirmed(request: HttpRequest, secret: str) -> HttpResponse:
    """Show the comment as it will stand, and a button; on POST, use the link up."""
    if not is_within(LINK_FROM_ONE_PLACE, who=request.place, now=now()):  # type: ignore[attr-defined]
        return render(request, "accounts/too_often.html", status=429)
    remark = found(Remark, secret, now=now())
    if remark is None:
        return render(request, "accounts/form_link_spent.html", status=410)
    told = {"remark": remark, "asked": desk().read(PUBLIC, commenting, id=remark.of)}
    if request.method != "POST":
        return render(request, "accounts/confirm_comment.html", told)
    if confirm(secret, now=now()) is None:
        return render(request, "accounts/form_link_spent.html", status=410)
    return render(request, "accounts/confirmed_comment.html", told)
