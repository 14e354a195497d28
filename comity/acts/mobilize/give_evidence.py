"""Someone tells what was done, and how sure one may be of it."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Annotated

from comity.core.act import Act, act_kind
from comity.core.erased import Free
from comity.core.refusal import Refusal
from comity.core.rights import Mandated, Power
from comity.core.shapes import Date, Id, Line, OneOf, Several, Thing, Words
from comity.core.state import Change, State
from comity.core.support import Confidence, Evidence
from comity.core.when import When


@act_kind("mobilize.give-evidence/1")
@dataclass(frozen=True, kw_only=True)
class GiveEvidence(Act):
    """No evidence is not failure; evidence always says who told it."""

    right = Mandated(Power.SPEAK)
    MADE = Evidence

    id: Annotated[str, Id()]
    of: Annotated[
        str, Thing(("commitment", "endorsement", "paragraph", "norm", "recommendation"), line=True)
    ]
    words: Annotated[Free, Words()]
    confidence: Annotated[Confidence, OneOf(Confidence)]
    on: Annotated[When | None, Date()] = None
    link: Annotated[str, Line()] = ""
    follows: Annotated[tuple[str, ...], Several(Thing(line=True))] = ()

    def refusals(self, state: State) -> Iterator[Refusal]:
        """It tells of what has happened; a document can be found."""
        yield from super().refusals(state)
        if self.on is not None and self.on.first > self.at:
            yield Refusal("not-yet", rule="15.4", field="on")
        if self.confidence is Confidence.DOCUMENTED and not self.link and not self.follows:
            yield Refusal("document-missing", rule="15.5", field="link")
        if self.link and not self.link.startswith(("https://", "http://")):
            yield Refusal("not-a-link", rule="15.5", field="link")

    def changes(self, state: State) -> Iterator[Change]:
        """The evidence stands."""
        yield self.into(Evidence, party=self.party)
