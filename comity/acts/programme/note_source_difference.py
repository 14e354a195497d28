"""Two sources say different things about one thing, and both stand."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Annotated

from comity.core.act import Act, act_kind
from comity.core.erased import Erased
from comity.core.programme import Claim, Difference
from comity.core.refusal import Refusal
from comity.core.rights import Mandated, Power
from comity.core.shapes import Group, Id, Several, Thing
from comity.core.state import Change, State


@act_kind("programme.note-source-difference/1")
@dataclass(frozen=True, kw_only=True)
class NoteSourceDifference(Act):
    """The secretariat does not decide which source is right."""

    right = (Mandated(Power.ADMINISTER), Mandated(Power.RECORD))
    MADE = Difference

    id: Annotated[str, Id()]
    about: Annotated[str, Thing()]
    claims: Annotated[tuple[Claim, ...] | Erased, Several(Group(Claim, erasable=True), least=2)]

    def refusals(self, state: State) -> Iterator[Refusal]:
        """There is a difference only between sources that are told apart and say something else."""
        yield from super().refusals(state)
        claims = self.claims if isinstance(self.claims, tuple) else ()
        if any(not claim.says.strip() or not claim.source.strip() for claim in claims):
            yield Refusal("claim-incomplete", rule="2.6", field="claims")
        if len({claim.source for claim in claims}) < len(claims):
            yield Refusal("same-source-twice", rule="2.6", field="claims")
        if len({claim.says for claim in claims}) < 2:
            yield Refusal("no-difference", rule="2.6", field="claims")

    def changes(self, state: State) -> Iterator[Change]:
        """Both claims stand beside the thing."""
        yield self.into(Difference)
