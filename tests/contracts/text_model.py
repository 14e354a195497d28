"""What the manual of `comity text merge` says, written a second time and as slowly as it reads.

Every word of a base stands there once and every proposed word is new, so which words changed is never in doubt; then a
proposal is a list of spans, and what two of them give can be worked out by looking at each pair.
"""

from dataclasses import dataclass
from itertools import combinations
from random import Random
from typing import Any


@dataclass(frozen=True, order=True)
class Span:
    """Words `start` to `end` of the base go, and `words` come in their place."""

    start: int
    end: int
    words: tuple[str, ...]

    def touches(self, other: "Span") -> bool:
        """Say whether both change the same words: two that put words at one point do not."""
        if self == other:
            return False
        if self.start == self.end or other.start == other.end:
            point, span = (self, other) if self.start == self.end else (other, self)
            return span.start < point.start < span.end
        return max(self.start, other.start) < min(self.end, other.end)


Spans = tuple[Span, ...]


@dataclass(frozen=True)
class Outcome:
    """One paragraph merged: its words, and of each contested span where it is and who contests it."""

    text: str
    collisions: tuple[tuple[int, int, tuple[str, ...]], ...]
    left: dict[str, list[Span]]


def reads(base: list[str], spans: Spans) -> str:
    """Give the paragraph as one proposal alone has it."""
    words, at = [], 0
    for span in sorted(spans):
        words += [*base[at : span.start], *span.words]
        at = span.end
    return " ".join([*words, *base[at:]])


def outcome(base: list[str], proposals: dict[str, Spans]) -> Outcome:
    """Merge every proposal to one paragraph, pair by pair; `proposals` are in the order of tabling."""
    all_of = [(name, span) for name, spans in proposals.items() for span in spans]
    group = {each: {each} for each in all_of}
    for one, other in combinations(all_of, 2):
        if one[1].touches(other[1]):
            joined = group[one] | group[other]
            for each in joined:
                group[each] = joined
    contested = {frozenset(each) for each in group.values() if len(each) > 1}
    colliding = {each for one in contested for each in one}
    applied = list(dict.fromkeys(span for who, span in all_of if (who, span) not in colliding))
    return Outcome(
        text=reads_stacked(base, applied),
        collisions=tuple(sorted(_collision(list(proposals), one) for one in contested)),
        left={
            name: sorted(span for who, span in colliding if who == name)
            for name in proposals
            if any(who == name for who, _ in colliding)
        },
    )


def _collision(
    order: list[str], one: frozenset[tuple[str, Span]]
) -> tuple[int, int, tuple[str, ...]]:
    return (
        min(span.start for _, span in one),
        max(span.end for _, span in one),
        tuple(name for name in order if name in {who for who, _ in one}),
    )


def reads_stacked(base: list[str], applied: list[Span]) -> str:
    """Put applied spans into the base; what was put at one point stands in the order of tabling."""
    words: list[str] = []
    for at in range(len(base) + 1):
        for span in applied:
            if span.start == span.end == at:
                words += span.words
        for span in applied:
            if span.start == at < span.end:
                words += span.words
        if at < len(base) and not any(span.start <= at < span.end for span in applied):
            words.append(base[at])
    return " ".join(words)


def some_spans(random: Random, length: int, fresh: Any) -> Spans:
    """Change a few places of a paragraph, with a word that stays between any two of them."""
    spans, at = [], random.randrange(0, 4)
    while at <= length and len(spans) < 4:
        end = min(at + random.choice((0, 0, 1, 1, 2, 3)), length)
        new = tuple(next(fresh) for _ in range(random.choice((0, 1, 1, 2))))
        # To strike the last word strikes the white space of the one before: two words, not one.
        if (end > at or new) and (new or end < length):
            spans.append(Span(at, end, new))
        at = end + random.randrange(1, 6)
    return tuple(spans)
