"""A deadline as a ring: how much of it is left, drawn on the server."""

from dataclasses import dataclass
from datetime import datetime, timedelta

NEAR = timedelta(hours=6)


@dataclass(frozen=True)
class Ring:
    """What the ring shows: seconds left of the whole, both never below nought."""

    left_seconds: int
    whole_seconds: int

    @property
    def percent(self) -> str:
        """How much of the ring is drawn."""
        return f"{100 * self.left_seconds / self.whole_seconds:.1f}" if self.whole_seconds else "0"

    @property
    def is_near(self) -> bool:
        """True where little time is left."""
        return self.left_seconds < NEAR.total_seconds()


def ring_of(*, opened: datetime, deadline: datetime, now: datetime) -> Ring:
    """Measure what is left between an opening and a deadline."""
    whole = max(int((deadline - opened).total_seconds()), 1)
    return Ring(min(max(int((deadline - now).total_seconds()), 0), whole), whole)
