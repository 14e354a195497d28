"""A party answers a circular that it was sent."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Annotated, ClassVar

from comity.core.absence import Why
from comity.core.act import Act, act_kind
from comity.core.audience import Audience
from comity.core.erased import Free
from comity.core.post import Circular, Reply
from comity.core.refusal import Refusal
from comity.core.rights import Mandated, Power
from comity.core.shapes import To, Words
from comity.core.state import All, Change, Key, State


@act_kind("programme.answer-circular/1")
@dataclass(frozen=True, kw_only=True)
class AnswerCircular(Act):
    """Whoever was sent the circular reads the answers, as around a table. A late one stands, and is marked late."""

    right = Mandated(Power.SPEAK)
    STILL = frozenset({Why.SUSPENDED})
    audience: ClassVar[Mapping[str, Audience]] = {"*": Audience.PROGRAMME, "by": Audience.OWN}
    audience_in_body: ClassVar[Mapping[str, Audience]] = {"*": Audience.BODY, "by": Audience.OWN}

    circular: Annotated[str, To(Circular, line=True)]
    words: Annotated[Free, Words()]

    @property
    def reply(self) -> str:
        """One answer a party: `circular.annex-dates.meridonia`."""
        return self.own_id(f"circular/{self.circular}")

    def needs(self, state: State) -> Iterator[Key | All]:
        """Also what the party answered already."""
        yield from super().needs(state)
        yield (Reply, self.reply)

    def refusals(self, state: State) -> Iterator[Refusal]:
        """By a party that it was sent to, and once."""
        yield from super().refusals(state)
        circular = state.find(Circular, self.circular)
        if circular is not None and self.party not in circular.parties:
            yield Refusal("not-sent-to-you", rule="42.5", field="circular")
        if state.find(Reply, self.reply) is not None:
            yield Refusal("replied-already", rule="42.6", field="circular")

    def changes(self, state: State) -> Iterator[Change]:
        """The party has answered."""
        circular = state.get(Circular, self.circular)
        received = self.when.first
        asked_by = circular.answer_by
        is_late = asked_by is not None and received >= asked_by.instant
        yield self.into(Reply, id=self.reply, party=self.party, received=received, is_late=is_late)
