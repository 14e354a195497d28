"""The chair opens a silence procedure: the text is adopted unless somebody objects before an exact time."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import timedelta
from typing import Annotated

from comity.core.act import Act, act_kind
from comity.core.electorate import asked_on, needed
from comity.core.erased import Free
from comity.core.refusal import Refusal
from comity.core.rights import Chairs
from comity.core.shapes import Id, To, Until, Words
from comity.core.state import All, Change, Key, State
from comity.core.text import Silence, Text, TextStatus
from comity.core.when import Deadline

NOTICE = timedelta(hours=72)
NOT_IN_PLAY = {
    TextStatus.UNDER_SILENCE: "already-under-silence",
    TextStatus.SILENCE_BROKEN: "silence-was-broken",
    TextStatus.SILENCE_HELD: "silence-has-held",
    TextStatus.ADOPTED: "text-adopted",
}


@act_kind("reframe.open-silence/1")
@dataclass(frozen=True, kw_only=True)
class OpenSilence(Act):
    """Who may break it is settled now: the parties that hold a seat with a voice at this instant."""

    right = Chairs()
    MADE = Silence
    WITHIN_ROOM = True
    DATED_BY_DESK = True

    id: Annotated[str, Id()]
    text: Annotated[str, To(Text, line=True)]
    deadline: Annotated[Deadline, Until()]
    short_notice: Annotated[Free, Words()] = ""

    def needs(self, state: State) -> Iterator[Key | All]:
        """Also who sits in the body, who is absent, and who stands aside on the text."""
        yield from super().needs(state)
        text = state.find(Text, self.text)
        if text is not None:
            yield from needed(text)

    def refusals(self, state: State) -> Iterator[Refusal]:
        """The latest text, 72 hours' notice or a reason, and somebody whose silence would mean something."""
        yield from super().refusals(state)
        text = state.find(Text, self.text)
        if text is None:
            return
        if text.status in NOT_IN_PLAY:
            yield Refusal(NOT_IN_PLAY[text.status], rule="12.2", field="text")
        if text.revised_by:
            yield Refusal("text-revised", rule="8.5", field="text")
        notice = self.deadline.instant - self.at
        if notice <= timedelta(0):
            yield Refusal("deadline-not-ahead", rule="12.3", field="deadline", timely=True)
        elif notice < NOTICE and not self.short_notice:
            hours = int(notice.total_seconds() // 3600)
            yield Refusal(
                "notice-too-short",
                rule="12.4",
                field="short_notice",
                facts={"hours": hours},
                timely=True,
            )
        if not self._electorate(state, text):
            yield Refusal("nobody-has-a-voice", rule="12.1", field="text", timely=True)

    def _electorate(self, state: State, text: Text) -> tuple[str, ...]:
        return asked_on(text, state, at=self.when.first)

    def changes(self, state: State) -> Iterator[Change]:
        """The silence runs, and the text lies under it."""
        text = state.get(Text, self.text)
        electorate = self._electorate(state, text)
        yield self.into(Silence, body=text.body, opened=self.when.first, parties=electorate)
        yield replace(text, status=TextStatus.UNDER_SILENCE)
