"""The party that was asked for help answers."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Annotated

from comity.core.absence import Why
from comity.core.act import act_kind
from comity.core.erased import Free
from comity.core.mark import is_too_wide
from comity.core.of_request import OfRequest
from comity.core.refusal import Refusal
from comity.core.request import Help, Request
from comity.core.rights import Mandated, Power
from comity.core.shapes import OneOf, Words
from comity.core.state import Change, State


@act_kind("operate.answer-request/1")
@dataclass(frozen=True, kw_only=True)
class AnswerRequest(OfRequest):
    """What will be done, or that nothing can be: both are answers. Who answers has heard."""

    right = (Mandated(Power.SPEAK), Mandated(Power.NOMINATE))
    STILL = frozenset({Why.SUSPENDED})

    help: Annotated[Help, OneOf(Help)]
    words: Annotated[Free, Words()]

    def refusals(self, state: State) -> Iterator[Refusal]:
        """By the party that was asked, once, and no wider than the request was marked."""
        yield from super().refusals(state)
        request = state.find(Request, self.request)
        if request is None:
            return
        if request.of_party != self.party:
            yield Refusal("not-your-request", rule="30.5", field="request")
        if self.when.first < request.asked:
            yield Refusal("answered-before-asked", rule="30.6", field="effective")
        if request.answered is not None:
            yield Refusal("request-answered", rule="30.6", field="request")
        for name, audience in self.audiences.items():
            if is_too_wide(audience, request.mark):
                facts = {"mark": request.mark.value, "audience": audience}
                yield Refusal("wider-than-its-mark", rule="30.4", field=name, facts=facts)

    def changes(self, state: State) -> Iterator[Change]:
        """It is answered; a late answer stands, and is late."""
        request = state.get(Request, self.request)
        heard = request.acknowledged or self.when.first
        yield replace(
            request,
            acknowledged=heard,
            answered=self.when.first,
            help=self.help,
            words=self.words,
        )
