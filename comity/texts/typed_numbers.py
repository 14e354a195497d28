"""Numbers that somebody typed before paragraphs: what they are, and where they do not run in order.

    1. Affirms …             1, 1), (1), 12 bis., 2(a), 1.1, PP3., OP 4., § 2, ١.
    (a) a list;              within the number above: 1(a); (i) within that: 1(a)(i)
    2. Encourages …          runs
    2. Decides …             does not: 2 stands twice
    1998 was a year …        no number; nor is "3. of the Charter", where others go on with a capital letter

A number is one only in a row of them: alone it may be a part of a sentence, and is left as it stands.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from enum import StrEnum

from comity.texts.numbering import letters, roman

_UNSEEN = "[\u200e\u200f\u061c]*"
_AGAIN = (
    "",
    "bis",
    "ter",
    "quater",
    "quinquies",
    "sexies",
    "septies",
    "octies",
    "novies",
    "decies",
)
_NUMBER = re.compile(
    rf"{_UNSEEN}(?:(?P<prefix>PP|OP|§)\s*)?(?P<path>\d{{1,3}}(?:\.\d{{1,3}}){{0,3}})"
    rf"(?:\s*(?P<again>{'|'.join(_AGAIN[1:])})(?!\w))?(?:\s?\((?P<part>[a-z]{{1,4}}|\d{{1,2}})\))?"
    rf"(?P<close>[.)]|\s?[-–](?=\s))?{_UNSEEN}\s+(?=\S)",
    re.IGNORECASE,
)
_PART = re.compile(
    rf"{_UNSEEN}(?:\((?P<within>\d{{1,3}}|[a-z]{{1,5}})\)|(?P<letters>[a-z]{{1,5}})[.)]){_UNSEEN}\s+(?=\S)"
)
_ROMAN = re.compile(r"(x{0,3})(ix|iv|v?i{0,3})")


class Break(StrEnum):
    """Why a paragraph does not go on with the numbers above it."""

    TWICE = "twice"
    SKIPS = "skips"
    WITHOUT = "without"
    SMALL = "small"
    """It goes on with a small letter where the others do not, and may be part of a sentence."""


@dataclass(frozen=True, slots=True)
class Typed:
    """One paragraph: the mark as it was typed, the number that it is, and the words after it."""

    mark: str
    number: str
    words: str
    breaks: Break | None = None
    expected: str = ""
    """The number that would have come next, where another stands."""

    @property
    def whole(self) -> str:
        """The paragraph as it was typed."""
        return self.mark + self.words


@dataclass(frozen=True)
class TypedNumbers:
    """The paragraphs of a text, with what was typed before them."""

    each: tuple[Typed, ...]

    @property
    def are_there(self) -> bool:
        """True where several paragraphs begin with a number, or one with the first that there is."""
        numbered = [one for one in self.each if one.mark]
        return len(numbered) > 1 or any(
            _FIRST.fullmatch(one.number) and one.breaks is not Break.SMALL for one in numbered
        )

    @property
    def run(self) -> bool:
        """True where every paragraph has its number, and they run in order."""
        return self.are_there and not any(one.breaks for one in self.each)

    @property
    def run_after(self) -> int:
        """How many without a number stand before those that all have theirs, in order; 0 where one breaks."""
        before = next((n for n, one in enumerate(self.each) if one.mark), 0)
        is_clean = not any(one.breaks for one in self.each[before:])
        has_preambular = any(one.number.startswith("PP") for one in self.each)
        return before if self.are_there and is_clean and not has_preambular else 0

    @property
    def breaking(self) -> Iterator[tuple[int, Typed]]:
        """Yield the place, from 1, of every paragraph that breaks the order."""
        return ((n, one) for n, one in enumerate(self.each, start=1) if one.breaks)


_FIRST = re.compile(r"(?:PP|OP)?1|1\.1|\((?:a|i)\)")


def typed_numbers(paragraphs: Sequence[str]) -> TypedNumbers:
    """Find the numbers that were typed before paragraphs."""
    first = _read(paragraphs, doubted=frozenset())
    doubted = _doubted(first)
    again = _read(paragraphs, doubted=doubted) if doubted else first
    return TypedNumbers(tuple(_told_apart(again)))


def _read(paragraphs: Sequence[str], *, doubted: frozenset[int]) -> list[Typed]:
    """Read the paragraphs in order; those that are doubted are numbered, and nothing goes on from them."""
    row = _Row()
    return [
        replace(_Row().read(each), breaks=Break.SMALL) if n in doubted else row.read(each)
        for n, each in enumerate(paragraphs)
    ]


def _doubted(found: Sequence[Typed]) -> frozenset[int]:
    """Return the places of those that go on with a small letter where as many others do not."""
    top = [(n, each) for n, each in enumerate(found) if each.mark and "(" not in each.number]
    small = frozenset(n for n, each in top if each.words[:1].islower())
    return small if 2 * len(small) <= len(top) else frozenset()


def _told_apart(found: Sequence[Typed]) -> Iterator[Typed]:
    """Yield each, and where its number stands before it already, say so."""
    met = set[str]()
    for each in found:
        is_numbered = each.mark and each.breaks is not Break.SMALL
        yield replace(each, breaks=Break.TWICE) if is_numbered and each.number in met else each
        met.update([each.number] if is_numbered else [])


@dataclass
class _Row:
    """The numbers so far: the last of each sort, and within it the parts that are open."""

    last: dict[str, tuple[tuple[int, ...], int]] = field(default_factory=dict)
    top: str = ""
    parts: list[tuple[str, int, str]] = field(default_factory=list)

    def read(self, paragraph: str) -> Typed:
        """Read one paragraph, and go on from it."""
        if found := _NUMBER.match(paragraph):
            is_closed = any(found[name] for name in ("prefix", "again", "part", "close"))
            if is_closed or "." in found["path"]:
                return self._top(found, paragraph)
        if found := _PART.match(paragraph):
            inner = found["within"] or found["letters"]
            if inner.isdecimal() and not self.parts and not self.top:
                return self._as_top(found, paragraph, int(inner))
            if typed := self._part(found, paragraph, inner):
                return typed
        return Typed("", "", paragraph, Break.WITHOUT)

    def _top(self, found: re.Match[str], paragraph: str) -> Typed:
        sort = (found["prefix"] or "").upper().replace("§", "")
        path = tuple(int(each) for each in found["path"].split("."))
        again = _AGAIN.index((found["again"] or "").lower())
        before = self.last.get(sort)
        number = _number(sort, path, again)
        is_same = before == (path, again)
        follows = (is_same and bool(found["part"])) or _follows(
            before, path, again, is_first=not self.last
        )
        self.last[sort], self.top = (path, again), number
        typed = _typed(found, paragraph, number)
        if not follows:
            typed = replace(typed, breaks=Break.SKIPS, expected=_next(sort, before))
        if not (found["part"] and is_same):
            self.parts = []
        if found["part"]:
            return self._within(found["part"].lower(), typed)
        return self._begun(typed)

    def _begun(self, typed: Typed) -> Typed:
        """Read on where the first part stands in the same line: `3. (a) A list; `."""
        found = _PART.match(typed.words)
        if not (found and found["within"] and 1 in _values(found["within"]).values()):
            return typed
        mark, words = typed.mark + found[0], typed.words[found.end() :]
        return self._within(found["within"], replace(typed, mark=mark, words=words))

    def _within(self, part: str, typed: Typed) -> Typed:
        expected = self._open(part)
        return replace(
            typed,
            number=self._named(),
            breaks=typed.breaks or (Break.SKIPS if expected else None),
            expected=typed.expected or expected,
        )

    def _as_top(self, found: re.Match[str], paragraph: str, value: int) -> Typed:
        before = self.last.get("()")
        follows = _follows(before, (value,), 0, is_first=not self.last)
        self.last["()"] = ((value,), 0)
        typed = _typed(found, paragraph, str(value))
        if follows:
            return typed
        return replace(typed, breaks=Break.SKIPS, expected=_next("", before))

    def _part(self, found: re.Match[str], paragraph: str, inner: str) -> Typed | None:
        if not _values(inner):
            return None
        expected = self._open(inner)
        typed = _typed(found, paragraph, self._named())
        return replace(typed, breaks=Break.SKIPS, expected=expected) if expected else typed

    def _open(self, inner: str) -> str:
        """Go on with a part, or begin one within those open; return what was expected, where it does neither."""
        values = _values(inner)
        for depth in range(len(self.parts) - 1, -1, -1):
            sort, last, _ = self.parts[depth]
            if values.get(sort) == last + 1:
                self.parts = [*self.parts[:depth], (sort, last + 1, inner)]
                return ""
        begun = next((sort for sort in ("(a)", "(i)", "(1)") if values.get(sort) == 1), "")
        if begun and begun not in {sort for sort, _, _ in self.parts}:
            self.parts = [*self.parts, (begun, 1, inner)]
            return ""
        sort, last, _ = self.parts[-1] if self.parts else ("(a)", 0, "")
        expected = f"({_written(sort, last + 1)})"
        chosen = sort if sort in values else next(iter(values))
        self.parts = [*self.parts[:-1], (chosen, values[chosen], inner)]
        return expected

    def _named(self) -> str:
        return self.top + "".join(f"({written})" for _, _, written in self.parts)


def _typed(found: re.Match[str], paragraph: str, number: str) -> Typed:
    return Typed(found[0], number, paragraph[found.end() :])


def _number(sort: str, path: Sequence[int], again: int) -> str:
    dotted = ".".join(map(str, path))
    return f"{sort}{dotted} {_AGAIN[again]}".strip()


def _follows(
    before: tuple[tuple[int, ...], int] | None, path: tuple[int, ...], again: int, *, is_first: bool
) -> bool:
    """Tell whether a number comes after another: the next, the first within it, or the same once more (bis)."""
    if before is None:
        return not again and (is_first or path == (1,))
    last, times = before
    if again:
        return (path, again) == (last, times + 1)
    nexts = {(*last[:depth], last[depth] + 1) for depth in range(len(last))}
    return path in {*nexts, (*last, 1)}


def _next(sort: str, before: tuple[tuple[int, ...], int] | None) -> str:
    path = before[0] if before else (0,)
    return _number(sort, (*path[:-1], path[-1] + 1), 0)


def _values(inner: str) -> dict[str, int]:
    """Return which number a part may be, by sort: `i` is the ninth letter, and the first Roman number."""
    if inner.isdecimal():
        return {"(1)": int(inner)}
    values = {}
    if len(set(inner)) == 1 and len(inner) <= 2:
        values["(a)"] = ord(inner[0]) - ord("a") + 1 + 26 * (len(inner) - 1)
    if numeral := _ROMAN.fullmatch(inner):
        small = ("", "i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix").index(numeral[2])
        values["(i)"] = 10 * len(numeral[1]) + small
    return values


def _written(sort: str, value: int) -> str:
    if sort == "(1)":
        return str(value)
    return letters(value) if sort == "(a)" else roman(value)
