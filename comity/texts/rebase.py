"""Rebase: when the base moves on, every open proposal is carried to the new version.

    base       States |shall| report annually.
    new base   States shall report |every year|.
    proposal   States |should| report annually.
    carried    States |should| report every year.         adjusted

The law: rebase, then merge on the new base, gives what merging both on the old base would have given. So what is
carried is operations, moved past the change (operational transformation, Ellis and Gibbs 1989, on spans), and only
where they do not touch it. What touches it is a conflict: both sides are listed and nothing is carried there.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from enum import StrEnum

from comity.texts.form import Formats
from comity.texts.laid import brought, inherited, laid, standing
from comity.texts.moved import Moves, carry
from comity.texts.notes import References
from comity.texts.operation import Operation, apply, operations
from comity.texts.place import Places
from comity.texts.proposal import Edited, Inserted, Proposal, changes_of, check_all, free
from comity.texts.spans import Left, left_of
from comity.texts.tokens import atoms
from comity.texts.version import Paragraph, Version


class Carried(StrEnum):
    """How a proposal came over."""

    UNCHANGED = "unchanged"
    ADJUSTED = "adjusted"
    CONFLICT = "conflict"


@dataclass(frozen=True, slots=True)
class Conflict:
    """What could not be carried: the paragraph then, now (None: gone) and as proposed (None: to go)."""

    left: Left
    base: str
    new_base: str | None
    proposed: str | None


@dataclass(frozen=True, slots=True)
class Rebased:
    """A proposal against the new version, and what of it could not be carried."""

    proposal: Proposal
    status: Carried
    conflicts: tuple[Conflict, ...] = ()


def rebase(base: Version, *, new_base: Version, proposals: Sequence[Proposal]) -> list[Rebased]:
    """Carry proposals from a base to a new one. Raises Unreadable where one does not belong to the base."""
    check_all(tuple(proposals), base)
    places, references = Places(base, new_base), References(base, new_base)
    return [_rebase(each, places=places, references=references) for each in proposals]


def _rebase(proposal: Proposal, *, places: Places, references: References) -> Rebased:
    base, new_base = places.base, places.new_base
    edited: list[Edited] = []
    deleted: list[str] = []
    conflicts: list[Conflict] = []
    moves: dict[str, Moves] = {}
    for edit in proposal.edited:
        now = new_base.get(edit.id)
        was = base.paragraphs[base.place[edit.id]]
        moved, refused, moves[edit.id] = _edit(edit, was=was, now=now, references=references)
        edited += moved
        conflicts += refused
    for name in proposal.deleted:
        now, was = new_base.get(name), base.paragraphs[base.place[name]]
        if now is not None and now.text == was.text:
            deleted.append(name)
        elif now is not None:
            whole = Left(name, 0, atoms(was.text).count, None)
            conflicts.append(Conflict(whole, was.text, now.text, None))
    carried = replace(
        proposal,
        edited=tuple(edited),
        inserted=_inserted(proposal, places, references=references, moves=moves),
        deleted=tuple(deleted),
    )
    return Rebased(carried, _status(proposal, carried, conflicts), tuple(conflicts))


def _status(before: Proposal, after: Proposal, conflicts: list[Conflict]) -> Carried:
    if conflicts:
        return Carried.CONFLICT
    return Carried.UNCHANGED if before == after else Carried.ADJUSTED


def _edit(
    edit: Edited, *, was: Paragraph, now: Paragraph | None, references: References
) -> tuple[list[Edited], list[Conflict], Moves]:
    changes = changes_of(edit, references.base)
    if now is not None and now.text == was.text:
        return [edit], [], tuple((each, each) for each in changes)
    if now is None:
        gone = [Conflict(left_of(was, each), was.text, None, edit.text) for each in changes]
        return [], gone, ()
    kept, refused = carry(changes, was=was.text, now=now.text)
    kept = references.behind(edit.id, kept)
    conflicts = [Conflict(left_of(was, each), was.text, now.text, edit.text) for each in refused]
    if not kept:
        return [], conflicts, ()
    text = apply(now.text, [each for _, each in kept])
    # The words alone are enough wherever reading them again finds the same operations.
    after = tuple(each for _, each in kept)
    carried = None if operations(now.text, text) == after else after
    return (
        [Edited(edit.id, text, carried, _formats(edit, changes, kept, was, now))],
        conflicts,
        kept,
    )


def _formats(
    edit: Edited, changes: tuple[Operation, ...], kept: Moves, was: Paragraph, now: Paragraph
) -> Formats | None:
    """Return how the words are set once carried, None where saying nothing comes to the same."""
    if edit.formats is None and not was.formats and not now.formats:
        return None
    told = {} if edit.formats is None else brought(was.text, changes, edit.formats)
    forms = {
        after: told.get(before, inherited(before, was.text, was.formats)) for before, after in kept
    }
    moved = [after for _, after in kept]
    silent, _ = standing(laid(now.text, now.formats, moved, forms={}, pins=()))
    formats, _ = standing(laid(now.text, now.formats, moved, forms=forms, pins=()))
    return None if formats == silent else formats


def _inserted(
    proposal: Proposal,
    places: Places,
    *,
    references: References,
    moves: dict[str, Moves],
) -> tuple[Inserted, ...]:
    moved: list[Inserted] = []
    stands: dict[str, str] = {}
    for given, count, each in proposal.new_paragraphs(places.base.place):
        after, rank, slot = places.carry(each.after, each.rank)
        there = places.already(slot, each)
        if not rank and len(there) >= count:
            stands[given] = there[count - 1]
        else:
            moved.append(replace(each, after=after, id=given, rank=rank))
    changes = {edit.id: changes_of(edit, places.base) for edit in proposal.edited}
    for n, each in enumerate(moved):
        if each.anchor is None:
            continue
        anchor = replace(
            each.anchor, paragraph=stands.get(each.anchor.paragraph, each.anchor.paragraph)
        )
        moved[n] = replace(each, anchor=references.carried(anchor, changes=changes, moves=moves))
    # An id is given only where counting would not find it again.
    put: set[str] = set()
    named: list[Inserted] = []
    for each in moved:
        default = free(proposal.name_after(each.after), places.new_base.place, put)
        put.add(each.id)
        given = "" if each.id == default else each.id
        named.append(replace(each, id=given))
    return tuple(named)
