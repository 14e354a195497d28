"""What people ask about what is held of them, and the secretariat's answers."""

from typing import Any

from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.utils.timezone import now
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from comity.accounts.held import LONGEST, MONTH, answer, open_wishes
from comity.core.party import Person
from comity.desk.look import Look
from comity.desk.readings.me import me
from comity.web import window


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def wishes(request: HttpRequest) -> HttpResponse:
    """Show the secretariat what waits for its answer; on POST, keep an answer."""
    answered = window.look(request, me)
    if not answered.frame.viewer.is_secretariat:
        raise Http404
    fault = _answer(request) if request.method == "POST" else ""
    if request.method == "POST" and not fault:
        return HttpResponseRedirect("/wishes")
    request.door = "desk"  # type: ignore[attr-defined]
    waiting = open_wishes()
    people = {each.account.pk for each in waiting}
    names = window.look(request, _named, people=sorted(people)).page if people else {}
    number, words = request.POST.get("wish", ""), request.POST.get("words", "")
    listed = [
        {
            "wish": each,
            "due": each.at + MONTH,
            "who": names.get(each.account.pk, ""),
            "typed": words if str(each.pk) == number else "",
        }
        for each in waiting
    ]
    context = {**answered.context, "listed": listed, "fault": fault, "unkept": ""}
    if fault and not any(each["typed"] for each in listed):
        # What was typed for somebody who waits no more is given back all the same.
        context["unkept"] = words
    return render(request, "wishes.html", context, status=422 if fault else 200)


def _answer(request: HttpRequest) -> str:
    """Keep an answer; say why not where it is none, or where somebody else gave one meanwhile."""
    number, words = request.POST.get("wish", ""), request.POST.get("words", "").strip()
    if not words or len(words) > LONGEST:
        return _(
            "Please say in words what was done, or why not: at most %(most)d characters, and these are %(found)d."
        ) % {"most": LONGEST, "found": len(words)}
    is_number = number.isascii() and number.isdecimal() and len(number) < 18
    if not is_number or not answer(int(number), words=words, now=now()):
        return _(
            "This waits for an answer no more: somebody gave one meanwhile. Yours was not kept."
        )
    return ""


def _named(look: Look, *, people: list[str]) -> dict[str, Any]:
    return {
        each: str(seen["name"])
        for each, seen in look.many(Person, people).items()
        if seen["name"].is_value
    }
