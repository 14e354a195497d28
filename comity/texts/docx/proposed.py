"""An author's tracked changes as a proposal: the text as they alone have it, against the text as it was."""

from collections.abc import Iterator
from dataclasses import replace

from comity.texts.align import align
from comity.texts.docx.document import Document, Marks, View
from comity.texts.proposal import Edited, Inserted, Proposal


def proposed(document: Document) -> tuple[Proposal, ...]:
    """Return one proposal for each author, in order of first appearance."""
    base = document.view(lambda marks: not any(mark.is_insertion for mark in marks))
    found = []
    for n, author in enumerate(document.authors(), start=1):

        def stands(marks: Marks, author: str = author) -> bool:
            return all(mark.is_insertion == (mark.by == author) for mark in marks)

        one = _proposal(f"r{n}", author, base, document.view(stands))
        found.append(replace(one, at=next(iter(document.times(author)), "")))
    return tuple(found)


def _proposal(name: str, by: str, base: tuple[View, ...], theirs: tuple[View, ...]) -> Proposal:
    edited: list[Edited] = []
    inserted: list[Inserted] = []
    deleted: list[str] = []
    for was, now, before in _stretches(base, theirs):
        pairs = dict(_pairs([base[i].text for i in was], [theirs[j].text for j in now]))
        after = f"p{before}" if before else None
        by_new = {j: i for i, j in pairs.items()}
        for j, place in enumerate(now):
            if j in by_new:
                after = f"p{was[by_new[j]] + 1}"
                if theirs[place].text != base[was[by_new[j]]].text:
                    edited.append(Edited(after, theirs[place].text))
            else:
                inserted.append(Inserted(after, theirs[place].text))
        deleted += [f"p{place + 1}" for i, place in enumerate(was) if i not in pairs]
    return Proposal(name, by, tuple(edited), tuple(inserted), tuple(deleted))


def _pairs(was: list[str], now: list[str]) -> Iterator[tuple[int, int]]:
    """Pair paragraphs in order; where nothing is alike, the last stands for the last."""
    found = [(pair.old, pair.new) for pair in align(was, now) if not pair.is_moved]
    if not found and was and now:
        found = [(len(was) - 1, len(now) - 1)]
    yield from found


def _stretches(
    base: tuple[View, ...], theirs: tuple[View, ...]
) -> Iterator[tuple[list[int], list[int], int]]:
    """Yield stretches of both that are made of the same blocks, and how much of the base came before."""
    views = [(view.blocks[0], 0, n, view.blocks[-1]) for n, view in enumerate(base)]
    views += [(view.blocks[0], 1, n, view.blocks[-1]) for n, view in enumerate(theirs)]
    was: list[int] = []
    now: list[int] = []
    before, reach = 0, -1
    for first, side, n, last in sorted(views):
        if first > reach and (was or now):
            yield was, now, before
            before += len(was)
            was, now = [], []
        (now if side else was).append(n)
        reach = max(reach, last)
    yield was, now, before
