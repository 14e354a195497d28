"""An act is marked as entered in error: it counts nowhere, and stands struck through in the minutes."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Annotated

from comity.core.act import Act, act_kind
from comity.core.audience import Audience, reaches
from comity.core.authority import may
from comity.core.entry import Entry
from comity.core.erased import Free
from comity.core.party import Mandate
from comity.core.refusal import Refusal
from comity.core.rights import Mandated, Power
from comity.core.shapes import Whole, Words
from comity.core.state import All, Change, Key, State, Struck, every

OUTSIDE = (Audience.PUBLIC, Audience.PROGRAMME)
STANDS = frozenset(
    {
        "programme.establish-programme",
        "programme.open",
        "programme.strike",
        "programme.erase",
        "reframe.break-silence",
        "reframe.extend-silence",
        "reframe.close-silence",
        "reframe.answer-round",
        "reframe.close-round",
        "reframe.cast-vote",
        "reframe.close-ballot",
    }
)
"""What others relied on the moment it was done; undoing it would rewrite a decision."""


@act_kind("programme.strike/1")
@dataclass(frozen=True, kw_only=True)
class Strike(Act):
    """For what should never have been entered; a change of mind is an act of its own."""

    right = tuple(Mandated(power) for power in Power)
    OF_THIS_DESK = True
    WITHIN_ROOM = True

    act: Annotated[int, Whole()]
    why: Annotated[Free, Words()]

    def touches(self) -> Iterator[tuple[str, str]]:
        """The act that is struck."""
        yield ("act", f"act/{self.act}")

    def defaults(self, state: State) -> Mapping[str, Audience]:
        """As its room has it, to whoever knows of the struck act, and telling no more of who acted than that did."""
        entry = state.find(Entry, str(self.act))
        audiences = super().defaults(state)
        if entry is None:
            return audiences
        told = entry.kind_audience
        wide = dict.fromkeys(("kind", "act"), told) if told in OUTSIDE else {}
        return {**audiences, **wide, "on_behalf_of": entry.actor_audience}

    def seen_at_least(self, state: State) -> Mapping[str, Audience]:
        """Whoever knows of the struck act sees that it was struck; of one's own that nobody knows, nobody need know."""
        entry = state.find(Entry, str(self.act))
        if entry is None:
            return {}
        told = entry.kind_audience
        if entry.on_behalf_of == self.on_behalf_of and not reaches(told, Audience.BODY):
            return {}
        room = Audience.BODY if entry.body else Audience.PROGRAMME
        least = told if told in OUTSIDE else room
        return {"*": Audience.OWN, "kind": least, "act": least}

    def needs(self, state: State) -> Iterator[Key | All]:
        """Also what the person may do."""
        yield from super().needs(state)
        yield every(Mandate, person=self.by)

    def refusals(self, state: State) -> Iterator[Refusal]:
        """By the party whose act it was or by the secretariat, once, and before anything rests on it."""
        yield from super().refusals(state)
        entry = state.find(Entry, str(self.act))
        if entry is None:
            return
        if entry.kind.partition("/")[0] in STANDS:
            yield Refusal("cannot-be-struck", rule="17.5", field="act")
        if entry.is_struck:
            yield Refusal("already-struck", rule="17.6", field="act")
        if entry.on_behalf_of != self.on_behalf_of and not self._administers(state):
            yield Refusal("not-your-act", rule="17.7", field="act")
        if entry.later:
            sealed = ["…"] if len(entry.shown) < len(entry.later) else []
            facts = {"acts": ", ".join([*map(str, entry.shown), *sealed])}
            yield Refusal("others-rest-on-it", rule="17.8", field="act", facts=facts)

    def _administers(self, state: State) -> bool:
        mandates = state.all(Mandate, person=self.by)
        return may(mandates, power=Power.ADMINISTER, party=self.on_behalf_of, at=self.at)

    def changes(self, state: State) -> Iterator[Change]:
        """The act counts nowhere any more."""
        yield Struck(self.act)
