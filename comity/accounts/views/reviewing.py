"""The secretariat reviews what strangers stated and confirmed: it publishes, or declines and says why."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.utils.timezone import now
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from comity.accounts.by_link import put_back, settle, take, waiting
from comity.accounts.endorsed import called
from comity.accounts.endorsers import led_to
from comity.accounts.models import InvitedEndorser, Stated
from comity.core.entity import ALIKE
from comity.core.errors import Malformed
from comity.core.party import Party, Standing
from comity.core.rights import Power
from comity.core.support import Endorsement
from comity.desk.doubles import Alike, doubles
from comity.desk.house import desk
from comity.desk.look import Look
from comity.desk.outcome import Refused, Undone
from comity.desk.readings.act_page import MOST
from comity.desk.seen import Seen
from comity.desk.viewer import Viewer
from comity.sheets import alike, likeness
from comity.wording import says
from comity.wording.unread import unread

LONGEST = 4_000
"""The most characters of why something is declined."""
NEW = "new"
"""Chosen where the organization is not yet a party."""


@dataclass(frozen=True)
class Twice:
    """What would be entered as a new party, and is called like others already."""

    ref: str
    found: Alike


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def review(request: HttpRequest) -> HttpResponse:
    """Show what waits; on POST, publish one or decline it."""
    person = request.person  # type: ignore[attr-defined]
    viewer = desk().viewer(person)
    if not viewer.may(Power.ADMINISTER):
        raise Http404
    said: list[str] = []
    twice: Twice | None = None
    if request.method == "POST":
        stated = take(Stated, request.POST.get("ref", ""), now=now())
        if stated is None:
            return _show(
                request,
                viewer,
                refused=[_("This waits no more: somebody answered it meanwhile.")],
                status=409,
            )
        if request.POST.get("then") == "decline":
            reason = request.POST.get("reason", "").strip()
            if reason and len(reason) <= LONGEST:
                settle(Stated, stated.ref, stage="declined", reason=reason)
                return HttpResponseRedirect(request.get_full_path())
            put_back(Stated, stated.ref)
            return _show(request, viewer, wanting=stated.ref, typed=reason, status=422)
        found = _publish(stated, request.POST, viewer=viewer, person=person)
        said, twice = ([], Twice(stated.ref, found)) if isinstance(found, Alike) else (found, None)
        if not found:
            led_to(stated.invited, stated.ref)
            settle(Stated, stated.ref, stage="public")
            return HttpResponseRedirect(f"/endorsement/{stated.ref}")
        put_back(Stated, stated.ref)
    status = 409 if twice else 422 if said else 200
    return _show(request, viewer, refused=said, twice=twice, status=status)


def _show(
    request: HttpRequest,
    viewer: Viewer,
    *,
    status: int,
    refused: list[str] | None = None,
    wanting: str = "",
    typed: str = "",
    twice: Twice | None = None,
) -> HttpResponse:
    page = waiting(Stated, after=request.GET.get("after", ""))
    found = desk().read(viewer, _parties, names=[each.organization for each in page.rows])
    about = desk().read(viewer, called, things=[each.of for each in page.rows])
    rows = [
        (each, found.alike(each.organization), about.get(each.of, each.of)) for each in page.rows
    ]
    told: dict[str, Any] = {"rows": rows, "page": page, "parties": found, "refused": refused or []}
    told["twice"] = twice
    told |= {"wanting": wanting, "typed": typed, "most": LONGEST}
    told["sent"] = request.POST if status != 200 else {}
    return render(request, "accounts/review.html", told, status=status)


@dataclass(frozen=True)
class Parties:
    """As which parties endorsements may be published: those that are called alike, and all where that is few."""

    like: Mapping[str, Seen[Party]]
    """The first party that is called alike, by what the names share."""
    all: Sequence[Seen[Party]]
    """By the alphabet; none where they are too many to choose from."""

    def alike(self, name: str) -> Seen[Party] | None:
        """Return the party that is called alike, so that nobody is entered twice."""
        return self.like.get(alike(name))


def _parties(look: Look, *, names: Sequence[str]) -> Parties:
    known = look.among(Party, ALIKE, [likeness(each) for each in names])
    like = {alike(str(each["name"])): each for each in reversed(known) if not each.scope}
    some = look.some(Party, limit=MOST + 1, scope="")
    listed = some if len(some) <= MOST else []
    return Parties(like, sorted(listed, key=lambda each: str(each["name"]).casefold()))


def _publish(
    stated: Stated, said: Mapping[str, str], *, viewer: Viewer, person: str
) -> list[str] | Alike:
    """Enter the party where it is new, and publish; return why not, in words, or who is called alike already."""
    if desk().read(viewer, lambda look: look.find(Endorsement, stated.ref)) is not None:
        return []  # Another officer published it, and their answer was lost.
    behalf = viewer.parties_with(Power.ADMINISTER)[0]
    base = {"on_behalf_of": behalf}
    acts: list[dict[str, Any]] = []
    of_party = said.get("party_id", "").strip() or said.get("of_party", "")
    if of_party in ("", NEW):
        of_party = f"{stated.ref}-party"
        acts.append(
            {
                "kind": "parties.admit-party/1",
                "id": of_party,
                "name": stated.organization,
                "form": stated.form,
                "standing": Standing.NAMED.value,
                **({"country": stated.country} if stated.country else {}),
                **({"is_another": True} if "is_another" in said else {}),
                "nonce": f"admit.{stated.ref}",
            }
        )
    acts.append(
        {
            "kind": "mobilize.publish-endorsement/1",
            "id": stated.ref,
            "of": stated.of,
            "of_party": of_party,
            "extent": stated.extent,
            **({"words": stated.words} if stated.words else {}),
            "stated": f"{stated.at:%Y-%m-%d}",
            "confirmations": 2 if stated.second_mail else 1,
            **_follows(stated),
            "nonce": f"publish.{stated.ref}",
        }
    )
    # Both or none: an organization that was admitted for an endorsement never stands without it.
    try:
        if found := next(
            (each for act in acts if (each := doubles(desk(), {**base, **act}, person=person))),
            None,
        ):
            return found
        outcome = desk().submit_all([{**base, **act} for act in acts], person=person)
    except Malformed as error:
        return [unread(each) for each in error.each]
    if isinstance(outcome, Undone) and isinstance(outcome.because, Refused):
        return [says(each, kind=acts[outcome.place]["kind"]) for each in outcome.because.refusals]
    # A conflict means that it was published just before a crash, for the party chosen then: it waits no more.
    return []


def _follows(stated: Stated) -> dict[str, Any]:
    """Name the visit that the endorsement follows from, where it was stated by an invitation that names one."""
    row = InvitedEndorser.objects.filter(pk=stated.invited).first()
    return {"follows": [f"advocacy/{row.advocacy}"]} if row is not None and row.advocacy else {}
