"""Where notes are referred to when the words around them change.

A note is a paragraph of its own; its anchor says after how many characters of which paragraph the reference stands. The
anchor of a new note counts in the paragraph as its proposer would have it, that of any other in the base.
"""

from collections.abc import Iterable, Mapping
from dataclasses import replace

from comity.texts.laid import Pin, laid, pinned, standing, starts_of
from comity.texts.moved import Moves
from comity.texts.operation import Operation, operations
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
        pin = Pin(one.id, anchor.at)
        if anchor.paragraph in claims:
            changes = claims[anchor.paragraph].by_proposal.get(one.first, ())
            text = base.paragraphs[base.place[anchor.paragraph]].text
            pin = pinned(one.id, text, changes, anchor.at)
        found.setdefault(anchor.paragraph, []).append(pin)
    return found


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


def carried_anchor(
    anchor: Anchor | None,
    *,
    base: Version,
    new_base: Version,
    changes: Mapping[str, tuple[Operation, ...]],
    moves: Mapping[str, Moves],
) -> Anchor | None:
    """Return where a new note is referred to once its proposal was carried to a new base."""
    if anchor is None or anchor.paragraph not in base.place:
        return anchor
    was, now = base.get(anchor.paragraph), new_base.get(anchor.paragraph)
    if was is None or now is None:
        return None
    known = dict(moves.get(anchor.paragraph, ()))
    pin = pinned("n", was.text, changes.get(anchor.paragraph, ()), anchor.at)
    if pin.change in known:
        pin = Pin("n", pin.at, known[pin.change])
    else:
        if pin.change is not None:  # it could not be carried
            pin = Pin("n", starts_of(was.text)[pin.change.start])
        meanwhile = operations(was.text, now.text)
        parts = laid(was.text, (), meanwhile, forms={}, pins=[Pin("n", pin.at)])
        pin = Pin("n", standing(parts)[1]["n"])
    parts = laid(now.text, (), known.values(), forms={}, pins=[pin])
    return Anchor(anchor.paragraph, standing(parts)[1]["n"])
