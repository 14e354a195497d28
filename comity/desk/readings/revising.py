"""What a revision would be: the paragraphs of a text with some proposals in it, as far as the chair reads them."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from comity.acts.reframe.issue_revision import Meant, meant
from comity.core.text import Change, Paragraph, ParagraphStatus, Proposal, Text
from comity.desk.look import Look
from comity.desk.seen import Seen


@dataclass(frozen=True, kw_only=True)
class Composed:
    """A text put together from another and from proposals on it."""

    title: str
    paragraphs: Sequence[Meant]
    accepts: Sequence[str]
    """The proposals in the order in which they were tabled, whatever the order in which they were chosen."""


def composed(look: Look, *, text: str, accepts: Sequence[str]) -> Composed | None:
    """Put a revision together; None where the viewer may not see the text."""
    found = look.find(Text, text)
    if found is None:
        return None
    rows = sorted(look.all(Paragraph, text=text), key=lambda each: each.value("place", 0))
    chosen = sorted(look.many(Proposal, accepts).values(), key=lambda each: each.act)
    return Composed(
        title=str(found["title"]),
        paragraphs=meant([_paragraph(each) for each in rows], [_proposal(each) for each in chosen]),
        accepts=[each.id for each in chosen],
    )


def _paragraph(row: Seen[Any]) -> Paragraph:
    return Paragraph(
        id=row.id,
        text=str(row["text"]),
        number=str(row["number"]),
        place=row.value("place", 0),
        words=row.value("words", ""),
        status=row.value("status", ParagraphStatus.OPEN),
    )


def _proposal(row: Seen[Any]) -> Proposal:
    return Proposal(
        id=row.id,
        text=str(row["text"]),
        paragraph=str(row["paragraph"]),
        change=row.value("change", Change.REPLACE),
        words=row.value("words", ""),
    )
