"""The clerk escalates a request that nobody acknowledged in time."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from comity.core.act import act_kind
from comity.core.of_request import OfRequest
from comity.core.refusal import Refusal
from comity.core.request import Request
from comity.core.rights import Clerk
from comity.core.state import Change, State


@act_kind("operate.escalate-request/1")
@dataclass(frozen=True, kw_only=True)
class EscalateRequest(OfRequest):
    """It says only that the time passed, and asks everybody who speaks for the party. It blames nobody."""

    right = Clerk()

    def refusals(self, state: State) -> Iterator[Refusal]:
        """Only one that nobody has acknowledged, once, and not before its time."""
        yield from super().refusals(state)
        request = state.find(Request, self.request)
        if request is None:
            return
        if request.acknowledged is not None:
            yield Refusal("already-acknowledged", rule="30.7", field="request")
        if request.escalated is not None:
            yield Refusal("already-escalated", rule="30.7", field="request")
        if self.at < request.acknowledge_by.instant:
            yield Refusal("not-yet-due", rule="30.7", field="request", timely=True)

    def changes(self, state: State) -> Iterator[Change]:
        """Everybody who speaks for the party that was asked is asked now."""
        yield replace(state.get(Request, self.request), escalated=self.when.first)
