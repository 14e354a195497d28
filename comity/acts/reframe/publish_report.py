"""A report is published."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Annotated

from comity.core.act import act_kind
from comity.core.erased import Free
from comity.core.naming import Naming
from comity.core.norm import Report
from comity.core.party import Body
from comity.core.refusal import Refusal
from comity.core.rights import Chairs, Mandated, Power
from comity.core.shapes import Date, Id, Line, Several, Thing, To, Whole, Words
from comity.core.state import Change, State
from comity.core.when import When


@act_kind("reframe.publish-report/1")
@dataclass(frozen=True, kw_only=True)
class PublishReport(Naming):
    """What carries recommendations out of the room."""

    right = (Chairs(), Mandated(Power.ADMINISTER))
    MADE = Report

    id: Annotated[str, Id()]
    title: Annotated[str, Line()]
    published: Annotated[When, Date()]
    body: Annotated[str, To(Body)] = ""
    publishers: Annotated[tuple[str, ...], Several(Line())] = ()
    authors: Annotated[tuple[str, ...], Several(Line())] = ()
    languages: Annotated[tuple[str, ...], Several(Line())] = ()
    recommendation_count: Annotated[int | None, Whole()] = None
    about: Annotated[Free, Words()] = ""
    follows: Annotated[tuple[str, ...], Several(Thing(line=True))] = ()

    def refusals(self, state: State) -> Iterator[Refusal]:
        """Nothing is published before its day."""
        yield from super().refusals(state)
        if self.published.first > self.at:
            yield Refusal("not-yet", rule="14.4", field="published")

    def changes(self, state: State) -> Iterator[Change]:
        """The report stands."""
        yield self.into(Report, exercise=self.scope(state))
