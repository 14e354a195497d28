"""What a thing is called in a sentence: `the silence on the Understanding on broken cables`."""

from collections.abc import Callable, Mapping
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from comity.core.edition import EditionForm
from comity.core.party import BodyForm
from comity.desk.cells import Cell
from comity.desk.seen import Seen
from comity.wording.enums import name_of
from comity.wording.hands import PAPER, Hand
from comity.wording.things import CALLED_AFTER, Names, address, noun


def name(thing: str, *, names: Names, hand: Hand, link: bool = True) -> str:
    """Write what a thing is called, as a link where it has a page."""
    kind, _slash, key = thing.partition("/")
    if kind == "act":
        return hand.link(_("act %(number)s") % {"number": key}, to=address(thing) if link else "")
    if kind == "programme":
        return hand.plain(noun(kind))
    seen = names.get(thing)
    words = _NAMED.get(kind, _by_title)(seen, names) if seen is not None else ""
    if not words and kind == "person" and seen is not None and seen["name"].is_erased:
        return hand.absent(_("a person whose name was erased"), why="erased")
    if not words:
        return hand.absent(noun(kind), why="withheld")
    return hand.link(words, to=address(thing) if link else "")


def _words(cell: Cell) -> str:
    return str(cell.value) if cell.is_value and cell.value else ""


def _other(seen: Seen[Any], field: str, names: Names) -> str:
    """Return the plain name of the thing that a field of this one names."""
    value = seen.value(field, "")
    kind = CALLED_AFTER[seen.type][field]
    if not value:
        return noun(kind) if kind else _("a matter")
    return name(f"{kind}/{value}" if kind else str(value), names=names, hand=PAPER)


def _by_name(seen: Seen[Any], _names: Names) -> str:
    return _words(seen["name"])


def _by_title(seen: Seen[Any], _names: Names) -> str:
    if "title" not in seen.cells:
        return noun(seen.type)
    title = _words(seen["title"])
    return _("“%(title)s”") % {"title": title} if title else ""


NO_ARTICLE = ("a", "an", "the", "how", "what", "when", "where", "who", "why", "towards")
"""First words of English titles that take no article in front."""


def _with_article(words: str) -> str:
    if not words or words.split(maxsplit=1)[0].lower() in NO_ARTICLE:
        return words
    return pgettext("a title in a sentence", "the %(title)s") % {"title": words}


def _text(seen: Seen[Any], _names: Names) -> str:
    title, label = _with_article(_words(seen["title"])), _words(seen["label"])
    return (
        _("%(title)s, %(label)s") % {"title": title, "label": label} if title and label else title
    )


GROUPS = (BodyForm.BREAKTHROUGH_GROUP, BodyForm.WORKING_GROUP)
"""These are often called by their subject alone."""


def _body(seen: Seen[Any], _names: Names) -> str:
    words = _words(seen["name"])
    if seen.value("form") in GROUPS and "group" not in words.lower() and words:
        return _("the group “%(subject)s”") % {"subject": words}
    return _with_article(words)


def _call(seen: Seen[Any], _names: Names) -> str:
    return _with_article(_words(seen["title"]))


def _report(seen: Seen[Any], _names: Names) -> str:
    title = _words(seen["title"])
    return _("the report “%(title)s”") % {"title": title} if title else ""


def _edition(seen: Seen[Any], names: Names) -> str:
    form, report = seen.value("form"), _other(seen, "report", names)
    if not isinstance(form, EditionForm):
        return _("an edition of %(report)s") % {"report": report}
    about = {"form": name_of(form), "report": report, "language": _words(seen["language"])}
    return _("%(report)s (%(form)s, %(language)s)") % about


def _paragraph(seen: Seen[Any], names: Names) -> str:
    number, text = _words(seen["number"]), _other(seen, "text", names)
    if not number:
        return _("a paragraph of %(text)s") % {"text": text}
    return _("paragraph %(number)s of %(text)s") % {"number": number, "text": text}


def _proposal(seen: Seen[Any], names: Names) -> str:
    return _("the proposal on %(paragraph)s") % {"paragraph": _other(seen, "paragraph", names)}


def _position(seen: Seen[Any], names: Names) -> str:
    return _("the position on %(thing)s") % {"thing": _other(seen, "on", names)}


def _silence(seen: Seen[Any], names: Names) -> str:
    return _("the silence on %(text)s") % {"text": _other(seen, "text", names)}


