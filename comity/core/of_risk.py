"""What is said about a risk is said in its own circle: who flagged it, those who were told, and nobody else."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Annotated, ClassVar

from comity.core.act import Act
from comity.core.audience import Audience
from comity.core.party import Person
from comity.core.rights import Mandated, Power
from comity.core.risk import MOST_READERS, Risk
from comity.core.shapes import Several, To


@dataclass(frozen=True, kw_only=True)
class OfRisk(Act):
    """An act about a risk. It is no kind itself."""

    right = tuple(Mandated(power) for power in Power)
    audience: ClassVar[Mapping[str, Audience]] = {"*": Audience.PERSONS}
    READERS = "told"
    OF_THIS_DESK = True
    DATED_BY_DESK = True

    risk: Annotated[str, To(Risk)]
    told: Annotated[tuple[str, ...], Several(To(Person), least=1, most=MOST_READERS)]
    """The others of the circle: the record keeps with each act whom it is for."""

    def is_for_all(self, risk: Risk) -> bool:
        """Tell whether it is for all others who know of the risk, and for nobody else."""
        return sorted(self.told) == sorted(each for each in risk.circle if each != self.by)
