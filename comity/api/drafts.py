"""`POST /drafts`: an act as its signer would sign it, for who signs with a key of their own on a machine of their own.

200 the statement and its parts, with their salts; nothing is entered · otherwise as `POST /acts`
"""

from typing import Any

from django.http import HttpRequest, HttpResponse, JsonResponse
from django.views.decorators.csrf import csrf_exempt

from comity.accounts.door import asked_first
from comity.api.acts import asked, told
from comity.desk.doubles import Alike
from comity.desk.draft import Draft, draft
from comity.desk.house import desk
from comity.desk.outcome import Refused


@csrf_exempt
def drafts(request: HttpRequest) -> HttpResponse:
    """Draft an act, for whoever is signed in."""
    return asked(request, _drafted, told=_given)


def _drafted(envelope: dict[str, Any], person: str) -> Draft | Refused | Alike:
    """Draft it, or ask first: what is signed says already whether two are two."""
    found = (
        asked_first(desk(), envelope, person=person, by_hand=False) if "kind" in envelope else None
    )
    return found or draft(desk(), envelope, person=person)


def _given(made: Draft | Refused | Alike) -> HttpResponse:
    return JsonResponse(made.as_json()) if isinstance(made, Draft) else told(made)
