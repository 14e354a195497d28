"""A party says whether it comes to a meeting, and who; until the meeting begins it may say otherwise."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Annotated, ClassVar

from comity.core.act import Act, act_kind
from comity.core.audience import Audience
from comity.core.authority import may
from comity.core.erased import Erased, Free
from comity.core.invitation import Answer, Arrangement, Coming, Invitation, Seating, Uptake
from comity.core.meeting import Meeting
from comity.core.party import Mandate
from comity.core.refusal import Refusal
from comity.core.rights import Invited, Mandated, Power
from comity.core.shapes import Line, OneOf, Several, To, Whole, Words
from comity.core.state import All, Change, Key, State, every


@act_kind("convene.answer-invitation/1")
@dataclass(frozen=True, kw_only=True)
class AnswerInvitation(Act):
    """Who comes takes places; who may come, and who does not, takes none. The log's lock decides who took the last."""

    right = (Mandated(Power.SPEAK), Mandated(Power.NOMINATE), Invited())
    audience: ClassVar[Mapping[str, Audience]] = {"*": Audience.SECRETARIAT, "by": Audience.OWN}
    audience_recorded: ClassVar[Mapping[str, Audience]] = audience

    invitation: Annotated[str, To(Invitation)]
    answer: Annotated[Answer, OneOf(Answer)]
    people: Annotated[int, Whole(least=1, most=1000)] = 1
    delegates: Annotated[tuple[str, ...] | Erased, Several(Line(erasable=True))] = ()
    requires: Annotated[Free, Words()] = ""
    words: Annotated[Free, Words()] = ""

    @property
    def reply(self) -> str:
        """One answer a party to each invitation: `invitation.cables-3.arvenia`."""
        return self.own_id(f"invitation/{self.invitation}")

    def needs(self, state: State) -> Iterator[Key | All]:
        """Also the answer given so far, and what is left of the seats."""
        yield from super().needs(state)
        yield (Coming, self.reply)
        yield (Uptake, self.invitation)
        yield every(Mandate, party=self.on_behalf_of, person=self.by)
        invitation = state.find(Invitation, self.invitation)
        if invitation is not None:
            yield (Arrangement, invitation.meeting)
            yield (Seating, invitation.meeting)

    def refusals(self, state: State) -> Iterator[Refusal]:
        """By a party that was asked, before the meeting begins, and as far as places and seats go."""
        yield from super().refusals(state)
        invitation = state.find(Invitation, self.invitation)
        if invitation is None:
            return
        if invitation.party not in ("", self.party):
            yield Refusal("not-your-invitation", rule="21.5", field="invitation")
        if invitation.lapsed:
            yield Refusal("already-cancelled", rule="20.1", field="invitation")
        meeting = state.find(Meeting, invitation.meeting)
        if meeting is not None and meeting.start.end <= self.when.first:
            yield Refusal("meeting-begun", rule="20.2", field="invitation", timely=True)
        if self.people > 1 and self._is_guest(state, invitation):
            yield Refusal("guest-comes-alone", rule="53.2", field="people", timely=True)
        if isinstance(self.delegates, tuple) and len(self.delegates) > self.people:
            yield Refusal("more-names-than-people", rule="21.7", field="people")
        yield from self._room(state, invitation)

    def _is_guest(self, state: State, invitation: Invitation) -> bool:
        """Tell whether the invitation names its person, who may answer for nobody else."""
        mandates = state.all(Mandate, party=self.on_behalf_of, person=self.by)
        powers = (Power.SPEAK, Power.NOMINATE)
        party = self.on_behalf_of
        stands = any(may(mandates, power=power, party=party, at=self.at) for power in powers)
        return invitation.person == self.by and not stands

    def _room(self, state: State, invitation: Invitation) -> Iterator[Refusal]:
        """Yield where more would come than the invitation or the room has places for."""
        if self.answer is not Answer.COMES:
            return
        held = self._held(state)
        uptake = state.find(Uptake, self.invitation)
        left = invitation.places - (uptake.taken if uptake else 0) + held
        if self.people > left:
            facts = {"left": left}
            yield Refusal("places-taken", rule="21.8", field="people", facts=facts)
        room = state.find(Arrangement, invitation.meeting)
        seating = state.find(Seating, invitation.meeting)
        free = (room.seats if room else 0) - (seating.taken if seating else 0) + held
        if room is not None and room.seats and self.people > free:
            facts = {"left": max(0, free)}
            yield Refusal("seats-taken", rule="21.9", field="people", facts=facts)

    def _held(self, state: State) -> int:
        """Count the places that the party's answer so far takes."""
        before = state.find(Coming, self.reply)
        return before.places if before else 0

    def changes(self, state: State) -> Iterator[Change]:
        """The party's answer is this one, and its places are taken."""
        invitation = state.get(Invitation, self.invitation)
        meeting = invitation.meeting
        late = invitation.answer_by.instant <= self.when.first
        reply = self.into(Coming, id=self.reply, meeting=meeting, party=self.party, late=late)
        more = reply.places - self._held(state)
        seating = state.find(Seating, meeting) or Seating(id=meeting, meeting=meeting)
        named = self.invitation
        uptake = state.find(Uptake, named) or Uptake(id=named, invitation=named)
        yield reply
        yield replace(uptake, taken=uptake.taken + more)
        yield replace(seating, taken=seating.taken + more)
