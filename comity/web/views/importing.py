"""The secretariat brings its spreadsheet: choose or paste, match columns, look what would come of it, enter, undo."""

from collections.abc import Callable, Mapping
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.utils.http import content_disposition_header
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_safe

from comity.core.errors import Malformed
from comity.core.party import Party
from comity.core.rights import Power
from comity.desk.intake import (
    KINDS,
    For,
    enter,
    new_batch,
    stands_of,
    template,
    template_book,
    undo,
)
from comity.desk.look import Look
from comity.desk.outcome import Stands
from comity.desk.seen import Seen
from comity.sheets import Misread
from comity.web import window
from comity.web.acting.field import Option
from comity.web.importing.brought import AT_ONCE, Brought, brought
from comity.web.importing.matching import matchings, words
from comity.web.importing.tried import file_of_left, planned, tried
from comity.web.window import Answer
from comity.wording.set_aside import refusal, told_apart, unreadable

KINDS_OF_FILE = {
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    "csv": "text/csv; charset=utf-8",
}
UNDOING = "programme.strike/1"


def _parties(look: Look) -> list[Seen[Party]]:
    """Return those for whom this viewer may take in lists."""
    viewer = look.viewer
    may = {*viewer.parties_with(Power.ADMINISTER), *viewer.parties_with(Power.RECORD)}
    return [each for _key, each in sorted(look.many(Party, may).items())]


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def bring(request: HttpRequest) -> HttpResponse:
    """Lead a list in, a step at a time; each step carries everything that was said before."""
    if not request.person:  # type: ignore[attr-defined]
        return HttpResponseRedirect("/sign-in")
    request.door = "convene"  # type: ignore[attr-defined]
    answer = window.look(request, _parties)
    if not answer.page:
        raise Http404
    if request.method != "POST":
        return _first(request, answer)
    try:
        given = brought(request)
    except Malformed as error:
        return _first(request, answer, error=error)
    return _step(request, answer, given)


def _step(request: HttpRequest, answer: Answer, given: Brought) -> HttpResponse:
    """Do what the button asked for; where the list cannot be read, say so on the step before."""
    steps: Mapping[str, Callable[..., HttpResponse]] = {
        "undo": _undo,
        "enter": _enter,
        "stop": _enter,
        "left-xlsx": _left,
        "left-csv": _left,
        "try": _try,
    }
    step = request.POST.get("step", "")
    if step == "undo":
        return _undo(request, answer, given)
    try:
        given.check()
    except Misread as error:
        return _show(request, answer, "import_encoding.html", given, status=422, misread=error)
    except Malformed as error:
        return _first(request, answer, given, error=error)
    try:
        return steps.get(step, _match)(request, answer, given)
    except Malformed as error:
        return _match(request, answer, given, error=error)


def _first(
    request: HttpRequest,
    answer: Answer,
    given: Brought | None = None,
    *,
    error: Malformed | None = None,
) -> HttpResponse:
    """Show the first step, with what was said in it where it could not be read."""
    asked = request.POST if request.method == "POST" else request.GET
    return _show(
        request,
        answer,
        "import.html",
        given,
        status=422 if error else 200,
        what=asked.get("what", ""),
        pasted=request.POST.get("pasted", ""),
        refusal=unreadable(error) if error else "",
    )


def _match(
    request: HttpRequest, answer: Answer, given: Brought, *, error: Malformed | None = None
) -> HttpResponse:
    says = unreadable(error) if error else ""
    fields = matchings(given, refused=error.what if error else "", says=says)
    return _show(
        request,
        answer,
        "import_match.html",
        given,
        status=422 if error else 200,
        fields=fields,
        refusal=says,
    )


def _try(request: HttpRequest, answer: Answer, given: Brought) -> HttpResponse:
    actor = _actor(answer, given)
    shown, _left_rows = tried(window.desk_here(), given, actor=actor)
    return _show(
        request,
        answer,
        "import_tried.html",
        given,
        tried=shown,
        batch=given.said.get("batch") or new_batch(),
    )


