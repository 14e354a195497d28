"""A request for comments is closed, once each comment has been dealt with; its page is the response."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Annotated

from comity.core.act import Act, act_kind
from comity.core.consultation import Comment, Consultation, ConsultationStatus, Disposition
from comity.core.erased import Free
from comity.core.refusal import Refusal
from comity.core.rights import Chairs, Mandated, Power
from comity.core.shapes import To, Words
from comity.core.state import All, Change, Key, State, every


@act_kind("reframe.close-consultation/1")
@dataclass(frozen=True, kw_only=True)
class CloseConsultation(Act):
    """Nothing closes while somebody has had no answer."""

    right = (Chairs(), Mandated(Power.ADMINISTER))
    DATED_BY_DESK = True

    consultation: Annotated[str, To(Consultation, line=True)]
    response: Annotated[Free, Words()]

    def needs(self, state: State) -> Iterator[Key | All]:
        """Also each comment and what became of it."""
        yield from super().needs(state)
        yield every(Comment, consultation=self.consultation)
        yield every(Disposition, consultation=self.consultation)

    def refusals(self, state: State) -> Iterator[Refusal]:
        """Once, after its day, and with an answer to every comment."""
        yield from super().refusals(state)
        asked = state.find(Consultation, self.consultation)
        if asked is None:
            return
        if asked.status is ConsultationStatus.CLOSED:
            yield Refusal("consultation-closed", rule="29.3", field="consultation")
        if self.at < asked.closes.end:
            yield Refusal("comments-still-asked", rule="29.4", field="consultation", timely=True)
        answered = {each.id for each in state.all(Disposition, consultation=self.consultation)}
        waiting = [
            each
            for each in state.all(Comment, consultation=self.consultation)
            if each.id not in answered
        ]
        if waiting:
            facts = {"count": len(waiting)}
            yield Refusal("comments-not-answered", rule="29.5", field="consultation", facts=facts)

    def changes(self, state: State) -> Iterator[Change]:
        """The request is closed, with the response in the words of who closes it."""
        yield replace(
            state.get(Consultation, self.consultation),
            status=ConsultationStatus.CLOSED,
            closed=self.when.first,
            response=self.response,
        )
