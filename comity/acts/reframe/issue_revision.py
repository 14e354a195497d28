"""The chair issues a revision: the text with those proposals in it that were accepted, and no other word changed."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Annotated

from comity.core.act import Act, act_kind
from comity.core.erased import Erased, pick
from comity.core.refusal import Refusal
from comity.core.rights import Chairs
from comity.core.shapes import Id, Line, Several, To, Words, is_thing
from comity.core.state import All, Change, Key, State, every
from comity.core.text import Change as Kind
from comity.core.text import Paragraph, ParagraphStatus, Proposal, ProposalStatus, Text, TextStatus
from comity.texts import Edited, Version, merge
from comity.texts import Paragraph as Clause
from comity.texts import Proposal as Worded


@act_kind("reframe.issue-revision/1")
@dataclass(frozen=True, kw_only=True)
class IssueRevision(Act):
    """The old version stays as it was. Nobody's words are put in but those named here, and nobody wins silently."""

    right = Chairs()
    MADE = Text
    WITHIN_ROOM = True

    id: Annotated[str, Id()]
    revises: Annotated[str, To(Text)]
    accepts: Annotated[tuple[str, ...], Several(To(Proposal), least=1)]
    title: Annotated[str, Line()]
    ids: Annotated[tuple[str, ...], Several(Id(), least=1)]
    words: Annotated[tuple[str, ...] | Erased, Several(Words(), least=1)]
    rests_on: Annotated[tuple[str, ...], Several(Line(length=81), least=1)]
    """For each paragraph the one it was, or the proposal that changed or brought it."""
    label: Annotated[str, Line()] = ""
    symbol: Annotated[str, Line()] = ""

    def makes(self) -> Iterator[str]:
        """The text and each of its paragraphs."""
        yield f"text/{self.id}"
        yield from (f"paragraph/{each}" for each in self.ids)

    def touches(self) -> Iterator[tuple[str, str]]:
        """Also what the paragraphs rest on."""
        yield from super().touches()
        yield from (("rests_on", thing) for thing in self.rests_on if is_thing(thing))

    def follows_from(self) -> Iterator[tuple[str, str]]:
        """Each paragraph follows from what it rests on, the text from the one it revises."""
        for each, thing in zip(self.ids, self.rests_on, strict=False):
            yield f"paragraph/{each}", thing
        yield f"text/{self.id}", f"text/{self.revises}"

    def needs(self, state: State) -> Iterator[Key | All]:
        """Also the paragraphs as they were."""
        yield from super().needs(state)
        yield every(Paragraph, text=self.revises)

    def refusals(self, state: State) -> Iterator[Refusal]:
        """Of a text in play, with proposals on it that do not collide, and with their words and no others."""
        yield from super().refusals(state)
        old = state.find(Text, self.revises)
        if old is None:
            return
        if old.status is TextStatus.ADOPTED:
            yield Refusal("text-adopted", rule="8.3", field="revises")
        if old.revised_by:
            yield Refusal("text-revised", rule="8.5", field="revises")
        if old.status in (TextStatus.UNDER_SILENCE, TextStatus.SILENCE_HELD):
            yield Refusal("text-under-silence", rule="8.6", field="revises")
        accepted = [state.find(Proposal, each) for each in self.accepts]
        known = [each for each in accepted if each is not None]
        if any(each.text != self.revises for each in known):
            yield Refusal("not-of-this-text", rule="28.1", field="accepts")
            return
        if any(each.status is ProposalStatus.WITHDRAWN for each in known):
            yield Refusal("proposal-withdrawn", rule="28.1", field="accepts")
        if len(known) == len(accepted):
            yield from self._are_accepted(self._meant(state, known))

    def _meant(self, state: State, accepted: Sequence[Proposal]) -> list["Meant"]:
        return meant(self._stood(state), accepted)

    def _stood(self, state: State) -> Sequence[Paragraph]:
        return sorted(state.all(Paragraph, text=self.revises), key=lambda each: each.place)

    def _are_accepted(self, meant: Sequence["Meant"]) -> Iterator[Refusal]:
        if numbers := [each.number for each in meant if each.is_contested]:
            facts = {"numbers": ", ".join(numbers)}
            yield Refusal("proposals-collide", rule="28.2", field="accepts", facts=facts)
            return
        whole = [each.rests_on for each in meant] == list(self.rests_on)
        words = self.words if isinstance(self.words, tuple) else ()
        same = len(words) == len(meant) and all(
            each.words is None or each.words == said
            for each, said in zip(meant, words, strict=True)
        )
        if len(self.ids) != len(meant) or not whole or not same:
            yield Refusal("not-what-was-accepted", rule="28.3", field="words")
        if len(set(self.ids)) < len(self.ids):
            yield Refusal("paragraph-twice", rule="8.2", field="ids")

    def changes(self, state: State) -> Iterator[Change]:
        """The revision lies on the table; what it took in is accepted, and the old version is no longer the latest."""
        old = state.get(Text, self.revises)
        accepted = [state.get(Proposal, each) for each in self.accepts]
        found = self._meant(state, accepted)
        if len(found) < len(self.ids):
            # It was entered while like paragraphs at one place still stood each by itself.
            found = meant_apart(self._stood(state), accepted)
        yield self.into(Text, body=old.body, paragraphs=self.ids)
        for place, ident in enumerate(self.ids):
            yield Paragraph(
                id=ident,
                text=self.id,
                number=found[place].number,
                place=place,
                words=pick(self.words, place),
                status=found[place].status,
            )
        yield replace(old, revised_by=self.id)
        for each in accepted:
            yield replace(each, status=ProposalStatus.ACCEPTED)


