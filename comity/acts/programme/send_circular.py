"""The secretariat, or the chair of a body, sends a circular letter to all who sit in it, or to a list of parties."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Annotated, ClassVar

from comity.core.act import Act, act_kind
from comity.core.audience import Audience
from comity.core.erased import Free
from comity.core.party import Body, Party, Seat, Standing
from comity.core.post import Circular
from comity.core.refusal import Refusal
from comity.core.rights import Chairs, Mandated, Power
from comity.core.shapes import Id, Line, Several, Thing, To, Until, Words
from comity.core.state import All, Change, Key, State, every
from comity.core.when import Deadline


@act_kind("programme.send-circular/1")
@dataclass(frozen=True, kw_only=True)
class SendCircular(Act):
    """To whom it goes is settled now: the parties that hold a seat in the body at this instant, or those listed."""

    right = (Mandated(Power.ADMINISTER), Chairs())
    audience: ClassVar[Mapping[str, Audience]] = {"*": Audience.PROGRAMME, "by": Audience.OWN}
    audience_in_body: ClassVar[Mapping[str, Audience]] = {"*": Audience.BODY, "by": Audience.OWN}
    MADE = Circular
    OF_THIS_DESK = True

    id: Annotated[str, Id()]
    title: Annotated[str, Line(length=120)]
    words: Annotated[Free, Words()]
    body: Annotated[str, To(Body)] = ""
    to: Annotated[tuple[str, ...], Several(To(Party))] = ()
    answer_by: Annotated[Deadline | None, Until()] = None
    about: Annotated[str, Thing(line=True)] = ""

    def room(self, state: State) -> str:
        """The body it is sent to; what it is about may lie in another."""
        return self.body

    def needs(self, state: State) -> Iterator[Key | All]:
        """Also who sits in the body."""
        yield from super().needs(state)
        if self.body:
            yield every(Seat, body=self.body)

    def seen_at_least(self, state: State) -> Mapping[str, Audience]:
        """Whom it is sent to may read it: in a body these are all its members."""
        return {"*": Audience.BODY, "by": Audience.OWN} if self.body else {}

    def refusals(self, state: State) -> Iterator[Refusal]:
        """To a body or to a list, to each once, to somebody, and with time to answer."""
        yield from super().refusals(state)
        if self.body and self.to:
            yield Refusal("body-or-list", rule="42.1", field="to")
        elif not self._recipients(state):
            yield Refusal("sent-to-nobody", rule="42.2", field="body" if self.body else "to")
        if len(set(self.to)) < len(self.to):
            yield Refusal("party-twice", rule="42.3", field="to")
        listed = [state.find(Party, each) for each in self.to]
        if any(each is not None and each.standing is Standing.NAMED for each in listed):
            yield Refusal("party-takes-no-part", rule="42.3", field="to")
        if self.answer_by is not None and self.answer_by.instant <= self.at:
            yield Refusal("deadline-not-ahead", rule="42.4", field="answer_by", timely=True)

    def _recipients(self, state: State) -> tuple[str, ...]:
        seats = state.all(Seat, body=self.body) if self.body else ()
        seated = {seat.party for seat in seats if seat.party and seat.holds_at(self.at)}
        return tuple(sorted({*seated, *self.to}))

    def changes(self, state: State) -> Iterator[Change]:
        """The letter lies in the tray, and goes when its minute is over."""
        yield self.into(
            Circular,
            sender=self.on_behalf_of,
            parties=self._recipients(state),
            exercise=self.scope(state),
        )
