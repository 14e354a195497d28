"""Letters that were held are let go after all."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from comity.core.act import act_kind
from comity.core.entry import Entry
from comity.core.post import Hold, Tray
from comity.core.refusal import Refusal
from comity.core.state import Change, State
from comity.core.tray import OnLetters


@act_kind("programme.release-letters/1")
@dataclass(frozen=True, kw_only=True)
class ReleaseLetters(OnLetters):
    """They say what they would have said; only when they were sent is another."""

    def refusals(self, state: State) -> Iterator[Refusal]:
        """Of letters that are held, and of an act that still counts."""
        yield from super().refusals(state)
        entry = state.find(Entry, str(self.act))
        if entry is None:
            return
        if not self.is_theirs(entry, state):
            yield Refusal("not-your-letters", rule="43.1", field="act")
        hold = state.find(Hold, entry.id)
        if hold is None or hold.state is not Tray.HELD:
            yield Refusal("not-held", rule="43.5", field="act")
        if entry.is_struck:
            yield Refusal("already-struck", rule="43.6", field="act")

    def changes(self, state: State) -> Iterator[Change]:
        """The letters go."""
        yield replace(state.get(Hold, str(self.act)), state=Tray.RELEASED)
