"""Three minutes: from stop to stop by a button, so that it works without script and each stop has its right viewer."""

from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from comity.accounts.models import Account
from comity.accounts.presence import sign_in, sign_out
from comity.accounts.roles import offered
from comity.desk.readings.tour import TourPage, tour
from comity.web import stops
from comity.web.window import look

DAY = 24 * 60 * 60


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def three_minutes(request: HttpRequest) -> HttpResponse:
    """List the stops; on POST, go to one as the one who has to look there, or leave."""
    if not offered(request):
        raise Http404
    if request.method != "POST":
        resume = stops.read_cookie(request.COOKIES.get(stops.COOKIE, ""))
        page = {"stops": stops.STOPS, "resume": resume.number if resume else 1, "scope": ""}
        return render(request, "tour.html", {"page": page})
    stop = stops.read_cookie(request.POST.get("stop", ""))
    if stop is None:
        return _leave()
    _become(request, stop.role)
    response = HttpResponseRedirect(_place(look(request, tour).page, stop))
    response.set_cookie(stops.COOKIE, str(stop.number), max_age=DAY, samesite="Lax", httponly=True)
    return response


def _leave() -> HttpResponse:
    response = HttpResponseRedirect("/")
    response.delete_cookie(stops.COOKIE, samesite="Lax")
    return response


def _become(request: HttpRequest, key: str | None) -> None:
    """Walk in as the one who has to look, unless they are there already."""
    role = next((each for each in offered(request) if each.key == key), None)
    if role is None or role.person == request.person:  # type: ignore[attr-defined]
        return
    sign_out(request)
    sign_in(request, Account.objects.of(role.person))
    request.person = role.person  # type: ignore[attr-defined]


def _place(found: TourPage, stop: stops.Stop) -> str:
    """Return where a stop stands in this programme; where it has none, the list of stops."""
    places = {
        1: "/",
        2: f"/sentence/{found.norm}" if found.norm else "",
        3: "/desk",
        4: f"/text/{found.text}#{found.paragraph}" if found.text else "",
        5: f"/silence/{found.silence}" if found.silence else "",
        6: f"/adoption/{found.adoption}" if found.adoption else "",
        7: f"/sentence/{found.sentence}" if found.sentence else "",
        8: "/check",
    }
    return places[stop.number] or "/tour"
