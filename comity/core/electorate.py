"""Who takes part in a decision of a body."""

from collections.abc import Iterable, Iterator
from datetime import datetime

from comity.core.absence import Absence, Stands, absent
from comity.core.interest import Recusal
from comity.core.party import Seat
from comity.core.state import All, State, every
from comity.core.text import Text


def voices(seats: Iterable[Seat], *, at: datetime) -> tuple[str, ...]:
    """Return the parties that hold a seat with a voice at this instant, in order of their ids, each once."""
    return tuple(
        sorted(
            {seat.party for seat in seats if seat.party and seat.has_voice and seat.holds_at(at)}
        )
    )


def needed(text: Text) -> Iterator[All]:
    """What must be looked at to say who is asked on a text: who sits there, who is absent, who stands aside."""
    yield every(Seat, body=text.body)
    yield every(Recusal, about=text.thing)
    yield every(Absence, stands=Stands.IN_FORCE)


def asked_on(text: Text, state: State, *, at: datetime) -> tuple[str, ...]:
    """Return the parties with a voice that are neither absent nor stand aside on the text, in order of their ids."""
    aside = {each.party for each in state.all(Recusal, about=text.thing)}
    aside |= absent(state.all(Absence, stands=Stands.IN_FORCE), at=at)
    seated = voices(state.all(Seat, body=text.body), at=at)
    return tuple(party for party in seated if party not in aside)
