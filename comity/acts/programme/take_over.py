"""The next host takes the programme over, and runs it from then on."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Annotated, ClassVar

from comity.core.act import Act, act_kind
from comity.core.audience import Audience
from comity.core.erased import Free
from comity.core.handover import Handover, HandoverStatus
from comity.core.party import Mandate, Party, Standing
from comity.core.programme import Programme
from comity.core.refusal import Refusal
from comity.core.rights import RUNS_THE_PROGRAMME, Mandated, Power
from comity.core.shapes import To, Words
from comity.core.state import All, Change, Key, State, every
from comity.core.when import When, write_instant


@act_kind("programme.take-over/1")
@dataclass(frozen=True, kw_only=True)
class TakeOver(Act):
    """In one act the former host's people run it no longer and the next one's do: never both, never neither."""

    right = Mandated(Power.SPEAK)
    OF_THIS_DESK = True
    DATED_BY_DESK = True
    audience: ClassVar[Mapping[str, Audience]] = {"*": Audience.PUBLIC, "by": Audience.PROGRAMME}
    must_be_public = ("handover", "on_behalf_of")

    handover: Annotated[str, To(Handover)]
    words: Annotated[Free, Words()] = ""

    def makes(self) -> Iterator[str]:
        """The mandate by which the officer administers, under the id of the handover."""
        yield f"{Mandate.TYPE}/{self.handover}"

    def needs(self, state: State) -> Iterator[Key | All]:
        """Also the two hosts, and what the former one's people may do."""
        yield from super().needs(state)
        yield (Programme, "programme")
        handover = state.find(Handover, self.handover)
        if handover is not None:
            yield (Party, handover.from_party)
            yield (Party, handover.to_party)
            yield every(Mandate, party=handover.from_party)

    def refusals(self, state: State) -> Iterator[Refusal]:
        """While the offer stands, by the person and for the party that it names."""
        yield from super().refusals(state)
        handover = state.find(Handover, self.handover)
        if handover is None:
            return
        if handover.status is not HandoverStatus.OFFERED:
            yield Refusal("offer-not-open", rule="2.9", field="handover")
        elif not handover.is_open_at(self.at):
            yield Refusal("offer-has-lapsed", rule="2.9", field="handover")
        if self.on_behalf_of != handover.to_party:
            yield Refusal("offered-to-another", rule="2.9", field="on_behalf_of")
        elif self.by != handover.officer:
            yield Refusal("not-the-officer", rule="2.9", field="on_behalf_of")

    def changes(self, state: State) -> Iterator[Change]:
        """The next host stands in the place of the former one."""
        handover = state.get(Handover, self.handover)
        former, following = (
            state.get(Party, each) for each in (handover.from_party, handover.to_party)
        )
        yield replace(handover, status=HandoverStatus.TAKEN, taken=self.at)
        yield replace(state.get(Programme, "programme"), host=following.id)
        yield replace(former, standing=Standing.PARTY)
        yield replace(following, standing=Standing.HOST)
        for mandate in state.all(Mandate, party=former.id):
            if RUNS_THE_PROGRAMME & set(mandate.powers) and not _is_over(mandate, self.at):
                yield replace(mandate, ended=self.at)
        yield Mandate(
            id=self.handover,
            person=handover.officer,
            party=following.id,
            powers=tuple(Power),
            start=When(write_instant(self.at)),
        )


def _is_over(mandate: Mandate, instant: datetime) -> bool:
    """Tell whether a mandate has ended by itself; one that is yet to begin has not, and must."""
    return mandate.ended is not None or (mandate.end is not None and mandate.end.end <= instant)
