"""Papers and scans: lodged before the act that files them, and fetched by whoever may see that act's part.

POST /blobs          the bytes, with their Content-Type     201 {"blob","length","media_type"}
                 more waits than may                        413 {"error":"no-room","what","expected","found","says"}
GET  /blobs/DIGEST   the bytes again, to be kept, never shown as a page of this site
"""

from django.http import HttpRequest, HttpResponse, JsonResponse
from django.views.decorators.csrf import csrf_exempt

from comity.api import answers
from comity.api.acts import refuse_strangers
from comity.api.body import read_bytes
from comity.api.log import attached
from comity.desk.desk import LONGEST, NoRoom
from comity.desk.house import desk
from comity.desk.public_log import PublicLog


@csrf_exempt
def lodge(request: HttpRequest) -> HttpResponse:
    """Keep bytes until an act binds them."""
    if request.method != "POST":
        return answers.wrong_method("POST")
    if no := refuse_strangers(request):
        return no
    media_type = request.headers.get("Content-Type", "").lower()
    try:
        content = read_bytes(request, most=LONGEST)
        kept = desk().lodge(content, media_type=media_type, person=request.person)  # type: ignore[attr-defined]
    except NoRoom as error:
        return answers.no_room(error)
    except answers.Unreadable as error:
        return answers.malformed(error)
    return JsonResponse(dict(kept), status=201)


@csrf_exempt
def fetch(request: HttpRequest, digest: str) -> HttpResponse:
    """Give the bytes of a blob back, without the salt."""
    if request.method not in ("GET", "HEAD"):
        return answers.wrong_method("GET", "HEAD")
    house = desk()
    found = PublicLog(house.store, sight=house.viewer(request.person).sight).blob(digest)  # type: ignore[attr-defined]
    if found is None:
        return answers.unknown()
    return attached(found.content, kind=found.sent_as, name=digest + found.ending)
