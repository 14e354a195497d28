"""The secretariat looks at comments that strangers stated and confirmed: it enters them, or declines and says why."""

from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.utils.timezone import now
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from comity.accounts.by_link import put_back, settle, take, waiting
from comity.accounts.models import Remark
from comity.core.consultation import Comment, Consultation
from comity.core.errors import Malformed
from comity.core.rights import Power
from comity.desk.house import desk
from comity.desk.look import Look
from comity.desk.outcome import Refused
from comity.desk.seen import Seen
from comity.desk.viewer import Viewer
from comity.wording import says
from comity.wording.unread import unread

KIND = "reframe.enter-comment/1"
LONGEST = 4_000
"""The most characters of why a comment is declined."""


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def sift(request: HttpRequest) -> HttpResponse:
    """Show what waits; on POST, enter one or decline it."""
    person = request.person  # type: ignore[attr-defined]
    viewer = desk().viewer(person)
    if not viewer.may(Power.ADMINISTER):
        raise Http404
    if request.method != "POST":
        return _show(request, viewer, status=200)
    remark = take(Remark, request.POST.get("ref", ""), now=now())
    if remark is None:
        gone = _("This waits no more: somebody answered it meanwhile.")
        return _show(request, viewer, refused=[gone], status=409)
    if request.POST.get("then") == "decline":
        reason = request.POST.get("reason", "").strip()
        if not reason or len(reason) > LONGEST:
            put_back(Remark, remark.ref)
            return _show(request, viewer, wanting=remark.ref, typed=reason, status=422)
        settle(Remark, remark.ref, stage="declined", reason=reason)
        return HttpResponseRedirect(request.get_full_path())
    said = _enter(remark, viewer=viewer, person=person)
    if said:
        put_back(Remark, remark.ref)
        return _show(request, viewer, refused=said, wrong=remark.ref, status=422)
    settle(Remark, remark.ref, stage="public")
    return HttpResponseRedirect(f"/consultation/{remark.of}#{remark.ref}")


def _show(
    request: HttpRequest,
    viewer: Viewer,
    *,
    status: int,
    refused: list[str] | None = None,
    wrong: str = "",
    wanting: str = "",
    typed: str = "",
) -> HttpResponse:
    page = waiting(Remark, after=request.GET.get("after", ""))
    asked = desk().read(viewer, _asked, ids=[each.of for each in page.rows])
    told = {
        "rows": [(each, asked.get(each.of)) for each in page.rows],
        "page": page,
        "refused": refused or [],
        "wrong": wrong,
        "wanting": wanting,
        "typed": typed,
        "most": LONGEST,
    }
    return render(request, "accounts/sift.html", told, status=status)


def _asked(look: Look, *, ids: list[str]) -> dict[str, Seen[Consultation]]:
    return dict(look.many(Consultation, list(dict.fromkeys(ids))))


def _enter(remark: Remark, *, viewer: Viewer, person: str) -> list[str]:
    """Enter it as it was stated; return why not, in words. Of how its writer is reached nothing is sent."""
    if desk().read(viewer, lambda look: look.find(Comment, remark.ref)) is not None:
        return []  # Another officer entered it, and their answer was lost.
    envelope = {
        "kind": KIND,
        "on_behalf_of": viewer.parties_with(Power.ADMINISTER)[0],
        "id": remark.ref,
        "consultation": remark.of,
        "words": remark.words,
        "from_whom": remark.name,
        "stated": f"{remark.at:%Y-%m-%d}",
        **({"affiliation": remark.affiliation} if remark.affiliation.strip() else {}),
        **({"on": remark.on} if remark.on.strip() else {}),
        **({"confidential": True} if remark.confidential else {}),
        "nonce": f"comment.{remark.ref}",
    }
    try:
        outcome = desk().submit(envelope, person=person)
    except Malformed as error:
        return [unread(each) for each in error.each]
    if isinstance(outcome, Refused):
        return [says(each, kind=KIND) for each in outcome.refusals]
    return []
