"""A document is lodged with the secretariat, by symbol and language."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Annotated, ClassVar

from comity.core.act import Act, act_kind
from comity.core.audience import Audience
from comity.core.erased import Erased
from comity.core.programme import Paper
from comity.core.refusal import Refusal
from comity.core.rights import Mandated, Power
from comity.core.shapes import Blob, File, Flag, Id, Line, Thing
from comity.core.state import All, Change, Key, State, every


@act_kind("programme.file-paper/1")
@dataclass(frozen=True, kw_only=True)
class FilePaper(Act):
    """A late paper is taken, and is marked late."""

    right = (Mandated(Power.SPEAK), Mandated(Power.ADMINISTER))
    MADE = Paper
    WITHIN_ROOM = True
    least: ClassVar[Mapping[str, Audience]] = {"*": Audience.OWN}

    id: Annotated[str, Id()]
    title: Annotated[str, Line()]
    about: Annotated[str, Thing()]
    file: Annotated[Blob | Erased, File()]
    symbol: Annotated[str, Line(length=60)] = ""
    language: Annotated[str, Line(length=35)] = "en"
    late: Annotated[bool, Flag()] = False

    def needs(self, state: State) -> Iterator[Key | All]:
        """Also the papers of the same symbol."""
        yield from super().needs(state)
        if self.symbol:
            yield every(Paper, symbol=self.symbol)

    def refusals(self, state: State) -> Iterator[Refusal]:
        """A symbol stands once in each language, and a paper is not empty."""
        yield from super().refusals(state)
        known = state.all(Paper, symbol=self.symbol) if self.symbol else ()
        if any(paper.language == self.language for paper in known):
            yield Refusal("symbol-taken", rule="2.4", field="symbol")
        if isinstance(self.file, Blob) and self.file.length == 0:
            yield Refusal("paper-empty", rule="2.5", field="file")

    def changes(self, state: State) -> Iterator[Change]:
        """The paper is on file."""
        yield self.into(Paper)
