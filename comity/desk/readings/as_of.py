"""As of which day: what a list showed, or would have shown, at the end of a day, as far as it is known now."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import Any, TypeVar

from comity.core.entity import Entity
from comity.core.errors import Malformed
from comity.core.when import When
from comity.desk.seen import Seen

E = TypeVar("E", bound=Entity)
LONGEST = 40
"""So much of what cannot be read as a day is told back."""


@dataclass(frozen=True, kw_only=True)
class AsOf:
    """The end of a day, of a month or of a year; or now, where none is asked for or what was asked is no day."""

    day: When | None = None
    not_a_day: str = ""
    """What was asked, where it is no day."""

    @property
    def end(self) -> datetime:
        """The last instant of the day asked for."""
        if self.day is None:
            return datetime.max.replace(tzinfo=UTC)
        return self.day.end - timedelta(microseconds=1)

    def known(self, found: Iterable[Seen[E]], *dates: str) -> list[Seen[E]]:
        """Return what had begun by then, by the first of these dates that is told, else by when it took effect."""
        return [each for each in found if began(each, *dates) <= self.end]

    def held(self, found: Iterable[Seen[E]]) -> list[Seen[E]]:
        """Return the seats held at the end of that day, and those that a source had attested by then."""
        return [each for each in found if self._is_held(each)]

    def _is_held(self, seat: Seen[Any]) -> bool:
        if self.day is None:
            return True
        if began(seat, "start", "attested_on") > self.end:
            return False
        ended, end = seat.value("ended"), seat.value("end")
        return not (ended and ended <= self.end) and not (end and end.end <= self.end)


def as_of(asked: str) -> AsOf:
    """Read a day as people type it; what is no day is told back, and the list shows what stands now."""
    if not asked.strip():
        return AsOf()
    try:
        day = When(asked.strip())
    except Malformed:
        return AsOf(not_a_day=asked.strip()[:LONGEST])
    return AsOf(not_a_day=asked.strip()) if day.precision == "instant" else AsOf(day=day)


def began(seen: Seen[Any], *dates: str) -> datetime:
    """Return since when a thing is: as it says itself, else when its act took effect, else when that was received."""
    for name in dates:
        said = seen.value(name)
        if isinstance(said, When):
            return said.first
        if isinstance(said, datetime):
            return said
    effective = seen.effective
    if seen.is_recorded and effective.is_value and isinstance(effective.value, When):
        return effective.value.first
    return seen.at
