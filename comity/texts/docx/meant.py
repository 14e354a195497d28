"""Which words an edit in a file takes out and puts in, where the two texts alone would be read otherwise.

    the |the| the      in the file the second goes
    the the |the|      by the words alone the last would

Such a change begins with a change of no words of its author's: an empty ``w:delText`` in a ``w:del``. Where none
stands, the fewest words are found that make one text of the other, so that two who ask for the same have asked
alike however their word processors marked it.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from comity.texts.docx.marked import Block, Mark, Marks, View
from comity.texts.laid import starts_of
from comity.texts.operation import Operation, apply, operations


def unlike_words(
    text: str, marks: Mapping[Operation, tuple[Mark, Mark]]
) -> Mapping[Operation, Marks]:
    """Return the change of no words for each operation of an author's that the words alone would not say."""
    by: dict[str, list[Operation]] = {}
    for each, (gone, _) in marks.items():
        by.setdefault(gone.by, []).append(each)
    return {
        each: (marks[each][0],)
        for ones in by.values()
        if operations(text, apply(text, ones)) != tuple(map(_bare, ones))
        for each in ones
    }


def _bare(each: Operation) -> Operation:
    return Operation(each.start, each.end, text=each.text)


def meant(
    text: str, blocks: Sequence[Block], *, was: View, now: View, by: str
) -> tuple[Operation, ...] | None:
    """Return the operations that stand in a file; None where it leaves them to be found by the words.

    It does so too where somebody parted words since: operations take out and put in whole ones.
    """
    stretches = list(_stretches(blocks, was=was, now=now, by=by))
    if not any(is_told for _, _, _, is_told in stretches):
        return None
    atom = {at: n for n, at in enumerate(starts_of(text))}
    found = [
        Operation(atom[start], atom[end], text=come)
        for start, end, come, _ in stretches
        if start in atom and end in atom
    ]
    return in_order(found) if len(found) == len(stretches) else None


def _stretches(
    blocks: Sequence[Block], *, was: View, now: View, by: str
) -> Iterator[tuple[int, int, str, bool]]:
    """Yield from and to which character words go, those that come, and whether one of no words begins it."""
    at, start, come, is_told = 0, 0, "", False
    for n in sorted({*was.blocks, *now.blocks}):
        for piece in blocks[n].pieces:
            stood = n in was.blocks and not any(mark.is_insertion for mark in piece.marks)
            stands = n in now.blocks and all(
                mark.is_insertion == (mark.by == by) for mark in piece.marks
            )
            begins = not piece.text and not piece.note and stood and not stands
            if begins or (piece.text and stood and stands):
                if at > start or come:
                    yield start, at, come, is_told
                at += len(piece.text)
                start, come, is_told = at, "", begins
            else:
                at += len(piece.text) if stood else 0
                come += piece.text if stands else ""
    if at > start or come:
        yield start, at, come, is_told


def in_order(changes: Iterable[Operation]) -> tuple[Operation, ...]:
    """Return changes of which several put in at one point say in which order."""
    done = list(changes)
    count = Counter(each.start for each in done if each.is_insertion)
    met: Counter[int] = Counter()
    found = []
    for each in done:
        if each.is_insertion and count[each.start] > 1:
            found.append(replace(each, rank=(met[each.start],) if met[each.start] else ()))
            met[each.start] += 1
        else:
            found.append(each)
    return tuple(found)
