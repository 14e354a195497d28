"""What is held about me: to see, to take along, to correct, to object to."""

from typing import Any

from django.conf import settings
from django.core import signing
from django.core.mail import EmailMessage
from django.core.validators import validate_email
from django.forms import ValidationError
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect, JsonResponse
from django.shortcuts import render
from django.utils.timezone import now
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from comity.accounts.answers import unknown, wrong_method
from comity.accounts.choices import Notices, choose
from comity.accounts.contact import keep_mail
from comity.accounts.held import LONGEST, MONTH, held, wishes_of
from comity.accounts.limits import SIGN_IN_TO_ONE_ADDRESS, is_within
from comity.accounts.models import Account, Wish
from comity.accounts.notices import FAULTS
from comity.core.errors import Malformed
from comity.desk.posting import at_once_again, write_again
from comity.desk.readings.me import all_of_me, me
from comity.web import window
from comity.web.twin import twin
from comity.wording.unread import unread

KINDS = ("correct", "object", "erase")
LASTS = 24 * 60 * 60
"""Seconds for which the link to a new address is good."""
SALT = "comity.web.address"


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def mine(request: HttpRequest) -> HttpResponse:
    """Show what is held of whoever looks; on POST, keep their choice or what they ask."""
    if not request.user.is_authenticated:
        return HttpResponseRedirect("/sign-in")
    answered = window.look(request, me)
    account = Account.objects.get(pk=request.user.pk)
    if request.method != "POST":
        return _shown(request, answered, account)
    fault, where = "", "/me"
    match request.POST.get("what", ""):
        case "choose":
            fault = _choose(request, account, zone=answered.page.zone)
        case "address":
            fault = _ask_address(request, account)
            if not fault:
                return _shown(request, answered, account, told="address")
        case str(what) if what in KINDS:
            fault = _wish(request, account, what=what)
            where = "/me#asked"
        case _:
            raise Http404
    if fault:
        return _shown(request, answered, account, fault=fault, status=422)
    return HttpResponseRedirect(where)


def _shown(
    request: HttpRequest,
    answered: window.Answer,
    account: Account,
    *,
    fault: str = "",
    told: str = "",
    status: int = 200,
) -> HttpResponse:
    request.door = "desk"  # type: ignore[attr-defined]
    request.twin = "/me.json"  # type: ignore[attr-defined]
    beside = {
        "held": held(account),
        "wishes": [(each, each.at + MONTH) for each in wishes_of(account)],
        "fault": fault,
        "told": told,
        "typed": request.POST if fault else {},
        "daily": account.notices == Notices.DAILY,
    }
    return render(request, "me.html", {**answered.context, **beside}, status=status)


def _choose(request: HttpRequest, account: Account, *, zone: str) -> str:
    newest = window.look(request, _newest).page
    notices = request.POST.get("notices", "")
    try:
        choose(
            account.pk,
            notices=notices,
            zone=request.POST.get("zone", "").strip(),
            now=now(),
            otherwise=zone,
            newest=newest,
        )
    except Malformed as error:
        return unread(error)
    if notices == Notices.AT_ONCE:
        at_once_again(window.desk_here(), account.pk)
    return ""


def _newest(look: Any) -> int:
    return int(look.size) - 1


def _wish(request: HttpRequest, account: Account, *, what: str) -> str:
    words = request.POST.get("words", "").strip()
    if not words or len(words) > LONGEST:
        return _("Please say in words what you ask, in at most %(most)d characters.") % {
            "most": LONGEST
        }
    Wish.objects.create(account=account, what=what, words=words, at=now())
    return ""


def _ask_address(request: HttpRequest, account: Account) -> str:
    """Send a link to the new address: only who reads there can make it theirs."""
    mail = request.POST.get("mail", "").strip().lower()
    try:
        validate_email(mail)
    except ValidationError:
        return _("This is no e-mail address: %(found)s.") % {"found": mail[:80] or "…"}
    if not is_within(SIGN_IN_TO_ONE_ADDRESS, who=mail, now=now()):
        return _("Too many letters went to this address in the last hour. Try again later.")
    secret = signing.dumps([account.pk, account.mail, mail], salt=SALT)
    words = [
        _("Open this page and press its button to have your letters from now on come here:"),
        f"{settings.COMITY_ADDRESS}/me/address/{secret}",
        _("It is good for a day. If you did not ask for it, you need do nothing."),
        _("Reply to this if the link fails."),
    ]
    subject = _("Confirm your new address, within a day")
    letter = EmailMessage(subject, "\n\n".join(words) + "\n", settings.DEFAULT_FROM_EMAIL, [mail])
    try:
        letter.send()
    except FAULTS:
        return _("The letter to this address could not be sent. Try again later.")
    return ""


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def address(request: HttpRequest, secret: str) -> HttpResponse:
    """Show the button of the link to a new address; on POST, let letters go there from now on."""
    try:
        person, before, mail = signing.loads(secret, salt=SALT, max_age=LASTS)
    except (signing.BadSignature, ValueError):
        return render(request, "accounts/link_spent.html", status=410)
    # Good once: afterwards the address is no longer the one that the link was asked from.
    if not Account.objects.filter(pk=person, mail=before, is_active=True).exists():
        return render(request, "accounts/link_spent.html", status=410)
    if request.method != "POST":
        return render(request, "me_address.html", {"mail": mail})
    keep_mail(person, mail=mail)
    write_again(window.desk_here(), person)
    return HttpResponseRedirect("/me")


@never_cache
def taken(request: HttpRequest) -> HttpResponse:
    """Give everything that is held of whoever asks, as one file."""
    if request.method not in ("GET", "HEAD"):
        return wrong_method("GET", "HEAD")
    person = request.person  # type: ignore[attr-defined]
    found = window.look(request, all_of_me).page if person else None
    if found is None:
        return unknown()
    page, acts = found
    account = Account.objects.filter(pk=person).first()
    told = {
        "record": twin(page) | {"latest": [twin(each) for each in acts]},
        "beside_the_record": twin(held(account)) if account else None,
    }
    answer = JsonResponse(told, json_dumps_params={"ensure_ascii": False, "indent": 1})
    answer.headers["Content-Disposition"] = 'attachment; filename="held-about-me.json"'
    return answer
