"""A party answers a contact check."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import timedelta
from typing import Annotated, ClassVar

from comity.core.absence import Why
from comity.core.act import Act, act_kind
from comity.core.audience import Audience
from comity.core.contact import Check, Contact, ContactStatus
from comity.core.erased import Free
from comity.core.refusal import Refusal
from comity.core.rights import Mandated, Power
from comity.core.shapes import To, Words
from comity.core.state import Change, State


@act_kind("operate.answer-check/1")
@dataclass(frozen=True, kw_only=True)
class AnswerCheck(Act):
    """A late answer stands, and is marked late."""

    right = (Mandated(Power.SPEAK), Mandated(Power.NOMINATE))
    STILL = frozenset({Why.SUSPENDED})
    audience: ClassVar[Mapping[str, Audience]] = {"*": Audience.PROGRAMME, "by": Audience.OWN}

    check: Annotated[str, To(Check, line=True)]
    words: Annotated[Free, Words()] = ""

    def refusals(self, state: State) -> Iterator[Refusal]:
        """By the party that was asked, once, and after it was asked."""
        yield from super().refusals(state)
        check = state.find(Check, self.check)
        if check is None:
            return
        if check.party != self.party:
            yield Refusal("not-your-check", rule="16.6", field="check")
        if check.answered is not None:
            yield Refusal("already-answered", rule="16.7", field="check")
        if self.when.first < check.asked:
            yield Refusal("answered-before-asked", rule="16.8", field="effective")

    def changes(self, state: State) -> Iterator[Change]:
        """The contact answered, in so many whole minutes; one that was replaced meanwhile stays so."""
        check = state.get(Check, self.check)
        contact = state.get(Contact, check.contact)
        answered = self.when.first
        minutes = (answered - check.asked) // timedelta(minutes=1)
        in_time = answered < check.answer_by.instant
        yield replace(check, answered=answered, answered_in_minutes=minutes, words=self.words)
        if not contact.replaced_by:
            status = ContactStatus.ANSWERED if in_time else ContactStatus.ANSWERED_LATE
            yield replace(contact, status=status)
