"""What people are told of what is kept of them: as it comes with the program, or in the secretariat's own words."""

from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect, JsonResponse
from django.shortcuts import render
from django.utils.timezone import now
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from comity.accounts.answers import wrong_method
from comity.accounts.models import Notice
from comity.acts.register import load
from comity.desk.readings.me import me
from comity.web import window
from comity.web.twin import twin
from comity.wording.notice import notice

KEY = "privacy"
LONGEST = 50_000


def privacy_twin(request: HttpRequest) -> HttpResponse:
    """Give the secretariat's own notice, where it wrote one."""
    if request.method not in ("GET", "HEAD"):
        return wrong_method("GET", "HEAD")
    kept = Notice.objects.filter(key=KEY).first()
    told = {"words": kept.words, "at": twin(kept.at)} if kept else {"words": None, "at": None}
    return JsonResponse(told, json_dumps_params={"ensure_ascii": False, "indent": 1})


@require_http_methods(["GET", "HEAD", "POST"])
def privacy(request: HttpRequest) -> HttpResponse:
    """Show it; the secretariat may put it into its own words."""
    answered = window.look(request, me)
    may = bool(request.person) and answered.frame.viewer.is_secretariat  # type: ignore[attr-defined]
    fault, typed = "", None
    if request.method == "POST":
        if not may:
            raise Http404
        typed = request.POST.get("words", "").replace("\r\n", "\n").strip()
        fault = _keep(typed)
        if not fault:
            return HttpResponseRedirect("/privacy")
    kept = Notice.objects.filter(key=KEY).first()
    context = {
        **answered.context,
        "kept": kept,
        "may": may,
        "fault": fault,
        "editing": may and ("edit" in request.GET or bool(fault)),
        "typed": typed if typed is not None else _begun(request, kept),
    }
    request.twin = "/privacy.json"  # type: ignore[attr-defined]
    return render(request, "privacy.html", context, status=422 if fault else 200)


def _begun(request: HttpRequest, kept: Notice | None) -> str:
    """Return what the form begins with: the template where that is asked for, else what stands now."""
    if request.GET.get("edit") == "template":
        return notice(load())
    return kept.words if kept else ""


def _keep(words: str) -> str:
    """Keep the notice, or let the one that comes with the program stand where it is empty; say why not."""
    if len(words) > LONGEST:
        return _("This is too long: at most %(most)d characters, and these are %(found)d.") % {
            "most": LONGEST,
            "found": len(words),
        }
    if words:
        Notice.objects.update_or_create(key=KEY, defaults={"words": words, "at": now()})
    else:
        Notice.objects.filter(key=KEY).delete()
    return ""
