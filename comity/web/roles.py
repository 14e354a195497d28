"""Walk in as …: the roles of a demonstration, each with what it owes now."""

from collections.abc import Mapping
from dataclasses import dataclass

from django.http import HttpRequest
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from comity.accounts.roles import Role, offered
from comity.desk.look import Look
from comity.desk.seen import Owing
from comity.web import window
from comity.wording import times

NAMES: Mapping[str, Promise] = {
    "secretariat": gettext_lazy("the secretariat"),
    "chair": gettext_lazy("the chair"),
    "arvenia": gettext_lazy("a delegate of Arvenia"),
    "meridonia": gettext_lazy("a delegate of Meridonia"),
    "aldmoor": gettext_lazy("Aldmoor, a mission of two"),
    "tarn": gettext_lazy("the Isles of Tarn, by mail"),
    "company": gettext_lazy("a security company"),
    "civil-society": gettext_lazy("a civil-society network"),
    "volunteer": gettext_lazy("a volunteer"),
    "contact-officer": gettext_lazy("a contact officer"),
    "observer": gettext_lazy("an observer"),
    "public": gettext_lazy("the public"),
}
WITHOUT: Mapping[str, Promise] = {
    "observer": gettext_lazy("Sees, and takes no part in the decision."),
    "public": gettext_lazy("Sees what anybody sees."),
}
"""What is said of a role that never owes anything."""


@dataclass(frozen=True)
class Offered:
    """One role to walk in as."""

    key: str
    name: str
    is_here: bool
    owes: str = ""


def shown(request: HttpRequest) -> list[Offered]:
    """Return the roles, the one who looks now marked; none outside a demonstration."""
    person = getattr(request, "person", "")
    return [
        Offered(role.key, str(NAMES.get(role.key, role.key)), role.person == person)
        for role in offered(request)
    ]


def with_what_they_owe(request: HttpRequest) -> list[Offered]:
    """Return the roles with what each owes now."""
    desk = window.desk_here()
    person = getattr(request, "person", "")
    return [
        Offered(
            role.key,
            str(NAMES.get(role.key, role.key)),
            role.person == person,
            desk.read(desk.viewer(role.person), _owed, role=role),
        )
        for role in offered(request)
    ]


def _owed(look: Look, *, role: Role) -> str:
    """Say in one line what a role owes."""
    owed = look.owed() if role.person else ()
    if not owed:
        return str(WITHOUT.get(role.key, _("Owes nothing now.")))
    said = _first(look, owed[0])
    more = len(owed) - 1
    return (
        said
        if not more
        else ngettext("%(said)s And %(n)d thing more.", "%(said)s And %(n)d things more.", more)
        % {"said": said, "n": more}
    )


FIRST: Mapping[str, Promise] = {
    "silence": gettext_lazy("A silence ends in %(left)s: break it, or let it stand."),
    "declare": gettext_lazy("A silence has held: declare what was decided."),
    "extend": gettext_lazy("Asked to extend a silence."),
    "round": gettext_lazy("A round closes in %(left)s: answer it."),
    "invitation": gettext_lazy("Invited to a meeting: say whether you come."),
    "reply": gettext_lazy("A circular waits for an answer."),
    "action": gettext_lazy("A meeting asked for something to be done."),
    "dispose": gettext_lazy("Comments wait for an answer."),
    "vote": gettext_lazy("A ballot closes in %(left)s: vote."),
    "decide": gettext_lazy("A round is closed: say what follows."),
    "acknowledge": gettext_lazy("A request for assistance waits to be heard."),
    "escalated": gettext_lazy(
        "A request for assistance was not heard in time: say that it is now."
    ),
    "round-check": gettext_lazy("A contact check of a round waits for an answer."),
    "confirm": gettext_lazy("A contact was not reached: confirm it or replace it."),
    "visit": gettext_lazy("Has said that they will call somewhere: log the visit."),
    "answer-request": gettext_lazy("A request for assistance waits for its answer."),
    "answer": gettext_lazy("A contact check waits for an answer, %(left)s left."),
    "evidence": gettext_lazy("A commitment falls due: show what was done."),
    "handover": gettext_lazy("The programme is offered: take it over, or let it pass."),
    "mandate": gettext_lazy("A mandate ends in %(left)s."),
    "terms": gettext_lazy("A group’s terms of reference run out: ask for new ones."),
    "terms-of-a-group": gettext_lazy(
        "A group’s terms of reference run out: renew them, or let it end."
    ),
    "clear-progress": gettext_lazy("The draft of a report waits to be cleared."),
    "submit-progress": gettext_lazy("The draft of a report may be submitted."),
    "review-progress": gettext_lazy("A report on a commitment waits to be published or kept."),
}
"""What is said of the first thing that a role owes."""


def _first(look: Look, owing: Owing) -> str:
    by = owing.due.instant if owing.due else owing.due_at
    is_late = by is not None and by <= look.now
    # Begun minutes count, as they do in a ring.
    left = times.duration(int(-((look.now - by).total_seconds() // 60))) if by else ""
    match owing.what:
        case "positions":
            return ngettext(
                "Asked for a position on %(n)d paragraph.",
                "Asked for positions on %(n)d paragraphs.",
                owing.count,
            ) % {"n": owing.count}
        case "answer" if is_late:
            return _("A contact check still waits for an answer.")
    return str(FIRST.get(owing.what) or _("Something waits.")) % {"left": left}
