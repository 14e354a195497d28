"""The chair declares a text adopted, at a level of agreement and for a reason."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Annotated, ClassVar

from comity.core.act import Act, act_kind
from comity.core.audience import Audience
from comity.core.ballot import Ballot, Result
from comity.core.erased import Free
from comity.core.refusal import Refusal
from comity.core.rights import Chairs
from comity.core.shapes import Id, OneOf, Several, Thing, To, Words
from comity.core.state import All, Change, Key, State, every
from comity.core.text import Adoption, Agreement, Silence, SilenceStatus, Text, TextStatus
from comity.core.when import When, write_instant

OPEN_STILL = frozenset({SilenceStatus.RUNNING, SilenceStatus.EXTENSION_ASKED})


@act_kind("reframe.declare-adoption/1")
@dataclass(frozen=True, kw_only=True)
class DeclareAdoption(Act):
    """The software never does. By silence, a text is adopted on the day and second the silence expired."""

    right = Chairs()
    MADE = Adoption
    least: ClassVar[Mapping[str, Audience]] = {"*": Audience.BODY}

    id: Annotated[str, Id()]
    text: Annotated[str, To(Text, line=True)]
    level: Annotated[Agreement, OneOf(Agreement)]
    reason: Annotated[Free, Words()]
    silence: Annotated[str, To(Silence, line=True)] = ""
    follows: Annotated[tuple[str, ...], Several(Thing(line=True))] = ()

    def needs(self, state: State) -> Iterator[Key | All]:
        """Also every silence that the text was under."""
        yield from super().needs(state)
        yield every(Silence, text=self.text)

    def refusals(self, state: State) -> Iterator[Refusal]:
        """Once, the latest text, and by a silence only when that has held."""
        yield from super().refusals(state)
        text = state.find(Text, self.text)
        if text is None:
            return
        if text.status is TextStatus.ADOPTED:
            yield Refusal("text-adopted", rule="13.1", field="text")
        if text.revised_by:
            yield Refusal("text-revised", rule="8.5", field="text")
        yield from self._by_vote(state)
        silence = state.find(Silence, self.silence) if self.silence else None
        if silence is not None:
            yield from self._by(silence)
        elif not self.silence:
            yield from self._without_silence(state)

    def _by_vote(self, state: State) -> Iterator[Refusal]:
        """By vote, a text is adopted only where a ballot on the whole of it was carried."""
        ballots = [
            state.find(Ballot, thing.partition("/")[2])
            for thing in self.follows
            if thing.startswith("ballot/")
        ]
        carried = any(
            each is not None and each.on == f"text/{self.text}" and each.result is Result.CARRIED
            for each in ballots
        )
        if self.level is Agreement.BY_VOTE and not carried:
            yield Refusal("level-needs-ballot", rule="26.11", field="level")

    def _by(self, silence: Silence) -> Iterator[Refusal]:
        if silence.text != self.text:
            yield Refusal("not-of-this-text", rule="13.2", field="silence")
        if silence.status is not SilenceStatus.HELD:
            yield Refusal(
                "silence-not-held",
                rule="13.3",
                field="silence",
                facts={"status": silence.status.value},
            )

    def _without_silence(self, state: State) -> Iterator[Refusal]:
        known = state.all(Silence, text=self.text)
        if any(each.status in OPEN_STILL for each in known):
            yield Refusal("silence-running", rule="13.4", field="text")
        if any(each.status is SilenceStatus.HELD for each in known):
            yield Refusal("silence-not-named", rule="13.4", field="silence")
        if self.level is Agreement.NO_OBJECTION_RECEIVED:
            yield Refusal("level-needs-silence", rule="13.5", field="level")

    def changes(self, state: State) -> Iterator[Change]:
        """The text stands adopted."""
        text = state.get(Text, self.text)
        silence = state.get(Silence, self.silence) if self.silence else None
        date = When(write_instant(silence.deadline.instant)) if silence else self.when
        yield self.into(Adoption, body=text.body, adopted_on=date)
        yield replace(text, status=TextStatus.ADOPTED)
