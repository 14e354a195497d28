"""A value in words, wherever it stands: in a table, a sentence, a heading."""

from collections.abc import Mapping
from typing import Any

from django.utils.safestring import SafeString, mark_safe

from comity.core.shapes import Shape, Words
from comity.desk.cells import Cell, Value, speak_with
from comity.desk.seen import Deed, Seen
from comity.wording.absent import absence
from comity.wording.called import name
from comity.wording.enums import WORDS, name_of
from comity.wording.hands import PAGE, PAPER
from comity.wording.mentions import shapes_of
from comity.wording.slots import Slot, Voice, said
from comity.wording.things import NO_NAMES, Names
from comity.wording.times import ANYBODY, Reader


def phrase(cell: Cell, *, reader: Reader = ANYBODY) -> str:
    """Write what stands in a cell, in plain words: the value, or that it is withheld, or erased."""
    return said(cell.value, reader=reader) if isinstance(cell, Value) else absence(cell)


def part_says(
    deed: Deed, part: str, *, names: Names = NO_NAMES, reader: Reader = ANYBODY
) -> SafeString:
    """Write one field of a deed as HTML: things by their names with links, somebody's words in full."""
    shape: Shape | None = shapes_of(deed.kind).get(part)
    slot = Slot(
        cell=deed.get(part),
        shape=shape,
        field=part,
        voice=Voice(hand=PAGE, names=names, reader=reader),
    )
    if isinstance(shape, Words) and isinstance(slot.cell, Value):
        return PAGE.plain(str(slot.cell.value))
    return mark_safe(str(slot))  # noqa: S308 (a Page wrote it)


def named(seen: Seen[Any] | str, *, names: Names = NO_NAMES) -> str:
    """Return the plain name of a thing; what stands for it where it may not be named."""
    if isinstance(seen, str):
        return name(seen, names=names, hand=PAPER)
    known: Mapping[str, Seen[Any]] = {**names, seen.thing: seen}
    return name(seen.thing, names=known, hand=PAPER)


def word_for(value: str) -> str:
    """Return the words for a status or an outcome that is kept as a plain word; the word itself where none are."""
    return name_of(value) if value in WORDS else value


def speak() -> None:
    """Let every sealed and erased cell that a template prints speak in these words."""
    speak_with(absence)
