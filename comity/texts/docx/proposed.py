"""An author's tracked changes as a proposal: the text as they alone have it, against the text as it was."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace

from comity.texts.docx.marked import Block, Marked, Marks, View, anchors_of
from comity.texts.docx.meant import meant
from comity.texts.docx.referred import placed
from comity.texts.laid import brought, laid, standing
from comity.texts.operation import Operation, operations
from comity.texts.proposal import Edited, Inserted, Proposal
from comity.texts.version import Paragraph, Version


def proposed(document: Marked) -> tuple[Proposal, ...]:
    """Return one proposal for each author, in order of first appearance."""
    base = document.view(lambda marks: not any(mark.is_insertion for mark in marks))
    found = []
    for n, author in enumerate(document.authors(), start=1):

        def stands(marks: Marks, author: str = author) -> bool:
            return all(mark.is_insertion == (mark.by == author) for mark in marks)

        one = _proposal(f"r{n}", author, document, base, document.view(stands))
        found.append(replace(one, at=next(iter(document.times(author)), "")))
    return tuple(found)


def _proposal(
    name: str, by: str, document: Marked, base: tuple[View, ...], theirs: tuple[View, ...]
) -> Proposal:
    version = document.base
    referred = _references(version)
    edited: list[Edited] = []
    inserted: list[tuple[int, Inserted]] = []
    deleted: list[str] = []
    names: dict[int, str] = {}
    for was, now, before in _stretches(base, theirs):
        pairs = dict(_pairs(document, [base[i] for i in was], [theirs[j] for j in now], by))
        after = f"p{before}" if before else None
        by_new = {j: i for i, j in pairs.items()}
        for j, place in enumerate(now):
            view = theirs[place]
            if j in by_new:
                after = names[place] = f"p{was[by_new[j]] + 1}"
                stood = base[was[by_new[j]]]
                if view.text != stood.text:
                    told = meant(stood.text, document.blocks, was=stood, now=view, by=by)
                    one = version.paragraphs[was[by_new[j]]]
                    edited.append(_edited(one, view, referred, told=told))
            else:
                new = Inserted(
                    after,
                    view.text,
                    kind=view.kind,
                    level=view.level,
                    formats=view.formats,
                    place=view.place,
                )
                inserted.append((place, new))
        deleted += [f"p{place + 1}" for i, place in enumerate(was) if i not in pairs]
    found = Proposal(
        name, by, tuple(edited), tuple(new for _, new in inserted), deleted=tuple(deleted)
    )
    given = [one for one, _, _ in found.new_paragraphs(version.place)]
    names |= {place: one for (place, _), one in zip(inserted, given, strict=True)}
    return replace(found, inserted=tuple(_anchored(found.inserted, theirs, names)))


def _references(version: Version) -> dict[str, list[Paragraph]]:
    """Return the notes that are referred to in each paragraph."""
    found: dict[str, list[Paragraph]] = {}
    for each in version.paragraphs:
        if each.anchor is not None:
            found.setdefault(each.anchor.paragraph, []).append(each)
    return found


def _edited(
    was: Paragraph,
    view: View,
    referred: Mapping[str, list[Paragraph]],
    *,
    told: tuple[Operation, ...] | None,
) -> Edited:
    """Return an edit, with what its words alone would not say: how they are set, on which side of a note they stand."""
    found, notes = Edited(was.id, view.text, told), referred.get(was.id, ())
    changes = operations(was.text, view.text) if told is None else told
    if notes:
        now = dict(view.notes)
        carried = placed(
            was.text,
            changes,
            was={note.id: note.anchor.at for note in notes if note.anchor},
            now={note.id: now[note.place[0]] for note in notes if note.place[0] in now},
        )
        found = found if carried is None else replace(found, carried=carried)
    if not was.formats and not view.formats:
        return found
    changes = found.carried or changes
    forms_told = brought(was.text, changes, view.formats)
    said = [
        standing(laid(was.text, was.formats, changes, forms=forms, pins=()))[0]
        for forms in (forms_told, {})
    ]
    return found if said[0] == said[1] else replace(found, formats=said[0])


def _anchored(
    inserted: Iterable[Inserted], theirs: tuple[View, ...], names: dict[int, str]
) -> Iterator[Inserted]:
    anchors = anchors_of(theirs, [names[place] for place in range(len(theirs))])
    for new in inserted:
        if new.kind == "note" and new.place:
            yield replace(new, anchor=anchors.get(new.place[0]))
        else:
            yield new


def _pairs(
    document: Marked, was: list[View], now: list[View], by: str
) -> Iterator[tuple[int, int]]:
    """Pair a paragraph with what became of it: what kept most of its words, or else stands where its first words stood.

    A file says which words were kept, so nothing is guessed by likeness. Pairs never cross, since words stand in the
    same order before and after.
    """
    owner = {n: i for i, view in enumerate(was) for n in view.blocks}
    shared: Counter[tuple[int, int]] = Counter()
    at_home: set[tuple[int, int]] = set()
    for j, view in enumerate(now):
        for n in view.blocks:
            shared[owner.get(n, -1), j] += _kept(document.blocks[n], by)
        i = owner.get(view.home, -1)
        if i >= 0 and was[i].home == view.home:
            at_home.add((i, j))
    likely = {pair for pair, count in shared.items() if count and pair[0] >= 0} | at_home
    found: dict[int, int] = {}
    taken: set[int] = set()
    for i, j in sorted(likely, key=lambda pair: (-shared[pair], pair not in at_home, pair)):
        if i not in found and j not in taken:
            found[i] = j
            taken.add(j)
    yield from sorted(found.items())


def _kept(block: Block, by: str) -> int:
    """Return how many characters of a block stand before and after an author's changes."""
    return sum(
        len(piece.text)
        for piece in block.pieces
        if not any(mark.is_insertion or mark.by == by for mark in piece.marks)
    )


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
