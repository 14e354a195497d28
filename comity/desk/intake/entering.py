"""What is to be entered goes through the desk in batches; what a rule is against stays out, with the reason."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from comity.desk.desk import Desk, Submission
from comity.desk.envelope import random_id
from comity.desk.intake.plan import Candidate
from comity.desk.intake.wanted import Wanted
from comity.desk.outcome import Conflict, Refused, Stands

BATCH = 100
BLOCK = 1_000
"""So many rows are tried while the log is held: whoever acts meanwhile waits a second or two, and not a minute."""
STRIKE = "programme.strike/1"
_PREFIX = "import"

Found = Stands | Refused | Conflict


@dataclass(frozen=True)
class Entered:
    """What came of each row, and the name under which all of it can be undone."""

    batch: str
    outcomes: tuple[tuple[Candidate, Found], ...]

    @property
    def acts(self) -> tuple[int, ...]:
        """The acts that stand."""
        return tuple(found.index for _, found in self.outcomes if isinstance(found, Stands))


@dataclass(frozen=True)
class For:
    """Who enters, for whom, and from which source where it is only recorded."""

    person: str
    party: str
    source: str = ""


def enter(
    desk: Desk,
    wanted: Wanted,
    rows: Sequence[Candidate],
    *,
    actor: For,
    done: Callable[[int, int], None],
    batch: str = "",
) -> Entered:
    """Enter rows; each stands or is refused for itself. Under a batch's own name again, each is entered once."""
    batch = batch or new_batch()
    outcomes: list[tuple[Candidate, Found]] = []
    for some in _batches(rows):
        asked = [_submission(wanted, each, actor, batch) for each in some]
        outcomes += zip(some, desk.submit_many(asked), strict=True)
        done(len(outcomes), len(rows))
    return Entered(batch, tuple(outcomes))


def new_batch() -> str:
    """Return a name for an import under which it can be undone."""
    return random_id()[:8]


def try_out(
    desk: Desk, wanted: Wanted, rows: Sequence[Candidate], *, actor: For
) -> Sequence[tuple[Candidate, Found]]:
    """Judge every row as if all before it in its block stood, and let nothing stand."""
    found: list[tuple[Candidate, Found]] = []
    for start in range(0, len(rows), BLOCK):
        some = rows[start : start + BLOCK]
        asked = [_submission(wanted, each, actor, "dry") for each in some]
        found += zip(some, desk.try_many(asked), strict=True)
    return found


def stands_of(desk: Desk, batch: str, *, actor: For) -> int:
    """Count what one import entered, so far, and is not struck."""
    return len(desk.submitted(f"{_PREFIX}.{batch}.", person=actor.person))


def undo(desk: Desk, batch: str, *, actor: For, why: str) -> Sequence[tuple[int, Found]]:
    """Strike what one import entered and is not struck yet, the last first."""
    acts = desk.submitted(f"{_PREFIX}.{batch}.", person=actor.person)
    asked = [
        Submission(
            envelope={"kind": STRIKE, "on_behalf_of": actor.party, "act": act, "why": why},
            person=actor.person,
        )
        for act in sorted(acts, reverse=True)
    ]
    found = [each for some in _batches(asked) for each in desk.submit_many(some)]
    return list(zip(sorted(acts, reverse=True), found, strict=True))


def _submission(wanted: Wanted, each: Candidate, actor: For, batch: str) -> Submission:
    envelope: dict[str, Any] = {
        "kind": wanted.act,
        "on_behalf_of": actor.party,
        **_recorded(actor),
        **each.fields,
        "nonce": f"{_PREFIX}.{batch}.{each.row.number}",
    }
    return Submission(envelope=envelope, person=actor.person)


def _recorded(actor: For) -> Mapping[str, str]:
    return {"source": actor.source} if actor.source else {}


def _batches(rows: Sequence[Any]) -> Iterator[Sequence[Any]]:
    for start in range(0, len(rows), BATCH):
        yield rows[start : start + BATCH]
