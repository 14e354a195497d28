"""Says what merge, rebase and compare found, as JSON; the same findings are always the same bytes."""

from dataclasses import asdict
from typing import Any

from comity.texts.compare import Comparison, Line
from comity.texts.docx.document import Document, Revision
from comity.texts.json_form import say_form, say_formats
from comity.texts.merge import Merged
from comity.texts.numbering import numbers
from comity.texts.operation import Operation, told
from comity.texts.proposal import Edited, Inserted, Proposal
from comity.texts.rebase import Conflict, Rebased
from comity.texts.spans import Collision, Left
from comity.texts.tokens import atoms

Json = dict[str, Any]


def merged(found: Merged) -> Json:
    """Say a merge: ``{"paragraphs", "collisions", "applied", "partly"}``."""
    return {
        "paragraphs": [
            {"id": each.id, "text": each.text, **say_form(each)}
            for each in found.version.paragraphs
        ],
        "collisions": [_collision(each) for each in found.collisions],
        "applied": list(found.applied),
        "partly": [
            {"proposal": name, "left": [_left(each) for each in left]}
            for name, left in found.partly
        ],
    }


def _collision(found: Collision) -> Json:
    return {
        "paragraph": found.paragraph,
        "from": found.start,
        "to": found.end,
        "proposals": list(found.proposals),
        "alternatives": [
            {"proposal": each.proposal, "text": each.text} for each in found.alternatives
        ],
    }


def _left(found: Left) -> Json:
    """``text`` is what the tokens were to become; null where the whole paragraph was to go."""
    return {
        "paragraph": found.paragraph,
        "from": found.start,
        "to": found.end,
        "text": found.text,
    }


def rebased(found: list[Rebased]) -> Json:
    """Say a rebase: ``{"proposals": [{"id", "status", "edited", "deleted", "conflicts"} …]}``."""
    return {
        "proposals": [
            {
                "id": each.proposal.id,
                "status": str(each.status),
                "edited": [_edited(edit) for edit in each.proposal.edited]
                + [_inserted(new) for new in each.proposal.inserted],
                "deleted": list(each.proposal.deleted),
                "conflicts": [_conflict(one) for one in each.conflicts],
            }
            for each in found
        ]
    }


def _edited(edit: Edited) -> Json:
    said: Json = {"id": edit.id, "text": edit.text}
    if edit.carried is not None:
        said["operations"] = [_operation(each) for each in edit.carried]
    if edit.formats is not None:
        said["formats"] = say_formats(edit.formats)
    return said


def _operation(each: Operation) -> Json:
    said: Json = {"atoms": [each.start, each.end], "text": each.text}
    said |= {"rank": list(each.rank)} if each.rank else {}
    return said | ({"before": list(each.before)} if each.before else {})


def _inserted(new: Inserted) -> Json:
    said: Json = {"after": new.after, "text": new.text}
    said |= {"id": new.id} if new.id else {}
    said |= say_form(new)
    return said | ({"rank": list(new.rank)} if new.rank else {})


def _conflict(found: Conflict) -> Json:
    return {
        **_left(found.left),
        "base": found.base,
        "new_base": found.new_base,
        "proposed": found.proposed,
    }


def compared(found: Comparison) -> Json:
    """Say a comparison: every paragraph in reading order, with the words that changed in tokens of the old one."""
    counts: dict[str, int] = {}
    for line in found.lines:
        counts[line.became] = counts.get(line.became, 0) + 1
    return {"counts": counts, "paragraphs": [_line(found, line) for line in found.lines]}


def _line(found: Comparison, line: Line) -> Json:
    said: Json = {"status": str(line.became), "old": line.old, "new": line.new}
    if line.old is not None:
        said["old_text"] = found.old[line.old]
    if line.new is not None:
        said["new_text"] = found.new[line.new]
    if line.old is not None and line.new is not None:
        said["operations"] = [_change(found.old[line.old], each) for each in line.operations]
    return said


def _change(text: str, change: Operation) -> Json:
    start, end, words = told(text, change)
    return {
        "from": start,
        "to": end,
        "text": words,
        "deleted": atoms(text).between(change.start, change.end),
        "inserted": change.text,
    }


def document(found: Document) -> Json:
    """Say a reading: ``{"paragraphs", "proposals", "comments", "unread"}``."""
    base = found.rejected()
    return {
        "paragraphs": [
            {
                "id": each.id,
                "text": each.text,
                "kind": each.kind,
                "level": each.level,
                "number": number,
                **say_form(each),
            }
            for each, number in zip(base, numbers(base), strict=True)
        ],
        "proposals": [_proposal(found, each) for each in found.proposals()],
        "comments": [asdict(each) for each in found.comments],
        "unread": [asdict(each) for each in found.unread],
    }


def _proposal(found: Document, each: Proposal) -> Json:
    return {
        "id": each.id,
        "by": each.by,
        "at": each.at,
        "edited": [_edited(one) for one in each.edited] + [_inserted(one) for one in each.inserted],
        "deleted": list(each.deleted),
        "operations": [_revision(one) for one in found.revisions() if one.by == each.by],
    }


def _revision(one: Revision) -> Json:
    return {
        "paragraph": one.paragraph,
        "kind": ("insert" if one.is_insertion else "delete"),
        "moved": one.is_move,
        "at": one.at,
        "text": one.text,
    }
