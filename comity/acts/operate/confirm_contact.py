"""A party says that its contact still stands."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Annotated, ClassVar

from comity.core.absence import Why
from comity.core.act import Act, act_kind
from comity.core.audience import Audience
from comity.core.contact import Contact, Unreached, Vouching
from comity.core.refusal import Refusal
from comity.core.rights import Mandated, Power
from comity.core.shapes import To
from comity.core.state import All, Change, Key, State, every


@act_kind("operate.confirm-contact/1")
@dataclass(frozen=True, kw_only=True)
class ConfirmContact(Act):
    """A directory decays by itself: what was true in spring is a stranger's desk in winter."""

    right = Mandated(Power.NOMINATE)
    STILL = frozenset({Why.SUSPENDED})
    audience: ClassVar[Mapping[str, Audience]] = {"*": Audience.PROGRAMME, "by": Audience.OWN}
    DATED_BY_DESK = True

    contact: Annotated[str, To(Contact, line=True)]

    def needs(self, state: State) -> Iterator[Key | All]:
        """Also who stands for it, and whether it was reported as not reached."""
        yield from super().needs(state)
        yield (Vouching, self.contact)
        yield every(Unreached, contact=self.contact)

    def refusals(self, state: State) -> Iterator[Refusal]:
        """Its own, and one that stands."""
        yield from super().refusals(state)
        contact = state.find(Contact, self.contact)
        if contact is None:
            return
        if contact.party != self.party:
            yield Refusal("not-your-contact", rule="31.3", field="contact")
        if contact.replaced_by:
            yield Refusal("contact-replaced", rule="31.1", field="contact")

    def changes(self, state: State) -> Iterator[Change]:
        """It stands as it did, and what was reported of it is settled."""
        vouching = state.find(Vouching, self.contact)
        vouching = vouching or Vouching(id=self.contact, contact=self.contact)
        yield replace(vouching, confirmed=self.when)
        for unreached in state.all(Unreached, contact=self.contact):
            yield replace(unreached, is_settled=True)
