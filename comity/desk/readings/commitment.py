"""A commitment: what was promised, what its party reports, what others tell, and what it replies."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from comity.core.measure import Measure
from comity.core.party import Party
from comity.core.progress import Progress, Rejoinder
from comity.core.review import Clearance, ProgressDraft, ProgressSubmitted, Reviewed, Wish
from comity.core.support import Commitment, Evidence
from comity.desk.look import Look
from comity.desk.readings.paging import A_PAGE
from comity.desk.seen import Offer, Seen


@dataclass(frozen=True, kw_only=True)
class Told:
    """A piece of evidence with the replies to it, and whether the viewer may reply."""

    evidence: Seen[Evidence]
    replies: Sequence[Seen[Rejoinder]]
    offers: Sequence[Offer]


@dataclass(frozen=True, kw_only=True)
class OnItsWay:
    """A report that is not public: a draft, or what was submitted; and what the viewer may do with it."""

    report: Seen[Any]
    offers: Sequence[Offer]


@dataclass(frozen=True, kw_only=True)
class CommitmentPage:
    """One commitment, cycle by cycle."""

    commitment: Seen[Commitment]
    about: Seen[Any] | None
    parties: Mapping[str, Seen[Party]]
    progress: Sequence[Seen[Progress]]
    """The newest cycle first."""
    drafts: Sequence[OnItsWay]
    """Drafts that nothing took the place of: there are none but for those who act for the party."""
    submitted: Sequence[OnItsWay]
    """What waits for the secretariat, and what it kept: there is none but for these two."""
    evidence: Sequence[Told]
    measures: Sequence[Seen[Measure]]
    offers: Sequence[Offer]
    scope: str


def commitment(look: Look, *, id: str) -> CommitmentPage | None:  # noqa: A002
    """Read one commitment."""
    found = look.find(Commitment, id)
    if found is None:
        return None
    on, party = str(found.value("on", "")), str(found.value("party", ""))
    progress = look.some(Progress, limit=A_PAGE, commitment=id)
    # All of them: each change is another draft, and a cut by id could leave out the one that is open.
    drafts = look.all(ProgressDraft, commitment=id)
    submitted = look.all(ProgressSubmitted, commitment=id)
    evidence = look.some(Evidence, limit=A_PAGE, of=found.thing)
    replies = look.among(Rejoinder, "evidence", [each.id for each in evidence])
    told: list[Seen[Any]] = [*evidence, *replies]
    named = {party, *(str(each.value("party", "")) for each in told)}
    is_own = party in look.viewer.parties
    return CommitmentPage(
        commitment=found,
        about=look.things([on]).get(on),
        parties=look.many(Party, sorted(named - {""})),
        progress=sorted(progress, key=lambda each: -each.act),
        drafts=[_drafted(look, each) for each in drafts if _is_open(each)],
        submitted=[
            _submitted(look, each)
            for each in submitted
            if each.value("status") != Reviewed.PUBLISHED
        ],
        evidence=[
            _told(look, each, replies=replies, party=party if is_own else "") for each in evidence
        ],
        measures=look.some(Measure, limit=A_PAGE, of=found.thing),
        offers=look.offers(_asked(found, is_own=is_own)),
        scope=found.scope,
    )


def _told(
    look: Look, evidence: Seen[Evidence], *, replies: Sequence[Seen[Rejoinder]], party: str
) -> Told:
    own = [each for each in replies if each.value("evidence") == evidence.id]
    may = party and evidence.value("party") != party and not own
    return Told(
        evidence=evidence,
        replies=own,
        offers=look.offers([("mobilize.reply-to-evidence/1", {"evidence": evidence.id})])
        if may
        else (),
    )


def _is_open(draft: Seen[ProgressDraft]) -> bool:
    return not (draft.value("submitted") or draft.value("replaced_by"))


def _drafted(look: Look, draft: Seen[ProgressDraft]) -> OnItsWay:
    """Offer what comes next: another clears it, the party submits it, or it is drafted anew."""
    is_cleared = draft.value("cleared") or draft.value("clearance") == Clearance.NOBODY_ELSE
    is_theirs = draft.value("drafted_by") == look.viewer.person
    on = {"draft": draft.id}
    asked: list[tuple[str, Mapping[str, Any]]] = [
        (
            "mobilize.draft-progress/1",
            {"commitment": draft.value("commitment"), "replaces": draft.id},
        )
    ]
    if is_cleared:
        asked.insert(0, ("mobilize.submit-progress/1", on))
    elif not is_theirs:
        asked.insert(0, ("mobilize.clear-progress/1", on))
    return OnItsWay(report=draft, offers=look.offers(asked))


def _submitted(look: Look, report: Seen[ProgressSubmitted]) -> OnItsWay:
    """Offer the secretariat to keep it, and to publish it where its party lets it."""
    if report.value("status") != Reviewed.WAITS:
        return OnItsWay(report=report, offers=())
    on = {"submitted": report.id}
    asked = [("mobilize.keep-progress/1", on)]
    if report.value("wish") == Wish.MAY_BE_PUBLISHED:
        asked.insert(0, ("mobilize.publish-progress/1", on))
    return OnItsWay(report=report, offers=look.offers(asked))


def _asked(found: Seen[Commitment], *, is_own: bool) -> Sequence[tuple[str, Mapping[str, Any]]]:
    """Name what may be done: its own party reports, others give evidence."""
    on = {"commitment": found.id}
    report: list[tuple[str, Mapping[str, Any]]] = (
        [("mobilize.draft-progress/1", on), ("mobilize.report-progress/1", on)] if is_own else []
    )
    return [
        *report,
        ("mobilize.give-evidence/1", {"of": found.thing}),
        ("mobilize.define-measure/1", {"of": found.thing}),
    ]
