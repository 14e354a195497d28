"""Somebody comes in another's place: a visa was refused, and the deputy takes over with the same papers."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Annotated, ClassVar

from comity.core.act import Act, act_kind
from comity.core.audience import Audience
from comity.core.erased import Erased, Free
from comity.core.invitation import Answer, Coming, Hindrance, Invitation, Replacement
from comity.core.refusal import Refusal
from comity.core.rights import Mandated, Power
from comity.core.shapes import Id, Line, OneOf, To
from comity.core.state import All, Change, Key, State, every


@act_kind("convene.replace-delegate/1")
@dataclass(frozen=True, kw_only=True)
class ReplaceDelegate(Act):
    """The party decides, until the meeting is cancelled: a visa may be refused on the day itself. No place is taken."""

    right = (Mandated(Power.SPEAK), Mandated(Power.NOMINATE))
    audience: ClassVar[Mapping[str, Audience]] = {"*": Audience.SECRETARIAT, "by": Audience.OWN}
    audience_recorded: ClassVar[Mapping[str, Audience]] = audience
    MADE = Replacement

    id: Annotated[str, Id()]
    invitation: Annotated[str, To(Invitation)]
    leaves: Annotated[Free, Line(erasable=True)]
    comes: Annotated[Free, Line(erasable=True)]
    because: Annotated[Hindrance, OneOf(Hindrance)]

    @property
    def reply(self) -> str:
        """The party's answer to the invitation."""
        return self.own_id(f"invitation/{self.invitation}")

    def needs(self, state: State) -> Iterator[Key | All]:
        """Also who was to come."""
        yield from super().needs(state)
        yield (Coming, self.reply)
        yield every(Replacement, invitation=self.invitation)

    def refusals(self, state: State) -> Iterator[Refusal]:
        """Only for somebody who was to come, by the party whose delegate it is."""
        yield from super().refusals(state)
        invitation = state.find(Invitation, self.invitation)
        if invitation is not None and invitation.party not in ("", self.party):
            yield Refusal("not-your-invitation", rule="21.5", field="invitation")
            return
        if invitation is not None and invitation.lapsed:
            yield Refusal("already-cancelled", rule="20.1", field="invitation")
        reply = state.find(Coming, self.reply)
        coming = _coming(reply, state.all(Replacement, invitation=self.invitation), self.party)
        if coming is None:
            return
        if self.leaves not in coming:
            yield Refusal("not-among-them", rule="21.10", field="leaves")
        if self.comes in coming:
            yield Refusal("comes-already", rule="21.10", field="comes")

    def changes(self, state: State) -> Iterator[Change]:
        """The one comes in the other's place."""
        invitation = state.get(Invitation, self.invitation)
        yield self.into(Replacement, meeting=invitation.meeting, party=self.party)


def _coming(
    reply: Coming | None, replaced: tuple[Replacement, ...], party: str
) -> list[Free] | None:
    """Return who comes for a party now; None where names among these were erased, so that nobody can tell."""
    if reply is None or reply.answer is Answer.DECLINES:
        return []
    theirs = [each for each in replaced if each.party == party]
    names = [name for each in theirs for name in (each.leaves, each.comes)]
    if isinstance(reply.delegates, Erased) or any(isinstance(each, Erased) for each in names):
        return None
    # A name stands as often as it was put in, less as often as it was taken out: order does not matter.
    found: list[Free] = [*reply.delegates, *(each.comes for each in theirs)]
    for each in theirs:
        if each.leaves in found:
            found.remove(each.leaves)
    return found
