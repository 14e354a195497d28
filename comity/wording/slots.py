"""One field of an act, as it is put into a sentence: its value in words, or that it is withheld, or erased."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import datetime
from enum import StrEnum
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from comity.core.entity import hints
from comity.core.shapes import Blob, Group, Several, Shape, Words, shape_of
from comity.core.when import Deadline, When
from comity.desk.cells import Cell, Value
from comity.wording.absent import absence
from comity.wording.called import name
from comity.wording.enums import WORDS, name_of
from comity.wording.hands import PAPER, Hand, listed
from comity.wording.mentions import thing_of
from comity.wording.things import Names
from comity.wording.times import Reader, date, deadline, moment

QUOTED = 300
"""How many characters of somebody's words stand in a sentence; the words in full stand on the act's page."""

QUOTED_WITHIN = re.compile(r"“([^“”]*)”|\"([^\"]*)\"")
"""Words that are themselves quoted within somebody's words."""

CODED = frozenset({"addressees", "sectors"})
"""Lists of plain words among which the kinds of parties stand by their codes."""


@dataclass(frozen=True, kw_only=True)
class Voice:
    """How a sentence is written: by which hand, with which names, for whom."""

    hand: Hand
    names: Names
    reader: Reader


@dataclass(frozen=True, kw_only=True)
class Slot:
    """A field in a sentence. A template prints it, and asks whether it is there, open or sealed."""

    cell: Cell
    shape: Shape | None
    field: str
    voice: Voice

    def __str__(self) -> str:
        if not isinstance(self.cell, Value):
            words = absence(self.cell, shape=self.shape, field=self.field)
            return self.voice.hand.absent(
                words, why="erased" if self.cell.is_erased else "withheld"
            )
        if isinstance(self.cell.value, tuple):
            return listed([str(each) for each in self.each], hand=self.voice.hand)
        return self._written(self.cell.value)

    def __bool__(self) -> bool:
        """Be true where something stands, seen or not."""
        return bool(self.cell)

    @property
    def value(self) -> Any:
        """The value itself, for a template to choose a sentence by; None where it may not be seen."""
        value = self.cell.value
        return value.value if isinstance(value, StrEnum) else value

    @property
    def is_open(self) -> bool:
        """True where the reader sees the value."""
        return self.cell.is_value

    @property
    def is_sealed(self) -> bool:
        """True where something stands that the reader may not see."""
        return self.cell.is_sealed

    @property
    def brief(self) -> str:
        """A source by its site; the act's own page has it in full."""
        return self.voice.hand.plain(briefly(self.cell))

    @property
    def bare(self) -> str:
        """Words without quotation marks: a place, a symbol."""
        if not isinstance(self.cell, Value):
            return str(self)
        return self.voice.hand.plain(" ".join(str(self.cell.value).split()).removesuffix("."))

    @property
    def count(self) -> int:
        """How many values there are."""
        return len(self.cell.value) if isinstance(self.cell.value, tuple) else 1

    @property
    def each(self) -> list["Slot"]:
        """The values of a list, one by one; what is withheld or erased whole is one."""
        if not isinstance(self.cell.value, tuple):
            return [self]
        shape = self.shape.each if isinstance(self.shape, Several) else None
        return [replace(self, cell=Value(each), shape=shape) for each in self.cell.value]

    def __getitem__(self, part: str) -> "Slot":
        """Return one field of a small record; where the record is not seen, so are its fields."""
        group = self.shape.each if isinstance(self.shape, Several) else self.shape
        if not isinstance(group, Group) or part not in hints(group.of):
            raise KeyError(part)
        shape = shape_of(hints(group.of)[part])
        if not isinstance(self.cell, Value):
            return replace(self, shape=shape, field=part)
        return replace(self, cell=Value(getattr(self.cell.value, part)), shape=shape, field=part)

    def __iter__(self) -> Iterator["Slot"]:
        return iter(self.each)

    def _written(self, value: Any) -> str:
        hand = self.voice.hand
        if thing := thing_of(self.shape, value):
            return name(thing, names=self.voice.names, hand=hand)
        if self.field == "act" and isinstance(value, int):
            return name(f"act/{value}", names={}, hand=hand)
        if isinstance(self.shape, Words):
            return hand.plain(quoted(str(value)))
        if self.field in CODED and value in WORDS:
            return hand.plain(name_of(value))
        return hand.plain(said(value, reader=self.voice.reader).removesuffix("."))


def quoted(words: str) -> str:
    """Quote somebody's words in a sentence, cut where they are long; the cut is shown."""
    flat = " ".join(words.split())
    if len(flat) > QUOTED:
        flat = flat[:QUOTED].rsplit(" ", 1)[0] + " […]"
    flat = QUOTED_WITHIN.sub(_quoted_within, flat)
    return pgettext("quotation marks", "“%(words)s”") % {"words": flat.removesuffix(".")}


def _quoted_within(found: re.Match[str]) -> str:
    words = {"words": found[1] or found[2] or ""}
    return pgettext("quotation marks inside a quotation", "‘%(words)s’") % words


def said(value: Any, *, reader: Reader) -> str:
    """Write any value that names no thing: a date, a deadline, one of a list, words, a number, yes or no."""
    match value:
        case None:
            return ""
        case bool():
            return _("yes") if value else _("no")
        case StrEnum():
            return name_of(value)
        case When() if value.precision == "instant" and reader.venue:
            return moment(value.first, zone=reader.venue, label=reader.zones.get(reader.venue, ""))
        case When():
            return date(value)
        case Deadline():
            return deadline(value, reader=reader)
        case datetime():
            return moment(value, zone=reader.zone or "UTC", label=reader.zones.get(reader.zone, ""))
        case Blob():
            return value.media_type
        case tuple():
            return listed([said(each, reader=reader) for each in value], hand=PAPER)
    return str(value)


_SITE = re.compile(r"https?://(?:www\.)?([^/\s]+)\S*(?:\s\([^)]*\))?")


def briefly(source: Cell) -> str:
    """Name a source by its site; the act's own page has it in full."""
    if not isinstance(source, Value):
        return absence(source, field="source")
    told = [_SITE.sub(lambda found: found[1], one).strip() for one in str(source).split(" ; ")]
    return ", ".join(dict.fromkeys(told))
