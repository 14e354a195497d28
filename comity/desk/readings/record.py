"""What happened, act by act?"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from comity.core.party import Party
from comity.core.programme import Exercise
from comity.desk.look import Look
from comity.desk.seen import Deed, Seen

A_PAGE = 50
ROOMS = ("programme", "parties", "convene", "reframe", "mobilize", "operate")


@dataclass(frozen=True, kw_only=True)
class Entered:
    """An act, and how many acts sealed from this viewer stand between it and the next older one shown."""

    deed: Deed
    sealed_below: int = 0


@dataclass(frozen=True, kw_only=True)
class RecordPage:
    """The minutes, newest first, fifty to a page."""

    rows: Sequence[Entered]
    sealed_above: int
    """How many newer acts, sealed from this viewer, stand above the first."""
    size: int
    older: int | None
    """The index from which the next older page is read; None where there is none."""
    newest: bool
    half: str
    has_halves: bool
    """True where there is an exercise, apart from what counts."""
    of: Seen[Any] | None = None
    """The thing or party that all of these concern, where only those are asked for."""


def record(look: Look, *, before: str = "", half: str = "", of: str = "") -> RecordPage | None:
    """Read a page of minutes; `half` is `archive` for what counts, `exercise` for what is practice.

    `of` is a thing, `type/id`: only what made, changed or named it; of a party, only what it did.
    """
    about = look.things([of]).get(of) if of else None
    if of and about is None:
        return None
    start = int(before) if before.isascii() and before.isdigit() and len(before) < 15 else None
    exercise = _exercise(look)
    scope = {"archive": "", "exercise": exercise}.get(half)
    counts = scope is None and about is None
    is_party = about is not None and about.type == Party.TYPE
    deeds = look.minutes(
        before=start,
        limit=A_PAGE + 1,
        scope=scope,
        thing=about.thing if about and not is_party else "",
        party=about.id if about and is_party else "",
    )
    shown = deeds[:A_PAGE]
    return RecordPage(
        rows=_with_gaps(
            shown, older=deeds[A_PAGE].index if len(deeds) > A_PAGE else -1, counts=counts
        ),
        sealed_above=(start or look.size) - 1 - shown[0].index if shown and counts else 0,
        size=look.size,
        older=shown[-1].index if len(deeds) > A_PAGE else None,
        newest=start is None,
        half=half if scope is not None else "",
        has_halves=exercise is not None,
        of=about,
    )


def _with_gaps(deeds: Sequence[Deed], *, older: int, counts: bool) -> list[Entered]:
    """Say of each act how many that are sealed follow it; where not all are listed, none is counted."""
    below = [*(deed.index for deed in deeds[1:]), older]
    return [
        Entered(deed=deed, sealed_below=deed.index - after - 1 if counts else 0)
        for deed, after in zip(deeds, below, strict=False)
    ]


def _exercise(look: Look) -> str | None:
    known = look.some(Exercise, limit=1)
    return known[0].id if known else None
