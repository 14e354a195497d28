"""How the server is, for those who administer: the same as `comity doctor` says, and it ends in one plain sentence."""

from collections.abc import Sequence
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import render
from django.views.decorators.cache import never_cache

from comity.accounts.answers import unknown, wrong_method
from comity.accounts.checkup import by_urgency, looked_over
from comity.desk.checkup import Finding
from comity.desk.readings.me import me
from comity.web import window
from comity.wording.checkup import ABOUT, STATES, do, says, sentence, told


@never_cache
def doctor(request: HttpRequest) -> HttpResponse:
    """Show what was found, the most urgent first."""
    answered = window.look(request, me)
    if not answered.frame.viewer.is_secretariat:
        raise Http404
    if request.method not in ("GET", "HEAD"):
        return wrong_method("GET", "HEAD")
    found = looked_over(window.desk_here())
    request.door = "desk"  # type: ignore[attr-defined]
    request.twin = "/doctor.json"  # type: ignore[attr-defined]
    context = {**answered.context, "rows": _rows(found), "sentence": sentence(found)}
    return render(request, "doctor.html", context)


@never_cache
def doctor_twin(request: HttpRequest) -> HttpResponse:
    """Give the same as data."""
    if request.method not in ("GET", "HEAD"):
        return wrong_method("GET", "HEAD")
    if not window.look(request, me).frame.viewer.is_secretariat:
        return unknown()
    found = told(looked_over(window.desk_here()))
    return JsonResponse(found, json_dumps_params={"ensure_ascii": False, "indent": 1})


def _rows(found: Sequence[Finding]) -> Sequence[dict[str, Any]]:
    return [
        {
            "about": ABOUT[each.about],
            "state": each.state.value,
            "stands": STATES[each.state],
            "says": says(each),
            "do": do(each),
        }
        for each in by_urgency(found)
    ]
