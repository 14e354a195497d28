"""The bytes of a .docx from paragraphs with marks: the least that Word and LibreOffice ask for.

<w:p><w:r><w:t>States </w:t></w:r>
  <w:del w:id="1" w:author="Arvenia"><w:r><w:delText>shall</w:delText></w:r></w:del>
  <w:ins w:id="2" w:author="Arvenia"><w:r><w:t>should</w:t></w:r></w:ins></w:p>
"""

import re
import zipfile
from collections.abc import Iterator, Sequence
from io import BytesIO
from itertools import count
from xml.sax.saxutils import escape, quoteattr

from comity.texts.docx.document import Block, Comment, Mark, Marks, Piece
from comity.texts.docx.skeleton import FIXED, comments_part, document_part
from comity.texts.errors import Unreadable

_IMPOSSIBLE = re.compile("[\x00-\x08\x0b-\x1f\ud800-\udfff\ufffe\uffff]")
"""No XML can carry these; a carriage return would come back as another sign."""


def packed(blocks: Sequence[Block], comments: Sequence[Comment]) -> bytes:
    """Return the archive; the same paragraphs are the same bytes."""
    names = {block.part for block in blocks}
    for comment in comments:
        if comment.paragraph not in names:
            raise Unreadable(
                f"a comment is on {comment.paragraph!r}, which is not there", part="comments"
            )
    body = "".join(_body(blocks, comments))
    parts = {**FIXED, "word/document.xml": document_part(body)}
    parts["word/comments.xml"] = comments_part("".join(_comments(comments)))
    raw = BytesIO()
    with zipfile.ZipFile(raw, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, text in parts.items():
            # The first instant a ZIP knows: the time of writing is nobody's business here.
            archive.writestr(
                zipfile.ZipInfo(name, (1980, 1, 1, 0, 0, 0)), text.encode(), zipfile.ZIP_DEFLATED
            )
    return raw.getvalue()


def _body(blocks: Sequence[Block], comments: Sequence[Comment]) -> Iterator[str]:
    numbers = count(1)
    on: dict[str, list[int]] = {}
    for n, comment in enumerate(comments):
        on.setdefault(comment.paragraph, []).append(n)
    for block in blocks:
        mine = on.get(block.part, [])
        yield f"<w:p>{_properties(block, numbers)}"
        yield from (f'<w:commentRangeStart w:id="{n}"/>' for n in mine)
        for piece in block.pieces:
            yield _marked(_run(piece, block), piece.marks, numbers)
        for n in mine:
            yield f'<w:commentRangeEnd w:id="{n}"/><w:r><w:commentReference w:id="{n}"/></w:r>'
        yield "</w:p>"


def _properties(block: Block, numbers: Iterator[int]) -> str:
    style = {"heading": f"Heading{min(max(block.level, 1), 9)}", "item": "ListParagraph"}.get(
        block.kind
    )
    found = f'<w:pStyle w:val="{style}"/>' if style else ""
    if block.kind == "item":
        depth = min(max(block.level, 1), 9) - 1
        found += f'<w:numPr><w:ilvl w:val="{depth}"/><w:numId w:val="1"/></w:numPr>'
    if block.marks:
        marks = "".join(f"<{_tag(mark)}{_who(mark, numbers)}/>" for mark in block.marks)
        found += f"<w:rPr>{marks}</w:rPr>"
    return f"<w:pPr>{found}</w:pPr>" if found else ""


def _tag(mark: Mark) -> str:
    return "w:ins" if mark.is_insertion else "w:del"


def _who(mark: Mark, numbers: Iterator[int]) -> str:
    at = f" w:date={quoteattr(_possible(mark.at, 'a date'))}" if mark.at else ""
    return f' w:id="{next(numbers)}" w:author={quoteattr(_possible(mark.by, "a name"))}{at}'


def _marked(run: str, marks: Marks, numbers: Iterator[int]) -> str:
    for mark in reversed(marks):
        run = f"<{_tag(mark)}{_who(mark, numbers)}>{run}</{_tag(mark)}>"
    return run


def _run(piece: Piece, block: Block) -> str:
    name = "w:t" if all(mark.is_insertion for mark in piece.marks) else "w:delText"
    form = ("<w:b/>" if piece.is_bold else "") + ("<w:i/>" if piece.is_italic else "")
    form = f"<w:rPr>{form}</w:rPr>" if form else ""
    return f"<w:r>{form}{_text(_possible(piece.text, f'paragraph {block.part!r}'), name)}</w:r>"


def _text(text: str, name: str) -> str:
    signs = {"\t": "<w:tab/>", "\n": "<w:br/>"}
    return "".join(
        signs.get(part) or f'<{name} xml:space="preserve">{escape(part)}</{name}>'
        for part in re.split("([\t\n])", text)
        if part
    )


def _comments(comments: Sequence[Comment]) -> Iterator[str]:
    for n, comment in enumerate(comments):
        at = f" w:date={quoteattr(_possible(comment.at, 'a date'))}" if comment.at else ""
        by = quoteattr(_possible(comment.by, "a name"))
        yield f'<w:comment w:id="{n}" w:author={by}{at}>'
        for line in _possible(comment.text, "a comment").split("\n"):
            yield f"<w:p><w:r>{_text(line, 'w:t')}</w:r></w:p>"
        yield "</w:comment>"


def _possible(text: str, place: str) -> str:
    found = _IMPOSSIBLE.search(text)
    if found:
        raise Unreadable(f"the sign U+{ord(found[0]):04X} cannot stand in a .docx", place=place)
    return text
