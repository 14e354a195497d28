"""A party goes on under another name, is merged into another, or is succeeded by it."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Annotated, Any

from comity.core.absence import Absence, How, Succession, Why
from comity.core.act import act_kind
from comity.core.erased import Free
from comity.core.naming import Called, Naming
from comity.core.party import Party, Seat
from comity.core.refusal import Refusal
from comity.core.rights import Mandated, Power
from comity.core.shapes import Date, Id, Line, OneOf, To, Words
from comity.core.state import All, Change, Key, State, every
from comity.core.when import When


@act_kind("parties.succeed-party/1")
@dataclass(frozen=True, kw_only=True)
class SucceedParty(Naming):
    """What it put its name to stands under the name it had; nothing passes to a successor by itself."""

    right = Mandated(Power.ADMINISTER)

    id: Annotated[str, Id()]
    of_party: Annotated[str, To(Party)]
    how: Annotated[How, OneOf(How)]
    on: Annotated[When, Date()]
    successor: Annotated[str, To(Party)] = ""
    name: Annotated[str, Line()] = ""
    words: Annotated[Free, Words()] = ""

    @classmethod
    def called(cls, said: Mapping[str, Any]) -> Called | None:
        """The party, where it goes on under another name."""
        if said.get("how") != How.RENAMED:
            return None
        return Called(Party, "name", itself=f"{Party.TYPE}/{said.get('of_party')}")

    @property
    def _ends(self) -> bool:
        """True where the party itself goes on no more."""
        return self.how is not How.RENAMED

    def makes(self) -> Iterator[str]:
        """The succession; and, where the party goes on no more, its absence under the same id."""
        yield f"{Succession.TYPE}/{self.id}"
        if self._ends:
            yield f"{Absence.TYPE}/{self.id}"

    def needs(self, state: State) -> Iterator[Key | All]:
        """Also its seats, and whether either was succeeded before."""
        yield from super().needs(state)
        yield every(Seat, party=self.of_party)
        for party in filter(None, (self.of_party, self.successor)):
            yield every(Succession, party=party)

    def refusals(self, state: State) -> Iterator[Refusal]:
        """By somebody, once, and never round in a circle."""
        yield from super().refusals(state)
        if self.on.first > self.at:
            yield Refusal("not-yet", rule="38.4", field="on", timely=True)
        party = state.find(Party, self.of_party)
        if party is None:
            return
        if self._is_gone(state, self.of_party):
            yield Refusal("already-succeeded", rule="38.3", field="of_party")
        yield from self._of_another(state, party) if self._ends else self._of_its_name(party)

    def _of_its_name(self, party: Party) -> Iterator[Refusal]:
        if not self.name.strip():
            yield Refusal("new-name-missing", rule="38.1", field="name")
        elif self.name == party.name:
            yield Refusal("same-name", rule="38.1", field="name")
        if self.successor:
            yield Refusal("renamed-is-the-same", rule="38.1", field="successor")

    def _of_another(self, state: State, party: Party) -> Iterator[Refusal]:
        if party.hosts:
            yield Refusal("runs-the-programme", rule="37.1", field="of_party")
        if not self.successor:
            yield Refusal("successor-missing", rule="38.2", field="successor")
        elif self.successor == self.of_party:
            yield Refusal("succeeds-itself", rule="38.2", field="successor")
        elif self._is_gone(state, self.successor):
            yield Refusal("successor-is-gone", rule="38.3", field="successor")
        if self.name:
            yield Refusal("name-of-another", rule="38.2", field="name")

    def _is_gone(self, state: State, party: str) -> bool:
        told = state.all(Succession, party=party)
        return any(each.how is not How.RENAMED for each in told)

    def changes(self, state: State) -> Iterator[Change]:
        """The new name stands, or the old one stands beside who follows."""
        party = state.get(Party, self.of_party)
        yield self.into(Succession, party=self.of_party, before=party.name)
        if not self._ends:
            yield replace(party, name=self.name)
            return
        gone = self.when.first
        yield Absence(id=self.id, party=self.of_party, because=Why.SUCCEEDED, start=gone)
        for seat in state.all(Seat, party=self.of_party):
            if not seat.is_over_at(gone):
                yield replace(seat, ended=gone)
