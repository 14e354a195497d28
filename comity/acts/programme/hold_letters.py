"""Within a minute of an act its letters are held: the act stands, and none of them leaves."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Annotated

from comity.core.act import act_kind
from comity.core.entry import Entry
from comity.core.erased import Free
from comity.core.post import MINUTE, Hold, Tray
from comity.core.refusal import Refusal
from comity.core.shapes import Words
from comity.core.state import Change, State
from comity.core.tray import OnLetters


@act_kind("programme.hold-letters/1")
@dataclass(frozen=True, kw_only=True)
class HoldLetters(OnLetters):
    """What was done is done; who was to be told of it by a letter is not told yet."""

    why: Annotated[Free, Words()] = ""

    def refusals(self, state: State) -> Iterator[Refusal]:
        """Of an act that sends letters, once, and before its minute is over."""
        yield from super().refusals(state)
        entry = state.find(Entry, str(self.act))
        if entry is None:
            return
        if not self.is_theirs(entry, state):
            yield Refusal("not-your-letters", rule="43.1", field="act")
        if not entry.letters:
            yield Refusal("sends-no-letters", rule="43.2", field="act")
        elif state.find(Hold, entry.id) is not None:
            yield Refusal("held-already", rule="43.3", field="act")
        # ">=", not ">": at the end of the minute the first letter may be on its way (rule 43.4).
        elif entry.at is None or self.at >= entry.at + MINUTE:
            yield Refusal("letters-left", rule="43.4", field="act")

    def changes(self, state: State) -> Iterator[Change]:
        """The letters stay in the tray."""
        yield self.into(Hold, id=str(self.act), state=Tray.HELD)
