"""Paragraphs with marks as the elements of a document's body and of its footnotes.

<w:p><w:r><w:t>States </w:t></w:r>
  <w:del w:id="1" w:author="Arvenia"><w:r><w:delText>shall</w:delText></w:r></w:del>
  <w:ins w:id="2" w:author="Arvenia"><w:r><w:t>should</w:t></w:r></w:ins></w:p>
"""

import re
import unicodedata
from collections.abc import Iterator, Sequence
from itertools import count, groupby
from xml.sax.saxutils import escape, quoteattr

from comity.texts.docx.document import Comment
from comity.texts.docx.marked import Block, Mark, Marks, Piece
from comity.texts.docx.skeleton import SEPARATORS
from comity.texts.docx.styles import MEANT, OWN
from comity.texts.errors import Unreadable

_IMPOSSIBLE = re.compile("[\x00-\x08\x0b-\x1f\ud800-\udfff\ufffe\uffff]")
"""No XML can carry these; a carriage return would come back as another sign."""
_NEVER_A_CELL = "<w:p/>"
"""What stands in a cell of which nothing is left: a cell without a paragraph cannot be opened."""


class Body:
    """Writes blocks; every mark in a file has a number of its own."""

    def __init__(self, blocks: Sequence[Block], comments: Sequence[Comment]) -> None:
        self.numbers = count(1)
        self.comments: dict[str, list[int]] = {}
        for n, comment in enumerate(comments):
            self.comments.setdefault(comment.paragraph, []).append(n)
        self.blocks = [block for block in blocks if not _is_note(block)]
        self.notes = [block for block in blocks if _is_note(block)]

    def text(self) -> str:
        """Return the elements of the body."""
        return "".join(self._text())

    def footnotes(self) -> str:
        """Return the elements of the footnotes."""
        found = []
        for number, ones in groupby(sorted(self.notes, key=_first), key=_first):
            mark = "<w:r><w:footnoteRef/><w:tab/></w:r>"
            said = []
            for block in ones:
                said.append(self._paragraph(block, before=mark))
                mark = ""
            found.append(f'<w:footnote w:id="{number + SEPARATORS}">{"".join(said)}</w:footnote>')
        return "".join(found)

    def _text(self) -> Iterator[str]:
        after_table = False
        for table, found in groupby(self.blocks, key=_table):
            blocks = list(found)
            if table:
                yield self._table(blocks)
            elif after_table and blocks == self.blocks[-1:] and blocks[0] == _bare(blocks[0]):
                yield self._paragraph(blocks[0], style=MEANT)
            else:
                yield from (self._paragraph(block) for block in blocks)
            after_table = bool(table)
        if after_table:
            yield _NEVER_A_CELL  # nor may a table be the last of a text

    def _table(self, blocks: list[Block]) -> str:
        columns = max(block.place[2] for block in blocks)
        if columns > MOST_COLUMNS:
            raise Unreadable(
                f"a table has {columns} columns; at most {MOST_COLUMNS} are written",
                place=f"paragraph {blocks[0].part!r}",
            )
        rows = "".join(
            self._row(list(ones), columns)
            for _, ones in groupby(blocks, key=lambda block: block.place[1])
        )
        grid = '<w:gridCol w:w="2400"/>' * columns
        return (
            '<w:tbl><w:tblPr><w:tblW w:w="0" w:type="auto"/></w:tblPr>'
            f"<w:tblGrid>{grid}</w:tblGrid>{rows}</w:tbl>"
        )

    def _row(self, blocks: list[Block], columns: int) -> str:
        marks = "".join(f"<{_tag(mark)}{_who(mark, self.numbers)}/>" for mark in blocks[0].row)
        cells: dict[int, list[str]] = {column: [] for column in range(1, columns + 1)}
        for block in blocks:
            cells[block.place[2]].append(self._paragraph(block))
        width = '<w:tcPr><w:tcW w:w="2400" w:type="dxa"/></w:tcPr>'
        said = "".join(
            f"<w:tc>{width}{''.join(paragraphs) or _NEVER_A_CELL}</w:tc>"
            for paragraphs in cells.values()
        )
        return f"<w:tr>{f'<w:trPr>{marks}</w:trPr>' if marks else ''}{said}</w:tr>"

    def _paragraph(self, block: Block, *, before: str = "", style: str = "") -> str:
        mine = self.comments.get(block.part, [])
        said = [f"<w:p>{_properties(block, self.numbers, style=style or _style(block))}{before}"]
        said += [f'<w:commentRangeStart w:id="{n}"/>' for n in mine]
        said += [_marked(_run(one, block), one.marks, self.numbers) for one in block.pieces]
        for n in mine:
            end = f'<w:commentRangeEnd w:id="{n}"/>'
            said.append(f'{end}<w:r><w:commentReference w:id="{n}"/></w:r>')
        return "".join([*said, "</w:p>"])


