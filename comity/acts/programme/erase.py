"""Words are taken out of the record by law, and the record says publicly which."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Annotated

from comity.core.act import Act, act_kind
from comity.core.entry import Digest
from comity.core.refusal import Refusal
from comity.core.rights import Mandated, Power
from comity.core.shapes import Line, Several
from comity.core.state import Change, Forgotten, State


@act_kind("programme.erase/1")
@dataclass(frozen=True, kw_only=True)
class Erase(Act):
    """Free words, names and contact data; never ids, dates or decisions. Every proof stays valid."""

    right = Mandated(Power.ADMINISTER)
    OF_THIS_DESK = True
    must_be_public = ("kind", "digests", "why")

    digests: Annotated[tuple[str, ...], Several(Line(length=43), least=1)]
    why: Annotated[str, Line()]

    def touches(self) -> Iterator[tuple[str, str]]:
        """What the digests bind."""
        yield from (("digests", f"digest/{each}") for each in self.digests)

    def refusals(self, state: State) -> Iterator[Refusal]:
        """Only what a kind lets the law take away, and once."""
        yield from super().refusals(state)
        if len(set(self.digests)) < len(self.digests):
            yield Refusal("digest-twice", rule="17.9", field="digests")
        for digest in dict.fromkeys(self.digests):
            bound = state.find(Digest, digest)
            if bound is None:
                continue
            facts: dict[str, str | int] = {"act": bound.act, "part": bound.part}
            if not bound.is_erasable:
                yield Refusal("not-erasable", rule="17.9", field="digests", facts=facts)
            if bound.is_erased:
                yield Refusal("already-erased", rule="17.9", field="digests", facts=facts)

    def changes(self, state: State) -> Iterator[Change]:
        """The words are gone."""
        yield Forgotten(self.digests)