def _round(seen: Seen[Any], names: Names) -> str:
    return _("the round on %(text)s") % {"text": _other(seen, "text", names)}


def _answer(seen: Seen[Any], names: Names) -> str:
    return _("the answer in %(round)s") % {"round": _other(seen, "round", names)}


def _ballot(seen: Seen[Any], names: Names) -> str:
    return _("the ballot on %(text)s") % {"text": _other(seen, "text", names)}


def _vote(seen: Seen[Any], names: Names) -> str:
    return _("the vote in %(ballot)s") % {"ballot": _other(seen, "ballot", names)}


def _explanation(seen: Seen[Any], names: Names) -> str:
    about = {"party": _other(seen, "party", names), "text": _other(seen, "text", names)}
    return _("the explanation of %(party)s on %(text)s") % about


def _dissociation(seen: Seen[Any], names: Names) -> str:
    about = {"party": _other(seen, "party", names), "thing": _other(seen, "paragraph", names)}
    return _("the dissociation of %(party)s from %(thing)s") % about


def _consultation(seen: Seen[Any], _names: Names) -> str:
    title = _words(seen["title"])
    return _("the request for comments “%(title)s”") % {"title": title} if title else ""


def _byline(seen: Seen[Any], names: Names) -> str:
    return _("whose %(comment)s is") % {"comment": _other(seen, "comment", names)}


def _comment(seen: Seen[Any], names: Names) -> str:
    return _("a comment in %(asked)s") % {"asked": _other(seen, "consultation", names)}


def _disposition(seen: Seen[Any], names: Names) -> str:
    return _("an answer in %(asked)s") % {"asked": _other(seen, "consultation", names)}


def _adoption(seen: Seen[Any], names: Names) -> str:
    return _("%(text)s as adopted") % {"text": _other(seen, "text", names)}


def _reservation(seen: Seen[Any], names: Names) -> str:
    about = {"party": _other(seen, "party", names), "adoption": _other(seen, "adoption", names)}
    return _("the statement of %(party)s on %(adoption)s") % about


def _outcome(seen: Seen[Any], names: Names) -> str:
    meeting, number = _other(seen, "meeting", names), _words(seen["number"])
    if number:
        return _("outcome %(number)s of %(meeting)s") % {"number": number, "meeting": meeting}
    return _("an outcome of %(meeting)s") % {"meeting": meeting}


def _course(seen: Seen[Any], names: Names) -> str:
    return _("what became of %(meeting)s") % {"meeting": _other(seen, "meeting", names)}


def _invitation(seen: Seen[Any], names: Names) -> str:
    about = {"meeting": _other(seen, "meeting", names), "party": _other(seen, "party", names)}
    if seen["party"].is_value and not seen["party"].value:
        return _("the open invitation to %(meeting)s") % about
    return _("the invitation of %(party)s to %(meeting)s") % about


def _coming(seen: Seen[Any], names: Names) -> str:
    about = {"meeting": _other(seen, "meeting", names), "party": _other(seen, "party", names)}
    return _("the answer of %(party)s to the invitation to %(meeting)s") % about


def _action(seen: Seen[Any], names: Names) -> str:
    about = {"meeting": _other(seen, "meeting", names), "party": _other(seen, "party", names)}
    return _("what %(meeting)s asked of %(party)s") % about


def _norm(seen: Seen[Any], _names: Names) -> str:
    title, number = _words(seen["title"]), _words(seen["number"])
    if number and title:
        return _("norm %(number)s (%(title)s)") % {"number": number, "title": title}
    return _("the norm “%(title)s”") % {"title": title} if title else ""


def _recommendation(seen: Seen[Any], names: Names) -> str:
    who, number = _words(seen["who"]), _words(seen["number"])
    if number and seen.value("report"):
        report = _other(seen, "report", names)
        return _("recommendation %(number)s of %(report)s") % {"number": number, "report": report}
    return _("the recommendation to %(who)s") % {"who": who} if who else ""


def _endorsement(seen: Seen[Any], names: Names) -> str:
    about = {"party": _other(seen, "party", names), "thing": _other(seen, "of", names)}
    return _("the endorsement of %(thing)s by %(party)s") % about


def _backing(seen: Seen[Any], names: Names) -> str:
    return _("what became of %(endorsement)s") % {"endorsement": _other(seen, "endorsement", names)}


