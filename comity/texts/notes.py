"""Where notes are referred to when the words around them change.

A note is a paragraph of its own; its anchor says after how many characters of which paragraph the reference stands. The
anchor of a new note counts in the paragraph as its proposer would have it, that of any other in the base.
"""

from bisect import bisect_left
from collections.abc import Iterable, Mapping
from dataclasses import replace

from comity.texts.laid import Pin, laid, pinned, standing, starts_of
from comity.texts.moved import Moves, ranked
from comity.texts.operation import Operation, hunks
from comity.texts.spans import Claims
from comity.texts.stack import NewParagraph
from comity.texts.version import Anchor, Paragraph, Version

New = Mapping[str | None, list[NewParagraph]]


def pins_of(base: Version, claims: Mapping[str, Claims], new: New) -> dict[str, list[Pin]]:
    """Return the references in each paragraph, those of the base in its words."""
    found: dict[str, list[Pin]] = {}
    for paragraph in base.paragraphs:
        if paragraph.anchor is not None:
            pin = Pin(paragraph.id, paragraph.anchor.at)
            found.setdefault(paragraph.anchor.paragraph, []).append(pin)
    for one in (one for ones in new.values() for one in ones):
        anchor = one.paragraph.anchor
        if anchor is None:
            continue
        changes: tuple[Operation, ...] = ()
        text = ""
        if anchor.paragraph in claims:
            changes = claims[anchor.paragraph].by_proposal.get(one.first, ())
            text = base.paragraphs[base.place[anchor.paragraph]].text
        found.setdefault(anchor.paragraph, []).append(_pin(one.id, anchor, text, changes))
    return found


def _pin(note: str, anchor: Anchor, text: str, changes: Iterable[Operation]) -> Pin:
    if anchor.point:
        return Pin(note, anchor.point[0], rank=anchor.point[1:])
    return pinned(note, text, changes, anchor.at)


def anchored(paragraphs: Iterable[Paragraph], moved: Mapping[str, int]) -> list[Paragraph]:
    """Return paragraphs with the anchors as they are now; a note loses its anchor with its paragraph."""
    found = list(paragraphs)
    lengths = {each.id: len(each.text) for each in found}
    for n, each in enumerate(found):
        if each.anchor is not None:
            found[n] = replace(each, anchor=_now(each.id, each.anchor, lengths, moved))
    return found


def _now(
    note: str, anchor: Anchor, lengths: Mapping[str, int], moved: Mapping[str, int]
) -> Anchor | None:
    if anchor.paragraph not in lengths:
        return None
    return Anchor(anchor.paragraph, moved.get(note, anchor.at))


class References:
    """Where the notes of one version are referred to, and where they are in the next.

    was        a |b c¹| d          now   a¹ d
    put at 1   (after a)           carried to 1, before ¹: the reference stood behind it
    put at 3   (after c¹)          carried to 1, and behind ¹ as what is put at a reference always is
    """

    def __init__(self, base: Version, new_base: Version) -> None:
        self.base, self.new_base = base, new_base
        self.was, self.now = references(base), references(new_base)

    def behind(self, name: str, moves: Moves) -> Moves:
        """Return moves that say which references, come to their point, stood behind them."""
        was, now = self.was.get(name, {}), self.now.get(name, {})
        both = [(note, at, now[note]) for note, at in was.items() if note in now]
        if not both:
            return moves
        old, new = (
            starts_of(one.paragraphs[one.place[name]].text) for one in (self.base, self.new_base)
        )
        found = []
        for before, after in moves:
            stood = tuple(
                note
                for note, then, at in both
                if after.is_insertion
                and at == new[after.start]
                and (
                    then > old[before.start]
                    or (then == old[before.start] and note in before.before)
                )
            )
            found.append((before, replace(after, before=stood)))
        return tuple(found)

    def carried(
        self,
        anchor: Anchor | None,
        *,
        changes: Mapping[str, tuple[Operation, ...]],
        moves: Mapping[str, Moves],
    ) -> Anchor | None:
        """Return where a new note is referred to once its proposal was carried to the new version."""
        if anchor is None or anchor.paragraph not in self.base.place:
            return anchor
        was, now = self.base.get(anchor.paragraph), self.new_base.get(anchor.paragraph)
        if was is None or now is None:
            return None
        known = dict(moves.get(anchor.paragraph, ()))
        pin = _pin("n", anchor, was.text, changes.get(anchor.paragraph, ()))
        pin = (
            replace(pin, change=known[pin.change])
            if pin.change in known
            else _moved(pin, was.text, now.text)
        )
        parts = laid(now.text, (), known.values(), forms={}, pins=[pin])
        found = Anchor(anchor.paragraph, standing(parts)[1]["n"])
        if _pin("n", found, now.text, known.values()) == pin:
            return found
        return replace(found, point=(pin.at, *pin.rank))


def references(version: Version) -> dict[str, dict[str, int]]:
    """Return, for each paragraph, the notes that are referred to in it, and after how many characters."""
    found: dict[str, dict[str, int]] = {}
    for each in version.paragraphs:
        if each.anchor is not None:
            found.setdefault(each.anchor.paragraph, {})[each.id] = each.anchor.at
    return found


def _moved(pin: Pin, was: str, now: str) -> Pin:
    """Return a reference to the words that stood, where those words are now."""
    made, starts = hunks(was, now), starts_of(was)
    if pin.change is not None:
        for hunk in made:
            if hunk.operation == pin.change:  # others did the same, and it stands
                return Pin(pin.note, starts_of(now)[hunk.start] + pin.at)
        pin = Pin(pin.note, starts[pin.change.start])  # it could not be carried
    parts = laid(was, (), (hunk.operation for hunk in made), forms={}, pins=[replace(pin, rank=())])
    rank, atom = pin.rank, bisect_left(starts, pin.at)
    for hunk in made:
        gone = hunk.operation
        if starts[gone.start] < pin.at and atom <= gone.end:
            rank = rank if atom == gone.end else ()
            rank = ranked(atom - gone.start, rank) if hunk.start == hunk.end else rank
    return Pin(pin.note, standing(parts)[1][pin.note], rank=rank)
