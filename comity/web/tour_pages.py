"""The pages of the tour and the record."""

from collections.abc import Mapping
from typing import Any

from django.http import HttpRequest

from comity.accounts.by_link import how_many_wait
from comity.accounts.checkup import in_danger
from comity.accounts.held import waiting_wishes
from comity.accounts.models import Remark, Stated
from comity.accounts.roles import is_simulated
from comity.accounts.seen import keep_seen, last_seen
from comity.desk.readings.adoption import AdoptionPage, adoption
from comity.desk.readings.check import CheckPage, check
from comity.desk.readings.desk_page import DeskPage, desk
from comity.desk.readings.home import home
from comity.desk.readings.receipt import receipt
from comity.desk.readings.record_act import act
from comity.desk.readings.sentence import sentence
from comity.desk.readings.silence import silence
from comity.desk.readings.text import text
from comity.web import checking, roles, window
from comity.web.acting.breaking import form_on_page
from comity.web.acting.receipts import told
from comity.web.table import FromQuery, Page
from comity.wording.checkup import sentence as in_a_sentence

_after = FromQuery(("after",))


def _since(request: HttpRequest) -> Mapping[str, Any]:
    """Ask for what is new since this person last looked at their desk."""
    person = request.person  # type: ignore[attr-defined]
    return {"seen_index": last_seen(person) if person else -1}


def _seen(request: HttpRequest, page: DeskPage) -> Mapping[str, Any]:
    """Remember how far the person has now read, so that their desk can say what is new the next time."""
    newest = max((deed.index for deed in page.changed), default=-1)
    keep_seen(request.person, index=newest)  # type: ignore[attr-defined]
    is_asked = page.is_secretariat
    return {
        "wishes": waiting_wishes() if is_asked else 0,
        "to_sift": how_many_wait(Remark) if is_asked else 0,
        "to_review": how_many_wait(Stated) if is_asked else 0,
        "in_danger": _in_danger() if is_asked else "",
    }


def _in_danger() -> str:
    """Say what the doctor would say now of a programme that counts; a demonstration may be lost."""
    found = [] if is_simulated() else in_danger(window.desk_here())
    return in_a_sentence(found) if found else ""


def _roles(request: HttpRequest, page: Any) -> Mapping[str, Any]:
    return {"offered": roles.with_what_they_owe(request)}


def _document(request: HttpRequest, page: AdoptionPage) -> Mapping[str, Any]:
    return {"check_address": request.build_absolute_uri(f"/record/{page.adoption.act}")}


def _lines(request: HttpRequest, page: CheckPage) -> Mapping[str, Any]:
    return checking.lines(page)


TOUR = (
    Page("", home, "home.html", dress=_roles),
    Page("desk", desk, "desk.html", door="desk", asks=_since, dress=_seen, sign_in=True),
    Page("sentence/<name:id>", sentence, "sentence.html"),
    Page("text/<name:id>", text, "text.html", door="reframe", asks=_since),
    Page("silence/<name:id>", silence, "silence.html", door="reframe", dress=form_on_page),
    Page(
        "adoption/<name:id>",
        adoption,
        "adoption.html",
        door="reframe",
        asks=_after,
        dress=_document,
    ),
    Page("record/<number:index>", act, "record_act.html", door="record"),
    Page("receipt/<number:index>", receipt, "receipt.html", door="desk", dress=told),
    Page("check", check, "check.html", door="record", dress=_lines),
)
