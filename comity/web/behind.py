"""The pages behind the tour: each composed for its question."""

from collections.abc import Mapping
from typing import Any

from django.http import HttpRequest

from comity.accounts.closing import outside
from comity.accounts.reading import SEARCHES
from comity.core.knowledge import SourcedClaim
from comity.core.norm import Call, Recommendation
from comity.core.support import Advocacy, Commitment, Evidence
from comity.desk.readings.ballot import ballot
from comity.desk.readings.bodies import bodies
from comity.desk.readings.body import body
from comity.desk.readings.call import call
from comity.desk.readings.check_round import check_round
from comity.desk.readings.circular import circular
from comity.desk.readings.commitment import commitment
from comity.desk.readings.consultation import ConsultationPage, consultation
from comity.desk.readings.contact import contact
from comity.desk.readings.contacts import contacts
from comity.desk.readings.editions import edition
from comity.desk.readings.endorsement import endorsement
from comity.desk.readings.found import found
from comity.desk.readings.handover import handover
from comity.desk.readings.listed import listed
from comity.desk.readings.measure import measure
from comity.desk.readings.meeting import MeetingPage, meeting
from comity.desk.readings.meetings import meetings
from comity.desk.readings.mobilize import mobilize
from comity.desk.readings.norm import norm
from comity.desk.readings.norms import norms
from comity.desk.readings.package import package
from comity.desk.readings.parties import parties
from comity.desk.readings.party import party
from comity.desk.readings.people import people
from comity.desk.readings.post_room import letters, post_room
from comity.desk.readings.record import record
from comity.desk.readings.reframe import reframe
from comity.desk.readings.report import report
from comity.desk.readings.reports import reports
from comity.desk.readings.request import request
from comity.desk.readings.requests import requests
from comity.desk.readings.retention import retention
from comity.desk.readings.revision import revision
from comity.desk.readings.risks import risk
from comity.desk.readings.round import round_page
from comity.desk.readings.support import support
from comity.desk.readings.target import TargetPage, target
from comity.desk.readings.targets import targets
from comity.desk.readings.terms import terms
from comity.desk.readings.work import area, objective, work
from comity.web import lists
from comity.web.acting.answering import answer_on_page, vote_on_page
from comity.web.acting.receipts import fresh_nonce
from comity.web.printed import WHAT
from comity.web.table import FromQuery, Page

_search = FromQuery(("q",), longest=200)
_after = FromQuery(("after",))
_before = FromQuery(("before",))
_on = FromQuery(("after", "on"))
"""Ask for a list as it was at the end of a day."""
_record = FromQuery(("before", "half", "of"))


def _taken_along(request: HttpRequest, page: TargetPage) -> Mapping[str, Any]:
    return {"brief_address": request.build_absolute_uri(f"/target/{page.target.id}")}


def _outside(request: HttpRequest, page: ConsultationPage) -> Mapping[str, Any]:
    """Say to whoever may close it what was stated by a form and is not in the record yet."""
    return {"outside": outside(page.consultation) if page.is_theirs_to_close else None}


def _to_print(request: HttpRequest, page: MeetingPage) -> Mapping[str, Any]:
    return {
        "meeting_address": request.build_absolute_uri(f"/meeting/{page.meeting.id}"),
        "others": WHAT,
    }


