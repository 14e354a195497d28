"""`POST /drafts`: an act as its signer would sign it, for who signs with a key of their own on a machine of their own.

200 the statement and its parts, with their salts; nothing is entered · otherwise as `POST /acts`
"""

from django.http import HttpRequest, HttpResponse, JsonResponse
from django.views.decorators.csrf import csrf_exempt

from comity.api.acts import asked, told
from comity.desk.draft import Draft, draft
from comity.desk.house import desk
from comity.desk.outcome import Refused


@csrf_exempt
def drafts(request: HttpRequest) -> HttpResponse:
    """Draft an act, for whoever is signed in."""
    return asked(
        request, lambda envelope, person: draft(desk(), envelope, person=person), told=_given
    )


def _given(made: Draft | Refused) -> HttpResponse:
    return JsonResponse(made.as_json()) if isinstance(made, Draft) else told(made)
