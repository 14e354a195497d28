"""The bytes of a .docx: the least that Word and LibreOffice ask for. The same paragraphs are the same bytes."""

import zipfile
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from io import BytesIO
from xml.sax.saxutils import quoteattr

from comity.texts.docx.body import Body, possible, words
from comity.texts.docx.document import Comment
from comity.texts.docx.marked import Block
from comity.texts.docx.skeleton import (
    FIXED,
    about_part,
    comments_part,
    document_part,
    footnotes_part,
)
from comity.texts.errors import Unreadable


@dataclass(frozen=True, slots=True)
class About:
    """What a file says of itself: its title, its symbol, and who may read it."""

    title: str = ""
    subject: str = ""
    description: str = ""


NOTHING_SAID = About()


def packed(
    blocks: Sequence[Block], comments: Sequence[Comment], *, about: About = NOTHING_SAID
) -> bytes:
    """Return the archive; the same paragraphs are the same bytes."""
    names = {block.part for block in blocks}
    for comment in comments:
        if comment.paragraph not in names:
            raise Unreadable(
                f"a comment is on {comment.paragraph!r}, which is not there", part="comments"
            )
    body = Body(blocks, comments)
    parts = {**FIXED, "word/document.xml": document_part(body.text())}
    parts["word/comments.xml"] = comments_part("".join(_comments(comments)))
    parts["word/footnotes.xml"] = footnotes_part(body.footnotes())
    parts["docProps/core.xml"] = about_part(
        title=possible(about.title, "the title"),
        subject=possible(about.subject, "the symbol"),
        description=possible(about.description, "the description"),
    )
    raw = BytesIO()
    with zipfile.ZipFile(raw, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, text in parts.items():
            # The first instant a ZIP knows: the time of writing is nobody's business here.
            archive.writestr(
                zipfile.ZipInfo(name, (1980, 1, 1, 0, 0, 0)), text.encode(), zipfile.ZIP_DEFLATED
            )
    return raw.getvalue()


def _comments(comments: Sequence[Comment]) -> Iterator[str]:
    for n, comment in enumerate(comments):
        at = f" w:date={quoteattr(possible(comment.at, 'a date'))}" if comment.at else ""
        by = quoteattr(possible(comment.by, "a name"))
        yield f'<w:comment w:id="{n}" w:author={by}{at}>'
        for line in possible(comment.text, "a comment").split("\n"):
            yield f"<w:p><w:r>{words(line, 'w:t')}</w:r></w:p>"
        yield "</w:comment>"