BEHIND = (
    Page("convene", meetings, "convene.html", door="convene", asks=_after, taken=lists.MEETINGS),
    Page("meeting/<name:id>", meeting, "meeting.html", door="convene", asks=_after),
    *(
        Page(
            f"meeting/<name:id>/{what}",
            meeting,
            f"paper_{what}.html",
            door="convene",
            asks=_after,
            dress=_to_print,
        )
        for what in WHAT
    ),
    Page("parties", parties, "parties.html", door="convene", asks=_on, taken=lists.PARTIES),
    Page("handover/<name:id>", handover, "handover.html", door="convene"),
    Page("people", people, "people.html", door="convene", asks=_after, sign_in=True),
    Page("party/<name:id>", party, "party.html", door="convene", asks=_after),
    Page("reframe", reframe, "reframe.html", door="reframe", asks=_after),
    Page("ballot/<name:id>", ballot, "ballot.html", door="reframe", dress=vote_on_page),
    Page("revision/<name:id>", revision, "revision.html", door="reframe"),
    Page("round/<name:id>", round_page, "round.html", door="reframe", dress=answer_on_page),
    Page(
        "consultation/<name:id>",
        consultation,
        "consultation.html",
        door="reframe",
        asks=_after,
        dress=_outside,
    ),
    Page("groups", bodies, "groups.html", door="reframe", asks=_on, taken=lists.BODIES),
    Page("body/<name:id>", body, "body.html", door="reframe", asks=_on, taken=lists.SEATS),
    Page("terms/<name:id>", terms, "terms.html", door="reframe"),
    Page("norms", norms, "norms.html", door="reframe", asks=_on, taken=lists.NORMS),
    Page("package/<name:id>", package, "package.html", door="reframe"),
    Page("norm/<name:id>", norm, "norm.html", door="reframe", asks=_after),
    Page("reports", reports, "reports.html", door="reframe", asks=_after, taken=lists.REPORTS),
    Page("report/<name:id>", report, "report.html", door="reframe"),
    Page("edition/<name:id>", edition, "edition.html", door="reframe"),
    Page("call/<name:id>", call, "call.html", door="reframe"),
    Page("work", work, "work.html", door="reframe", asks=_after, taken=lists.WORK),
    Page("work/<name:id>", area, "area.html", door="reframe", asks=_after),
    Page("objective/<name:id>", objective, "objective.html"),
    Page("mobilize", mobilize, "mobilize.html", door="mobilize", asks=_on),
    Page(
        "endorsements",
        mobilize,
        "mobilize.html",
        door="mobilize",
        asks=_on,
        taken=lists.ENDORSEMENTS,
    ),
    Page("support", support, "support.html", door="mobilize", asks=_on, taken=lists.SUPPORT),
    Page("operate", contacts, "contacts.html", door="operate", asks=_after),
    Page("contacts", contacts, "contacts.html", door="operate", asks=_after),
    Page("contact/<name:id>", contact, "contact.html", door="operate"),
    Page("post", post_room, "post_room.html", door="desk", asks=_before, sign_in=True),
    Page("post/<number:index>", letters, "letters.html", door="desk", dress=fresh_nonce),
    Page("retention", retention, "retention.html", door="desk"),
    Page("circular/<name:id>", circular, "circular.html", door="convene", dress=fresh_nonce),
    Page("commitment/<name:id>", commitment, "commitment.html", door="mobilize", asks=_after),
    Page("endorsement/<name:id>", endorsement, "endorsement.html", door="mobilize", asks=_after),
    Page("targets", targets, "targets.html", door="mobilize", asks=_after),
    Page("target/<name:id>", target, "target.html", door="mobilize"),
    Page("target/<name:id>/brief", target, "brief.html", door="mobilize", dress=_taken_along),
    Page("risk/<name:id>", risk, "risk.html", door="mobilize"),
    Page("measure/<name:id>", measure, "measure.html", door="mobilize", asks=_after),
    Page("check-round/<name:id>", check_round, "check_round.html", door="operate", asks=_after),
    Page("requests", requests, "requests.html", door="operate", asks=_after),
    Page("request/<name:id>", request, "request.html", door="operate"),
    Page("record", record, "record.html", door="record", asks=_record),
    Page("search", found, "search.html", asks=_search, pace=SEARCHES),
)

LISTS = (
    Page("commitments", listed(Commitment), "", asks=_on, taken=lists.COMMITMENTS),
    Page("evidence", listed(Evidence, "on"), "", asks=_on, taken=lists.EVIDENCE),
    Page("advocacy", listed(Advocacy, "met_on"), "", asks=_on, taken=lists.ADVOCACY),
    Page("calls", listed(Call, "issued"), "", asks=_on, taken=lists.CALLS),
    Page("recommendations", listed(Recommendation), "", asks=_on, taken=lists.RECOMMENDATIONS),
    Page("claims", listed(SourcedClaim, "as_of"), "", asks=_on, taken=lists.CLAIMS),
)
"""Lists that have no page of their own: they stand on others, and are taken away from there."""
