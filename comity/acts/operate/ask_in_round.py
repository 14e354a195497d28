"""The secretariat asks one contact, by one channel, in a round."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Annotated, ClassVar

from comity.core.act import Act, act_kind
from comity.core.audience import Audience
from comity.core.check_round import CheckRound, RoundCheck
from comity.core.contact import Channel, Contact
from comity.core.party import Party
from comity.core.refusal import Refusal
from comity.core.rights import Mandated, Power
from comity.core.shapes import Id, OneOf, To
from comity.core.state import All, Change, Key, State, every


@act_kind("operate.ask-in-round/1")
@dataclass(frozen=True, kw_only=True)
class AskInRound(Act):
    """Read by the party that is asked, and by who asks."""

    right = Mandated(Power.ADMINISTER)
    audience: ClassVar[Mapping[str, Audience]] = {"*": Audience.NAMED, "by": Audience.OWN}
    audience_recorded: ClassVar[Mapping[str, Audience]] = audience
    least: ClassVar[Mapping[str, Audience]] = {"*": Audience.NAMED}
    MADE = RoundCheck
    DATED_BY_DESK = True

    id: Annotated[str, Id()]
    check_round: Annotated[str, To(CheckRound, line=True)]
    contact: Annotated[str, To(Contact)]
    of_party: Annotated[str, To(Party)]
    channel: Annotated[Channel, OneOf(Channel)]

    def readers(self, state: State) -> tuple[str, ...]:
        """Name who asks and who is asked."""
        return (self.party, self.of_party)

    def needs(self, state: State) -> Iterator[Key | All]:
        """Also who was asked in the round already."""
        yield from super().needs(state)
        yield every(RoundCheck, round=self.check_round)

    def refusals(self, state: State) -> Iterator[Refusal]:
        """While the round runs, a contact that stands, at its levels and by its channels, each once."""
        yield from super().refusals(state)
        found = state.find(CheckRound, self.check_round)
        contact = state.find(Contact, self.contact)
        if found is None or contact is None:
            return
        if contact.party != self.of_party:
            yield Refusal("not-of-this-party", rule="32.3", field="of_party")
        if contact.replaced_by:
            yield Refusal("contact-replaced", rule="32.3", field="contact")
        if contact.level not in found.levels:
            yield Refusal("not-in-this-round", rule="32.3", field="contact")
        if self.channel not in found.channels:
            yield Refusal("not-in-this-round", rule="32.3", field="channel")
        if found.closed is not None or self.at >= found.answer_by.instant:
            yield Refusal("check-round-over", rule="32.3", field="check_round", timely=True)
        asked = state.all(RoundCheck, round=self.check_round)
        if any((each.contact, each.channel) == (self.contact, self.channel) for each in asked):
            yield Refusal("already-asked", rule="32.3", field="contact")

    def changes(self, state: State) -> Iterator[Change]:
        """It waits for its answer."""
        found = state.get(CheckRound, self.check_round)
        yield self.into(
            RoundCheck,
            round=self.check_round,
            party=self.of_party,
            level=state.get(Contact, self.contact).level,
            asked=self.when.first,
            asked_by=self.party,
            answer_by=found.answer_by,
        )
