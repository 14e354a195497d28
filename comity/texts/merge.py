"""Merge: any set of accepted proposals gives one text, the same in whatever order they come.

    base   States |shall| report |annually|.
    A      States |should| report annually.            touches token 1
    B      States shall report |every year|.           touches token 3
    A + B  States should report every year.

What two proposals both touch, and would have differently, is a **collision**: there the base words stand, and
each side's reading is listed. What both would have alike is done once and credited to both. Words put at one
point by several stand one after another, in the order in which the proposals were tabled.

Method: three-way merge (Khanna, Kunal and Pierce, *A formal investigation of diff3*, 2007) over spans rather
than chunks: overlapping spans are gathered in one sweep, so that each contested stretch is one collision.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from comity.texts.errors import Unreadable
from comity.texts.laid import Pin, laid, standing
from comity.texts.notes import anchored, pins_of
from comity.texts.proposal import Proposal, changes_of, check_all, forms_of
from comity.texts.spans import Claims, Collision, Left, Settled, settle
from comity.texts.stack import NewParagraph, stack
from comity.texts.version import Paragraph, Version


@dataclass(frozen=True, slots=True)
class Merged:
    """The consolidated version, and everything that is not in it."""

    version: Version
    collisions: tuple[Collision, ...] = ()
    applied: tuple[str, ...] = ()
    partly: tuple[tuple[str, tuple[Left, ...]], ...] = ()
    credits: tuple[tuple[str, tuple[str, ...]], ...] = ()


def merge(
    base: Version, *, proposals: Sequence[Proposal], accept: Iterable[str] | None = None
) -> Merged:
    """Consolidate the accepted proposals (all, where none are named) into one version.

    Raises Unreadable where a proposal does not belong to the base or an unknown one is accepted.
    """
    check_all(tuple(proposals), base)
    accepted = accepted_of(proposals, accept)
    claims = claims_of(base, accepted)
    new = stack(accepted, taken=base.place)
    pins = pins_of(base, claims, new)
    now: dict[str, Paragraph | None] = {}
    moved: dict[str, int] = {}
    collisions: list[Collision] = []
    left: dict[str, list[Left]] = {}
    for name in sorted(claims, key=base.place.__getitem__):
        paragraph = base.paragraphs[base.place[name]]
        settled = settle(paragraph, claims[name])
        now[name], notes = _settled(paragraph, settled, claims[name], pins.get(name, ()))
        moved |= notes
        collisions += settled.collisions
        for proposal, piece in settled.left:
            left.setdefault(proposal, []).append(piece)
    return Merged(
        version=Version(tuple(anchored(_read(base, now, new), moved))),
        collisions=tuple(collisions),
        applied=tuple(sorted(each.id for each in accepted if each.id not in left)),
        partly=tuple((name, tuple(left[name])) for name in sorted(left)),
        credits=tuple((one.id, one.by) for ones in new.values() for one in ones),
    )


def accepted_of(proposals: Sequence[Proposal], accept: Iterable[str] | None) -> list[Proposal]:
    """Return the accepted proposals in the order in which all were tabled."""
    if accept is None:
        return list(proposals)
    wanted = list(accept)
    known = {each.id for each in proposals}
    for name in wanted:
        if name not in known:
            raise Unreadable(f"there is no proposal {name!r}", place="accept")
    chosen = set(wanted)
    return [each for each in proposals if each.id in chosen]


def claims_of(base: Version, accepted: Sequence[Proposal]) -> dict[str, Claims]:
    """Return what the accepted proposals would do to each paragraph they touch."""
    claims: dict[str, Claims] = {}
    for order, proposal in enumerate(accepted):
        for edit in proposal.edited:
            found = changes_of(edit, base)
            if found:
                forms = forms_of(edit, found, base)
                claims.setdefault(edit.id, Claims()).edit(proposal.id, order, found, forms)
        for name in proposal.deleted:
            claims.setdefault(name, Claims()).delete(proposal.id)
    return claims


def _settled(
    paragraph: Paragraph, settled: Settled, claims: Claims, pins: Sequence[Pin]
) -> tuple[Paragraph | None, dict[str, int]]:
    """Return a paragraph as it is now (None: gone), and where its notes are referred to."""
    if settled.text is None:
        return None, {}
    formats, notes = paragraph.formats, dict[str, int]()
    if formats or claims.forms or pins:
        parts = laid(paragraph.text, formats, settled.done, forms=claims.forms, pins=pins)
        formats, notes = standing(parts)
    return replace(paragraph, text=settled.text, formats=formats), notes


def _read(
    base: Version, now: dict[str, Paragraph | None], new: dict[str | None, list[NewParagraph]]
) -> Iterable[Paragraph]:
    yield from (one.paragraph for one in new.get(None, ()))
    for paragraph in base.paragraphs:
        stands = now.get(paragraph.id, paragraph)
        if stands is not None:
            yield stands
        yield from (one.paragraph for one in new.get(paragraph.id, ()))
