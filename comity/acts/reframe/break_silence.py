"""A party breaks a silence procedure, so that the text is not adopted by it."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Annotated, ClassVar

from comity.core.absence import Why
from comity.core.act import Act, act_kind
from comity.core.audience import Audience
from comity.core.erased import Free
from comity.core.refusal import Refusal
from comity.core.rights import Mandated, Power
from comity.core.shapes import To, Words
from comity.core.state import Change, State
from comity.core.text import Silence, SilenceStatus, Text, TextStatus


@act_kind("reframe.break-silence/1")
@dataclass(frozen=True, kw_only=True)
class BreakSilence(Act):
    """One objection is enough, and it need give no reason. The chair sees whose it was; others that there was one."""

    right = Mandated(Power.SPEAK)
    STILL = frozenset({Why.SUSPENDED})
    audience: ClassVar[Mapping[str, Audience]] = {
        "*": Audience.PUBLIC,
        "by": Audience.OWN,
        "on_behalf_of": Audience.CHAIR,
        "words": Audience.CHAIR,
    }
    WITHIN_ROOM = True
    least: ClassVar[Mapping[str, Audience]] = {
        "on_behalf_of": Audience.CHAIR,
        "words": Audience.OWN,
    }
    DATED_BY_DESK = True

    silence: Annotated[str, To(Silence, line=True)]
    words: Annotated[Free, Words()] = ""

    def refusals(self, state: State) -> Iterator[Refusal]:
        """By one of those whose silence was asked, before the stated second, and while it is whole."""
        yield from super().refusals(state)
        silence = state.find(Silence, self.silence)
        if silence is None:
            return
        if self.party not in silence.parties:
            yield Refusal("party-not-consulted", rule="12.5", field="silence", timely=True)
        if silence.status is SilenceStatus.BROKEN:
            yield Refusal("already-broken", rule="12.7", field="silence")
        # ">=", not ">": in the stated second the silence has held.
        if self.at >= silence.deadline.instant:
            late = int((self.at - silence.deadline.instant).total_seconds())
            yield Refusal(
                "deadline-passed",
                rule="12.6",
                field="silence",
                facts={"seconds": late},
                timely=True,
            )

    def changes(self, state: State) -> Iterator[Change]:
        """The silence is broken, and its text is not adopted by it."""
        silence = state.get(Silence, self.silence)
        yield replace(silence, status=SilenceStatus.BROKEN, broken_by=self.party, words=self.words)
        yield replace(state.get(Text, silence.text), status=TextStatus.SILENCE_BROKEN)
