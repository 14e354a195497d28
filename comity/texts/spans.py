"""What several proposals would do to one paragraph, and what can be done of it together."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from types import MappingProxyType

from comity.texts.form import Formats
from comity.texts.laid import Forms
from comity.texts.operation import Operation, Rank, apply, told
from comity.texts.tokens import Atoms, atoms
from comity.texts.version import Paragraph

NO_FORMS: Forms = MappingProxyType({})


@dataclass(frozen=True, slots=True)
class Alternative:
    """The whole paragraph as one proposal alone has it; "" where it would have none.

    ``words`` is the contested stretch alone, as that proposal has it.
    """

    proposal: str
    text: str
    words: str = ""


@dataclass(frozen=True, slots=True)
class Collision:
    """A contested stretch of a paragraph, in tokens of the base, with every side's reading.

    ``words`` is the stretch as the base has it.
    """

    paragraph: str
    start: int
    end: int
    alternatives: tuple[Alternative, ...]
    words: str = ""

    @property
    def proposals(self) -> tuple[str, ...]:
        """Whose proposals meet here."""
        return tuple(each.proposal for each in self.alternatives)


@dataclass(frozen=True, slots=True)
class Left:
    """An operation that was not done, in tokens of the base; ``text`` is None where the paragraph was to go."""

    paragraph: str
    start: int
    end: int
    text: str | None


class Claims:
    """Who would do what to one paragraph; identical operations are one, with several who ask for it."""

    def __init__(self) -> None:
        self.operations: dict[Operation, list[tuple[int, str]]] = {}
        self.by_proposal: dict[str, tuple[Operation, ...]] = {}
        self.deleted_by: list[str] = []
        self.forms: dict[Operation, Formats] = {}

    def edit(
        self, proposal: str, order: int, found: tuple[Operation, ...], forms: Forms = NO_FORMS
    ) -> None:
        """Note what a proposal would change; ``order`` is its place among those tabled."""
        self.by_proposal[proposal] = found
        for each in found:
            self.operations.setdefault(each, []).append((order, proposal))
        for each, formats in forms.items():
            # The least, so that it does not matter who came first.
            self.forms[each] = min(self.forms.get(each, formats), formats)

    def delete(self, proposal: str) -> None:
        """Note that a proposal would delete the paragraph."""
        self.deleted_by.append(proposal)

    def order(self, each: Operation) -> tuple[int, bool, Rank, list[tuple[int, str]]]:
        """Sort what is put at a point before what begins there, and that by rank, then by tabling."""
        return (each.start, not each.is_insertion, each.rank, self.operations[each])

    def reading(self, text: str, proposal: str) -> str:
        """Return the paragraph as one proposal alone has it."""
        return apply(text, self.by_proposal[proposal])

    def of(self, proposal: str, group: Iterable[Operation]) -> list[Operation]:
        """Return those operations for which a proposal asks."""
        return [
            each for each in group if any(name == proposal for _, name in self.operations[each])
        ]

    def proposals(self, group: Iterable[Operation]) -> list[str]:
        """Return who asks for any of these operations."""
        return sorted({name for each in group for _, name in self.operations[each]})


@dataclass(frozen=True, slots=True)
class Settled:
    """A paragraph after merging (None: deleted), what was done to it, its collisions, and who was left with what."""

    text: str | None
    done: tuple[Operation, ...] = ()
    collisions: tuple[Collision, ...] = ()
    left: tuple[tuple[str, Left], ...] = ()


def settle(paragraph: Paragraph, claims: Claims) -> Settled:
    """Do what can be done together; where it cannot, the base words stand."""
    if claims.deleted_by:
        return _deleted(paragraph, claims)
    done: list[Operation] = []
    collisions: list[Collision] = []
    left: list[tuple[str, Left]] = []
    for group in contested(claims.operations):
        if len(group) == 1:
            done.append(group[0])
            continue
        collisions.append(_collision(paragraph, claims, group))
        left += _left(paragraph, claims, group)
    done.sort(key=claims.order)
    text = apply(paragraph.text, done)
    return Settled(text, tuple(done), tuple(collisions), tuple(left))


def contested(operations: Iterable[Operation]) -> Iterator[list[Operation]]:
    """Yield operations gathered into stretches: those in one overlap, directly or through others."""
    group: list[Operation] = []
    reach = 0
    for each in sorted(operations):
        # "<", not "<=": what begins where another ends, or is put at its edge, touches nothing of it.
        if group and each.start < reach:
            group.append(each)
        else:
            if group:
                yield group
            group = [each]
        reach = max(reach, each.end)
    if group:
        yield group


def _collision(paragraph: Paragraph, claims: Claims, group: list[Operation]) -> Collision:
    start, end = min(each.start for each in group), max(each.end for each in group)
    pieces = atoms(paragraph.text)
    return Collision(
        paragraph.id,
        *pieces.token_span(start, end),
        tuple(
            Alternative(
                name,
                claims.reading(paragraph.text, name),
                _stretch(pieces, claims.of(name, group), start, end),
            )
            for name in claims.proposals(group)
        ),
        pieces.between(start, end),
    )


def _stretch(pieces: Atoms, done: Iterable[Operation], start: int, end: int) -> str:
    """Return what stands from one point to another after some operations within it."""
    read, at = "", start
    for each in sorted(done):
        read += pieces.between(at, each.start) + each.text
        at = each.end
    return read + pieces.between(at, end)


def _left(
    paragraph: Paragraph, claims: Claims, group: list[Operation]
) -> Iterator[tuple[str, Left]]:
    for each in group:
        for _, name in claims.operations[each]:
            yield name, left_of(paragraph, each)


def left_of(paragraph: Paragraph, operation: Operation) -> Left:
    """Say an operation in tokens."""
    return Left(paragraph.id, *told(paragraph.text, operation))


def _deleted(paragraph: Paragraph, claims: Claims) -> Settled:
    if not claims.operations:
        return Settled(None)
    # To delete a paragraph touches all of it: whoever would have other words there disagrees.
    count = atoms(paragraph.text).count
    editors = claims.proposals(claims.operations)
    sides = [Alternative(name, "") for name in claims.deleted_by]
    for name in editors:
        read = claims.reading(paragraph.text, name)
        sides.append(Alternative(name, read, read))
    left = [(name, Left(paragraph.id, 0, count, None)) for name in claims.deleted_by]
    left += _left(paragraph, claims, sorted(claims.operations))
    alternatives = tuple(sorted(sides, key=lambda side: side.proposal))
    collision = Collision(paragraph.id, 0, count, alternatives, paragraph.text)
    return Settled(paragraph.text, (), (collision,), tuple(left))
