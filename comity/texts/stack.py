"""New paragraphs at one place, one after another in the order of tabling; the same one from two stands once."""

from collections.abc import Container, Sequence
from dataclasses import dataclass

from comity.texts.errors import Unreadable
from comity.texts.operation import Rank
from comity.texts.proposal import Proposal, free
from comity.texts.version import Paragraph


@dataclass(frozen=True, slots=True)
class NewParagraph:
    """A paragraph put after another, and whose proposals asked for it."""

    paragraph: Paragraph
    rank: Rank
    by: tuple[str, ...]

    @property
    def id(self) -> str:
        """Its id."""
        return self.paragraph.id


Key = tuple[str | None, Rank, str, int]


def stack(
    accepted: Sequence[Proposal], *, taken: Container[str]
) -> dict[str | None, list[NewParagraph]]:
    """Return new paragraphs by what they come after. Raises Unreadable where an id that must be so is taken."""
    asked: dict[Key, list[tuple[str, str]]] = {}
    for proposal in accepted:
        for given, count, each in proposal.new_paragraphs(taken):
            key = (each.after, each.rank, each.text, count)
            asked.setdefault(key, []).append((proposal.id, given))
    found: dict[str | None, list[NewParagraph]] = {}
    names: set[str] = set()
    for (after, rank, text, _), who in asked.items():
        by = tuple(sorted(name for name, _ in who))
        given = min(who)[1]
        if given in taken:
            raise Unreadable(
                f"the base already has a paragraph {given!r}", part=f"proposal {by[0]!r}"
            )
        # Two proposals may come to one name ("a" for the second time, "a.2" for the first).
        given = free(given, names)
        names.add(given)
        found.setdefault(after, []).append(NewParagraph(Paragraph(given, text), rank, by))
    for ones in found.values():
        ones.sort(key=lambda one: one.rank)  # stable: within one rank the order of tabling stays
    return found
