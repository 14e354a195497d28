"""Words as they changed, and words that stand in brackets: runs of text, each of one sort."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from comity.texts.operation import Operation, operations
from comity.texts.tokens import atoms

LONGEST = 100_000
"""Beyond this many characters the new wording is shown whole: comparing would take longer than reading."""
ALIKE = 0.5
"""Below this likeness a wording is another sentence, and is shown whole."""
BETWEEN = 3
"""So few tokens (a word and the spaces around it) between two changes are read as one change."""


@dataclass(frozen=True)
class Run:
    """Some words: `same`, `added`, `gone` or `bracket`."""

    kind: str
    text: str


def changes(before: str, after: str) -> list[Run]:
    """Compare two wordings by the text engine; a wording that is another sentence is shown whole."""
    if len(before) + len(after) > LONGEST:
        return [Run("same", after)]
    old = atoms(before).pieces
    stretches = _joined(operations(before, after), old)
    kept = len(before) - sum(len("".join(old[start:end])) for start, end, _ in stretches)
    if 2 * kept < ALIKE * (len(before) + len(after)):
        return [Run("same", after)]
    return list(_runs(stretches, old))


def _joined(found: Iterable[Operation], old: Sequence[str]) -> list[tuple[int, int, str]]:
    """Return changes (start, end, new words), those joined that have almost nothing in common between them."""
    joined: list[tuple[int, int, str]] = []
    for each in found:
        if joined and each.start - joined[-1][1] <= BETWEEN:
            start, at, words = joined.pop()
            words += "".join(old[at : each.start]) + each.text
            joined.append((start, each.end, words))
        else:
            joined.append((each.start, each.end, each.text))
    return joined


def _runs(stretches: Iterable[tuple[int, int, str]], old: Sequence[str]) -> Iterator[Run]:
    at = 0
    for start, end, words in stretches:
        # A space before new words belongs to what stays: underlined, it would look like a word.
        space = words[: len(words) - len(words.lstrip())] if start == end else ""
        yield from _run("same", [*old[at:start], space] if space else old[at:start])
        yield from _run("gone", old[start:end])
        yield from _run("added", [added] if (added := words[len(space) :]) else [])
        at = end
    yield from _run("same", old[at:])


def _run(kind: str, words: Sequence[str]) -> Iterator[Run]:
    if words:
        yield Run(kind, "".join(words))


def brackets(words: str) -> list[Run]:
    """Part words at their outermost square brackets, which stay in the text; one that is never closed is none."""
    runs: list[Run] = []
    depth = start = since = 0
    for place, sign in enumerate(words):
        if sign == "[":
            since = place if depth == 0 else since
            depth += 1
        elif sign == "]" and depth:
            depth -= 1
            if depth == 0:
                runs += [Run("same", words[start:since]), Run("bracket", words[since : place + 1])]
                start = place + 1
    return [run for run in (*runs, Run("same", words[start:])) if run.text]
