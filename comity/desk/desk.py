"""The registry desk: the one way in (`submit`) and the one way to look (`read`). It has the clock and the keys."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, Concatenate, ParamSpec, TypeVar

from comity.acts import register
from comity.core.errors import Broken, Malformed
from comity.desk import envelope as envelopes
from comity.desk import receipts, scrubbing
from comity.desk.border import border
from comity.desk.folder import Folder
from comity.desk.guest import as_guest
from comity.desk.look import Look
from comity.desk.outcome import Conflict, Outcome, Receipt, Refused, Stands, Undone
from comity.desk.sights import viewer_of
from comity.desk.sitting import CLERK, Sitting
from comity.desk.viewer import Viewer
from comity.record import make_blob, open_blob, read_blob_value
from comity.store import acts, blobs, database, made_with, people
from comity.store.database import Database
from comity.store.known import Known

P = ParamSpec("P")
R = TypeVar("R")


def wall_clock() -> datetime:
    """Return this moment."""
    return datetime.now(UTC)


LONGEST = 32_000_000
"""How many bytes one file may have."""
MOST_FILES, MOST_BYTES = 100, 250_000_000
"""How much one person may lodge that no act names yet; what nobody names goes after three days."""


class _Tried(Exception):
    """Undoes what was only tried."""


class _Undo(Exception):
    """Undoes what stood before the act that may not stand."""

    def __init__(self, undone: Undone) -> None:
        super().__init__(undone)
        self.undone = undone


class NoRoom(Malformed):
    """A person lodged so much that no act names that no more is taken."""

    def __init__(self, files: int, size: int) -> None:
        expected = (
            f"at most {MOST_FILES} files and {MOST_BYTES // 1_000_000} MB that no act names yet"
        )
        found = f"{files} files and {size // 1_000_000} MB waiting already"
        super().__init__("file", expected=expected, found=found)


@dataclass(frozen=True, kw_only=True)
class Submission:
    """One act of a batch. `at` is heard only in a log that says its times are simulated."""

    envelope: Mapping[str, Any]
    person: str
    at: datetime | None = None


class Desk:
    """One programme, in one data folder."""

    def __init__(
        self,
        folder: Path,
        *,
        store: Database | None = None,
        clock: Callable[[], datetime] = wall_clock,
    ) -> None:
        self.folder = Folder(folder)
        self.folder.check()
        self.store = store or database.of_django()
        self.clock = clock
        self._known = Known()
        register.load()

    @property
    def is_current(self) -> bool:
        """False where another version computed what pages show: it is to be computed anew (`replay.migrate`)."""
        return made_with.is_current(self.store)

    def submit(
        self, envelope: Mapping[str, Any], *, person: str, at: datetime | None = None
    ) -> Outcome:
        """Enter an act, or say why not; raise Malformed for what cannot be read."""
        asked = envelopes.read(envelope, person=_human(person))
        with self.store.writing():  # The transaction: all of it stands, or none.
            sitting = self._sit()
            outcome = sitting.enter(asked, at=self._moment(sitting, at))
            sitting.close()
            answer = self._answer(sitting, outcome)
        self._rise(sitting)
        return answer

    def submit_all(
        self, several: Iterable[Mapping[str, Any]], *, person: str
    ) -> tuple[Receipt, ...] | Undone:
        """Enter several acts or none: each is judged on what the one before leaves, under one lock and one checkpoint.

        What stood already under its nonce gives its first receipt again, and is not undone by what comes after it.
        """
        asked = [envelopes.read(each, person=_human(person)) for each in several]
        try:
            with self.store.writing():
                sitting = self._sit()
                stood = [self._next(sitting, each, place=n) for n, each in enumerate(asked)]
                sitting.close()
                answer = tuple(
                    receipts.again(self.store, each.index, is_repeated=each.is_repeated)
                    for each in stood
                )
        except _Undo as undo:
            return undo.undone
        self._rise(sitting)
        return answer

    def submit_many(self, submissions: Iterable[Submission]) -> list[Stands | Refused | Conflict]:
        """Enter a batch under one lock and one checkpoint; here the person may be the clerk."""
        outcomes: list[Stands | Refused | Conflict] = []
        with self.store.writing():
            sitting = self._sit()
            batch = [
                (each, envelopes.read(each.envelope, person=each.person)) for each in submissions
            ]
            sitting.expect([asked for _, asked in batch])
            for each, asked in batch:
                moment = self._moment(sitting, each.at)
                outcomes.append(sitting.enter(asked, at=moment, is_clerk=each.person == CLERK))
            sitting.close()
        self._rise(sitting)
        return outcomes

    def try_many(self, submissions: Iterable[Submission]) -> list[Stands | Refused | Conflict]:
        """Judge a batch as `submit_many` would, each as if those before it stood; nothing stands afterwards."""
        outcomes: list[Stands | Refused | Conflict] = []
        with suppress(_Tried), self.store.writing():
            sitting = self._sit()
            for each in submissions:
                asked = envelopes.read(each.envelope, person=_human(each.person))
                outcomes.append(sitting.enter(asked, at=self._moment(sitting, each.at)))
            raise _Tried
        return outcomes

    def submitted(self, prefix: str, *, person: str) -> Sequence[int]:
        """Return the acts that a person gave a nonce with this beginning, and that are not struck."""
        with self.store.reading():
            return acts.submitted_under(self.store, person, prefix)

    def receipt(self, index: int, *, person: str) -> Receipt | None:
        """Return the receipt of an act once more, to the person whose act it is."""
        with self.store.reading():
            row = self.store.row("SELECT by_person FROM act WHERE idx=?", (index,))
            return (
                receipts.again(self.store, index) if row is not None and row[0] == person else None
            )

    def lodge(self, content: bytes, *, media_type: str, person: str) -> Mapping[str, Any]:
        """Keep bytes until an act binds them; return what its field is to say of them, or raise NoRoom."""
        with border():
            blob, file = make_blob(content, media_type=media_type, salt=os.urandom(16))
        lodged = blobs.Lodged(blob.digest, file, blob.media_type, blob.length)
        with self.store.writing():
            files, size = blobs.unbound(self.store, person=person)
            if files >= MOST_FILES or size + blob.length > MOST_BYTES:
                raise NoRoom(files, size)
            blobs.lodge(self.store, lodged, person=person, at=acts.stamp(self.clock()))
        return blob.value()

    def has_lodged(self, value: Mapping[str, Any], *, person: str) -> bool:
        """Tell whether this person lodged these bytes, just so, and no act binds them yet."""
        with self.store.reading():
            return not blobs.not_theirs(self.store, {"file": value}, person=person)

    def lodged(self, value: Mapping[str, Any], *, person: str) -> bytes | None:
        """Give a person back what they lodged and no act binds yet; None where it waits no more, or is not theirs."""
        with border():
            blob = read_blob_value(dict(value))
        with self.store.reading():
            file = blobs.waiting(self.store, blob.digest, person=person)
        with border():
            return None if file is None else open_blob(file, blob=blob)

    def let_go(self, value: Mapping[str, Any], *, person: str) -> None:
        """Let go of what a person lodged and will let no act bind."""
        with border():
            blob = read_blob_value(dict(value))
        with self.store.writing():
            blobs.let_go(self.store, blob.digest, person=person)

    def viewer(self, person: str | None) -> Viewer:
        """Return what a person is now; None is the public."""
        with self.store.reading():
            return viewer_of(self.store, person or "", at=self.clock())

    def guest(self, person: str, *, invitation: str) -> Viewer | None:
        """Return a person as the guest whom an invitation names; None where it names somebody else."""
        with self.store.reading():
            return as_guest(self.store, person, invitation=invitation, at=self.clock())

    def standing_for(self, parties: Sequence[str]) -> Mapping[str, Sequence[str]]:
        """Return, for each of some parties, who holds a mandate for it now."""
        with self.store.reading():
            return people.standing_for(self.store, parties, at=self.clock())

    def before(
        self,
        envelope: Mapping[str, Any],
        question: Callable[[Look, int], R],
        *,
        person: str,
    ) -> R | None:
        """Let a reading look at an act as if it stood, through the eyes of who would do it; nothing stands afterwards.

        None where it would be refused.
        """
        answer: R | None = None
        with suppress(_Tried), self.store.writing():
            sitting = Sitting(self.store, folder=self.folder)
            asked = envelopes.read(envelope, person=_human(person))
            outcome = sitting.enter(asked, at=self.clock())
            if isinstance(outcome, Stands) and not outcome.is_repeated:
                now = self.clock()
                viewer = viewer_of(self.store, person, at=now)
                answer = question(Look(self.store, viewer=viewer, now=now), outcome.index)
            raise _Tried
        return answer

    def read(
        self,
        viewer: Viewer,
        question: Callable[Concatenate[Look, P], R],
        *args: P.args,
        **kwargs: P.kwargs,
    ) -> R:
        """Let a reading look once, at one moment, through this viewer's eyes."""
        with self.store.reading():
            return question(Look(self.store, viewer=viewer, now=self.clock()), *args, **kwargs)

    def _next(self, sitting: Sitting, asked: envelopes.Asked, *, place: int) -> Stands:
        outcome = sitting.enter(asked, at=self._moment(sitting, None))
        if isinstance(outcome, Stands):
            return outcome
        # Leaving the transaction by an exception is what undoes it.
        raise _Undo(Undone(place, outcome))

    def _answer(self, sitting: Sitting, outcome: Stands | Refused | Conflict) -> Outcome:
        match outcome:
            case Stands(index, _, is_repeated=True):
                return receipts.again(self.store, index, is_repeated=True)
            case Stands() if sitting.fresh is not None:
                return receipts.fresh(sitting.fresh, note=sitting.head.note)
            case Refused() | Conflict():
                return outcome
        raise Broken("an act stands and nothing was entered")

    def _moment(self, sitting: Sitting, at: datetime | None) -> datetime:
        if at is None:
            return self.clock()
        if not sitting.head.is_simulated:
            raise Broken("only a log that says its times are simulated takes the time from outside")
        return at

    def _sit(self) -> Sitting:
        """Take the log, and with it what is known: should anything fail, nothing is."""
        sitting = Sitting(self.store, folder=self.folder)
        # Only now, with the log in hand: before it, two threads could take the same thing to know.
        known, self._known = self._known, Known()
        sitting.known = known.at(sitting.head.size)
        return sitting

    def _rise(self, sitting: Sitting) -> None:
        """After the commit: keep what is known, and make the file forget what was erased."""
        self._known = sitting.known
        if sitting.has_erased:
            scrubbing.attempt(self.store, at=acts.stamp(self.clock()))


def _human(person: str) -> str:
    if person == CLERK or not person:
        raise Broken(f"no person is called {person!r}")
    return person
