"""Who takes part in a decision of a body."""

from collections.abc import Iterable
from datetime import datetime

from comity.core.party import Seat


def voices(seats: Iterable[Seat], *, at: datetime) -> tuple[str, ...]:
    """Return the parties that hold a seat with a voice at this instant, in order of their ids, each once."""
    return tuple(
        sorted(
            {seat.party for seat in seats if seat.party and seat.has_voice and seat.holds_at(at)}
        )
    )
