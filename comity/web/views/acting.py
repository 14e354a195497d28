"""The page of an act: its form, how others will see it, and its way to the desk. Nothing typed is ever lost."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.utils.crypto import get_random_string
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from comity.accounts.door import asked_first
from comity.acts.register import load
from comity.core import errors
from comity.core.act import act_shapes
from comity.core.unread import Unread
from comity.desk import envelope as envelopes
from comity.desk.doubles import Alike
from comity.desk.foretelling import seen_by
from comity.desk.outcome import Conflict, Receipt, Refused
from comity.desk.readings.act_page import act_page, kind_of
from comity.record import Malformed
from comity.web import window
from comity.web.acting import composing, from_file, kept, pasted, rows
from comity.web.acting.begun import MARK, mark, meanwhile
from comity.web.acting.beside import Doubles, beside
from comity.web.acting.difference import difference
from comity.web.acting.envelope import written
from comity.web.acting.field import Said
from comity.web.acting.foreseen import Foreseen, foreseen
from comity.web.acting.form import Form, form_of
from comity.web.acting.sights import Sight, deed_of, sights
from comity.web.acting.telling import nights_of, only_named
from comity.web.acting.typed_numbers import to_be_shown
from comity.web.acting.unread import told_beside
from comity.web.window import Answer
from comity.wording import says
from comity.wording.sentences import part_label

UNREADABLE = (Malformed, errors.Malformed)
BESIDE = ("on_behalf_of", "nonce", "given", MARK, pasted.CHOICE)


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def act(request: HttpRequest, *, kind: str) -> HttpResponse:
    """Show an act's form; on POST, show how others will see it, or enter it."""
    if kind_of(kind) is None:
        raise Http404
    typed = _typed(request, kind)
    if not request.person:  # type: ignore[attr-defined]
        return _signed_out(request, kind, typed)
    answer = _page(request, kind, typed)
    if request.method != "POST":
        return _show(request, answer, typed={}, nonce=get_random_string(22))
    if brought := from_file.brought(request, kind):
        typed, said = from_file.read(brought, typed)
        return _show_typed(request, answer, typed, refusals=said, status=422 if said else 200)
    if "again" in request.POST:
        return _show_typed(request, answer, typed)
    return _send(request, answer, typed)


def sent_from_an_old_page(request: HttpRequest, *, kind: str) -> HttpResponse:
    """Show the form with what was typed in a page of before signing in: nothing is entered by it, and nothing lost."""
    typed = _typed(request, kind)
    if not request.person:  # type: ignore[attr-defined]
        return _signed_out(request, kind, typed)
    old = _(
        "The page you sent from had become old. Nothing was entered. Look it over, and send it once more."
    )
    said = [] if "again" in request.POST else [Said("", old)]
    return _show_typed(request, _page(request, kind, typed), typed, refusals=said, status=403)


def _page(request: HttpRequest, kind: str, typed: Mapping[str, str]) -> Answer:
    given = {name: typed[name] for name in _given(typed, request) if name in typed}
    answer = window.look(request, act_page, verb=kind, given=given)
    if answer.page is None:
        raise Http404
    return answer


def _signed_out(request: HttpRequest, kind: str, typed: Mapping[str, str]) -> HttpResponse:
    """Ask a stranger to sign in; who typed something before their session ended keeps it on the page."""
    if request.method != "POST":
        return HttpResponseRedirect("/sign-in")
    newest = str(kind_of(kind))
    words = [
        (part_label(newest, name), value)
        for name, value in typed.items()
        if name not in BESIDE and value.strip()
    ]
    told = {"kind": newest, "words": words, "typed": sorted(typed.items())}
    return render(request, "signed_out.html", told, status=403)


def _typed(request: HttpRequest, kind: str) -> dict[str, str]:
    """Read what was typed: only fields that this kind has."""
    source = request.POST if request.method == "POST" else request.GET
    newest = str(kind_of(kind))
    beside = [*BESIDE, *map(kept.field_of, kept.files(newest)), *rows.names(newest), pasted.FIELD]
    known = (*act_shapes(load()[newest]), *beside)
    return {
        name: "\n".join(source.getlist(name)).replace("\r\n", "\n")
        for name in known
        if name in source
    }


