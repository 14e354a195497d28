"""An invitation answered by the link of its letter, without an account: a page with buttons, and only these answer."""

from collections.abc import Mapping
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.crypto import get_random_string
from django.utils.timezone import now
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from comity.accounts.answering import Card, card_of
from comity.accounts.models import Account
from comity.core.errors import Malformed
from comity.core.invitation import Coming
from comity.desk.outcome import Conflict, Receipt, Refused
from comity.desk.readings.invitation import invitation
from comity.desk.seen import Seen
from comity.web import window
from comity.web.acting.envelope import envelope_of
from comity.web.acting.unread import told_beside
from comity.wording import says

KIND = "convene.answer-invitation/1"
TYPED = ("answer", "people", "delegates", "requires", "words", "nonce")


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def answer(request: HttpRequest, *, sealed: str) -> HttpResponse:
    """Show the invitation with its buttons; on POST, answer it for the one to whom the letter went."""
    card = card_of(sealed, now=now())
    found = _asked(card) if card is not None else None
    if card is None or found is None or found.page is None:
        return render(request, "answer_spent.html", status=410)
    if request.method != "POST":
        return _show(
            request, found, typed={"nonce": get_random_string(22), **_said_before(found.page.reply)}
        )
    typed = {name: request.POST.get(name, "").replace("\r\n", "\n") for name in TYPED}
    given = {**typed, "invitation": card.invitation, "on_behalf_of": card.party}
    try:
        outcome = window.desk_here().submit(
            envelope_of(KIND, given, zone="UTC"), person=card.person
        )
    except Malformed as error:
        said = [each.says for each in told_beside(error, kind=KIND)]
        return _show(request, found, typed=typed, said=said)
    match outcome:
        case Receipt(index=index):
            return render(request, "answered.html", {**found.context, "index": index, **typed})
        case Refused(refusals=refusals):
            said = [says(each, names=found.names, kind=KIND) for each in refusals]
            return _show(request, found, typed=typed, said=said)
        case Conflict():
            typed["nonce"] = get_random_string(22)
    return _show(request, found, typed=typed)


def _asked(card: Card) -> window.Answer | None:
    """Look at the invitation as the one to whom the letter went; None where their account is closed."""
    if not Account.objects.filter(pk=card.person, is_active=True).exists():
        return None
    desk = window.desk_here()
    reading = window.asked(invitation, id=card.invitation, party=card.party)
    viewer = desk.viewer(card.person)
    if card.party not in viewer.parties:
        viewer = desk.guest(card.person, invitation=card.invitation) or viewer
    found: window.Answer = desk.read(viewer, reading)
    return found


def _said_before(reply: Seen[Coming] | None) -> Mapping[str, str]:
    """Return what the party answered so far, as it would be typed: who answers once more loses none of it."""
    if reply is None:
        return {}
    names = reply.value("delegates", ())
    said = {name: reply.value(name, "") for name in ("people", "requires", "words")}
    lines = "\n".join(names) if isinstance(names, tuple) else ""
    return {**{name: str(value) for name, value in said.items() if value}, "delegates": lines}


def _show(
    request: HttpRequest,
    found: window.Answer,
    *,
    typed: Mapping[str, Any],
    said: list[str] | None = None,
) -> HttpResponse:
    told = {"typed": typed, "said": said or []}
    return render(request, "answer.html", {**found.context, **told}, status=422 if said else 200)
