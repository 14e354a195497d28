"""A party asks another for help, and says by when it must be heard and answered."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Annotated, ClassVar

from comity.core.act import Act, act_kind
from comity.core.audience import Audience
from comity.core.contact import Contact
from comity.core.erased import Free
from comity.core.mark import Mark, is_too_wide
from comity.core.party import Party
from comity.core.refusal import Refusal
from comity.core.request import Request, Template, Urgency
from comity.core.rights import Mandated, Power
from comity.core.shapes import Id, Line, OneOf, Several, Thing, To, Until, Words
from comity.core.state import Change, State
from comity.core.when import Deadline


@act_kind("operate.request-assistance/1")
@dataclass(frozen=True, kw_only=True)
class RequestAssistance(Act):
    """One form for a bad night: what happened, what is asked, and how far it may be passed on."""

    right = (Mandated(Power.SPEAK), Mandated(Power.NOMINATE))
    audience: ClassVar[Mapping[str, Audience]] = {"*": Audience.NAMED, "by": Audience.OWN}
    least: ClassVar[Mapping[str, Audience]] = {"*": Audience.NAMED}
    MADE = Request
    MARKED = True
    DATED_BY_DESK = True

    id: Annotated[str, Id()]
    of_party: Annotated[str, To(Party)]
    contact: Annotated[str, To(Contact, line=True)]
    title: Annotated[Free, Line(erasable=True)]
    template: Annotated[Template, OneOf(Template)]
    urgency: Annotated[Urgency, OneOf(Urgency)]
    mark: Annotated[Mark, OneOf(Mark)]
    happened: Annotated[Free, Words()]
    asks: Annotated[Free, Words()]
    acknowledge_by: Annotated[Deadline, Until()]
    answer_by: Annotated[Deadline, Until()]
    escalates_to: Annotated[str, To(Contact)] = ""
    follows: Annotated[tuple[str, ...], Several(Thing(line=True))] = ()

    def mark_in(self, state: State) -> Mark:
        """Return its own mark."""
        return self.mark

    def readers(self, state: State) -> tuple[str, ...]:
        """Name who asks and who is asked."""
        return (self.party, self.of_party)

    def refusals(self, state: State) -> Iterator[Refusal]:
        """Another party, by a contact that stands, with time to acknowledge and then to answer, as its mark allows."""
        yield from super().refusals(state)
        if self.of_party == self.party:
            yield Refusal("asks-itself", rule="30.1", field="of_party")
        yield from self._against_contacts(state)
        if self.acknowledge_by.instant <= self.at:
            yield Refusal("deadline-not-ahead", rule="30.3", field="acknowledge_by", timely=True)
        if self.answer_by.instant < self.acknowledge_by.instant:
            yield Refusal("answers-before-it-hears", rule="30.3", field="answer_by")
        for name, audience in self.audiences.items():
            if is_too_wide(audience, self.mark):
                facts = {"mark": self.mark.value, "audience": audience}
                yield Refusal("wider-than-its-mark", rule="30.4", field=name, facts=facts)

    def _against_contacts(self, state: State) -> Iterator[Refusal]:
        for name in ("contact", "escalates_to"):
            ident = getattr(self, name)
            contact = state.find(Contact, ident) if ident else None
            if contact is not None and contact.party != self.of_party:
                yield Refusal("not-of-this-party", rule="30.1", field=name)
            if contact is not None and contact.replaced_by:
                yield Refusal("contact-replaced", rule="30.1", field=name)
        if self.escalates_to == self.contact:
            yield Refusal("escalates-to-itself", rule="30.2", field="escalates_to")

    def changes(self, state: State) -> Iterator[Change]:
        """It waits to be acknowledged."""
        yield self.into(Request, party=self.party, asked=self.when.first)