def _given(typed: Mapping[str, str], request: HttpRequest) -> list[str]:
    """Name the fields that were filled in before the form was shown."""
    return typed.get("given", "").split(",") if request.method == "POST" else list(typed)


def _send(request: HttpRequest, answer: Answer, typed: dict[str, str]) -> HttpResponse:
    page, zone = answer.page, _zone(answer)
    typed = dict(typed)
    if (said := meanwhile(page, typed)) and not _has_stood(request, typed):
        typed[MARK] = mark(page)
        return _show_typed(request, answer, typed, refusals=said, status=409)
    try:
        unread = Unread()
        typed |= kept.keep(request, page.kind, unread=unread)
        envelope = _written(request, page.kind, typed, zone=zone, unread=unread)
        first = asked_first(window.desk_here(), envelope, person=request.person)  # type: ignore[attr-defined]
        if isinstance(first, Alike):
            return _ask(request, answer, typed, found=beside(first, envelope))
        nights = nights_of(page, envelope)
        wishes = "see" in request.POST
        letters = _letters(request, envelope) if wishes or "letters" not in request.POST else None
        alone = () if "alone" in request.POST else only_named(page, envelope)
        numbers = to_be_shown(envelope, typed, person=request.person)  # type: ignore[attr-defined]
        looks = wishes or letters or alone or numbers or (nights and "night" not in request.POST)
        if looks and first is None:
            seen = {"nights": nights, "letters": letters, "numbers": numbers}
            return _preview(request, answer, envelope, typed, seen=seen)
        outcome = first or window.desk_here().submit(envelope, person=request.person)  # type: ignore[attr-defined]
    except UNREADABLE as error:
        typed = _readable(page.kind, typed)
        said = told_beside(error, kind=page.kind)
        return _show(request, answer, typed=typed, nonce=typed.get("nonce", ""), refusals=said)
    match outcome:
        case Receipt(index=index):
            return HttpResponseRedirect(f"/receipt/{index}")
        case Refused(refusals=found):
            said = [
                Said(each.field, says(each, names=answer.names, kind=page.kind)) for each in found
            ]
            typed = _waiting(request, page.kind, typed)
            return _show(request, answer, typed=typed, nonce=typed.get("nonce", ""), refusals=said)
        case Conflict():
            said = [
                Said(
                    "",
                    _(
                        "This form was sent before, with other words. Look at your desk, then send it again."
                    ),
                )
            ]
            return _show(request, answer, typed=typed, nonce=get_random_string(22), refusals=said)
    raise errors.Broken("an outcome that is none of three")


def _ask(
    request: HttpRequest, answer: Answer, typed: Mapping[str, str], *, found: Doubles
) -> HttpResponse:
    """Show the form with what was typed, beside what is called alike already: which of the two is it?"""
    form = _form(answer, typed=typed, nonce=typed.get("nonce", ""), refusals=[])
    return _render(request, answer, form=replace(form, doubles=found), status=409)


def _has_stood(request: HttpRequest, typed: Mapping[str, str]) -> bool:
    """Tell whether this very form was entered already: what it changed is its own, and the desk gives its receipt."""
    nonce, person = typed.get("nonce", ""), request.person  # type: ignore[attr-defined]
    return bool(nonce and window.desk_here().submitted(nonce, person=person))


def _written(
    request: HttpRequest, kind: str, typed: Mapping[str, str], *, zone: str, unread: Unread
) -> dict[str, Any]:
    """Write the envelope of what was typed; raise Malformed with everything in it that cannot be read."""
    envelope = written(kind, typed, zone=zone, unread=unread)
    with unread:
        envelope |= kept.bound(kind, typed)
    if composing.left_out(kind):
        envelope |= composing.fields(request, kind, typed)
    if unread:
        # What the form could read, the desk may not: all of it is told at once.
        with unread:
            envelopes.read(envelope, person=request.person)  # type: ignore[attr-defined]
    unread.tell()
    return envelope


