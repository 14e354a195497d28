"""Who tried to reach a contact and could not, says so to its party."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Annotated, ClassVar

from comity.core.act import Act, act_kind
from comity.core.audience import Audience
from comity.core.contact import Channel, Contact, Unreached
from comity.core.erased import Free
from comity.core.refusal import Refusal
from comity.core.rights import Mandated, Power
from comity.core.shapes import OneOf, To, Words
from comity.core.state import All, Change, Key, State


@act_kind("operate.report-unreachable/1")
@dataclass(frozen=True, kw_only=True)
class ReportUnreachable(Act):
    """A word to the party, not a mark against it: nobody else reads it."""

    right = (Mandated(Power.ADMINISTER), Mandated(Power.SPEAK), Mandated(Power.NOMINATE))
    audience: ClassVar[Mapping[str, Audience]] = {"*": Audience.NAMED, "by": Audience.OWN}
    audience_recorded: ClassVar[Mapping[str, Audience]] = audience
    least: ClassVar[Mapping[str, Audience]] = {"*": Audience.NAMED}

    contact: Annotated[str, To(Contact, line=True)]
    channel: Annotated[Channel, OneOf(Channel)]
    words: Annotated[Free, Words()] = ""

    def needs(self, state: State) -> Iterator[Key | All]:
        """Also what was reported of it before."""
        yield from super().needs(state)
        yield (Unreached, self.own_id(self.contact))

    def readers(self, state: State) -> tuple[str, ...]:
        """Name who reports and whose contact it is."""
        contact = state.find(Contact, self.contact)
        return (self.party, contact.party) if contact else ()

    def refusals(self, state: State) -> Iterator[Refusal]:
        """Another's, and one that stands; once by each who tried, until its party has looked after it."""
        yield from super().refusals(state)
        contact = state.find(Contact, self.contact)
        if contact is None:
            return
        if contact.replaced_by:
            yield Refusal("contact-replaced", rule="31.1", field="contact")
        if contact.party == self.party:
            yield Refusal("reports-its-own", rule="31.4", field="contact")
        unreached = state.find(Unreached, self.own_id(self.contact))
        if unreached is not None and not unreached.is_settled:
            yield Refusal("already-reported", rule="31.4", field="contact")

    def changes(self, state: State) -> Iterator[Change]:
        """Its party is asked to confirm or to replace it."""
        yield Unreached(
            id=self.own_id(self.contact),
            contact=self.contact,
            party=state.get(Contact, self.contact).party,
            channel=self.channel,
            tried=self.when,
            words=self.words,
        )
