"""A proposal: what one proposer would have otherwise in one version of a text.

    edited     p3 shall read "States should report."
    inserted   after p3 comes "A review follows."
    deleted    p4

The proposer writes whole paragraphs; which words change is found (see operation). A proposal that was carried
from one version to the next may also bring its operations along, for where the words alone could be read two ways.
"""

from collections import Counter
from collections.abc import Container, Iterator
from dataclasses import dataclass

from comity.texts.errors import Unreadable
from comity.texts.form import Formats
from comity.texts.laid import brought
from comity.texts.operation import Operation, Rank, apply, operations
from comity.texts.version import Anchor, Paragraph, Version


@dataclass(frozen=True, slots=True)
class Edited:
    """A paragraph with other words; ``carried`` only where the words alone do not say which changed.

    ``formats`` are those of the whole text, but only new words are set by them: to set words otherwise that stand is
    no proposal. Where it is None, new words are set as those they replace.
    """

    id: str
    text: str
    carried: tuple[Operation, ...] | None = None
    formats: Formats | None = None


@dataclass(frozen=True, slots=True)
class Inserted:
    """A new paragraph after another, or before all (None); ``id`` only where it must be a given one."""

    after: str | None
    text: str
    id: str = ""
    rank: Rank = ()
    kind: str = ""
    level: int = 0
    formats: Formats = ()
    place: tuple[int, ...] = ()
    anchor: Anchor | None = None

    def paragraph(self, given: str) -> Paragraph:
        """Return the paragraph it becomes."""
        return Paragraph(
            given, self.text, self.kind, self.level, self.formats, self.place, self.anchor
        )


Shape = tuple[str, str, int, Formats, tuple[int, ...]]
"""What two new paragraphs at one place must share to be the same."""


def shape(one: Inserted | Paragraph) -> Shape:
    """Return a paragraph's words and what it is; where a note is referred to may move and is left out."""
    return one.text, one.kind, one.level, one.formats, one.place


@dataclass(frozen=True, slots=True)
class Proposal:
    """What one proposer would change, against one version."""

    id: str
    by: str = ""
    edited: tuple[Edited, ...] = ()
    inserted: tuple[Inserted, ...] = ()
    deleted: tuple[str, ...] = ()
    at: str = ""

    def new_paragraphs(self, taken: Container[str]) -> Iterator[tuple[str, int, Inserted]]:
        """Yield each insertion with the id its paragraph gets, and its count among equal ones at one place.

        The id says where it was put and by whom, so that a later version can be read back: ``p3+chair`` was put
        after p3 by the proposal *chair*, ``p3+chair.2`` is its second there, or its first where that id is taken.
        """
        given: set[str] = set()
        same: Counter[tuple[str | None, Shape, Rank]] = Counter()
        for each in self.inserted:
            name = each.id or free(self.name_after(each.after), taken, given)
            given.add(name)
            like = (each.after, shape(each), each.rank)
            same[like] += 1
            yield name, same[like], each

    def name_after(self, after: str | None) -> str:
        """Return what a paragraph put after another is called: the last "+" always parts the two."""
        return f"{after or ''}+{self.id.replace('+', '-')}"


def free(name: str, *taken: Container[str]) -> str:
    """Return the name, or with the first number from 2 that nobody has."""
    found, number = name, 1
    while any(found in names for names in taken):
        number += 1
        found = f"{name}.{number}"
    return found


def changes_of(edit: Edited, base: Version) -> tuple[Operation, ...]:
    """Return the operations of an edit, found or carried."""
    paragraph = base.paragraphs[base.place[edit.id]]
    return operations(paragraph.text, edit.text) if edit.carried is None else edit.carried


def forms_of(
    edit: Edited, changes: tuple[Operation, ...], base: Version
) -> dict[Operation, Formats]:
    """Return how an edit's new words are set, where it says so."""
    if edit.formats is None:
        return {}
    return brought(base.paragraphs[base.place[edit.id]].text, changes, edit.formats)


def check(proposal: Proposal, base: Version) -> None:
    """Raise Unreadable where a proposal does not belong to the version."""
    part = f"proposal {proposal.id!r}"
    named = [each.id for each in proposal.edited] + list(proposal.deleted)
    for name in named + [each.after for each in proposal.inserted if each.after is not None]:
        if name not in base.place:
            raise Unreadable(f"the base has no paragraph {name!r}", part=part)
    for name, count in Counter(named).items():
        if count > 1:
            raise Unreadable(f"it changes the paragraph {name!r} twice", part=part)
    for edit in proposal.edited:
        if edit.carried is None:
            continue
        text = base.paragraphs[base.place[edit.id]].text
        if apply(text, edit.carried) != edit.text:
            raise Unreadable(
                "its operations do not give its text: it was made against another version",
                part=part,
                place=f"paragraph {edit.id!r}",
            )


def check_all(proposals: tuple[Proposal, ...], base: Version) -> None:
    """Raise Unreadable at the first proposal that does not belong here, or an id given twice."""
    for name, count in Counter(each.id for each in proposals).items():
        if count > 1:
            raise Unreadable(f"the id {name!r} stands twice", place="proposals")
    for proposal in proposals:
        check(proposal, base)