@dataclass(frozen=True, kw_only=True)
class Meant:
    """A paragraph as a revision must have it."""

    number: str
    rests_on: str
    words: str | None
    """None where words that it rests on were erased, so that nobody can say any more."""
    status: ParagraphStatus
    is_contested: bool = False


def meant(stood: Sequence[Paragraph], accepted: Sequence[Proposal]) -> list[Meant]:
    """Return the paragraphs that a text has once some proposals are in it; where they collide, it says so.

    New paragraphs stand in the order in which they were accepted; what two would put at one place in the same words
    stands once, as the text engine has it. Numbers that count from 1 go on counting; of others, each keeps its own,
    and a new one is "bis" to the one before it.
    """
    return _put_together(stood, accepted, new=_once)


def meant_apart(stood: Sequence[Paragraph], accepted: Sequence[Proposal]) -> list[Meant]:
    """Return them as revisions were put together at first: each new paragraph by itself, also in the same words."""
    return _put_together(stood, accepted, new=list)


def _once(inserted: Iterable[Proposal]) -> list[Proposal]:
    """Leave out what would say again, at the same place, what one before it says; erased words say nothing."""
    found: dict[object, Proposal] = {}
    for each in inserted:
        found.setdefault(each.words if isinstance(each.words, str) else each.id, each)
    return list(found.values())


def _put_together(
    stood: Sequence[Paragraph],
    accepted: Sequence[Proposal],
    *,
    new: Callable[[Iterable[Proposal]], list[Proposal]],
) -> list[Meant]:
    found: list[Meant] = []
    for each in stood:
        on = [one for one in accepted if one.paragraph == each.id]
        found += _kept(each, [one for one in on if one.change is not Kind.INSERT])
        found += [
            Meant(
                number=f"{each.number} bis",
                rests_on=one.thing,
                words=one.words if isinstance(one.words, str) else None,
                status=ParagraphStatus.OPEN,
            )
            for one in new(one for one in on if one.change is Kind.INSERT)
        ]
    if [each.number for each in stood] != [str(place + 1) for place in range(len(stood))]:
        return found
    return [replace(each, number=str(place + 1)) for place, each in enumerate(found)]


def _kept(stood: Paragraph, changes: Sequence[Proposal]) -> list[Meant]:
    """Return what becomes of one paragraph: itself, itself in other words, or nothing."""
    if not changes:
        words = stood.words if isinstance(stood.words, str) else None
        return [Meant(number=stood.number, rests_on=stood.thing, words=words, status=stood.status)]
    if all(each.change is Kind.DELETE for each in changes):
        return []
    words, is_contested = _merged(stood, changes)
    return [
        Meant(
            number=stood.number,
            rests_on=changes[0].thing,
            words=words,
            status=ParagraphStatus.OPEN,
            is_contested=is_contested,
        )
    ]


def _merged(stood: Paragraph, changes: Sequence[Proposal]) -> tuple[str | None, bool]:
    """Return the words that several proposals on one paragraph come to, and whether they part over some."""
    if not all(
        isinstance(words, str) for words in (stood.words, *(each.words for each in changes))
    ):
        return None, False
    found = merge(
        Version((Clause("it", str(stood.words)),)),
        proposals=[_worded(each) for each in changes],
    )
    left = found.version.get("it")
    return (left.text if left else None), bool(found.collisions)


def _worded(proposal: Proposal) -> Worded:
    if proposal.change is Kind.DELETE:
        return Worded(proposal.id, deleted=("it",))
    return Worded(proposal.id, edited=(Edited("it", str(proposal.words)),))
