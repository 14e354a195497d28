"""Somebody outside a party makes sure that its contact is who it is said to be."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Annotated, ClassVar

from comity.core.act import Act, act_kind
from comity.core.audience import Audience
from comity.core.contact import Channel, Contact, Vouching
from comity.core.erased import Free
from comity.core.refusal import Refusal
from comity.core.rights import Mandated, Power
from comity.core.shapes import OneOf, To, Words
from comity.core.state import All, Change, Key, State


@act_kind("operate.verify-contact/1")
@dataclass(frozen=True, kw_only=True)
class VerifyContact(Act):
    """Through the mission and not through the number that was given: else one verifies only that a telephone rings."""

    right = Mandated(Power.ADMINISTER)
    audience: ClassVar[Mapping[str, Audience]] = {
        "*": Audience.PROGRAMME,
        "by": Audience.OWN,
        "words": Audience.OWN,
    }
    DATED_BY_DESK = True

    contact: Annotated[str, To(Contact, line=True)]
    by_way_of: Annotated[Channel, OneOf(Channel)]
    words: Annotated[Free, Words()] = ""

    def needs(self, state: State) -> Iterator[Key | All]:
        """Also who stands for it already."""
        yield from super().needs(state)
        yield (Vouching, self.contact)

    def refusals(self, state: State) -> Iterator[Refusal]:
        """One that stands, and by another than its own party."""
        yield from super().refusals(state)
        contact = state.find(Contact, self.contact)
        if contact is None:
            return
        if contact.replaced_by:
            yield Refusal("contact-replaced", rule="31.1", field="contact")
        if contact.party == self.party:
            yield Refusal("verifies-its-own", rule="31.2", field="contact")

    def changes(self, state: State) -> Iterator[Change]:
        """It is known to be who it is said to be."""
        vouching = state.find(Vouching, self.contact)
        vouching = vouching or Vouching(id=self.contact, contact=self.contact)
        yield replace(vouching, verified=self.when)
