"""A party answers a consensus round: how the text sits with it, and where it objects, what would cure that."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Annotated, ClassVar

from comity.core.absence import Why
from comity.core.act import Act, act_kind
from comity.core.audience import Audience
from comity.core.consensus import Answer, Reply, Round, RoundStatus
from comity.core.erased import Free
from comity.core.refusal import Refusal
from comity.core.rights import Mandated, Power
from comity.core.shapes import Flag, OneOf, To, Words
from comity.core.state import All, Change, Key, State
from comity.core.text import Text, TextStatus

TO_CHAIR = dict.fromkeys(("on_behalf_of", "reply", "reason", "cure"), Audience.CHAIR)
"""What at least the chair sees of an answer, and at most, where it is to the chair alone."""


@act_kind("reframe.answer-round/1")
@dataclass(frozen=True, kw_only=True)
class AnswerRound(Act):
    """The latest stands until the round closes. Answers inform the chair, who sees each of them; they are not votes."""

    right = Mandated(Power.SPEAK)
    STILL = frozenset({Why.SUSPENDED})
    WITHIN_ROOM = True
    least: ClassVar[Mapping[str, Audience]] = TO_CHAIR
    DATED_BY_DESK = True

    round: Annotated[str, To(Round, line=True)]
    reply: Annotated[Reply, OneOf(Reply)]
    reason: Annotated[Free, Words()] = ""
    cure: Annotated[Free, Words()] = ""
    to_chair: Annotated[bool, Flag()] = False
    """To the chair alone: the room sees that somebody answered, and neither who nor what."""

    @property
    def answer(self) -> str:
        """One answer a party in each round: `round.cables-1.meridonia`."""
        return self.own_id(f"round/{self.round}")

    @property
    def is_to_chair(self) -> bool:
        """True where the chair alone sees what is answered: as it was signed, whatever the field asks for."""
        seen_by = self.audiences.get("reply")
        return self.to_chair if seen_by is None else seen_by == Audience.CHAIR

    def defaults(self, state: State) -> Mapping[str, Audience]:
        """As its room has it; or who answered, and what, to the chair alone."""
        return {**super().defaults(state), **(TO_CHAIR if self.to_chair else {})}

    def needs(self, state: State) -> Iterator[Key | All]:
        """Also what the party answered so far."""
        yield from super().needs(state)
        yield (Answer, self.answer)

    def refusals(self, state: State) -> Iterator[Refusal]:
        """By one of those asked, in time, and an objection with its reason and its cure."""
        yield from super().refusals(state)
        if self.reply is Reply.OBJECT:
            for name in ("reason", "cure"):
                said = getattr(self, name)
                if isinstance(said, str) and not said.strip():
                    yield Refusal("objection-says-nothing", rule="25.5", field=name)
        asked = state.find(Round, self.round)
        if asked is None:
            return
        before = state.find(Answer, self.answer)
        if self.is_to_chair and before is not None and not before.to_chair:
            # The room would miss the answer that it knew, at the moment when somebody answers to the chair.
            yield Refusal("answered-openly", rule="25.9", field="to_chair")
        if self.party not in asked.parties:
            yield Refusal("party-not-asked", rule="25.4", field="round", timely=True)
        # ">=": an answer in the stated second is late, as an objection to a silence is.
        if asked.status is RoundStatus.CLOSED or self.at >= asked.deadline.instant:
            yield Refusal("round-over", rule="25.6", field="round", timely=True)
        text = state.get(Text, asked.text)
        if text.status is TextStatus.ADOPTED:
            yield Refusal("text-adopted", rule="8.3", field="round")
        if text.revised_by:
            yield Refusal("text-revised", rule="8.5", field="round")

    def changes(self, state: State) -> Iterator[Change]:
        """The party's answer is this one."""
        yield self.into(Answer, id=self.answer, party=self.party, to_chair=self.is_to_chair)