def _commitment(seen: Seen[Any], names: Names) -> str:
    # Made on an endorsement, it is called after what that endorses: the party need not stand in its name twice.
    on = names.get(str(seen.value("on", "")))
    behind = on if on is not None and on.type == "endorsement" and on.value("of") else seen
    thing = _other(behind, "on" if behind is seen else "of", names)
    about = {"party": _other(seen, "party", names), "thing": thing}
    return _("the commitment of %(party)s on %(thing)s") % about


def _progress(seen: Seen[Any], names: Names) -> str:
    about = {"cycle": _words(seen["cycle"]), "thing": _other(seen, "commitment", names)}
    return _("the report of progress %(cycle)s on %(thing)s") % about


def _risk(seen: Seen[Any], names: Names) -> str:
    return _("the risk about %(thing)s") % {"thing": _other(seen, "about", names)}


def _risk_answer(seen: Seen[Any], names: Names) -> str:
    return _("what was answered on %(risk)s") % {"risk": _other(seen, "risk", names)}


def _visit(seen: Seen[Any], names: Names) -> str:
    return _("the visit to %(door)s") % {"door": _other(seen, "target", names)}


def _progress_draft(seen: Seen[Any], names: Names) -> str:
    about = {"cycle": _words(seen["cycle"]), "thing": _other(seen, "commitment", names)}
    return _("the draft of a report %(cycle)s on %(thing)s") % about


def _progress_submitted(seen: Seen[Any], names: Names) -> str:
    about = {"cycle": _words(seen["cycle"]), "thing": _other(seen, "commitment", names)}
    return _("the report %(cycle)s submitted on %(thing)s") % about


def _rejoinder(seen: Seen[Any], names: Names) -> str:
    return _("the reply of %(party)s") % {"party": _other(seen, "party", names)}


def _evidence(seen: Seen[Any], names: Names) -> str:
    about = {"party": _other(seen, "party", names), "thing": _other(seen, "of", names)}
    return _("the evidence of %(party)s on %(thing)s") % about


def _advocacy(seen: Seen[Any], names: Names) -> str:
    target, party = _words(seen["target"]), _other(seen, "party", names)
    if not target:
        return _("an approach made by %(party)s") % {"party": party}
    return _("the approach of %(party)s to %(target)s") % {"party": party, "target": target}


def _contact(seen: Seen[Any], names: Names) -> str:
    office, party = _words(seen["office"]), _other(seen, "party", names)
    if not office:
        return _("the point of contact of %(party)s") % {"party": party}
    return _("%(office)s, point of contact of %(party)s") % {"office": office, "party": party}


def _check(seen: Seen[Any], names: Names) -> str:
    return _("the contact check of %(party)s") % {"party": _other(seen, "party", names)}


def _reply(seen: Seen[Any], names: Names) -> str:
    about = {"party": _other(seen, "party", names), "circular": _other(seen, "circular", names)}
    return _("the answer of %(party)s to %(circular)s") % about


def _check_round(seen: Seen[Any], _names: Names) -> str:
    title = _words(seen["title"])
    return _("the round of contact checks “%(title)s”") % {"title": title} if title else ""


def _unreached(seen: Seen[Any], names: Names) -> str:
    return _("the report on %(contact)s") % {"contact": _other(seen, "contact", names)}


def _vouching(seen: Seen[Any], names: Names) -> str:
    return _("what is vouched of %(contact)s") % {"contact": _other(seen, "contact", names)}


def _measure(seen: Seen[Any], _names: Names) -> str:
    name_given = _words(seen["name"])
    return _("the measure “%(name)s”") % {"name": name_given} if name_given else ""


def _value(seen: Seen[Any], names: Names) -> str:
    return _("a figure of %(measure)s") % {"measure": _other(seen, "measure", names)}


def _request(seen: Seen[Any], names: Names) -> str:
    about = {"party": _other(seen, "party", names), "other": _other(seen, "of_party", names)}
    return _("the request of %(party)s to %(other)s") % about


def _mandate(seen: Seen[Any], names: Names) -> str:
    about = {"person": _other(seen, "person", names), "party": _other(seen, "party", names)}
    return _("the mandate of %(person)s for %(party)s") % about


