"""The things whose names a sentence needs, and the pages they have.

A name may need other things' names (a silence is called after its text), so names are gathered first, in a few
rounds of one question each, and a sentence is then written without asking again.
"""

from collections.abc import Iterable, Mapping
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from comity.desk.look import Look
from comity.desk.seen import Deed, Seen
from comity.wording.mentions import things_in

Names = Mapping[str, Seen[Any]]
"""The things whose names are known, by `type/id`."""

NO_NAMES: Names = {}
ROUNDS = 3
"""A position is on a proposal, which is on a paragraph, which is of a text."""

CALLED_AFTER: Mapping[str, Mapping[str, str]] = {
    "paragraph": {"text": "text"},
    "proposal": {"paragraph": "paragraph"},
    "position": {"on": ""},
    "silence": {"text": "text"},
    "round": {"text": "text"},
    "answer": {"round": "round"},
    "absence": {"party": "party"},
    "ballot": {"text": "text"},
    "vote": {"ballot": "ballot"},
    "comment": {"consultation": "consultation"},
    "byline": {"comment": "comment"},
    "disposition": {"consultation": "consultation"},
    "vote-note": {"ballot": "ballot"},
    "explanation": {"party": "party", "text": "text"},
    "dissociation": {"party": "party", "paragraph": "paragraph"},
    "adoption": {"text": "text"},
    "reservation": {"party": "party", "adoption": "adoption"},
    "outcome": {"meeting": "meeting"},
    "course": {"meeting": "meeting"},
    "action": {"meeting": "meeting", "party": "party"},
    "agenda": {"meeting": "meeting"},
    "attendance": {"meeting": "meeting"},
    "minutes": {"meeting": "meeting"},
    "invitation": {"meeting": "meeting", "party": "party"},
    "coming": {"meeting": "meeting", "party": "party"},
    "replacement": {"meeting": "meeting"},
    "arrangement": {"meeting": "meeting"},
    "seating": {"meeting": "meeting"},
    "uptake": {"invitation": "invitation"},
    "endorsement": {"party": "party", "of": ""},
    "progress": {"commitment": "commitment"},
    "handover": {"to_party": "party"},
    "progress-draft": {"commitment": "commitment"},
    "progress-submitted": {"commitment": "commitment"},
    "rejoinder": {"party": "party"},
    "backing": {"endorsement": "endorsement"},
    "commitment": {"party": "party", "on": ""},
    "evidence": {"party": "party", "of": ""},
    "advocacy": {"party": "party"},
    "value": {"measure": "measure"},
    "visit": {"target": "target"},
    "risk": {"about": ""},
    "risk-answer": {"risk": "risk"},
    "contact": {"party": "party"},
    "check": {"party": "party"},
    "reply": {"party": "party", "circular": "circular"},
    "round-check": {"party": "party"},
    "unreached": {"contact": "contact"},
    "vouching": {"contact": "contact"},
    "request": {"party": "party", "of_party": "party"},
    "mandate": {"person": "person", "party": "party"},
    "seat": {"person": "person", "party": "party", "body": "body"},
    "support": {"party": "party"},
    "terms-of-reference": {"body": "body"},
    "succession": {"party": "party", "successor": "party"},
    "interest": {"party": "party", "about": ""},
    "recusal": {"party": "party", "about": ""},
    "claim": {"about": ""},
    "correction": {"of": ""},
    "key": {"person": "person", "party": "party"},
    "edition": {"report": "report"},
    "recommendation": {"report": "report"},
}
"""For each type, the fields that name the things it is called after, and of which type (empty: written `type/id`)."""

