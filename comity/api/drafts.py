"""`POST /drafts`: an act as its signer would sign it, for who signs with a key of their own on a machine of their own.

200 the statement and its parts, with their salts; nothing is entered · otherwise as `POST /acts`
"""

from django.http import HttpRequest, HttpResponse, JsonResponse
from django.views.decorators.csrf import csrf_exempt

from comity.api import answers
from comity.api.acts import refuse_strangers, told
from comity.api.body import MOST_BYTES, expect_json, read_bytes, read_object
from comity.desk.draft import Draft, draft
from comity.desk.house import desk


@csrf_exempt
def drafts(request: HttpRequest) -> HttpResponse:
    """Draft an act, for whoever is signed in."""
    if request.method != "POST":
        return answers.wrong_method("POST")
    if no := refuse_strangers(request):
        return no
    try:
        expect_json(request)
        envelope = read_object(read_bytes(request, most=MOST_BYTES))
        made = draft(desk(), envelope, person=request.person)  # type: ignore[attr-defined]
    except answers.Unreadable as error:
        return answers.malformed(error)
    return JsonResponse(made.as_json()) if isinstance(made, Draft) else told(made)
