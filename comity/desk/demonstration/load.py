"""Enters the script of the demonstration under a clock that never decreases and ends at the moment of loading."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from datetime import datetime
from pathlib import Path
from typing import Any

from comity.core.errors import Broken
from comity.desk import clerk
from comity.desk.desk import Desk, Submission
from comity.desk.establish import Founding, establish
from comity.desk.outcome import Stands
from comity.store import database
from programmes.reader import Step, steps

DATABASE = "comity.sqlite3"
BATCH = 25
"""How many acts go under one lock: as many as let a bar move evenly."""


def script(now: datetime) -> list[Step]:
    """Return every act of the demonstration as it is told at this moment."""
    return steps(now)


def load(folder: Path, told: Sequence[Step], *, now: datetime, done: Callable[[int], None]) -> None:
    """Enter the script into a new folder; `done` is told how many acts stand.

    The script's clock counts as running to its end; from then on only what the clerk writes down does.
    """
    folder.mkdir(parents=True)
    store = database.in_file(folder / DATABASE)
    try:
        first, *rest = told
        desk = establish(folder, founding(first), at=first.at, store=store, clock=lambda: now)
        done(1)
        entered = 1
        for batch in _batches(rest):
            _enter(desk, batch)
            entered += len(batch)
            done(entered)
        clerk.attend(store, until=now)
    finally:
        store.close()


def founding(step: Step) -> Founding:
    """Read what the programme begins with from the first act of the script."""
    said = {
        name: value
        for name, value in step.envelope.items()
        if name in Founding.__dataclass_fields__
    }
    return Founding(**said, is_simulated=bool(step.envelope["simulated"]))


def _batches(rest: Sequence[Step]) -> Iterator[Sequence[Step]]:
    for start in range(0, len(rest), BATCH):
        yield rest[start : start + BATCH]


def _enter(desk: Desk, batch: Sequence[Step]) -> None:
    """Enter some acts; raise Broken, naming the place in the files, where one is out of order."""
    outcomes = desk.submit_many([_submission(desk, step) for step in batch])
    for step, outcome in zip(batch, outcomes, strict=True):
        if not isinstance(outcome, Stands):
            raise Broken(f"{step.where}: {outcome}")


def _submission(desk: Desk, step: Step) -> Submission:
    envelope: dict[str, Any] = dict(step.envelope)
    if step.enclosure is not None:
        lodged = desk.lodge(
            step.enclosure.content, media_type=step.enclosure.media_type, person=step.person
        )
        envelope["file"] = dict(lodged)
    return Submission(envelope=envelope, person=step.person, at=step.at)
