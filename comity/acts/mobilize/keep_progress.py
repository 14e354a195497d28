"""The secretariat keeps a party's report: the party and the secretariat know it, and nobody else."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Annotated, ClassVar

from comity.core.act import Act, act_kind
from comity.core.audience import Audience
from comity.core.erased import Free
from comity.core.refusal import Refusal
from comity.core.review import ProgressSubmitted, Reviewed
from comity.core.rights import Mandated, Power
from comity.core.shapes import To, Words
from comity.core.state import Change, State


@act_kind("mobilize.keep-progress/1")
@dataclass(frozen=True, kw_only=True)
class KeepProgress(Act):
    """Nothing is said of it in public, and nothing counted: neither that it was submitted, nor that it was kept."""

    right = Mandated(Power.ADMINISTER)
    audience: ClassVar[Mapping[str, Audience]] = {"*": Audience.NAMED, "by": Audience.OWN}
    least: ClassVar[Mapping[str, Audience]] = {"*": Audience.NAMED}
    OF_THIS_DESK = True

    submitted: Annotated[str, To(ProgressSubmitted)]
    why: Annotated[Free, Words()] = ""

    def readers(self, state: State) -> tuple[str, ...]:
        """Name the party whose report it is."""
        submitted = state.find(ProgressSubmitted, self.submitted)
        return (submitted.party,) if submitted else ()

    def refusals(self, state: State) -> Iterator[Refusal]:
        """Once, and told to its party alone."""
        yield from super().refusals(state)
        submitted = state.find(ProgressSubmitted, self.submitted)
        if submitted is not None and submitted.status is not Reviewed.WAITS:
            yield Refusal("answered-already", rule="46.5", field="submitted")
        for name, audience in self.audiences.items():
            if audience not in (Audience.NAMED, Audience.OWN):
                yield Refusal("kept-from-others", rule="46.6", field=name)

    def changes(self, state: State) -> Iterator[Change]:
        """It is answered, and stays where it is."""
        submitted = state.get(ProgressSubmitted, self.submitted)
        yield replace(submitted, status=Reviewed.KEPT, why=self.why)
