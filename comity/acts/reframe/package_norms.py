"""Norms are put together as a package: they are meant to be read, and backed, together."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Annotated

from comity.core.act import act_kind
from comity.core.erased import Free
from comity.core.naming import Naming
from comity.core.norm import Norm, Package
from comity.core.party import Body
from comity.core.refusal import Refusal
from comity.core.rights import Chairs, Mandated, Power
from comity.core.shapes import Id, Line, Several, To, Words
from comity.core.state import Change, State


@act_kind("reframe.package-norms/1")
@dataclass(frozen=True, kw_only=True)
class PackageNorms(Naming):
    """A norm may stand in several packages, and keeps its own number and text in each."""

    right = (Chairs(), Mandated(Power.ADMINISTER))
    MADE = Package

    id: Annotated[str, Id()]
    title: Annotated[str, Line()]
    norms: Annotated[tuple[str, ...], Several(To(Norm, line=True))]
    words: Annotated[Free, Words()] = ""
    body: Annotated[str, To(Body)] = ""

    def refusals(self, state: State) -> Iterator[Refusal]:
        """Two norms at least, and each once."""
        yield from super().refusals(state)
        if len(set(self.norms)) < 2:
            yield Refusal("package-of-one", rule="41.1", field="norms")
        if len(set(self.norms)) < len(self.norms):
            yield Refusal("norm-twice", rule="41.1", field="norms")

    def changes(self, state: State) -> Iterator[Change]:
        """They can be read together."""
        yield self.into(Package, exercise=self.scope(state))