MOST_COLUMNS = 63
"""Word opens no table with more."""


def _bare(block: Block) -> Block:
    """Return what an empty paragraph like any other would be in a block's stead."""
    return Block((), part=block.part)


def _is_note(block: Block) -> bool:
    return block.kind == "note" and bool(block.place)


def _first(block: Block) -> int:
    return block.place[0]


def _table(block: Block) -> int:
    return block.place[0] if block.kind == "row" and block.place else 0


def _style(block: Block) -> str:
    if block.kind == "heading":
        return f"Heading{min(max(block.level, 1), 9)}"
    if block.kind == "item":
        return "ListParagraph"
    if block.place:
        return ""
    return next((style for style, kind in OWN.items() if kind == block.kind), "")


def _from_right(text: str) -> bool:
    """Tell whether the first letter that has a direction runs from the right."""
    kinds = (unicodedata.bidirectional(sign) for sign in text)
    return next((kind in ("R", "AL") for kind in kinds if kind in ("L", "R", "AL")), False)


def _properties(block: Block, numbers: Iterator[int], *, style: str) -> str:
    found = f'<w:pStyle w:val="{style}"/>' if style else ""
    if block.kind == "item":
        depth = min(max(block.level, 1), 9) - 1
        found += f'<w:numPr><w:ilvl w:val="{depth}"/><w:numId w:val="1"/></w:numPr>'
    if _from_right("".join(piece.text for piece in block.pieces)):
        found += "<w:bidi/>"
    if block.marks:
        marks = "".join(f"<{_tag(mark)}{_who(mark, numbers)}/>" for mark in block.marks)
        found += f"<w:rPr>{marks}</w:rPr>"
    return f"<w:pPr>{found}</w:pPr>" if found else ""


def _tag(mark: Mark) -> str:
    return "w:ins" if mark.is_insertion else "w:del"


def _who(mark: Mark, numbers: Iterator[int]) -> str:
    at = f" w:date={quoteattr(possible(mark.at, 'a date'))}" if mark.at else ""
    return f' w:id="{next(numbers)}" w:author={quoteattr(possible(mark.by, "a name"))}{at}'


def _marked(run: str, marks: Marks, numbers: Iterator[int]) -> str:
    for mark in reversed(marks):
        run = f"<{_tag(mark)}{_who(mark, numbers)}>{run}</{_tag(mark)}>"
    return run


def _run(piece: Piece, block: Block) -> str:
    if piece.note:
        return f'<w:r><w:footnoteReference w:id="{piece.note + SEPARATORS}"/></w:r>'
    name = "w:t" if all(mark.is_insertion for mark in piece.marks) else "w:delText"
    form = ("<w:b/>" if piece.is_bold else "") + ("<w:i/>" if piece.is_italic else "")
    form += "<w:rtl/>" if _from_right(piece.text) else ""
    form = f"<w:rPr>{form}</w:rPr>" if form else ""
    said = words(possible(piece.text, f"paragraph {block.part!r}"), name)
    return f"<w:r>{form}{said or f'<{name}/>'}</w:r>"


def words(text: str, name: str) -> str:
    """Return words as elements of a run."""
    signs = {"\t": "<w:tab/>", "\n": "<w:br/>"}
    return "".join(
        signs.get(part) or f'<{name} xml:space="preserve">{escape(part)}</{name}>'
        for part in re.split("([\t\n])", text)
        if part
    )


def possible(text: str, place: str) -> str:
    """Return words that XML can carry. Raises Unreadable."""
    found = _IMPOSSIBLE.search(text)
    if found:
        raise Unreadable(f"the sign U+{ord(found[0]):04X} cannot stand in a .docx", place=place)
    return text
