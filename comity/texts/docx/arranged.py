"""Paragraphs with their changes as a Word file arranges them: in cells, in footnotes, marked where it can bear marks.

Three things a file cannot say, and what is done instead. The end of the last paragraph of a cell, a note or a text
cannot be marked, so marks move one paragraph up. A row comes or goes only as a whole. A reference to a note stands in a
paragraph that comes or goes only where the note does likewise; a note that is referred to nowhere is a paragraph.
"""

from collections.abc import Hashable, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import groupby

from comity.texts.docx.marked import Block, Mark, Marks, Piece
from comity.texts.docx.meant import unlike_words
from comity.texts.form import runs
from comity.texts.laid import Part, laid
from comity.texts.notes import New, pins_of
from comity.texts.operation import Operation
from comity.texts.spans import NO_FORMS, Claims
from comity.texts.version import Paragraph, Version


class Notes:
    """Makes blocks of paragraphs, with references to the notes of a text; each note has a number here."""

    def __init__(self, base: Version, claims: Mapping[str, Claims], new: New) -> None:
        self.pins = pins_of(base, claims, new)
        self.numbers: dict[str, int] = {}
        seen: dict[Hashable, int] = {}
        every = [*base.paragraphs, *(one.paragraph for ones in new.values() for one in ones)]
        for each in every:
            if each.anchor is not None:
                # Two proposers may have given one number; the paragraphs of one note have all of this alike.
                by = each.id.rpartition("+")[2].partition(".")[0] if "+" in each.id else ""
                note = (each.anchor, each.place, by)
                self.numbers[each.id] = seen.setdefault(note, len(seen) + 1)

    def whole(self, paragraph: Paragraph, marks: Marks = ()) -> Block:
        """Return a paragraph that stands, comes or goes as it is."""
        pins = self.pins.get(paragraph.id, ())
        parts = laid(paragraph.text, paragraph.formats, (), forms=NO_FORMS, pins=pins)
        return self._block(
            paragraph, (piece for part in parts for piece in self._pieces(part, marks)), marks
        )

    def tracked(
        self, paragraph: Paragraph, claim: Claims, marks: Mapping[Operation, tuple[Mark, Mark]]
    ) -> Block:
        """Return a paragraph with the changes that are marked."""
        pins = self.pins.get(paragraph.id, ())
        pieces: list[Piece] = []
        told = dict(unlike_words(paragraph.text, marks))
        for part in laid(paragraph.text, paragraph.formats, marks, forms=claim.forms, pins=pins):
            if part.change is not None and part.change in told:
                pieces.append(Piece("", told.pop(part.change)))
            mark = marks[part.change][part.is_new] if part.change is not None else None
            pieces += self._pieces(part, () if mark is None else (mark,))
        return self._block(paragraph, pieces, ())

    def _block(self, paragraph: Paragraph, pieces: Iterable[Piece], marks: Marks) -> Block:
        place = paragraph.place
        if paragraph.kind == "note":
            place = (self.numbers[paragraph.id],) if paragraph.id in self.numbers else ()
        return Block(
            tuple(_referred_once(pieces)),
            marks,
            kind=paragraph.kind,
            level=paragraph.level,
            part=paragraph.id,
            place=place,
        )

    def _pieces(self, part: Part, marks: Marks) -> Iterator[Piece]:
        if part.note:
            yield Piece("", marks, note=self.numbers[part.note])
        for text, is_bold, is_italic in runs(part.text, part.formats):
            yield Piece(text, marks, is_bold, is_italic)


def _referred_once(pieces: Iterable[Piece]) -> Iterator[Piece]:
    """Leave out the references to a note's further paragraphs."""
    seen: set[int] = set()
    for piece in pieces:
        if piece.note in seen:
            continue
        seen |= {piece.note} if piece.note else set()
        yield piece


def arranged(blocks: Sequence[Block]) -> list[Block]:
    """Return blocks with marks only where a file can bear them."""
    found = sorted(_noted(list(blocks)), key=_note)  # notes are kept apart from the body
    out: list[Block] = []
    for _, row in groupby(found, key=lambda block: block.place[:2] if block.kind == "row" else ()):
        ones = list(row)
        marks = ones[0].marks
        if marks and ones[0].place and all(one.marks == marks for one in ones):
            out += [replace(one, row=marks) for one in ones]
            continue
        for _, container in groupby(ones, key=lambda block: block.place):
            out += _ended(list(container))
    return out


def _note(block: Block) -> int:
    return block.place[0] if block.kind == "note" and block.place else 0


def _noted(blocks: list[Block]) -> list[Block]:
    """Mark each reference as its note is, and make a paragraph of a note that can be referred to nowhere."""
    notes: dict[int, list[Block]] = {}
    for block in blocks:
        if block.kind == "note" and block.place:
            notes.setdefault(block.place[0], []).append(block)
    marks = {
        number: ones[0].marks if all(one.marks == ones[0].marks for one in ones) else ()
        for number, ones in notes.items()
    }
    hosts = {piece.note: block for block in blocks for piece in block.pieces if piece.note in notes}
    borne = {
        number
        for number, host in hosts.items()
        if host.kind != "note" and host.marks in ((), marks[number])
    }
    return [_with_references(block, marks, borne) for block in blocks]


def _with_references(block: Block, marks: Mapping[int, Marks], borne: set[int]) -> Block:
    pieces = tuple(
        replace(piece, marks=marks[piece.note]) if piece.note else piece
        for piece in block.pieces
        if not piece.note or piece.note in borne
    )
    if block.kind != "note" or not block.place:
        return replace(block, pieces=pieces)
    if block.place[0] not in borne:
        return replace(block, pieces=pieces, place=())
    if marks[block.place[0]]:  # it comes and goes with its reference
        return replace(block, pieces=tuple(replace(piece, marks=()) for piece in pieces), marks=())
    return replace(block, pieces=pieces)


def _ended(blocks: list[Block]) -> list[Block]:
    """Move the marks of paragraph ends at the end of a stretch one paragraph up: its last end cannot be marked."""
    last = len(blocks)
    while last and blocks[last - 1].marks:
        last -= 1
    if last == len(blocks):
        return blocks
    ends = [block.marks for block in blocks]
    shifted = [*ends[: max(last - 1, 0)], *ends[max(last, 1) :], ()]
    return [_held(block, marks) for block, marks in zip(blocks, shifted, strict=True)]


def _held(block: Block, marks: Marks) -> Block:
    """Return a block whose end is marked in another's stead, and that can be told from that other where it is empty.

    It is told by a change of no words that stands wherever the block does and the other does not.
    """
    found = replace(block, marks=marks)
    is_told = any(piece.marks == block.marks for piece in block.pieces)
    if not marks or block.marks == marks or is_told:
        return found
    held = block.marks or tuple(replace(one, is_insertion=not one.is_insertion) for one in marks)
    return replace(found, pieces=(*block.pieces, Piece("", held)))
