"""What an edit does to the words of one paragraph: these words go, those come in their place.

base        States |shall| report.
operation   Operation(start=2, end=3, text="should")      in atoms (see tokens)
told as     from 1, to 2, "should "                         in tokens, as the JSON says
"""

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from comity.texts.ends import shared_head, shared_tails
from comity.texts.errors import Unreadable
from comity.texts.kept import kept
from comity.texts.lcs import common
from comity.texts.tokens import Cut, atoms, cut

Rank = tuple[int, ...]
"""Which of several insertions at one point comes first, where the words between their points have gone."""


@dataclass(frozen=True, slots=True, order=True)
class Operation:
    """Atoms ``start`` to ``end`` of a paragraph become ``text``; a pure insertion has ``start == end``.

    ``before`` are the notes whose references stand at the point of an insertion, and behind it (see laid).
    """

    start: int
    end: int
    rank: Rank = ()
    text: str = ""
    before: tuple[str, ...] = ()

    @property
    def is_insertion(self) -> bool:
        """Nothing goes: words only come."""
        return self.start == self.end

    def touches(self, other: "Operation") -> bool:
        """Both reach for the same words, or one puts words inside what the other takes away."""
        if self.is_insertion and other.is_insertion:
            return False
        return self.start < other.end and other.start < self.end


@dataclass(frozen=True, slots=True)
class Hunk:
    """An operation, and which atoms of the new text its words became."""

    operation: Operation
    start: int
    end: int

    @property
    def gain(self) -> int:
        """How many atoms more the new text has for it."""
        return self.end - self.start - (self.operation.end - self.operation.start)

    def moved(self, by: int) -> "Hunk":
        """Return the same where so many more atoms stand before it."""
        there = self.operation
        change = Operation(there.start + by, there.end + by, text=there.text)
        return Hunk(change, self.start + by, self.end + by)


def operations(old: str, new: str) -> tuple[Operation, ...]:
    """Return the fewest word changes that make one text of another, in order."""
    return tuple(hunk.operation for hunk in hunks(old, new))


@kept
def hunks(old: str, new: str) -> tuple[Hunk, ...]:
    """Return the same with where each stands in the new text.

    Only what is not shared at either end is cut into words. Whatever was put in or taken out must stand as far on as
    it can, so where it reaches the end of what was looked at, more is looked at.
    """
    if old == new:
        return ()
    head = shared_head(old, new)
    before = atoms(old).before(head)
    for old_end, new_end in shared_tails(old, new, head):
        found = hunks_of_all(old[head:old_end], new[head:new_end])
        if old_end == len(old) or not _reaches_end(found, old[head:old_end]):
            break
    return tuple(hunk.moved(before) for hunk in found) if before else found


def hunks_of_all(old: str, new: str) -> tuple[Hunk, ...]:
    """Return what changed, cutting both texts whole.

    Words are matched by a longest common subsequence (see lcs); white space is then settled between matched
    words, staying with the word before it wherever it can.
    """
    before, after = _opened(old), _opened(new)
    found = _Hunks()
    i = j = 0
    for a, b in [*_matched(before.words, after.words), (len(before), len(after))]:
        if a == i and b == j and i and j and before.spaces[i - 1] == after.spaces[j - 1]:
            # Nearly all of two long texts: no need to look at what cannot have changed.
            found.keep(before.spaces[i - 1])
        else:
            # What stands between this matched word and the last, with the white space that followed the last.
            was = _between(before.words, before.spaces, i, a)
            now = _between(after.words, after.spaces, j, b)
            found.change(was, now)
        found.keep(before.words[a] if a < len(before) else "")
        i, j = a + 1, b + 1
    return tuple(found.made)


def _reaches_end(found: tuple[Hunk, ...], text: str) -> bool:
    """Tell whether no word stands behind the last change: it could belong farther on."""
    taken = cut(text)
    count = 2 * len(taken) - taken.words.count("") - taken.spaces.count("")
    return found[-1].operation.end >= count - bool(taken.spaces[-1])


def apply(text: str, changes: Iterable[Operation]) -> str:
    """Return a text with operations done, which must be in order and not touch each other."""
    pieces = atoms(text).pieces
    done: list[str] = []
    at = 0
    for change in changes:
        if not at <= change.start <= change.end <= len(pieces):
            raise Unreadable(f"an operation reaches from {change.start} to {change.end}")
        done += pieces[at : change.start]
        done.append(change.text)
        at = change.end
    return "".join([*done, *pieces[at:]])


def told(text: str, change: Operation) -> tuple[int, int, str]:
    """Say an operation in tokens: from, to, and the words that stand there afterwards."""
    taken = atoms(text)
    start, end = taken.token_span(change.start, change.end)
    if change.is_insertion:
        return start, end, change.text
    before = taken.between(bisect_left(taken.token, start), change.start)
    after = taken.between(change.end, bisect_left(taken.token, end))
    return start, end, before + change.text + after


def _matched(old: Sequence[str], new: Sequence[str]) -> Iterator[tuple[int, int]]:
    """Yield matched words, what was purely put in or taken out standing as far on as it can.

    " And soon." added behind "annually." could as well be ". And soon" put before the full stop. It must not depend
    on what else was changed which of the two it is: two who add the same sentence have made the same proposal.
    """
    i = j = -1
    for a, b in common(old, new):
        if a == i + 1 and new[j + 1] == old[a]:
            i, j = a, j + 1
        elif b == j + 1 and old[i + 1] == new[b]:
            i, j = i + 1, b
        else:
            i, j = a, b
        yield i, j


def _opened(text: str) -> Cut:
    """Cut a text so that it begins with an empty word, to which the white space before the first belongs."""
    taken = cut(text)
    if taken.words and not taken.words[0]:
        return taken
    return Cut(("", *taken.words), ("", *taken.spaces))


def _between(words: tuple[str, ...], spaces: tuple[str, ...], start: int, end: int) -> list[str]:
    pieces = [spaces[start - 1]] if start else []
    for n in range(start, end):
        pieces += (words[n], spaces[n])
    return [piece for piece in pieces if piece]


class _Hunks:
    """Gathers operations while walking through the atoms of both texts."""

    def __init__(self) -> None:
        self.at = 0
        self.at_new = 0
        self.made: list[Hunk] = []

    def change(self, was: list[str], now: list[str]) -> None:
        """Turn the next atoms into others, keeping white space at either end that is the same."""
        head = 1 if was and now and was[0] == now[0] and was[0].isspace() else 0
        tail = 0
        if min(len(was), len(now)) > head and was[-1] == now[-1] and was[-1].isspace():
            tail = 1
        start, end = self.at + head, self.at + len(was) - tail
        text = "".join(now[head : len(now) - tail])
        if start != end or text:
            there = self.at_new + head, self.at_new + len(now) - tail
            self.made.append(Hunk(Operation(start, end, text=text), *there))
        self.at += len(was)
        self.at_new += len(now)

    def keep(self, word: str) -> None:
        """Walk over a matched word; the opening and the end are none."""
        self.at += 1 if word else 0
        self.at_new += 1 if word else 0