def _enter(request: HttpRequest, answer: Answer, given: Brought) -> HttpResponse:
    """Enter some rows and say how far it is, or what came of all; a step that is sent again enters nothing twice."""
    desk, actor, wanted = window.desk_here(), _actor(answer, given), given.wanted
    found = planned(desk, given)
    batch = given.said.get("batch") or new_batch()
    after = given.count("after")
    todo = [each for each in found.enter if each.row.number > after]
    some = [] if request.POST.get("step") == "stop" else todo[:AT_ONCE]
    entered = enter(desk, wanted, some, actor=actor, done=_quietly, batch=batch)
    stood, left = told_apart(found, entered.outcomes, name=wanted.name)
    going: dict[str, Any] = {
        "stood": stands_of(desk, batch, actor=actor) if after else len(stood),
        "same": given.count("same") if after else len(found.same),
        "refused": given.count("refused") + len(left) - len(found.left),
        "batch": batch,
    }
    if len(todo) > len(some) and some:
        of = given.count("of") or len(todo)
        rest = len(todo) - len(some)
        far = {"after": some[-1].row.number, "of": of, "done": of - rest, "rest": rest}
        return _show(request, answer, "import_going.html", given, **going, **far)
    told = {**going, "left": going["refused"] + len(found.left), "rest": len(todo) - len(some)}
    return _show(request, answer, "import_done.html", given, party=actor.party, **told)


def _undo(request: HttpRequest, answer: Answer, given: Brought) -> HttpResponse:
    """Strike what one import entered; what others rest on stands, and is named."""
    desk, batch = window.desk_here(), given.said["batch"]
    actor = For(person=given.person, party=_party(answer, given))
    found = undo(
        desk, batch, actor=actor, why=_("The import %(batch)s is undone.") % {"batch": batch}
    )
    left = [(act, refusal(each)) for act, each in found if not isinstance(each, Stands)]
    struck = len(found) - len(left)
    return _show(request, answer, "import_undone.html", given, struck=struck, left=left)


def _left(request: HttpRequest, answer: Answer, given: Brought) -> HttpResponse:
    """Give the rows that were set aside as a file, to be mended and brought again."""
    ending = request.POST["step"].partition("-")[2]
    _shown, left = tried(window.desk_here(), given, actor=_actor(answer, given))
    content = file_of_left(given, left, is_book=ending == "xlsx")
    return _file(content, name=f"{given.said['what']}-set-aside.{ending}", ending=ending)


def _actor(answer: Answer, given: Brought) -> For:
    source = given.said.get("source", "")
    if given.wanted.is_recorded and not source:
        raise Malformed("source", expected="a value", found="nothing")
    return For(person=given.person, party=_party(answer, given), source=source)


def _party(answer: Answer, given: Brought) -> str:
    known = [each.id for each in answer.page]
    asked = given.said.get("on_behalf_of", "")
    return asked if asked in known else known[0]


def _quietly(_done: int, _total: int) -> None:
    """Tell nobody how far it is: the page comes when it is done."""


def _show(
    request: HttpRequest,
    answer: Answer,
    page: str,
    given: Brought | None = None,
    *,
    status: int = 200,
    **told: Any,
) -> HttpResponse:
    chosen = str(told.get("what", "") or (given.said.get("what", "") if given else ""))
    return render(
        request,
        page,
        {
            **answer.context,
            "parties": answer.page,
            "kinds": [Option(each, words(each), each == chosen) for each in KINDS],
            "brought": given,
            "kept": _kept(given),
            **told,
        },
        status=status,
    )


def _kept(given: Brought | None) -> Any:
    try:
        return given.kept if given else None
    except Malformed:
        return None


@require_safe
def empty(request: HttpRequest, what: str, ending: str) -> HttpResponse:
    """Give an empty list with the headings that are understood."""
    if what not in KINDS or ending not in KINDS_OF_FILE:
        raise Http404
    wanted = KINDS[what]
    content = template_book(wanted, name=what) if ending == "xlsx" else template(wanted)
    return _file(content, name=f"{what}.{ending}", ending=ending)


def _file(content: bytes, *, name: str, ending: str) -> HttpResponse:
    answer = HttpResponse(content, content_type=KINDS_OF_FILE[ending])
    disposition = content_disposition_header(as_attachment=True, filename=name)
    answer.headers["Content-Disposition"] = disposition
    answer.headers["X-Content-Type-Options"] = "nosniff"
    return answer
