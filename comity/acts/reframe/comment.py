"""Somebody comments on what was put out for comments."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Annotated

from comity.core.act import Act, act_kind
from comity.core.audience import Audience
from comity.core.authority import may
from comity.core.consultation import Comment as Said
from comity.core.consultation import Consultation, ConsultationStatus
from comity.core.erased import Free
from comity.core.party import Mandate
from comity.core.refusal import Refusal
from comity.core.rights import Mandated, Power
from comity.core.shapes import Flag, Id, Line, To, Words
from comity.core.state import All, Change, Key, State, every


@act_kind("reframe.comment/1")
@dataclass(frozen=True, kw_only=True)
class Comment(Act):
    """A party comments for itself; the secretariat enters what it received from others. A late one is taken."""

    right = (Mandated(Power.SPEAK), Mandated(Power.ADMINISTER))
    MADE = Said

    id: Annotated[str, Id()]
    consultation: Annotated[str, To(Consultation, line=True)]
    words: Annotated[Free, Words()]
    on: Annotated[str, Line()] = ""
    from_whom: Annotated[Free, Line(erasable=True)] = ""
    confidential: Annotated[bool, Flag()] = False

    def defaults(self, state: State) -> Mapping[str, Audience]:
        """Public; or, where whoever comments asks for it, for the body that asked."""
        kept = {"*": Audience.BODY, "by": Audience.OWN}
        return kept if self.confidential else super().defaults(state)

    def needs(self, state: State) -> Iterator[Key | All]:
        """Also what its person may do for the party."""
        yield from super().needs(state)
        yield every(Mandate, party=self.on_behalf_of, person=self.by)

    def refusals(self, state: State) -> Iterator[Refusal]:
        """While the request is open; and only the secretariat enters what others sent it."""
        yield from super().refusals(state)
        if self.from_whom and not self._is_received(state):
            yield Refusal("comment-of-another", rule="29.2", field="from_whom", timely=True)
        asked = state.find(Consultation, self.consultation)
        if asked is not None and asked.status is ConsultationStatus.CLOSED:
            yield Refusal("consultation-closed", rule="29.3", field="consultation")

    def _is_received(self, state: State) -> bool:
        mandates = state.all(Mandate, party=self.on_behalf_of, person=self.by)
        return may(mandates, power=Power.ADMINISTER, party=self.on_behalf_of, at=self.at)

    def changes(self, state: State) -> Iterator[Change]:
        """The comment stands, and waits to be dealt with."""
        asked = state.get(Consultation, self.consultation)
        yield self.into(Said, party=self.party, late=self.when.first >= asked.closes.end)
