"""How words are set: bold and italic, by stretches of a paragraph's characters.

    States must report.      Format(7, 11, is_bold=True)

Formats are carried along when words change, and never decide anything: two texts of the same words are the same text.
New words are set as their proposer set them; where that is not said, as the word they replace, or else the one before.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace


@dataclass(frozen=True, slots=True, order=True)
class Format:
    """Characters ``start`` to ``end`` of a paragraph are bold, italic or both."""

    start: int
    end: int
    is_bold: bool = False
    is_italic: bool = False

    def same_as(self, other: "Format") -> bool:
        """Both are set alike, wherever they stand."""
        return (self.is_bold, self.is_italic) == (other.is_bold, other.is_italic)


Formats = tuple[Format, ...]


def normal(formats: Iterable[Format]) -> Formats:
    """Leave out what sets nothing, and join neighbours that are set alike."""
    found: list[Format] = []
    for each in formats:
        if each.start == each.end or not (each.is_bold or each.is_italic):
            continue
        if found and found[-1].end == each.start and found[-1].same_as(each):
            found[-1] = replace(found[-1], end=each.end)
        else:
            found.append(each)
    return tuple(found)


def within(formats: Iterable[Format], start: int, end: int) -> Formats:
    """Return the formats of a stretch, counted from its beginning."""
    return tuple(
        replace(each, start=max(each.start, start) - start, end=min(each.end, end) - start)
        for each in formats
        if each.start < end and start < each.end
    )


def over(length: int, formats: Sequence[Format], at: int) -> Formats:
    """Return the formats by which so many characters are set as the one at a place is."""
    return tuple(
        replace(each, start=0, end=length) for each in formats if each.start <= at < each.end
    )


def joined(stretches: Iterable[tuple[str, Formats]]) -> Formats:
    """Return the formats of stretches put one after another."""
    found: list[Format] = []
    at = 0
    for text, formats in stretches:
        found += [replace(each, start=each.start + at, end=each.end + at) for each in formats]
        at += len(text)
    return normal(found)


def runs(text: str, formats: Iterable[Format]) -> Iterator[tuple[str, bool, bool]]:
    """Yield words with whether they are bold and italic; joined they are the text."""
    at = 0
    for each in formats:
        if at < each.start:
            yield text[at : each.start], False, False
        yield text[each.start : each.end], each.is_bold, each.is_italic
        at = each.end
    if at < len(text):
        yield text[at:], False, False
