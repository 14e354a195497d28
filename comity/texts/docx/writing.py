"""Writes a text as .docx: rolling (all that is open, tracked), comparison (base to consolidated) or clean.

Non-colliding operations become ``w:ins`` and ``w:del`` in their proposer's name; identical ones of several proposers
carry all their names. Where proposals collide Word has no way to show alternatives, so the base words stand and each
reading is a comment in its proposer's name. The same input gives the same bytes: there is no clock in here.
"""

from collections.abc import Iterable, Iterator
from dataclasses import replace

from comity.texts.docx.document import Block, Comment, Mark, Marks, Piece
from comity.texts.docx.package import packed
from comity.texts.json_in import Asked
from comity.texts.merge import accepted_of, claims_of, merge
from comity.texts.operation import Operation, operations
from comity.texts.proposal import Proposal, check_all
from comity.texts.spans import Claims, contested
from comity.texts.stack import NewParagraph, stack
from comity.texts.tokens import atoms
from comity.texts.version import Paragraph, Version

COMPARISON = "Comparison"
"""Whose name a comparison's changes carry: nobody proposes them."""

ROLLING, COMPARED, CLEAN = "rolling", "comparison", "clean"


def write_docx(asked: Asked, *, form: str = ROLLING) -> bytes:
    """Return the bytes of a .docx. Raises Unreadable where words cannot stand in XML."""
    if form == ROLLING:
        blocks, comments = _rolling(asked)
    else:
        found = merge(asked.base, proposals=asked.proposals, accept=asked.accept).version
        blocks = (
            _compared(asked.base, found)
            if form == COMPARED
            else [_plain(p) for p in found.paragraphs]
        )
        comments = []
    return packed(_ended(blocks), (*asked.comments, *comments))


def _plain(paragraph: Paragraph, marks: Marks = ()) -> Block:
    pieces = (Piece(paragraph.text, marks),) if paragraph.text else ()
    return Block(pieces, marks, kind=paragraph.kind, level=paragraph.level, part=paragraph.id)


def _ended(blocks: list[Block]) -> list[Block]:
    """Move the marks of paragraph ends at the end of a text one paragraph up: its last end cannot be marked."""
    last = len(blocks)
    while last and blocks[last - 1].marks:
        last -= 1
    if last == len(blocks):
        return blocks
    ends = [block.marks for block in blocks]
    shifted = [*ends[: max(last - 1, 0)], *ends[max(last, 1) :], ()]
    return [replace(block, marks=marks) for block, marks in zip(blocks, shifted, strict=True)]


def _rolling(asked: Asked) -> tuple[list[Block], list[Comment]]:
    check_all(asked.proposals, asked.base)
    accepted = accepted_of(asked.proposals, asked.accept)
    by_id = {each.id: each for each in accepted}
    claims = claims_of(asked.base, accepted)
    new = stack(accepted, taken=asked.base.place)
    blocks: list[Block] = []
    comments: list[Comment] = []
    blocks += _new(new.get(None, ()), by_id)
    for paragraph in asked.base.paragraphs:
        claim = claims.get(paragraph.id)
        if claim is None:
            blocks.append(_plain(paragraph))
        else:
            blocks.append(_claimed(paragraph, claim, by_id))
            comments += _contested(paragraph, claim, by_id)
        blocks += _new(new.get(paragraph.id, ()), by_id)
    return blocks, comments


def _new(ones: Iterable[NewParagraph], by_id: dict[str, Proposal]) -> Iterator[Block]:
    for one in ones:
        yield _plain(one.paragraph, (_mark(one.by, by_id, is_insertion=True),))


def _mark(names: Iterable[str], by_id: dict[str, Proposal], *, is_insertion: bool) -> Mark:
    found = [by_id[name] for name in names]
    at = min((each.at for each in found if each.at), default="")
    return Mark(is_insertion, "; ".join(dict.fromkeys(each.by or each.id for each in found)), at)


def _claimed(paragraph: Paragraph, claim: Claims, by_id: dict[str, Proposal]) -> Block:
    if claim.deleted_by and not claim.operations:
        gone = _mark(sorted(claim.deleted_by), by_id, is_insertion=False)
        return _plain(paragraph, (gone,))
    if claim.deleted_by:
        return _plain(paragraph)
    agreed = [group[0] for group in contested(claim.operations) if len(group) == 1]
    agreed.sort(key=claim.order)
    marked = [
        (
            each,
            _mark(claim.proposals([each]), by_id, is_insertion=False),
            _mark(claim.proposals([each]), by_id, is_insertion=True),
        )
        for each in agreed
    ]
    return _tracked(paragraph, marked)


def _tracked(paragraph: Paragraph, marked: Iterable[tuple[Operation, Mark, Mark]]) -> Block:
    taken, at = atoms(paragraph.text), 0
    pieces: list[Piece] = []
    for change, gone, come in marked:
        pieces.append(Piece(taken.between(at, change.start)))
        pieces.append(Piece(taken.between(change.start, change.end), (gone,)))
        pieces.append(Piece(change.text, (come,)))
        at = change.end
    pieces.append(Piece(taken.between(at, len(taken.pieces))))
    kept = tuple(piece for piece in pieces if piece.text)
    return Block(kept, kind=paragraph.kind, level=paragraph.level, part=paragraph.id)


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


def _compared(base: Version, found: Version) -> list[Block]:
    come, gone = Mark(True, COMPARISON), Mark(False, COMPARISON)
    blocks: list[Block] = []
    at = 0
    for paragraph in found.paragraphs:
        was = base.get(paragraph.id)
        if was is None:
            blocks.append(_plain(paragraph, (come,)))
            continue
        place = base.place[paragraph.id]
        blocks += [_plain(each, (gone,)) for each in base.paragraphs[at:place]]
        changes = operations(was.text, paragraph.text)
        blocks.append(_tracked(was, ((each, gone, come) for each in changes)))
        at = place + 1
    return blocks + [_plain(each, (gone,)) for each in base.paragraphs[at:]]
