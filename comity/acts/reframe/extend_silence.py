"""The chair gives a silence procedure more time."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Annotated

from comity.core.act import Act, act_kind
from comity.core.erased import Free
from comity.core.refusal import Refusal
from comity.core.rights import Chairs
from comity.core.shapes import To, Until, Words
from comity.core.state import Change, State
from comity.core.text import Silence, SilenceStatus
from comity.core.when import Deadline


@act_kind("reframe.extend-silence/1")
@dataclass(frozen=True, kw_only=True)
class ExtendSilence(Act):
    """Later, never earlier; those whose silence is asked stay the same."""

    right = Chairs()
    WITHIN_ROOM = True
    DATED_BY_DESK = True

    silence: Annotated[str, To(Silence, line=True)]
    deadline: Annotated[Deadline, Until()]
    reason: Annotated[Free, Words()]

    def refusals(self, state: State) -> Iterator[Refusal]:
        """While it runs, or when the clerk could not close it; an expired silence is not revived."""
        yield from super().refusals(state)
        silence = state.find(Silence, self.silence)
        if silence is None:
            return
        if silence.status is SilenceStatus.BROKEN:
            yield Refusal("already-broken", rule="12.7", field="silence")
        if silence.status is SilenceStatus.HELD:
            yield Refusal("silence-not-running", rule="12.9", field="silence")
        if silence.status is SilenceStatus.RUNNING and self.at >= silence.deadline.instant:
            yield Refusal("deadline-passed", rule="12.6", field="silence", timely=True)
        if self.deadline.instant <= silence.deadline.instant:
            yield Refusal("not-later", rule="12.11", field="deadline")
        if self.deadline.instant <= self.at:
            yield Refusal("deadline-not-ahead", rule="12.3", field="deadline", timely=True)

    def changes(self, state: State) -> Iterator[Change]:
        """The silence runs until the new time."""
        silence = state.get(Silence, self.silence)
        yield replace(
            silence,
            deadline=self.deadline,
            status=SilenceStatus.RUNNING,
            extended=silence.extended + 1,
        )
