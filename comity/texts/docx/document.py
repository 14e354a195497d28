"""What was read of a Word file: the text with its marks, what was said in the margin, and what was not understood."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby

from comity.texts.docx.marked import Marked
from comity.texts.docx.proposed import proposed
from comity.texts.proposal import Proposal


@dataclass(frozen=True, slots=True)
class Comment:
    """A comment: by whom, when, on which paragraph of the text as it was, about which words."""

    by: str
    at: str
    text: str
    paragraph: str
    about: str


@dataclass(frozen=True, slots=True)
class Unread:
    """Something that was not understood, and where."""

    what: str
    part: str
    place: str


@dataclass(frozen=True, slots=True)
class Revision:
    """One tracked change as it stands in the file: put in or taken out, by whom, when, which words."""

    paragraph: str
    is_insertion: bool
    is_move: bool
    by: str
    at: str
    text: str


@dataclass(frozen=True)
class Document(Marked):
    """What was read of a file."""

    comments: tuple[Comment, ...] = ()
    unread: tuple[Unread, ...] = ()

    def proposals(self) -> tuple[Proposal, ...]:
        """Return every author's changes as one proposal against the base."""
        return proposed(self)

    def revisions(self) -> Iterator[Revision]:
        """Yield every tracked change with words, neighbouring pieces of one change together."""
        names = self.block_names()
        for n, block in enumerate(self.blocks):
            for marks, pieces in groupby(block.pieces, key=lambda piece: piece.marks):
                text = "".join(piece.text for piece in pieces)
                for mark in marks if text else ():
                    yield Revision(
                        names[n], mark.is_insertion, mark.is_move, mark.by, mark.at, text
                    )

    def block_names(self) -> dict[int, str]:
        """Return, for each block, the paragraph of the base that it is in, or that stands before it."""
        views = self.view(lambda marks: not any(mark.is_insertion for mark in marks))
        found = {n: f"p{i}" for i, view in enumerate(views, start=1) for n in view.blocks}
        last = ""
        for n in range(len(self.blocks)):
            last = found.setdefault(n, last)
        return found
