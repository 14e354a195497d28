"""What does a delegate take along to a meeting, to read it where there is no line?"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from comity.core.agenda import Agenda
from comity.core.course import Course
from comity.core.meeting import Meeting
from comity.core.party import Body
from comity.core.programme import Paper, Programme
from comity.core.shapes import Blob
from comity.core.text import Paragraph, Text, TextStatus
from comity.desk.look import Look
from comity.desk.readings.paging import A_PAGE, paged
from comity.desk.readings.preparing import ItemRow, items_of
from comity.desk.seen import Seen


@dataclass(frozen=True, kw_only=True)
class TextOnTheTable:
    """A text that lies before the body that meets, with its paragraphs in their order."""

    text: Seen[Text]
    paragraphs: Sequence[Seen[Paragraph]]


@dataclass(frozen=True, kw_only=True)
class Pack:
    """A meeting with everything to read for it, as far as this viewer may see it. How to join is no part of it."""

    meeting: Seen[Meeting]
    course: Seen[Course] | None
    body: Seen[Body] | None
    origin: str
    items: Sequence[ItemRow]
    papers: Sequence[Seen[Paper]]
    """All papers: those of the meeting, and those its agenda names."""
    files: Mapping[str, Blob]
    """What binds the file of each paper that has one which may be seen, by the paper's id; each is fetched later."""
    texts: Sequence[TextOnTheTable]
    scope: str


def pack(look: Look, *, id: str) -> Pack | None:  # noqa: A002
    """Gather a meeting's papers."""
    meeting, programme = look.find(Meeting, id), look.find(Programme, "programme")
    if meeting is None or programme is None:
        return None
    items = items_of(look, look.find(Agenda, id), meeting=meeting)
    listed = {each.id: each for each in _papers(look, meeting.thing)}
    papers = {**listed, **{each.id: each for row in items for each in row.papers}}
    body = str(meeting.value("body") or "")
    return Pack(
        meeting=meeting,
        course=look.find(Course, id),
        body=look.find(Body, body) if body else None,
        origin=str(programme["origin"]),
        items=items,
        papers=list(papers.values()),
        files=_files(look, list(papers.values())),
        texts=_texts(look, body, [row.about for row in items if row.about]),
        scope=meeting.scope,
    )


def _papers(look: Look, about: str) -> Iterator[Seen[Paper]]:
    """Yield every paper of a meeting, however many: a pack that lacked one would be worse than none."""
    after = ""
    while True:
        page = paged(look, Paper, after=after, about=about)
        yield from page.rows
        if not page.more:
            return
        after = page.more


def _files(look: Look, papers: Sequence[Seen[Paper]]) -> Mapping[str, Blob]:
    bound = {each.id: each.value("file") for each in papers}
    files = {paper: file for paper, file in bound.items() if isinstance(file, Blob)}
    readable = look.log.readable([file.digest for file in files.values()])
    return {paper: file for paper, file in files.items() if file.digest in readable}


def file_of(look: Look, *, digest: str) -> bytes | None:
    """Return one file of a pack; None where it was erased since, or is no longer the viewer's to see."""
    blob = look.log.blob(digest)
    return None if blob is None else blob.content


def _texts(look: Look, body: str, named: Sequence[Seen[Any]]) -> Sequence[TextOnTheTable]:
    """Return the texts that the agenda names, whatever became of them, and those the body still negotiates."""
    lying = look.some(Text, limit=A_PAGE, body=body) if body else ()
    still = [
        each
        for each in lying
        if each.value("status") != TextStatus.ADOPTED and not each.value("revised_by")
    ]
    told = [each for each in named if each.type == Text.TYPE]
    texts = list({each.id: each for each in (*told, *still)}.values())
    paragraphs = look.among(Paragraph, "text", [each.id for each in texts])
    return [
        TextOnTheTable(
            text=text,
            paragraphs=sorted(
                (each for each in paragraphs if each.value("text") == text.id),
                key=lambda each: each.value("place", 0),
            ),
        )
        for text in texts
    ]
