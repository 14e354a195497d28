"""Words as they changed, and words that stand in brackets: runs of text, each of one sort."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from difflib import SequenceMatcher

WORD = re.compile(r"\s+|[\w’'-]+|[^\w\s]")
LONGEST = 4000
"""Beyond this many words the new wording is shown whole: comparing would take longer than reading."""
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
    """Compare two wordings word by word."""
    old, new = WORD.findall(before), WORD.findall(after)
    if len(old) + len(new) > LONGEST:
        return [Run("same", after)]
    matcher = SequenceMatcher(None, old, new, autojunk=False)
    if matcher.ratio() < ALIKE:
        return [Run("same", after)]
    return list(_runs(_joined(matcher), old, new))


def _joined(matcher: SequenceMatcher[str]) -> list[list[int]]:
    """Return the changed stretches (i1, i2, j1, j2), those joined that have almost nothing in common between them."""
    found: list[list[int]] = []
    for tag, i1, i2, j1, j2 in matcher.get_opcodes():
        if tag == "equal":
            continue
        if found and i1 - found[-1][1] <= BETWEEN:
            found[-1][1], found[-1][3] = i2, j2
        else:
            found.append([i1, i2, j1, j2])
    return found


def _runs(stretches: list[list[int]], old: list[str], new: list[str]) -> Iterator[Run]:
    at = 0
    for i1, i2, j1, j2 in stretches:
        yield from _run("same", new[at:j1])
        yield from _run("gone", old[i1:i2])
        yield from _run("added", new[j1:j2])
        at = j2
    yield from _run("same", new[at:])


def _run(kind: str, words: list[str]) -> Iterator[Run]:
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
