"""Tracked changes of a Word file as proposals that nobody has sent yet.

The file is the one that the text's page gives, changed by whoever had it. What it was made of must stand as it does
here; what was tracked in it when it was given is left out, since that is tabled. Nothing is kept: a draft is a form.
"""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from django.utils.translation import gettext as _

from comity.core.text import Change
from comity.core.text import Paragraph as Row
from comity.desk.readings.text import Numbered, TextPage
from comity.desk.seen import Seen
from comity.texts import Proposal, read_docx
from comity.texts.docx.document import Document, Unread
from comity.texts.version import Paragraph
from comity.web.changed import Run, changes
from comity.wording.word_file import numbers, rolling


class OfAnotherState(ValueError):
    """The file was not made of the text as it stands; it says where they part."""


@dataclass(frozen=True)
class Draft:
    """One change to one paragraph, as somebody made it in the file."""

    paragraph: Seen[Row]
    change: Change
    words: str
    by: str
    runs: Sequence[Run]


@dataclass(frozen=True)
class Astray:
    """Words that can be proposed on no paragraph, and who put them into the file."""

    words: str
    by: str


@dataclass(frozen=True)
class FromWord:
    """What a file holds for a text."""

    drafts: Sequence[Draft]
    astray: Sequence[Astray]
    unread: Sequence[Unread]


@dataclass(frozen=True)
class _Told:
    """One change as the engine tells it: on which paragraph (None: on none), what, and by whom."""

    name: str | None
    change: Change
    words: str
    by: str


def from_word(page: TextPage, raw: bytes) -> FromWord:
    """Read a file. Raises Unreadable where it cannot be read, OfAnotherState where it is of another state."""
    document = read_docx(raw)
    given = read_docx(rolling(page, rule="", link=""))
    names = _names(page, document)
    tabled = Counter(_told(given, _names(page, given)))
    rows = {each.row.id: each for each in page.paragraphs}
    before = numbers(page)
    drafts, astray = list[Draft](), list[Astray]()
    for told in _told(document, names):
        if tabled[told]:
            tabled[told] -= 1
            continue
        on = rows.get(told.name) if told.name else None
        number = before[on.row.id] if on and told.change is Change.REPLACE else ""
        if on is None or not on.row["words"].is_value or not told.words.startswith(number):
            astray.append(Astray(told.words, told.by))
        else:
            drafts.append(_draft(on, told, told.words.removeprefix(number)))
    order = [each.row.id for each in page.paragraphs]
    drafts.sort(key=lambda each: order.index(each.paragraph.id))
    return FromWord(drafts, astray, document.unread)


def _draft(on: Numbered, told: _Told, words: str) -> Draft:
    stands = str(on.row["words"])
    match told.change:
        case Change.REPLACE if words.strip():
            runs: Sequence[Run] = changes(stands, words)
            change = Change.REPLACE
        case Change.INSERT:
            runs, change = [Run("added", words)], Change.INSERT
        case _:
            runs, change, words = [Run("gone", stands)], Change.DELETE, ""
    return Draft(on.row, change, words, told.by, runs)


def _told(document: Document, names: Mapping[str, str]) -> Iterator[_Told]:
    for proposal in document.proposals():
        yield from _of(proposal, names)


def _of(proposal: Proposal, names: Mapping[str, str]) -> Iterator[_Told]:
    for edit in proposal.edited:
        yield _Told(names.get(edit.id), Change.REPLACE, edit.text, proposal.by)
    for name in proposal.deleted:
        yield _Told(names.get(name), Change.DELETE, "", proposal.by)
    for each in proposal.inserted:
        if each.text.strip():
            after = names.get(each.after) if each.after else None
            yield _Told(after, Change.INSERT, each.text.strip(), proposal.by)


def _names(page: TextPage, document: Document) -> Mapping[str, str]:
    """Return which of a file's paragraphs is which of the text's, wherever they begin in it."""
    before = numbers(page)
    stands = [before[each.row.id] + str(each.row["words"]) for each in page.paragraphs]
    there = document.rejected()
    for start in range(len(there) - len(stands) + 1):
        stretch = there[start : start + len(stands)]
        if [each.text for each in stretch] == stands:
            return {one.id: two.row.id for one, two in zip(stretch, page.paragraphs, strict=True)}
    raise OfAnotherState(_parting(page, stands, there))


def _parting(page: TextPage, stands: Sequence[str], there: Sequence[Paragraph]) -> str:
    """Say which paragraph of the text is first not to be found in the file."""
    found = {each.text for each in there}
    lost = next(
        (each for each, words in zip(page.paragraphs, stands, strict=True) if words not in found),
        page.paragraphs[0],
    )
    words = _(
        "This file was not made of the text as it stands: paragraph %(number)s, “%(words)s”, does not stand in it"
        " as it does here. Take the file from the text's page anew, and put your changes there."
    )
    return words % {"number": lost.row["number"], "words": lost.row["words"]}
