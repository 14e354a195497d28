"""What a party says of one cycle of its commitment: the same fields in a draft, a submission and a publication."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Annotated

from comity.core.act import Act
from comity.core.erased import Free
from comity.core.progress import Grade
from comity.core.review import ProgressDraft, ProgressSubmitted
from comity.core.shapes import Line, OneOf, Words

SAID = ("cycle", "grade", "words", "obstacles", "gaps")
TELLS = frozenset({Grade.PARTLY, Grade.DONE})


@dataclass(frozen=True, kw_only=True)
class OfProgress(Act):
    """An act that carries a report's words, so that they stand in it and nowhere else. It is no kind itself."""

    OF_THIS_DESK = True

    cycle: Annotated[str, Line(length=40)]
    grade: Annotated[Grade, OneOf(Grade)]
    words: Annotated[Free, Words()] = ""
    obstacles: Annotated[Free, Words()] = ""
    gaps: Annotated[Free, Words()] = ""

    @property
    def tells_nothing(self) -> bool:
        """True where something was done and it does not say what."""
        return self.grade in TELLS and not self.words

    def otherwise_than(self, before: ProgressDraft | ProgressSubmitted) -> Iterator[str]:
        """Name the fields in which it says something else than what stands."""
        yield from (each for each in SAID if getattr(self, each) != getattr(before, each))
