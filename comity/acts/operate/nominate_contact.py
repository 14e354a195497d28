"""A party nominates whom to reach when something breaks."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Annotated, Any, ClassVar

from comity.core.absence import Why
from comity.core.act import act_kind
from comity.core.audience import Audience
from comity.core.contact import Contact, ContactStatus, Level
from comity.core.erased import Free
from comity.core.naming import Called, Naming
from comity.core.refusal import Refusal
from comity.core.rights import Mandated, Power
from comity.core.shapes import Id, Line, OneOf, Several, Thing, To
from comity.core.state import Change, State

NEED_TO_KNOW: Mapping[str, Audience] = {
    "*": Audience.PROGRAMME,
    "by": Audience.OWN,
    "name": Audience.DIRECTORY,
    "telephone": Audience.DIRECTORY,
    "mail": Audience.DIRECTORY,
}


@act_kind("operate.nominate-contact/1")
@dataclass(frozen=True, kw_only=True)
class NominateContact(Naming):
    """The office and its level are told to the programme; names and numbers to those who keep the directory."""

    right = Mandated(Power.NOMINATE)
    STILL = frozenset({Why.SUSPENDED})
    audience: ClassVar[Mapping[str, Audience]] = NEED_TO_KNOW
    audience_recorded: ClassVar[Mapping[str, Audience]] = NEED_TO_KNOW
    MADE = Contact

    id: Annotated[str, Id()]
    level: Annotated[Level, OneOf(Level)]
    office: Annotated[str, Line()]
    name: Annotated[Free, Line(erasable=True)] = ""
    telephone: Annotated[Free, Line(erasable=True)] = ""
    mail: Annotated[Free, Line(erasable=True)] = ""
    hours: Annotated[str, Line()] = ""
    replaces: Annotated[str, To(Contact)] = ""
    follows: Annotated[tuple[str, ...], Several(Thing(line=True))] = ()

    @classmethod
    def called(cls, said: Mapping[str, Any]) -> Called | None:
        """The person named, who may be the one whose entry it takes the place of."""
        return Called(Contact, "name", itself=f"{Contact.TYPE}/{said.get('replaces')}")

    def refusals(self, state: State) -> Iterator[Refusal]:
        """A party replaces its own contacts, each once, and says how the new one is reached."""
        yield from super().refusals(state)
        if not self.telephone and not self.mail:
            yield Refusal("cannot-be-reached", rule="16.1", field="telephone")
        if self.telephone and not any(each.isdigit() for each in str(self.telephone)):
            yield Refusal("no-digit-in-it", rule="16.9", field="telephone", timely=True)
        if self.mail and "@" not in str(self.mail):
            yield Refusal("no-address", rule="16.9", field="mail", timely=True)
        old = state.find(Contact, self.replaces) if self.replaces else None
        if old is None:
            return
        if old.party != self.party:
            yield Refusal("not-your-contact", rule="16.2", field="replaces")
        if old.replaced_by:
            yield Refusal("contact-replaced", rule="16.3", field="replaces")

    def changes(self, state: State) -> Iterator[Change]:
        """The contact stands in the directory, and the old one no longer."""
        yield self.into(Contact, party=self.party, exercise=self.scope(state))
        if self.replaces:
            old = state.get(Contact, self.replaces)
            yield replace(old, status=ContactStatus.REPLACED, replaced_by=self.id)
