"""A commitment: what was promised, what its party reports, what others tell, and what it replies."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from comity.core.measure import Measure
from comity.core.party import Party
from comity.core.progress import Progress, Rejoinder
from comity.core.review import Clearance, ProgressDraft, ProgressSubmitted, Reviewed, Wish
from comity.core.support import Commitment, Evidence
from comity.desk.look import Look
from comity.desk.readings.clearing import without_second
from comity.desk.readings.paging import Lists
from comity.desk.seen import Offer, Seen

Ask = tuple[str, Mapping[str, Any]]
"""A kind of act, and what is filled in already."""


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
    has_no_second: bool = False
    """True where it waits for a second person who may bind its party, and the party has none now."""


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
    more: Mapping[str, str] = field(default_factory=dict)
    """For each list that goes on, what `after` says to go on with it."""


def commitment(look: Look, *, id: str, after: str = "") -> CommitmentPage | None:  # noqa: A002
    """Read one commitment."""
    found = look.find(Commitment, id)
    if found is None:
        return None
    on, party = str(found.value("on", "")), str(found.value("party", ""))
    lists = Lists(look, after=after)
    progress = lists.of("progress", Progress, commitment=id)
    # All of them: each change is another draft, and a cut by id could leave out the one that is open.
    drafts = [each for each in look.all(ProgressDraft, commitment=id) if _is_open(each)]
    submitted = [
        each
        for each in look.all(ProgressSubmitted, commitment=id)
        if each.value("status") != Reviewed.PUBLISHED
    ]
    evidence = lists.of("evidence", Evidence, of=found.thing)
    replies = look.among(Rejoinder, "evidence", [each.id for each in evidence])
    told: list[Seen[Any]] = [*evidence, *replies]
    named = {party, *(str(each.value("party", "")) for each in told)}
    is_own = party in look.viewer.parties
    rows: dict[str, Sequence[Ask]] = {
        **{each.thing: _drafted(look, each) for each in drafts},
        **{each.thing: _submitted(each) for each in submitted},
        **{
            each.thing: _answered(each, replies=replies, party=party) for each in evidence if is_own
        },
    }
    offers = _by_row(look, rows)
    alone = without_second(look, drafts, party=party)
    return CommitmentPage(
        commitment=found,
        about=look.things([on]).get(on),
        parties=look.many(Party, sorted(named - {""})),
        progress=sorted(progress, key=lambda each: -each.act),
        drafts=[
            OnItsWay(report=each, offers=offers[each.thing], has_no_second=each.id in alone)
            for each in drafts
        ],
        submitted=[OnItsWay(report=each, offers=offers[each.thing]) for each in submitted],
        evidence=[
            Told(
                evidence=each,
                replies=[reply for reply in replies if reply.value("evidence") == each.id],
                offers=offers.get(each.thing, ()),
            )
            for each in evidence
        ],
        measures=lists.of("measures", Measure, of=found.thing),
        offers=look.offers(_asked(found, is_own=is_own)),
        scope=found.scope,
        more=lists.more,
    )


def _by_row(look: Look, rows: Mapping[str, Sequence[Ask]]) -> Mapping[str, Sequence[Offer]]:
    """Return what may be done with each row, asked for all of them at once."""
    offers = look.offers([each for asked in rows.values() for each in asked])
    return {
        name: [each for each in offers if (each.kind, each.prefill) in asked]
        for name, asked in rows.items()
    }


def _answered(
    evidence: Seen[Evidence], *, replies: Sequence[Seen[Rejoinder]], party: str
) -> Sequence[Ask]:
    """Offer the party to reply, once, to what another told."""
    is_answered = any(each.value("evidence") == evidence.id for each in replies)
    if evidence.value("party") == party or is_answered:
        return ()
    return [("mobilize.reply-to-evidence/1", {"evidence": evidence.id})]


def _is_open(draft: Seen[ProgressDraft]) -> bool:
    return not (draft.value("submitted") or draft.value("replaced_by"))


def _drafted(look: Look, draft: Seen[ProgressDraft]) -> Sequence[Ask]:
    """Offer what comes next: another clears it, the party submits it, or it is drafted anew."""
    is_cleared = draft.value("cleared") or draft.value("clearance") == Clearance.NOBODY_ELSE
    is_theirs = draft.value("drafted_by") == look.viewer.person
    on = {"draft": draft.id}
    asked: list[Ask] = [
        (
            "mobilize.draft-progress/1",
            {"commitment": draft.value("commitment"), "replaces": draft.id},
        )
    ]
    if is_cleared:
        asked.insert(0, ("mobilize.submit-progress/1", on))
    elif not is_theirs:
        asked.insert(0, ("mobilize.clear-progress/1", on))
    return asked


def _submitted(report: Seen[ProgressSubmitted]) -> Sequence[Ask]:
    """Offer the secretariat to keep it, and to publish it where its party lets it."""
    if report.value("status") != Reviewed.WAITS:
        return ()
    on = {"submitted": report.id}
    asked: list[Ask] = [("mobilize.keep-progress/1", on)]
    if report.value("wish") == Wish.MAY_BE_PUBLISHED:
        asked.insert(0, ("mobilize.publish-progress/1", on))
    return asked


def _asked(found: Seen[Commitment], *, is_own: bool) -> Sequence[Ask]:
    """Name what may be done: its own party reports, others give evidence."""
    on = {"commitment": found.id}
    report: list[Ask] = (
        [("mobilize.draft-progress/1", on), ("mobilize.report-progress/1", on)] if is_own else []
    )
    return [
        *report,
        ("mobilize.give-evidence/1", {"of": found.thing}),
        ("mobilize.define-measure/1", {"of": found.thing}),
    ]