def _seat(seen: Seen[Any], names: Names) -> str:
    holder = "person" if seen.value("person") else "party"
    about = {"holder": _other(seen, holder, names), "body": _other(seen, "body", names)}
    return _("the seat of %(holder)s in %(body)s") % about


def _claim(seen: Seen[Any], names: Names) -> str:
    where = _words(seen["stands_in"])
    if not where:
        return _("a claim about %(thing)s") % {"thing": _other(seen, "about", names)}
    about = {"source": where, "thing": _other(seen, "about", names)}
    return _("what %(source)s says of %(thing)s") % about


def _correction(seen: Seen[Any], names: Names) -> str:
    return _("the correction of %(thing)s") % {"thing": _other(seen, "of", names)}


def _assessment(seen: Seen[Any], _names: Names) -> str:
    title = _words(seen["title"])
    return _("the assessment “%(title)s”") % {"title": title} if title else ""


def _package(seen: Seen[Any], _names: Names) -> str:
    return _words(seen["title"])


def _handover(seen: Seen[Any], names: Names) -> str:
    return _("the handover of the programme to %(party)s") % {
        "party": _other(seen, "to_party", names)
    }


def _absence(seen: Seen[Any], names: Names) -> str:
    about = {"party": _other(seen, "party", names)}
    if seen.value("because") == "suspended":
        return _("the suspension of %(party)s") % about
    return _("the withdrawal of %(party)s") % about


def _succession(seen: Seen[Any], names: Names) -> str:
    return _("the succession to %(party)s") % {"party": _other(seen, "party", names)}


def _interest(seen: Seen[Any], names: Names) -> str:
    about = {"party": _other(seen, "party", names), "thing": _other(seen, "about", names)}
    return _("the interest of %(party)s in %(thing)s") % about


def _recusal(seen: Seen[Any], names: Names) -> str:
    about = {"party": _other(seen, "party", names), "thing": _other(seen, "about", names)}
    return _("the standing aside of %(party)s on %(thing)s") % about


def _support(seen: Seen[Any], names: Names) -> str:
    return _("the support of %(party)s") % {"party": _other(seen, "party", names)}


def _terms(seen: Seen[Any], names: Names) -> str:
    return _("the terms of reference of %(body)s") % {"body": _other(seen, "body", names)}


def _key(seen: Seen[Any], names: Names) -> str:
    holder = "person" if seen.value("person") else "party"
    return _("a signing key of %(holder)s") % {"holder": _other(seen, holder, names)}


_NAMED: Mapping[str, Callable[[Seen[Any], Names], str]] = {
    "absence": _absence,
    "action": _action,
    "adoption": _adoption,
    "advocacy": _advocacy,
    "answer": _answer,
    "assessment": _assessment,
    "ballot": _ballot,
    "body": _body,
    "byline": _byline,
    "call": _call,
    "check": _check,
    "claim": _claim,
    "backing": _backing,
    "check-round": _check_round,
    "comment": _comment,
    "commitment": _commitment,
    "consultation": _consultation,
    "contact": _contact,
    "correction": _correction,
    "course": _course,
    "coming": _coming,
    "invitation": _invitation,
    "disposition": _disposition,
    "edition": _edition,
    "endorsement": _endorsement,
    "evidence": _evidence,
    "handover": _handover,
    "interest": _interest,
    "dissociation": _dissociation,
    "explanation": _explanation,
    "key": _key,
    "mandate": _mandate,
    "measure": _measure,
    "meeting": _by_name,
    "norm": _norm,
    "outcome": _outcome,
    "package": _package,
    "paragraph": _paragraph,
    "party": _by_name,
    "person": _by_name,
    "position": _position,
    "progress": _progress,
    "progress-draft": _progress_draft,
    "progress-submitted": _progress_submitted,
    "proposal": _proposal,
    "recommendation": _recommendation,
    "reply": _reply,
    "recusal": _recusal,
    "rejoinder": _rejoinder,
    "report": _report,
    "request": _request,
    "reservation": _reservation,
    "round": _round,
    "round-check": _check,
    "seat": _seat,
    "silence": _silence,
    "succession": _succession,
    "support": _support,
    "terms-of-reference": _terms,
    "target": _by_name,
    "text": _text,
    "unreached": _unreached,
    "value": _value,
    "risk": _risk,
    "risk-answer": _risk_answer,
    "visit": _visit,
    "vouching": _vouching,
    "vote": _vote,
    "vote-note": _vote,
}
