"""The secretariat checks whether a contact answers: asked at an instant, to be answered by a deadline."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Annotated, ClassVar

from comity.core.act import Act, act_kind
from comity.core.audience import Audience
from comity.core.contact import Channel, Check, Contact
from comity.core.party import Party
from comity.core.refusal import Refusal
from comity.core.rights import Mandated, Power
from comity.core.shapes import Id, OneOf, Several, Thing, To, Until
from comity.core.state import Change, State
from comity.core.when import Deadline


@act_kind("operate.check-contact/1")
@dataclass(frozen=True, kw_only=True)
class CheckContact(Act):
    """Seen is not answered."""

    right = Mandated(Power.ADMINISTER)
    audience: ClassVar[Mapping[str, Audience]] = {"*": Audience.PROGRAMME, "by": Audience.OWN}
    MADE = Check

    id: Annotated[str, Id()]
    contact: Annotated[str, To(Contact, line=True)]
    of_party: Annotated[str, To(Party)]
    channel: Annotated[Channel, OneOf(Channel)]
    answer_by: Annotated[Deadline, Until()]
    follows: Annotated[tuple[str, ...], Several(Thing(line=True))] = ()

    def refusals(self, state: State) -> Iterator[Refusal]:
        """A contact that stands, of the party that is asked, with time to answer."""
        yield from super().refusals(state)
        contact = state.find(Contact, self.contact)
        if contact is not None and contact.party != self.of_party:
            yield Refusal("not-of-this-party", rule="16.4", field="of_party")
        if contact is not None and contact.replaced_by:
            yield Refusal("contact-replaced", rule="16.3", field="contact")
        if self.answer_by.instant <= self.at:
            yield Refusal("deadline-not-ahead", rule="16.5", field="answer_by", timely=True)

    def changes(self, state: State) -> Iterator[Change]:
        """The check runs."""
        yield self.into(Check, party=self.of_party, asked=self.when.first)
