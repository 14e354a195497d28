"""A Word file as it was read: pieces of words, who put each in and who took it out.

    |States |               stands
    |shall |                taken out by Arvenia
    |should |               put in by Arvenia
    |report.| ¶             stands; the end of the paragraph is marked like a piece

Accepting drops what was taken out, rejecting what was put in; where the end of a paragraph is dropped, the next
paragraph goes on in it. That is all there is to it, so any choice of marks gives a text.
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

from comity.texts.form import Format, Formats, joined
from comity.texts.version import Anchor, Paragraph, Version


@dataclass(frozen=True, slots=True)
class Mark:
    """A tracked change around a piece: put in or taken out, by whom ("" where not said), when (as written)."""

    is_insertion: bool
    by: str
    at: str = ""
    is_move: bool = False


Marks = tuple[Mark, ...]


@dataclass(frozen=True, slots=True)
class Piece:
    """Words with the marks around them, outermost first, and how they are set; or a reference to a note."""

    text: str
    marks: Marks = ()
    is_bold: bool = False
    is_italic: bool = False
    note: int = 0


@dataclass(frozen=True, slots=True)
class Block:
    """A paragraph as the file has it; ``marks`` are those of its end, ``row`` those of its table row.

    ``container`` is the same number for paragraphs that could be joined: those of one cell, one note, one body;
    ``place`` is a cell's table, row and column, or a note's number.
    """

    pieces: tuple[Piece, ...]
    marks: Marks = ()
    row: Marks = ()
    kind: str = ""
    level: int = 0
    container: int = 0
    part: str = ""
    place: tuple[int, ...] = ()


Choice = Callable[[Marks], bool]


@dataclass(frozen=True, slots=True)
class View:
    """A paragraph that some choice of marks gives, and the blocks it was made of; ``home`` has its first word."""

    text: str
    blocks: tuple[int, ...]
    home: int
    kind: str
    level: int
    formats: Formats = ()
    place: tuple[int, ...] = ()
    notes: tuple[tuple[int, int], ...] = ()


@dataclass(frozen=True)
class Marked:
    """A text with its marks: every choice among them gives a text."""

    blocks: tuple[Block, ...]

    def view(self, stands: Choice) -> tuple[View, ...]:
        """Return the text in which those pieces stand whose marks the choice approves."""
        found: list[View] = []
        pieces: list[Piece] = []
        blocks: list[int] = []
        first = 0
        for n, block in enumerate(self.blocks):
            if not stands(block.row):
                continue
            # A paragraph is what the first of its words were in: of one that goes whole nothing stays, not even that.
            first = first if pieces else n
            pieces += [piece for piece in block.pieces if stands(piece.marks)]
            blocks.append(n)
            goes_on = n + 1 < len(self.blocks) and self._joins(n)
            if goes_on and not stands(block.marks):
                continue
            found.append(self._view(pieces, tuple(blocks), first if pieces else n))
            pieces, blocks = [], []
        return tuple(found)

    def _view(self, pieces: Sequence[Piece], blocks: tuple[int, ...], home: int) -> View:
        at, notes = 0, []
        for piece in pieces:
            at += len(piece.text)
            if piece.note:
                notes.append((piece.note, at))
        one = self.blocks[home]
        return View(
            "".join(piece.text for piece in pieces),
            blocks,
            home,
            one.kind,
            one.level,
            joined((piece.text, _set(piece)) for piece in pieces),
            one.place,
            tuple(notes),
        )

    def _joins(self, n: int) -> bool:
        one, two = self.blocks[n], self.blocks[n + 1]
        return one.container == two.container and one.row == two.row

    def accepted(self) -> tuple[Paragraph, ...]:
        """Return the text with every tracked change accepted."""
        return _numbered(self.view(lambda marks: all(mark.is_insertion for mark in marks)))

    def rejected(self) -> tuple[Paragraph, ...]:
        """Return the text with every tracked change rejected: the base of what is proposed."""
        return _numbered(self.view(lambda marks: not any(mark.is_insertion for mark in marks)))

    @cached_property
    def base(self) -> Version:
        """The version that the proposals are made against."""
        return Version(self.rejected())

    def authors(self) -> tuple[str, ...]:
        """Return who made changes, in order of first appearance."""
        found: dict[str, None] = {}
        for marks in self._all_marks():
            found.update({mark.by: None for mark in marks})
        return tuple(found)

    def times(self, by: str) -> tuple[str, ...]:
        """Return the first and last instant of an author's changes, as the file writes them."""
        found = sorted({m.at for marks in self._all_marks() for m in marks if m.by == by and m.at})
        return (found[0], found[-1]) if found else ()

    def _all_marks(self) -> Iterator[Marks]:
        for block in self.blocks:
            yield block.row
            yield from (piece.marks for piece in block.pieces)
            yield block.marks


def _set(piece: Piece) -> Formats:
    return (Format(0, len(piece.text), piece.is_bold, piece.is_italic),)


def anchors_of(views: Sequence[View], names: Sequence[str]) -> dict[int, Anchor]:
    """Return where each note is referred to."""
    return {
        note: Anchor(name, at)
        for view, name in zip(views, names, strict=True)
        for note, at in view.notes
    }


def _numbered(views: Sequence[View]) -> tuple[Paragraph, ...]:
    names = [f"p{n}" for n in range(1, len(views) + 1)]
    anchors = anchors_of(views, names)
    return tuple(
        Paragraph(
            name,
            view.text,
            view.kind,
            view.level,
            view.formats,
            view.place,
            anchors.get(view.place[0]) if view.kind == "note" and view.place else None,
        )
        for name, view in zip(names, views, strict=True)
    )
