"""The chair opens a consensus round: each party is asked, until an exact time, whether a text can stand."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Annotated

from comity.core.act import Act, act_kind
from comity.core.consensus import Round, RoundStatus
from comity.core.electorate import asked_on, needed
from comity.core.erased import Free
from comity.core.refusal import Refusal
from comity.core.rights import Chairs
from comity.core.shapes import Id, To, Until, Words
from comity.core.state import All, Change, Key, State, every
from comity.core.text import Text, TextStatus
from comity.core.when import Deadline

QUIET = (TextStatus.UNDER_SILENCE, TextStatus.SILENCE_HELD)


@act_kind("reframe.open-round/1")
@dataclass(frozen=True, kw_only=True)
class OpenRound(Act):
    """Who is asked is settled now: the parties that hold a seat with a voice at this instant."""

    right = Chairs()
    MADE = Round
    WITHIN_ROOM = True
    DATED_BY_DESK = True

    id: Annotated[str, Id()]
    text: Annotated[str, To(Text, line=True)]
    deadline: Annotated[Deadline, Until()]
    asks: Annotated[Free, Words()] = ""

    def needs(self, state: State) -> Iterator[Key | All]:
        """Also who sits in the body, is absent or stands aside, and the rounds there were on this text."""
        yield from super().needs(state)
        yield every(Round, text=self.text)
        text = state.find(Text, self.text)
        if text is not None:
            yield from needed(text)

    def refusals(self, state: State) -> Iterator[Refusal]:
        """The latest words, nobody asked twice at once, time to answer, and somebody to ask."""
        yield from super().refusals(state)
        text = state.find(Text, self.text)
        if text is None:
            return
        if text.status is TextStatus.ADOPTED:
            yield Refusal("text-adopted", rule="8.3", field="text")
        if text.status in QUIET:
            yield Refusal("asked-by-silence", rule="25.2", field="text")
        if text.revised_by:
            yield Refusal("text-revised", rule="8.5", field="text")
        if any(each.status is RoundStatus.RUNNING for each in state.all(Round, text=self.text)):
            yield Refusal("round-running", rule="25.2", field="text")
        if self.deadline.instant <= self.at:
            yield Refusal("deadline-not-ahead", rule="25.3", field="deadline", timely=True)
        if not self._electorate(state, text):
            yield Refusal("nobody-has-a-voice", rule="25.1", field="text", timely=True)

    def _electorate(self, state: State, text: Text) -> tuple[str, ...]:
        return asked_on(text, state, at=self.when.first)

    def changes(self, state: State) -> Iterator[Change]:
        """The round runs; what an earlier one left to decide is decided by this."""
        text = state.get(Text, self.text)
        electorate = self._electorate(state, text)
        yield self.into(Round, body=text.body, opened=self.when.first, parties=electorate)
        for earlier in state.all(Round, text=self.text):
            if not earlier.followed_by:
                yield replace(earlier, followed_by=self.id)
