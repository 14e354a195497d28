"""The clerk closes a silence procedure when its time has come: no objection was received."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Annotated

from comity.core.act import Act, act_kind
from comity.core.refusal import Refusal
from comity.core.rights import Clerk
from comity.core.shapes import To, Whole
from comity.core.state import Change, State
from comity.core.text import Silence, SilenceStatus, Text, TextStatus

TOLERATED_MINUTES = 5


@act_kind("reframe.close-silence/1")
@dataclass(frozen=True, kw_only=True)
class CloseSilence(Act):
    """It says only that; the chair declares. Where an objection could not have arrived, it asks for more time."""

    right = Clerk()
    WITHIN_ROOM = True
    DATED_BY_DESK = True

    silence: Annotated[str, To(Silence, line=True)]
    interrupted_minutes: Annotated[int, Whole()]
    """Minutes in the last 24 hours of the silence in which the desk could not receive."""
    unproven: Annotated[int, Whole()]
    """Notices without proof of sending."""
    notices: Annotated[int, Whole()]

    @property
    def is_in_doubt(self) -> bool:
        """True where an objection, or the notice of the silence, may have been lost."""
        return self.interrupted_minutes > TOLERATED_MINUTES or self.unproven > 0

    def refusals(self, state: State) -> Iterator[Refusal]:
        """Only one that runs, and not before its time."""
        yield from super().refusals(state)
        if self.unproven > self.notices:
            yield Refusal("more-than-there-are", rule="12.10", field="unproven")
        silence = state.find(Silence, self.silence)
        if silence is None:
            return
        if silence.status is SilenceStatus.BROKEN:
            yield Refusal("already-broken", rule="12.7", field="silence")
        elif silence.status is not SilenceStatus.RUNNING:
            yield Refusal("silence-not-running", rule="12.9", field="silence")
        if self.at < silence.deadline.instant:
            yield Refusal("not-yet-expired", rule="12.8", field="silence", timely=True)

    def changes(self, state: State) -> Iterator[Change]:
        """The silence has held, or the chair is asked to extend it."""
        silence = state.get(Silence, self.silence)
        if self.is_in_doubt:
            yield replace(silence, status=SilenceStatus.EXTENSION_ASKED)
            return
        yield replace(silence, status=SilenceStatus.HELD, closed=self.when.first)
        yield replace(state.get(Text, silence.text), status=TextStatus.SILENCE_HELD)
