"""A party answers what another told of its commitment or endorsement."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Annotated

from comity.core.absence import Why
from comity.core.act import Act, act_kind
from comity.core.erased import Free
from comity.core.progress import Rejoinder
from comity.core.refusal import Refusal
from comity.core.rights import Mandated, Power
from comity.core.shapes import Id, To, Words
from comity.core.state import All, Change, Key, State, every
from comity.core.support import Commitment, Endorsement, Evidence


@act_kind("mobilize.reply-to-evidence/1")
@dataclass(frozen=True, kw_only=True)
class ReplyToEvidence(Act):
    """The right of reply: it stands wherever the evidence stands, and as long."""

    right = Mandated(Power.SPEAK)
    STILL = frozenset({Why.SUSPENDED})
    MADE = Rejoinder

    id: Annotated[str, Id()]
    evidence: Annotated[str, To(Evidence, line=True)]
    words: Annotated[Free, Words()]

    def needs(self, state: State) -> Iterator[Key | All]:
        """Also what the evidence is of, and what was answered."""
        yield from super().needs(state)
        evidence = state.find(Evidence, self.evidence)
        if evidence is not None:
            yield from _told_of(evidence)
        yield every(Rejoinder, evidence=self.evidence)

    def refusals(self, state: State) -> Iterator[Refusal]:
        """By the party it tells of, where another told it, and once."""
        yield from super().refusals(state)
        evidence = state.find(Evidence, self.evidence)
        if evidence is None:
            return
        told_of = {getattr(state.find(*key), "party", "") for key in _told_of(evidence)}
        if self.party not in told_of or evidence.party == self.party:
            yield Refusal("not-told-of-you", rule="34.4", field="evidence")
        if any(each.party == self.party for each in state.all(Rejoinder, evidence=self.evidence)):
            yield Refusal("already-replied", rule="34.4", field="evidence")

    def changes(self, state: State) -> Iterator[Change]:
        """The reply stands beside what was told."""
        yield self.into(Rejoinder, party=self.party, on=self.when)


def _told_of(evidence: Evidence) -> Iterator[Key]:
    """Yield the promise that something is told of; a norm or a paragraph is nobody's."""
    kind, _, key = evidence.of.partition("/")
    of = {"commitment": Commitment, "endorsement": Endorsement}.get(kind)
    if of is not None:
        yield (of, key)
