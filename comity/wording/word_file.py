"""A text as a Word file for one reader: every open proposal tracked in its party's name, or what changed since another.

    Title                                     a heading, then the symbol and who may read it
    1. Each party keeps [one] {two} contacts. a paragraph with a proposal, as Word shows tracked changes
    comment                                   a proposal's reason, or that more was proposed than this reader may see

It says what the text's page says to the same reader and no more; what is withheld there stands here in the same words.
"""

from collections.abc import Mapping, Sequence
from datetime import UTC, datetime

from django.utils.translation import ngettext

from comity.core.text import Change
from comity.desk.readings.text import Numbered, Proposed, TextPage
from comity.texts import Edited, Inserted, Paragraph, Proposal, Version, compare, write_docx
from comity.texts.compare import Became
from comity.texts.docx.document import Comment
from comity.texts.docx.package import About
from comity.texts.json_in import Asked

MEDIA_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
OF_THE_SECRETARIAT = "Comity"
"""Whose name a comment has that no party made."""
COUNTED = "operative"
"""Paragraphs that Word counts itself."""
HEAD = ("/title", "/rule")
"""The ids of what stands before the first paragraph; no paragraph of a text has such a one."""


def rolling(page: TextPage, *, rule: str, link: str) -> bytes:
    """Write the text with every proposal on it that this reader may read."""
    before = numbers(page)
    tabled, comments = list[Proposal](), list[Comment]()
    for each in page.paragraphs:
        open_ones = [one for one in each.proposals if not one.is_withdrawn]
        legible = [one for one in open_ones if _is_legible(one, each)]
        tabled += [_tabled(one, each, before[each.row.id]) for one in legible]
        comments += [_reason(one, each) for one in legible if one.row.value("reason")]
        if hidden := len(open_ones) - len(legible):
            comments.append(_hidden(hidden, each))
    asked = Asked(version(page, rule=rule), tuple(tabled), comments=tuple(comments))
    return write_docx(asked, about=_about(page, rule=rule, link=link))


def since(page: TextPage, earlier: TextPage, *, rule: str, link: str) -> bytes:
    """Write what changed from an earlier text to this one, in this text's name."""
    old, new = version(earlier, rule=rule), version(page, rule=rule)
    by, at = str(page.text["symbol"] or page.text["title"]), _instant(page.text.at)
    change = _between(old.paragraphs, new.paragraphs, by=by, at=at)
    return write_docx(Asked(old, (change,)), about=_about(page, rule=rule, link=link))


def version(page: TextPage, *, rule: str) -> Version:
    """Return the text as it stands, with its title and who may read it before the first paragraph."""
    before = numbers(page)
    symbols = [str(page.text[name]) for name in ("label", "symbol") if page.text[name]]
    return Version(
        (
            Paragraph(HEAD[0], str(page.text["title"]), "heading", 1),
            Paragraph(HEAD[1], " · ".join([*symbols, rule])),
            *(
                Paragraph(each.row.id, number + str(each.row["words"]), "" if number else COUNTED)
                for each in page.paragraphs
                for number in [before[each.row.id]]
            ),
        )
    )


def numbers(page: TextPage) -> Mapping[str, str]:
    """Return what stands before the words of each paragraph: nothing where Word counts as the text does."""
    told = [str(each.row["number"]) for each in page.paragraphs]
    is_counted = told == [str(place) for place in range(1, len(told) + 1)]
    return {
        each.row.id: "" if is_counted else f"{number}.\t"
        for each, number in zip(page.paragraphs, told, strict=True)
    }


def _is_legible(one: Proposed, on: Numbered) -> bool:
    if not one.row["change"].is_value or not on.row["words"].is_value:
        return False
    return one.row.value("change") == Change.DELETE or one.row["words"].is_value


def _tabled(one: Proposed, on: Numbered, number: str) -> Proposal:
    """Return a proposal as the engine knows it, in its party's name or in what stands for it."""
    words, by, at = str(one.row["words"]), str(one.party), _instant(one.row.at)
    match one.row.value("change"):
        case Change.DELETE:
            return Proposal(one.row.id, by, deleted=(on.row.id,), at=at)
        case Change.INSERT:
            return Proposal(one.row.id, by, inserted=(Inserted(on.row.id, words),), at=at)
    return Proposal(one.row.id, by, (Edited(on.row.id, number + words),), at=at)


def _reason(one: Proposed, on: Numbered) -> Comment:
    words = str(one.row["reason"])
    return Comment(str(one.party), _instant(one.row.at), words, on.row.id, str(on.row["words"]))


def _hidden(count: int, on: Numbered) -> Comment:
    words = ngettext(
        "%(count)s proposal on this paragraph is not shown to you.",
        "%(count)s proposals on this paragraph are not shown to you.",
        count,
    )
    told = words % {"count": count}
    return Comment(OF_THE_SECRETARIAT, "", told, on.row.id, str(on.row["words"]))


def _about(page: TextPage, *, rule: str, link: str) -> About:
    return About(
        title=str(page.text["title"]),
        subject=str(page.text["symbol"] or ""),
        description=f"{rule} {link}",
    )


def _instant(when: datetime) -> str:
    return when.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")


def _between(old: Sequence[Paragraph], new: Sequence[Paragraph], *, by: str, at: str) -> Proposal:
    """Return what lies between two texts as one proposal; what moved goes here and comes there."""
    edited, inserted, deleted = list[Edited](), list[Inserted](), list[str]()
    after: str | None = None
    for line in compare([each.text for each in old], [each.text for each in new]).lines:
        was = None if line.old is None else old[line.old]
        now = None if line.new is None else new[line.new]
        if was is not None and (now is None or line.became is Became.MOVED):
            deleted.append(was.id)
        if was is None or line.became is Became.MOVED:
            assert now is not None  # noqa: S101 — a line is of one text at least
            inserted.append(Inserted(after, now.text, kind=now.kind, level=now.level))
        elif now is not None:
            after = was.id
            if was.text != now.text:
                edited.append(Edited(was.id, now.text))
    return Proposal("since", by, tuple(edited), tuple(inserted), tuple(deleted), at)