NOUNS: Mapping[str, Any] = {
    "absence": gettext_lazy("an absence"),
    "act": gettext_lazy("an act"),
    "assessment": gettext_lazy("an assessment"),
    "action": gettext_lazy("something that a meeting asked"),
    "adoption": gettext_lazy("an adoption"),
    "advocacy": gettext_lazy("an advocacy contact"),
    "answer": gettext_lazy("an answer in a round"),
    "agenda": gettext_lazy("an agenda"),
    "arrangement": gettext_lazy("how a meeting is arranged"),
    "attendance": gettext_lazy("who was there"),
    "backing": gettext_lazy("what became of an endorsement"),
    "ballot": gettext_lazy("a ballot"),
    "body": gettext_lazy("a body"),
    "byline": gettext_lazy("whose a comment is"),
    "call": gettext_lazy("a call"),
    "check": gettext_lazy("a contact check"),
    "circular": gettext_lazy("a circular"),
    "claim": gettext_lazy("a claim"),
    "coming": gettext_lazy("an answer to an invitation"),
    "check-round": gettext_lazy("a round of contact checks"),
    "comment": gettext_lazy("a comment"),
    "commitment": gettext_lazy("a commitment"),
    "consultation": gettext_lazy("a request for comments"),
    "contact": gettext_lazy("a point of contact"),
    "course": gettext_lazy("what became of a meeting"),
    "correction": gettext_lazy("a correction"),
    "difference": gettext_lazy("a difference between sources"),
    "disposition": gettext_lazy("an answer to a comment"),
    "dissociation": gettext_lazy("a dissociation"),
    "edition": gettext_lazy("an edition of a report"),
    "endorsement": gettext_lazy("an endorsement"),
    "evidence": gettext_lazy("a piece of evidence"),
    "exercise": gettext_lazy("an exercise"),
    "handover": gettext_lazy("a handover of the programme"),
    "hold": gettext_lazy("letters that were held"),
    "interest": gettext_lazy("an interest"),
    "invitation": gettext_lazy("an invitation"),
    "explanation": gettext_lazy("an explanation"),
    "key": gettext_lazy("a signing key"),
    "mandate": gettext_lazy("a mandate"),
    "measure": gettext_lazy("a measure"),
    "meeting": gettext_lazy("a meeting"),
    "minutes": gettext_lazy("the minutes of a meeting"),
    "norm": gettext_lazy("a norm"),
    "objective": gettext_lazy("an objective"),
    "outcome": gettext_lazy("an outcome"),
    "package": gettext_lazy("a package of norms"),
    "paper": gettext_lazy("a paper"),
    "paragraph": gettext_lazy("a paragraph"),
    "party": gettext_lazy("one of the parties"),
    "person": gettext_lazy("somebody"),
    "position": gettext_lazy("a position"),
    "programme": gettext_lazy("the programme"),
    "progress": gettext_lazy("a report of progress"),
    "progress-draft": gettext_lazy("the draft of a report"),
    "progress-submitted": gettext_lazy("a report that was submitted"),
    "proposal": gettext_lazy("a proposal"),
    "recommendation": gettext_lazy("a recommendation"),
    "recusal": gettext_lazy("a standing aside"),
    "relation": gettext_lazy("a relation of two norms"),
    "reply": gettext_lazy("an answer to a circular"),
    "replacement": gettext_lazy("somebody in another’s place"),
    "rejoinder": gettext_lazy("a reply"),
    "report": gettext_lazy("a report"),
    "request": gettext_lazy("a request for assistance"),
    "reservation": gettext_lazy("a reservation"),
    "round": gettext_lazy("a round"),
    "round-check": gettext_lazy("a contact check"),
    "seat": gettext_lazy("a seat"),
    "seating": gettext_lazy("how many seats are taken"),
    "silence": gettext_lazy("a silence"),
    "succession": gettext_lazy("a succession"),
    "support": gettext_lazy("a support"),
    "target": gettext_lazy("a door to knock at"),
    "terms-of-reference": gettext_lazy("terms of reference"),
    "text": gettext_lazy("a text"),
    "uptake": gettext_lazy("how many places are taken"),
    "unreached": gettext_lazy("a report that a contact was not reached"),
    "value": gettext_lazy("a figure"),
    "risk": gettext_lazy("a risk"),
    "risk-answer": gettext_lazy("an answer on a risk"),
    "visit": gettext_lazy("a visit"),
    "vouching": gettext_lazy("what is vouched of a contact"),
    "vote": gettext_lazy("a vote"),
    "vote-note": gettext_lazy("a note on a vote"),
    "work-area": gettext_lazy("a work area"),
}
"""What stands for a thing that may not be named here."""

PAGES: Mapping[str, str] = {
    "act": "/record/{}",
    "adoption": "/adoption/{}",
    "ballot": "/ballot/{}",
    "body": "/body/{}",
    "call": "/call/{}",
    "circular": "/circular/{}",
    "check-round": "/check-round/{}",
    "commitment": "/commitment/{}",
    "consultation": "/consultation/{}",
    "contact": "/contact/{}",
    "measure": "/measure/{}",
    "edition": "/edition/{}",
    "endorsement": "/endorsement/{}",
    "handover": "/handover/{}",
    "meeting": "/meeting/{}",
    "norm": "/norm/{}",
    "package": "/package/{}",
    "objective": "/objective/{}",
    "paragraph": "/sentence/{}",
    "party": "/party/{}",
    "recommendation": "/sentence/{}",
    "report": "/report/{}",
    "round": "/round/{}",
    "request": "/request/{}",
    "silence": "/silence/{}",
    "target": "/target/{}",
    "risk": "/risk/{}",
    "terms-of-reference": "/terms/{}",
    "text": "/text/{}",
    "work-area": "/work/{}",
}
"""Where a thing has a page of its own."""


def address(thing: str) -> str:
    """Return the page of a thing, or nothing where it has none of its own."""
    kind, _slash, key = thing.partition("/")
    return PAGES[kind].format(key) if kind in PAGES else ""


def names_for(look: Look, about: Iterable[Deed | Seen[Any] | str]) -> Names:
    """Gather the names that sentences about these deeds and things need, in at most four questions to the desk."""
    known: dict[str, Seen[Any]] = {}
    wanted: set[str] = set()
    for each in about:
        if isinstance(each, Seen):
            known[each.thing] = each
        else:
            wanted |= {each} if isinstance(each, str) else things_in(each)
    wanted |= {thing for seen in known.values() for thing in called_after(seen)}
    for _round in range(ROUNDS + 1):
        wanted = {thing for thing in wanted if thing not in known and not thing.startswith("act/")}
        if not wanted:
            break
        found = look.things(sorted(wanted))
        known.update(found)
        wanted = {thing for seen in found.values() for thing in called_after(seen)}
    return known


def called_after(seen: Seen[Any]) -> list[str]:
    """Return the things whose names make up the name of this one."""
    found = []
    for field, kind in CALLED_AFTER.get(seen.type, {}).items():
        value = seen.value(field, "")
        if value:
            found.append(f"{kind}/{value}" if kind else str(value))
    return found


def noun(kind: str) -> str:
    """Return what stands for a thing of this type that may not be named here."""
    return str(NOUNS.get(kind, _("a matter")))
