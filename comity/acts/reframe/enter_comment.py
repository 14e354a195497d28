"""The secretariat enters a comment that somebody stated by a form and confirmed by a link."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Annotated

from comity.core.act import Act, act_kind
from comity.core.audience import Audience
from comity.core.consultation import Byline, Comment, Consultation, ConsultationStatus
from comity.core.erased import Free
from comity.core.refusal import Refusal
from comity.core.rights import Mandated, Power
from comity.core.shapes import Date, Flag, Id, Line, To, Words
from comity.core.state import Change, State
from comity.core.when import When


@act_kind("reframe.enter-comment/1")
@dataclass(frozen=True, kw_only=True)
class EnterComment(Act):
    """Whoever takes no part comments by a form; it is entered as it was stated, and how they are reached is not."""

    right = Mandated(Power.ADMINISTER)
    MADE = Comment

    id: Annotated[str, Id()]
    consultation: Annotated[str, To(Consultation, line=True)]
    words: Annotated[Free, Words()]
    from_whom: Annotated[Free, Line(erasable=True)]
    stated: Annotated[When, Date()]
    affiliation: Annotated[Free, Line(erasable=True)] = ""
    on: Annotated[str, Line()] = ""
    confidential: Annotated[bool, Flag()] = False

    def defaults(self, state: State) -> Mapping[str, Audience]:
        """Public; or, where whoever stated it asks for it, for the body that asked."""
        kept = {"*": Audience.BODY, "by": Audience.OWN}
        return kept if self.confidential else super().defaults(state)

    def makes(self) -> Iterator[str]:
        """Also whose it is, as they say."""
        yield from super().makes()
        yield f"{Byline.TYPE}/{self.id}"

    def refusals(self, state: State) -> Iterator[Refusal]:
        """While the request is open, and after it was stated."""
        yield from super().refusals(state)
        asked = state.find(Consultation, self.consultation)
        if asked is not None and asked.status is ConsultationStatus.CLOSED:
            yield Refusal("consultation-closed", rule="52.3", field="consultation")
        if self.stated.first > self.at:
            yield Refusal("not-yet", rule="52.2", field="stated")

    def changes(self, state: State) -> Iterator[Change]:
        """The comment stands, and waits to be dealt with; it is late where it was stated late."""
        asked = state.get(Consultation, self.consultation)
        late = self.stated.first >= asked.closes.end
        yield self.into(Comment, party=self.party, late=late)
        yield self.into(Byline, comment=self.id)
