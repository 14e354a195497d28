"""New paragraphs at one place, one after another in the order of tabling; the same one from two stands once."""

from collections.abc import Container, Mapping, Sequence
from dataclasses import dataclass, replace

from comity.texts.errors import Unreadable
from comity.texts.operation import Rank
from comity.texts.proposal import Inserted, Proposal, Shape, free, shape
from comity.texts.version import Paragraph


@dataclass(frozen=True, slots=True)
class NewParagraph:
    """A paragraph put after another, whose proposals asked for it, and which of them was tabled first."""

    paragraph: Paragraph
    rank: Rank
    by: tuple[str, ...]
    first: str

    @property
    def id(self) -> str:
        """Its id."""
        return self.paragraph.id


Key = tuple[str | None, Rank, Shape, int]


def stack(
    accepted: Sequence[Proposal], *, taken: Container[str]
) -> dict[str | None, list[NewParagraph]]:
    """Return new paragraphs by what they come after. Raises Unreadable where an id that must be so is taken."""
    asked: dict[Key, list[tuple[str, str]]] = {}
    first: dict[Key, Inserted] = {}
    for proposal in accepted:
        for given, count, each in proposal.new_paragraphs(taken):
            key = (each.after, each.rank, shape(each), count)
            first.setdefault(key, each)
            asked.setdefault(key, []).append((proposal.id, given))
    found: dict[str | None, list[NewParagraph]] = {}
    names: set[str] = set()
    renamed: dict[tuple[str, str], str] = {}
    for key, who in asked.items():
        after, rank, *_ = key
        by = tuple(sorted(name for name, _ in who))
        given = min(who)[1]
        if given in taken:
            raise Unreadable(
                f"the base already has a paragraph {given!r}", part=f"proposal {by[0]!r}"
            )
        # Two proposals may come to one name ("a" for the second time, "a.2" for the first).
        given = free(given, names)
        names.add(given)
        one = NewParagraph(first[key].paragraph(given), rank, by, first=who[0][0])
        found.setdefault(after, []).append(one)
        renamed.update(dict.fromkeys(who, given))
    for after, ones in found.items():
        found[after] = [_renamed(one, renamed) for one in ones]
    for ones in found.values():
        ones.sort(key=lambda one: one.rank)  # stable: within one rank the order of tabling stays
    return found


def _renamed(one: NewParagraph, renamed: Mapping[tuple[str, str], str]) -> NewParagraph:
    """Let a new note be referred to in the new paragraph that it was proposed with, whatever that is called now."""
    anchor = one.paragraph.anchor
    if anchor is None or (one.first, anchor.paragraph) not in renamed:
        return one
    anchor = replace(anchor, paragraph=renamed[one.first, anchor.paragraph])
    return replace(one, paragraph=replace(one.paragraph, anchor=anchor))
