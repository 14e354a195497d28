"""A body is told what it is for: purpose, task, until when, to whom it reports, and who may change that."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Annotated

from comity.core.act import Act, act_kind
from comity.core.erased import Free
from comity.core.party import Body
from comity.core.refusal import Refusal
from comity.core.rights import Chairs, Mandated, Power
from comity.core.shapes import Date, Id, Several, Thing, To, Words
from comity.core.state import All, Change, Key, State, every
from comity.core.terms_of_reference import TermsOfReference
from comity.core.when import When


@act_kind("parties.give-terms-of-reference/1")
@dataclass(frozen=True, kw_only=True)
class GiveTermsOfReference(Act):
    """By the chair of the body that gives them, or by the secretariat; new ones take the place of the latest."""

    right = (Chairs(), Mandated(Power.ADMINISTER))
    MADE = TermsOfReference

    id: Annotated[str, Id()]
    body: Annotated[str, To(Body)]
    purpose: Annotated[Free, Words()]
    task: Annotated[Free, Words()] = ""
    given_by: Annotated[str, To(Body)] = ""
    until: Annotated[When | None, Date()] = None
    reports_to: Annotated[str, To(Body)] = ""
    changed_by: Annotated[str, To(Body)] = ""
    supersedes: Annotated[str, To(TermsOfReference)] = ""
    follows: Annotated[tuple[str, ...], Several(Thing(line=True))] = ()

    def room(self, state: State) -> str:
        """The body that gives them, and not the one that they bind: its own chair gives a group nothing."""
        return self.given_by

    def needs(self, state: State) -> Iterator[Key | All]:
        """Also the versions there are."""
        yield from super().needs(state)
        yield every(TermsOfReference, body=self.body)

    def refusals(self, state: State) -> Iterator[Refusal]:
        """Nobody gives them to itself, and the next version names the latest, by who may change it."""
        yield from super().refusals(state)
        if self.given_by == self.body:
            yield Refusal("terms-for-itself", rule="49.1", field="given_by")
        standing = [
            each
            for each in state.all(TermsOfReference, body=self.body)
            if not each.superseded_by and each.id != self.id
        ]
        if [each.id for each in standing] != [each for each in (self.supersedes,) if each]:
            yield Refusal("not-the-latest-terms", rule="49.2", field="supersedes")
        elif any(each.keeper != self.given_by for each in standing):
            yield Refusal("not-theirs-to-change", rule="49.3", field="given_by", timely=True)
        if self.until is not None and self.until.end <= self.when.first:
            yield Refusal("ends-before-it-starts", rule="49.4", field="until")

    def changes(self, state: State) -> Iterator[Change]:
        """They stand from now on; the version before says by which it was superseded."""
        yield self.into(TermsOfReference, on=self.when)
        if self.supersedes:
            yield replace(state.get(TermsOfReference, self.supersedes), superseded_by=self.id)
