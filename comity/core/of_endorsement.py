"""What is done about an endorsement: by whoever stands behind it, or by the secretariat; each kind says what for."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Annotated

from comity.core.absence import Why
from comity.core.act import Act
from comity.core.endorsing import Backing
from comity.core.party import Party
from comity.core.rights import Mandated, Power
from comity.core.shapes import To
from comity.core.state import All, Key, State
from comity.core.support import Endorsement


@dataclass(frozen=True, kw_only=True)
class OfEndorsement(Act):
    """An act about one endorsement. It is no kind itself."""

    right = (Mandated(Power.ENDORSE), Mandated(Power.ADMINISTER))
    STILL = frozenset(Why)

    endorsement: Annotated[str, To(Endorsement, line=True)]

    def needs(self, state: State) -> Iterator[Key | All]:
        """Also what became of it."""
        yield from super().needs(state)
        yield (Backing, self.endorsement)

    def backing(self, state: State) -> Backing | None:
        """Return what became of it so far; a first one where nothing did yet, None where there is no endorsement."""
        endorsement = state.find(Endorsement, self.endorsement)
        if endorsement is None:
            return None
        return state.find(Backing, self.endorsement) or Backing(
            id=self.endorsement, endorsement=self.endorsement, holder=endorsement.party
        )

    def is_by_secretariat(self, state: State) -> bool:
        """Tell whether who acts administers the programme."""
        actor = state.find(Party, self.on_behalf_of)
        return actor is not None and actor.may_administer
