"""The party that was asked for help says that it has heard."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from comity.core.absence import Why
from comity.core.act import act_kind
from comity.core.of_request import OfRequest
from comity.core.refusal import Refusal
from comity.core.request import Request
from comity.core.rights import Mandated, Power
from comity.core.state import Change, State


@act_kind("operate.acknowledge-request/1")
@dataclass(frozen=True, kw_only=True)
class AcknowledgeRequest(OfRequest):
    """Heard is not answered: it stops the escalation, and nothing else."""

    right = (Mandated(Power.NOMINATE), Mandated(Power.SPEAK))
    STILL = frozenset({Why.SUSPENDED})

    def refusals(self, state: State) -> Iterator[Refusal]:
        """By the party that was asked, once, and before it has answered."""
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
        elif request.acknowledged is not None:
            yield Refusal("already-acknowledged", rule="30.5", field="request")

    def changes(self, state: State) -> Iterator[Change]:
        """It was heard, and still waits for its answer."""
        yield replace(state.get(Request, self.request), acknowledged=self.when.first)
