"""The secretariat opens a round of contact checks."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Annotated, ClassVar

from comity.core.act import Act, act_kind
from comity.core.audience import Audience
from comity.core.check_round import CheckRound
from comity.core.contact import Channel, Level
from comity.core.refusal import Refusal
from comity.core.rights import Mandated, Power
from comity.core.shapes import Id, Line, OneOf, Several, Until
from comity.core.state import Change, State
from comity.core.when import Deadline


@act_kind("operate.open-check-round/1")
@dataclass(frozen=True, kw_only=True)
class OpenCheckRound(Act):
    """Everybody knows that a round runs, and by when; who is asked, each party learns for itself."""

    right = Mandated(Power.ADMINISTER)
    audience: ClassVar[Mapping[str, Audience]] = {"*": Audience.PROGRAMME, "by": Audience.OWN}
    MADE = CheckRound
    DATED_BY_DESK = True

    id: Annotated[str, Id()]
    title: Annotated[str, Line()]
    levels: Annotated[tuple[Level, ...], Several(OneOf(Level), least=1)]
    channels: Annotated[tuple[Channel, ...], Several(OneOf(Channel), least=1)]
    answer_by: Annotated[Deadline, Until()]

    def refusals(self, state: State) -> Iterator[Refusal]:
        """Each level and channel once, and time to answer."""
        yield from super().refusals(state)
        for name in ("levels", "channels"):
            if len(set(getattr(self, name))) < len(getattr(self, name)):
                yield Refusal("listed-twice", rule="32.1", field=name)
        if self.answer_by.instant <= self.at:
            yield Refusal("deadline-not-ahead", rule="32.2", field="answer_by", timely=True)

    def changes(self, state: State) -> Iterator[Change]:
        """The round runs."""
        yield self.into(
            CheckRound,
            opened=self.when.first,
            opened_by=self.party,
            exercise=self.scope(state),
        )
