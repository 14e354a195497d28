"""The revision: what changed since the version before, by whose words, and how what is still open carries over."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from comity.core.party import Body
from comity.core.text import Change, Paragraph, Proposal, ProposalStatus, Text
from comity.desk.cells import Cell
from comity.desk.in_play import is_in_play
from comity.desk.look import Look
from comity.desk.readings.line import Step, short_line
from comity.desk.readings.naming import name_of, parties_named
from comity.desk.seen import Offer, Seen
from comity.texts import Edited, Inserted, Version, rebase
from comity.texts import Paragraph as Clause
from comity.texts import Proposal as Worded

LONGEST = 20_000
"""Beyond this many characters in a paragraph nothing is carried over: reading it would take longer."""


@dataclass(frozen=True, kw_only=True)
class Changed:
    """One paragraph that is not as it was: in other words, new, or gone."""

    before: Seen[Paragraph] | None
    after: Seen[Paragraph] | None
    by: Sequence[Cell]
    """The names of the parties whose proposals did it, as far as they may be seen."""


@dataclass(frozen=True, kw_only=True)
class Carried:
    """A proposal on the earlier version that is not in the revision, and how it would stand in it."""

    row: Seen[Proposal]
    party: Cell
    status: str
    """unchanged, adjusted, conflict; or unread where the viewer may not see all the words it takes."""
    paragraph: Seen[Paragraph] | None
    """The paragraph of the revision that it would be on."""
    words: str
    """What it would have there."""
    offers: Sequence[Offer]


@dataclass(frozen=True, kw_only=True)
class RevisionPage:
    """A revision with its change list."""

    text: Seen[Text]
    before: Seen[Text]
    body: Seen[Body] | None
    line: Sequence[Step]
    changes: Sequence[Changed]
    kept: int
    """How many paragraphs stand as they stood."""
    accepted: Sequence[Seen[Proposal]]
    carried: Sequence[Carried]
    scope: str


def revision(look: Look, *, id: str) -> RevisionPage | None:  # noqa: A002 — the page's own word
    """Return the change list of a text that revises another."""
    found = look.find(Text, id)
    before = look.find(Text, str(found["revises"])) if found and found["revises"] else None
    deed = look.deed(found.act) if found else None
    if found is None or before is None or deed is None:
        return None
    old, new = _in_order(look, before), _in_order(look, found)
    proposals = sorted(look.all(Proposal, text=before.id), key=lambda each: each.act)
    parties = parties_named(look, [each["party"] for each in proposals])
    came_from = _came_from(new, deed.get("rests_on"), {each.id: each for each in proposals})
    accepted = [each for each in proposals if each.value("status") == ProposalStatus.ACCEPTED]
    open_still = [each for each in proposals if each.value("status") == ProposalStatus.TABLED]
    changes, kept = _changes(old, new, came_from, accepted, parties)
    return RevisionPage(
        text=found,
        before=before,
        body=look.find(Body, str(found["body"])),
        line=short_line(look, found),
        changes=changes,
        kept=kept,
        accepted=accepted,
        carried=_carried(
            look, found, open_still, old=old, new=new, came_from=came_from, of=parties
        ),
        scope=found.scope,
    )


def _in_order(look: Look, text: Seen[Text]) -> Sequence[Seen[Paragraph]]:
    return sorted(look.all(Paragraph, text=text.id), key=lambda each: each.value("place", 0))


def _came_from(
    new: Sequence[Seen[Paragraph]], rests_on: Cell, proposals: Mapping[str, Seen[Proposal]]
) -> Mapping[str, str]:
    """Return, for each paragraph of the revision, the earlier one it was; new paragraphs are not among these."""
    found: dict[str, str] = {}
    for row, thing in zip(new, rests_on.value or (), strict=False):
        kind, _, key = str(thing).partition("/")
        if kind == "paragraph":
            found[row.id] = key
        elif key in proposals and proposals[key].value("change") != Change.INSERT:
            found[row.id] = str(proposals[key]["paragraph"])
    return found


def _changes(
    old: Sequence[Seen[Paragraph]],
    new: Sequence[Seen[Paragraph]],
    came_from: Mapping[str, str],
    accepted: Sequence[Seen[Proposal]],
    parties: Mapping[str, Seen[Any]],
) -> tuple[list[Changed], int]:
    """Return what changed, in the order of the revision and then what is gone; and how many stand as they stood."""
    stood = {each.id: each for each in old}
    by: dict[str, list[Cell]] = {}
    for each in accepted:
        by.setdefault(str(each["paragraph"]), []).append(name_of(each["party"], parties))
    found: list[Changed] = []
    for row in new:
        before = stood.get(came_from.get(row.id, ""))
        if before is None or str(before["words"]) != str(row["words"]):
            whose = by.get(before.id, []) if before else _inserted(row, accepted, parties)
            found.append(Changed(before=before, after=row, by=whose))
    kept = len(new) - len(found)
    gone = [each for each in old if each.id not in set(came_from.values())]
    found += [Changed(before=each, after=None, by=by.get(each.id, [])) for each in gone]
    return found, kept


def _inserted(
    row: Seen[Paragraph], accepted: Sequence[Seen[Proposal]], parties: Mapping[str, Seen[Any]]
) -> list[Cell]:
    return [
        name_of(each["party"], parties)
        for each in accepted
        if each.value("change") == Change.INSERT and str(each["words"]) == str(row["words"])
    ]


def _carried(
    look: Look,
    text: Seen[Text],
    proposals: Sequence[Seen[Proposal]],
    *,
    old: Sequence[Seen[Paragraph]],
    new: Sequence[Seen[Paragraph]],
    came_from: Mapping[str, str],
    of: Mapping[str, Seen[Any]],
) -> list[Carried]:
    """Carry each open proposal to the revision, as the text engine finds it; only the proposer may propose it again."""
    legible = all(_is_legible(each["words"]) for each in (*old, *new))
    base = Version(tuple(Clause(each.id, str(each["words"])) for each in old)) if legible else None
    now = (
        Version(tuple(Clause(came_from.get(each.id, each.id), str(each["words"])) for each in new))
        if legible
        else None
    )
    here = {came_from[each.id]: each for each in new if each.id in came_from}
    carried = [(row, here.get(str(row["paragraph"])), *_found(row, base, now)) for row in proposals]
    offers = _again(look, text, carried)
    return [
        Carried(
            row=row,
            party=name_of(row["party"], of),
            status=status,
            paragraph=on,
            words=words,
            offers=[each for each in offers if each.prefill["follows"] == (row.thing,)],
        )
        for row, on, status, words in carried
    ]


def _found(row: Seen[Proposal], base: Version | None, now: Version | None) -> tuple[str, str]:
    """Return how a proposal carries over, and the words that it would then have; unread where words are withheld."""
    if base is None or now is None or not _is_legible(row["words"]):
        return "unread", ""
    (carried,) = rebase(base, new_base=now, proposals=[_worded(row)])
    words = [
        *(each.text for each in carried.proposal.edited),
        *(each.text for each in carried.proposal.inserted),
    ]
    return carried.status.value, words[0] if words else ""


def _again(
    look: Look,
    text: Seen[Text],
    carried: Sequence[tuple[Seen[Proposal], Seen[Paragraph] | None, str, str]],
) -> Sequence[Offer]:
    """Offer to propose each again, in the words in which it carries over, to the party whose it was."""
    if not is_in_play(text):
        return ()
    asked: list[tuple[str, Mapping[str, Any]]] = []
    whose: dict[str, str] = {}
    for row, on, status, words in carried:
        if on is None or status not in ("unchanged", "adjusted"):
            continue
        whose[row.thing] = str(row["party"])
        about = {
            "text": text.id,
            "paragraph": on.id,
            "change": str(row["change"].value),
            "follows": (row.thing,),
            **({"words": words} if words else {}),
        }
        asked.append(("reframe.propose-words/1", about))
    return [
        each
        for each in look.offers(asked)
        if each.on_behalf_of == whose[each.prefill["follows"][0]]
    ]


def _is_legible(words: Cell) -> bool:
    return words.is_value and len(str(words)) <= LONGEST


def _worded(row: Seen[Any]) -> Worded:
    on, words = str(row["paragraph"]), str(row["words"])
    match row.value("change"):
        case Change.DELETE:
            return Worded(row.id, deleted=(on,))
        case Change.INSERT:
            return Worded(row.id, inserted=(Inserted(on, words),))
    return Worded(row.id, edited=(Edited(on, words),))
