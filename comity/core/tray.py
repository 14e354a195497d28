"""What those acts share that keep the letters of another act in the tray, or let them go."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Annotated, ClassVar

from comity.core.act import Act
from comity.core.audience import Audience
from comity.core.authority import may
from comity.core.entry import Entry
from comity.core.party import Mandate
from comity.core.post import Hold
from comity.core.rights import Mandated, Power
from comity.core.shapes import Whole
from comity.core.state import All, Key, State, every


@dataclass(frozen=True, kw_only=True)
class OnLetters(Act):
    """It is about the letters of an act, and changes nothing that the act did."""

    right = tuple(Mandated(power) for power in Power)
    audience: ClassVar[Mapping[str, Audience]] = {"*": Audience.SECRETARIAT, "by": Audience.OWN}
    OF_THIS_DESK = True

    act: Annotated[int, Whole()]

    def touches(self) -> Iterator[tuple[str, str]]:
        """The act whose letters they are."""
        yield ("act", f"act/{self.act}")

    def needs(self, state: State) -> Iterator[Key | All]:
        """Also what became of its letters, and what the person may do."""
        yield from super().needs(state)
        yield (Hold, str(self.act))
        yield every(Mandate, person=self.by)

    def is_theirs(self, entry: Entry, state: State) -> bool:
        """Tell whether it is done by the party whose act it was, or by who runs the programme."""
        mandates = state.all(Mandate, person=self.by)
        return entry.on_behalf_of == self.on_behalf_of or may(
            mandates, power=Power.ADMINISTER, party=self.on_behalf_of, at=self.at
        )
