"""Writes a text as .docx: rolling (all that is open, tracked), comparison (base to consolidated) or clean.

Non-colliding operations become ``w:ins`` and ``w:del`` in their proposer's name; identical ones of several proposers
carry all their names. Where proposals collide Word has no way to show alternatives, so the base words stand and each
reading is a comment in its proposer's name. The same input gives the same bytes: there is no clock in here.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from comity.texts.docx.arranged import Notes, arranged
from comity.texts.docx.document import Comment
from comity.texts.docx.marked import Block, Mark
from comity.texts.docx.package import NOTHING_SAID, About, packed
from comity.texts.json_in import Asked
from comity.texts.merge import accepted_of, claims_of, merge
from comity.texts.notes import references
from comity.texts.operation import Operation
from comity.texts.proposal import Edited, Inserted, Proposal, check_all
from comity.texts.spans import Claims, contested, settle
from comity.texts.stack import stack
from comity.texts.version import Paragraph, Version

COMPARISON = "Comparison"
"""Whose name a comparison's changes carry: nobody proposes them."""

ROLLING, COMPARED, CLEAN = "rolling", "comparison", "clean"


def write_docx(asked: Asked, *, form: str = ROLLING, about: About = NOTHING_SAID) -> bytes:
    """Return the bytes of a .docx. Raises Unreadable where words cannot stand in XML."""
    base, proposals = asked.base, tuple(asked.proposals)
    if form == ROLLING:
        check_all(proposals, base)
        proposals = tuple(accepted_of(proposals, asked.accept))
    else:
        found = merge(base, proposals=proposals, accept=asked.accept).version
        done = claims_of(base, accepted_of(proposals, asked.accept)) if form == COMPARED else {}
        base, proposals = (
            (base, (_compared(base, found, done),)) if form == COMPARED else (found, ())
        )
    blocks, comments = _rolling(base, proposals)
    return packed(arranged(blocks), (*asked.comments, *comments), about=about)


def _rolling(base: Version, accepted: Sequence[Proposal]) -> tuple[list[Block], list[Comment]]:
    by_id = {each.id: each for each in accepted}
    claims = claims_of(base, accepted)
    new = stack(accepted, taken=base.place)
    notes = Notes(base, claims, new)
    blocks: list[Block] = []
    comments: list[Comment] = []

    def put_in(after: str | None) -> None:
        for one in new.get(after, ()):
            come = _mark(one.by, by_id, is_insertion=True)
            blocks.append(notes.whole(one.paragraph, (come,)))

    put_in(None)
    for paragraph in base.paragraphs:
        claim = claims.get(paragraph.id)
        if claim is None:
            blocks.append(notes.whole(paragraph))
        elif claim.deleted_by and not claim.operations:
            gone = _mark(sorted(claim.deleted_by), by_id, is_insertion=False)
            blocks.append(notes.whole(paragraph, (gone,)))
        else:
            blocks.append(notes.tracked(paragraph, claim, _marks(paragraph, claim, by_id)))
            comments += _contested(paragraph, claim, by_id)
        put_in(paragraph.id)
    return blocks, comments


def _mark(names: Iterable[str], by_id: dict[str, Proposal], *, is_insertion: bool) -> Mark:
    found = [by_id[name] for name in names]
    at = min((each.at for each in found if each.at), default="")
    return Mark(is_insertion, "; ".join(dict.fromkeys(each.by or each.id for each in found)), at)


def _marks(
    paragraph: Paragraph, claim: Claims, by_id: dict[str, Proposal]
) -> dict[Operation, tuple[Mark, Mark]]:
    """Return, in order, what can be done together, with who takes words out and puts others in."""
    return {
        each: (
            _mark(claim.proposals([each]), by_id, is_insertion=False),
            _mark(claim.proposals([each]), by_id, is_insertion=True),
        )
        for each in settle(paragraph, claim).done
    }


def _contested(
    paragraph: Paragraph, claim: Claims, by_id: dict[str, Proposal]
) -> Iterator[Comment]:
    groups = [group for group in contested(claim.operations) if len(group) > 1]
    sides = sorted({name for group in groups for name in claim.proposals(group)})
    if claim.deleted_by and claim.operations:
        sides = claim.proposals(claim.operations)
        for name in sorted(claim.deleted_by):
            yield _comment(paragraph, by_id[name], "would delete this paragraph")
    for name in sides:
        text = claim.reading(paragraph.text, name)
        yield _comment(paragraph, by_id[name], f"would have this paragraph read: {text}")


def _comment(paragraph: Paragraph, proposal: Proposal, words: str) -> Comment:
    by = proposal.by or proposal.id
    return Comment(by, proposal.at, f"{by} {words}", paragraph.id, paragraph.text)


def _compared(base: Version, found: Version, claims: Mapping[str, Claims]) -> Proposal:
    """Return what lies between two versions as a proposal of nobody's."""
    edited: list[Edited] = []
    inserted: list[Inserted] = []
    after = None
    was_at, now_at = references(base), references(found)
    for one in found.paragraphs:
        was = base.get(one.id)
        if was is None:
            new = Inserted(after, one.text, one.id, (), one.kind, one.level)
            inserted.append(replace(new, formats=one.formats, place=one.place, anchor=one.anchor))
            continue
        after = one.id
        is_moved = any(
            now_at.get(one.id, {}).get(note, at) != at
            for note, at in was_at.get(one.id, {}).items()
        )
        if (was.text, was.formats) != (one.text, one.formats) or is_moved:
            # What was done, and not what the words alone would say: in "the the" either could be the bold one.
            done = settle(was, claims[one.id]).done
            changes = tuple(replace(each, rank=(n,)) for n, each in enumerate(done))
            edited.append(Edited(one.id, one.text, changes, one.formats))
    gone = tuple(each.id for each in base.paragraphs if each.id not in found.place)
    return Proposal(COMPARISON, COMPARISON, tuple(edited), tuple(inserted), gone)
