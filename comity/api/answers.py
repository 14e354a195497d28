"""The answers that programs get when the answer is no. Each has a stable code and a sentence.

400  {"error":"malformed","what","expected","found","says","unread":[{"what","expected","found"}],"is_cut"}
401  {"error":"not-signed-in","says"}
403  {"error":"scope","says"} or {"error":"csrf","says"}
404  {"error":"unknown","says"}              unknown and not yours to see, never told apart; an act adds `refusals`
405  {"error":"method","says"}
409  {"error":"conflict","says"}
409  {"error":"called-alike","says","field","name","count","things":[{"thing","name","since"}]}
422  {"refusals":[{"code","rule","field","facts","says"}]}
429  {"error":"too-often","says"}
"""

from collections.abc import Iterable
from typing import Any

from django.http import JsonResponse
from django.utils.translation import gettext as _

from comity.accounts.answers import csrf_told, too_often, unknown, wrong_method
from comity.core import errors
from comity.core.refusal import Refusal
from comity.desk.doubles import Alike
from comity.record import Malformed
from comity.wording import says
from comity.wording.alike import told_alike

__all__ = [
    "Unreadable",
    "beyond_scope",
    "called_alike",
    "conflict",
    "csrf_told",
    "malformed",
    "not_signed_in",
    "refused",
    "told",
    "too_often",
    "unknown",
    "unknown_thing",
    "wrong_method",
]

Unreadable = (Malformed, errors.Malformed)
"""What arrived cannot be read: as bytes of the record, or as the fields of an act."""


def malformed(error: Malformed | errors.Malformed) -> JsonResponse:
    """Say of everything that cannot be read what was expected and what was found; the first stands in front, too."""
    each = (error,) if isinstance(error, Malformed) else error.each
    unread = [_of_one(one) for one in each]
    is_cut = isinstance(error, errors.Malformed) and error.is_cut
    answer = {**unread[0], "says": _("This cannot be read."), "unread": unread}
    return JsonResponse({"error": "malformed", **answer, "is_cut": is_cut}, status=400)


def _of_one(error: Malformed | errors.Malformed) -> dict[str, str]:
    what = error.code if isinstance(error, Malformed) else error.what
    return {"what": what, "expected": error.expected, "found": error.found}


def no_room(error: errors.Malformed) -> JsonResponse:
    """Say how much may wait, and how much does."""
    says = _("Too much that you sent waits for an act to name it. File it, or wait three days.")
    found = {"what": error.what, "expected": error.expected, "found": error.found}
    return JsonResponse({"error": "no-room", **found, "says": says}, status=413)


def not_signed_in() -> JsonResponse:
    """Ask who is there."""
    answer = {"error": "not-signed-in", "says": _("Sign in, or send a token.")}
    return JsonResponse(answer, status=401, headers={"WWW-Authenticate": "Bearer"})


def beyond_scope(scope: str) -> JsonResponse:
    """Say that the token does not reach so far."""
    words = _("This token does not have the scope %(scope)s.") % {"scope": scope}
    return JsonResponse({"error": "scope", "says": words}, status=403)


def unknown_thing(refusals: Iterable[Refusal]) -> JsonResponse:
    """Say which fields name what is not here, or not to be seen: the same words for both."""
    named = [told(each) for each in refusals]
    words = _("Nothing here, or not yours to see.")
    return JsonResponse({"error": "unknown", "says": words, "refusals": named}, status=404)


def conflict() -> JsonResponse:
    """Say that this nonce was used for something else."""
    return JsonResponse(
        {"error": "conflict", "says": _("This nonce was used for another act.")}, status=409
    )


def called_alike(found: Alike) -> JsonResponse:
    """Show what is called alike already, and say how the same act is sent where they are two."""
    return JsonResponse({"error": "called-alike", **told_alike(found)}, status=409)


def refused(refusals: Iterable[Refusal]) -> JsonResponse:
    """Tell every reason why the act is out of order."""
    return JsonResponse({"refusals": [told(each) for each in refusals]}, status=422)


def told(refusal: Refusal) -> dict[str, Any]:
    """Write one reason, with its words."""
    return {
        "code": refusal.code,
        "rule": refusal.rule,
        "field": refusal.field,
        "facts": dict(refusal.facts),
        "says": str(says(refusal)),
    }