def _letters(request: HttpRequest, envelope: Mapping[str, Any]) -> Foreseen | None:
    """Return the letters it would send: nobody sends one without having seen to whom it goes and what it says."""
    return foreseen(envelope, person=request.person)  # type: ignore[attr-defined]


def _readable(kind: str, typed: Mapping[str, str]) -> dict[str, str]:
    """Return what was typed without what says of a kept file something that it is not."""
    found = dict(typed)
    for name in kept.files(kind):
        try:
            kept.kept_in(typed, name)
        except errors.Malformed:
            del found[kept.field_of(name)]
    return found


def _waiting(request: HttpRequest, kind: str, typed: Mapping[str, str]) -> dict[str, str]:
    """Return what was typed without files that wait no more, or never did: another is to be chosen."""
    person = request.person  # type: ignore[attr-defined]
    gone = {
        kept.field_of(name)
        for name, value in kept.bound(kind, typed).items()
        if not window.desk_here().has_lodged(value, person=person)
    }
    return {name: value for name, value in typed.items() if name not in gone}


def _zone(answer: Answer) -> str:
    body = answer.page.body
    return str(body.value("zone") or "UTC") if body else (answer.reader.zone or "UTC")


def _form(answer: Answer, *, typed: Mapping[str, str], nonce: str, refusals: list[Said]) -> Form:
    return form_of(answer.page, nonce=nonce, names=answer.names, typed=typed, refusals=refusals)


def _show_typed(
    request: HttpRequest,
    answer: Answer,
    typed: Mapping[str, str],
    *,
    refusals: list[Said] | None = None,
    status: int = 200,
) -> HttpResponse:
    """Show the form with what was typed in it."""
    typed = _readable(answer.page.kind, typed)
    nonce = typed.get("nonce", "")
    return _show(request, answer, typed=typed, nonce=nonce, refusals=refusals, status=status)


def _show(
    request: HttpRequest,
    answer: Answer,
    *,
    typed: Mapping[str, str],
    nonce: str,
    refusals: list[Said] | None = None,
    status: int = 0,
) -> HttpResponse:
    """Show the form, whole, with every reason why it was refused."""
    form = _form(answer, typed=typed, nonce=nonce, refusals=refusals or [])
    return _render(request, answer, form=form, status=status or (422 if refusals else 200))


def _render(request: HttpRequest, answer: Answer, *, form: Form, status: int) -> HttpResponse:
    request.door = answer.page.kind.partition(".")[0]  # type: ignore[attr-defined]
    return render(request, "act.html", {**answer.context, "form": form}, status=status)


def _sights(request: HttpRequest, answer: Answer, envelope: Mapping[str, Any]) -> Sequence[Sight]:
    """Show the act to each of its readers: those whom the desk will let see it, not those whom the form foretold."""
    person = request.person  # type: ignore[attr-defined]
    told = seen_by(window.desk_here(), envelope, person=person)
    page = replace(answer.page, audiences={**answer.page.audiences, **told})
    deed = deed_of(page, envelope, person=person, now=answer.now)
    names = {**answer.names, **window.names_in(request, deed)}
    return sights(page, deed, names=names)


def _preview(
    request: HttpRequest,
    answer: Answer,
    envelope: Mapping[str, Any],
    typed: Mapping[str, str],
    *,
    seen: Mapping[str, Any],
) -> HttpResponse:
    """Show how others will see it, and all that is to be known before it is sent: letters, nights, typed numbers."""
    request.door = answer.page.kind.partition(".")[0]  # type: ignore[attr-defined]
    context = {
        "form": _form(answer, typed=typed, nonce=typed.get("nonce", ""), refusals=[]),
        "sights": _sights(request, answer, envelope),
        "difference": difference(answer.page, envelope),
        "typed": sorted(typed.items()),
        **seen,
        "alone": only_named(answer.page, envelope),
    }
    return render(request, "see_as.html", {**answer.context, **context})
