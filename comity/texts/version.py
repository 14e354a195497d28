"""A version of a text: paragraphs in order, each with an id that never changes."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from types import MappingProxyType

from comity.texts.errors import Unreadable
from comity.texts.form import Formats

KINDS = ("", "heading", "item", "row", "note", "preambular", "operative")
"""What a paragraph can be."""


@dataclass(frozen=True, slots=True)
class Anchor:
    """Where a note is referred to: after so many characters of a paragraph.

    ``point`` only where that could be read two ways, in a proposal that was carried: after how many characters of the
    base, and its rank among what is put there.
    """

    paragraph: str
    at: int
    point: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class Paragraph:
    """One paragraph: its words, and what it is where a file says so.

    ``kind`` is one of KINDS, "" for a paragraph like any other; ``level`` is the depth of a heading or item, from 1.
    ``place`` is the table, row and column of a "row" that stands in a table, or the number of a "note" that is
    referred to, all from 1; ``anchor`` is where.
    """

    id: str
    text: str
    kind: str = ""
    level: int = 0
    formats: Formats = ()
    place: tuple[int, ...] = ()
    anchor: Anchor | None = None


@dataclass(frozen=True)
class Version:
    """An immutable list of paragraphs with different ids."""

    paragraphs: tuple[Paragraph, ...]

    def __post_init__(self) -> None:
        if len(self.place) != len(self.paragraphs):
            seen: set[str] = set()
            for paragraph in self.paragraphs:
                if paragraph.id in seen:
                    raise Unreadable(f"the id {paragraph.id!r} stands twice", place="paragraphs")
                seen.add(paragraph.id)

    @cached_property
    def place(self) -> Mapping[str, int]:
        """Where each id stands, from 0."""
        return MappingProxyType({each.id: n for n, each in enumerate(self.paragraphs)})

    def get(self, id: str) -> Paragraph | None:  # noqa: A002 — the field's own word
        """Return a paragraph, or None where the version has none of that id."""
        place = self.place.get(id)
        return None if place is None else self.paragraphs[place]
