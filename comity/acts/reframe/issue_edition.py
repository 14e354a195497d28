"""An edition of a report is issued: a draft for comment, the first, a revised, a translated or a corrected one."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Annotated

from comity.core.act import Act, act_kind
from comity.core.edition import Edition, EditionForm
from comity.core.erased import Free
from comity.core.norm import Report
from comity.core.programme import Paper
from comity.core.refusal import Refusal
from comity.core.rights import Chairs, Mandated, Power
from comity.core.shapes import Date, Id, Line, OneOf, To, Words
from comity.core.state import Change, State
from comity.core.when import When

OF_ANOTHER = frozenset({EditionForm.REVISED, EditionForm.TRANSLATION, EditionForm.CORRECTED})
"""Forms that there are only of an edition before."""
SAYS_WHAT_CHANGED = frozenset({EditionForm.REVISED, EditionForm.CORRECTED})


@act_kind("reframe.issue-edition/1")
@dataclass(frozen=True, kw_only=True)
class IssueEdition(Act):
    """It takes the place of the one that it names, and takes it away from nobody; a translation stands beside it."""

    right = (Chairs(), Mandated(Power.ADMINISTER))
    MADE = Edition

    id: Annotated[str, Id()]
    report: Annotated[str, To(Report, line=True)]
    form: Annotated[EditionForm, OneOf(EditionForm)]
    published: Annotated[When, Date()]
    language: Annotated[str, Line(length=35)] = "en"
    symbol: Annotated[str, Line(length=60)] = ""
    title: Annotated[str, Line()] = ""
    paper: Annotated[str, To(Paper)] = ""
    of: Annotated[str, To(Edition, line=True)] = ""
    changes_made: Annotated[Free, Words()] = ""

    def refusals(self, state: State) -> Iterator[Refusal]:
        """It is of what it names, says what it changed, and is not out before its day."""
        yield from super().refusals(state)
        if self.published.first > self.at:
            yield Refusal("not-yet", rule="14.4", field="published")
        if self.form in SAYS_WHAT_CHANGED and self._says_nothing():
            yield Refusal("changes-not-said", rule="50.3", field="changes_made")
        before = state.find(Edition, self.of) if self.of else None
        if before is None:
            if self.form in OF_ANOTHER and not self.of:
                yield Refusal("edition-of-nothing", rule="50.1", field="of")
            return
        if before.report != self.report:
            yield Refusal("edition-of-another-report", rule="50.1", field="of")
        if self.form is EditionForm.TRANSLATION:
            if before.language == self.language:
                yield Refusal("in-the-same-language", rule="50.4", field="language")
        elif before.superseded_by:
            yield Refusal("edition-superseded", rule="50.2", field="of")

    def _says_nothing(self) -> bool:
        return isinstance(self.changes_made, str) and not self.changes_made.strip()

    def changes(self, state: State) -> Iterator[Change]:
        """It stands, and the one whose place it took says so."""
        yield self.into(Edition)
        if self.of and self.form is not EditionForm.TRANSLATION:
            yield replace(state.get(Edition, self.of), superseded_by=self.id)
