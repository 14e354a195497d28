"""`POST /acts`: one door for programs, the same as for pages.

201 the receipt · 200 the first receipt again · 409 another content under this nonce, or called like what is here
422 every reason at once · 404 it names what is unknown or not yours to see · 400 · 401 · 403
"""

from collections.abc import Callable
from typing import Any, TypeVar

from django.http import HttpRequest, HttpResponse, JsonResponse
from django.utils.timezone import now
from django.views.decorators.csrf import csrf_exempt

from comity.accounts.door import submit
from comity.accounts.limits import STRANGER_ACTS, is_within
from comity.accounts.presence import may_act
from comity.accounts.secrets import Scope
from comity.api import answers
from comity.api.body import MOST_BYTES, expect_json, read_bytes, read_object
from comity.api.csrf import is_from_our_page
from comity.desk.doubles import Alike
from comity.desk.house import desk
from comity.desk.outcome import Conflict, Outcome, Receipt, Refused
from comity.desk.unknown import unknown


def refuse_strangers(request: HttpRequest) -> HttpResponse | None:
    """Return why this request may change nothing, or None where it may."""
    if not request.person:  # type: ignore[attr-defined]
        place = request.place  # type: ignore[attr-defined]
        return (
            answers.not_signed_in()
            if is_within(STRANGER_ACTS, who=place, now=now())
            else answers.too_often()
        )
    if not may_act(request.bearer):  # type: ignore[attr-defined]
        return answers.beyond_scope(Scope.ACT)
    return None if request.bearer or is_from_our_page(request) else answers.csrf_told()  # type: ignore[attr-defined]


R = TypeVar("R")


def asked(
    request: HttpRequest,
    ask: Callable[[dict[str, Any], str], R],
    *,
    told: Callable[[R], HttpResponse],
) -> HttpResponse:
    """Read the act that a request holds, ask something of the desk about it, and tell the answer."""
    if request.method != "POST":
        return answers.wrong_method("POST")
    if no := refuse_strangers(request):
        return no
    try:
        expect_json(request)
        envelope = read_object(read_bytes(request, most=MOST_BYTES))
        answer = ask(envelope, request.person)  # type: ignore[attr-defined]
    except answers.Unreadable as error:
        return answers.malformed(error)
    return told(answer)


@csrf_exempt
def acts(request: HttpRequest) -> HttpResponse:
    """Enter an act, for whoever is signed in."""
    return asked(
        request,
        lambda envelope, person: submit(desk(), envelope, person=person, by_hand=False),
        told=told,
    )


def told(outcome: Outcome | Alike) -> HttpResponse:
    """Write what came of a submission."""
    match outcome:
        case Receipt():
            return JsonResponse(dict(outcome.as_json()), status=200 if outcome.is_repeated else 201)
        case Conflict():
            return answers.conflict()
        case Alike():
            return answers.called_alike(outcome)
        case Refused():
            named = unknown(outcome)
            return answers.unknown_thing(named) if named else answers.refused(outcome.refusals)
