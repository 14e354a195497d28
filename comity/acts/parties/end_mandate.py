"""A mandate is ended before any day it states."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Annotated, ClassVar

from comity.core.absence import Why
from comity.core.act import Act, act_kind
from comity.core.audience import Audience
from comity.core.authority import may
from comity.core.erased import Free
from comity.core.party import Mandate
from comity.core.refusal import Refusal
from comity.core.rights import Mandated, Power
from comity.core.shapes import To, Words
from comity.core.state import All, Change, Key, State, every


@act_kind("parties.end-mandate/1")
@dataclass(frozen=True, kw_only=True)
class EndMandate(Act):
    """What was done under it stands; a successor's mandate is an act of its own."""

    right = (Mandated(Power.ADMINISTER), Mandated(Power.NOMINATE))
    STILL = frozenset(Why)
    OF_THIS_DESK = True
    audience: ClassVar[Mapping[str, Audience]] = {"*": Audience.PROGRAMME, "by": Audience.OWN}

    mandate: Annotated[str, To(Mandate)]
    why: Annotated[Free, Words()] = ""

    def needs(self, state: State) -> Iterator[Key | All]:
        """Also what the person may do."""
        yield from super().needs(state)
        yield every(Mandate, person=self.by)

    def refusals(self, state: State) -> Iterator[Refusal]:
        """By the secretariat or the party itself, once."""
        yield from super().refusals(state)
        mandate = state.find(Mandate, self.mandate)
        if mandate is None:
            return
        ended = self.when.first
        if mandate.ended is not None or (mandate.end is not None and mandate.end.end <= ended):
            yield Refusal("already-ended", rule="4.5", field="mandate")
        if mandate.party != self.on_behalf_of and not self._administers(state):
            yield Refusal("not-your-party", rule="4.4", field="mandate", timely=True)

    def _administers(self, state: State) -> bool:
        mandates = state.all(Mandate, person=self.by)
        return may(mandates, power=Power.ADMINISTER, party=self.on_behalf_of, at=self.at)

    def changes(self, state: State) -> Iterator[Change]:
        """It gives no authority from now on."""
        yield replace(state.get(Mandate, self.mandate), ended=self.when.first)
