"""Words as they changed, and words that stand in brackets: runs of text, each of one sort."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from difflib import SequenceMatcher

WORD = re.compile(r"\s+|[^\s\[\]]+|[\[\]]")
LONGEST = 4000
"""Beyond this many words the new wording is shown whole: comparing would take longer than reading."""


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
    if matcher.ratio() < 0.35:
        return [Run("same", after)]
    return list(_runs(matcher, old, new))


def _runs(matcher: SequenceMatcher[str], old: list[str], new: list[str]) -> Iterator[Run]:
    for tag, i1, i2, j1, j2 in matcher.get_opcodes():
        if tag == "equal":
            yield Run("same", "".join(new[j1:j2]))
            continue
        if i2 > i1:
            yield Run("gone", "".join(old[i1:i2]))
        if j2 > j1:
            yield Run("added", "".join(new[j1:j2]))


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
