"""Who is asked to a meeting, what they answered, and how many places there are."""

from dataclasses import dataclass
from enum import StrEnum
from typing import Annotated

from comity.core.entity import Entity, SeenWith, entity
from comity.core.erased import Erased, Free
from comity.core.when import Deadline


@entity("invitation", indexes=("meeting", "party"), under="meeting")
@dataclass(frozen=True, kw_only=True)
class Invitation(Entity):
    """To a party, which then says who comes; to one person of it; or to whoever takes part, as far as places go."""

    meeting: str
    party: Annotated[str, SeenWith("invited")] = ""
    """Empty where it is open to whoever takes part in the programme."""
    person: Annotated[str, SeenWith("guest")] = ""
    places: int = 1
    """How many people may come on it."""
    answer_by: Deadline
    words: Free = ""
    sequence: int = 0
    """Which revision of the meeting those whom it names were last told of."""
    lapsed: bool = False
    """True where the meeting was cancelled."""


class Answer(StrEnum):
    """What is answered to an invitation."""

    COMES = "comes"
    TENTATIVE = "tentative"
    DECLINES = "declines"


@entity("coming", indexes=("invitation", "meeting", "party"), under="invitation")
@dataclass(frozen=True, kw_only=True)
class Coming(Entity):
    """One party's answer to one invitation; the latest stands."""

    invitation: str
    meeting: str
    party: Annotated[str, SeenWith("on_behalf_of")]
    answer: Answer
    people: int = 1
    delegates: tuple[str, ...] | Erased = ()
    requires: Free = ""
    """What somebody needs to take part: for the secretariat alone."""
    words: Free = ""
    late: bool = False

    @property
    def places(self) -> int:
        """How many places it takes: who may come, and who does not, takes none."""
        return self.people if self.answer is Answer.COMES else 0


@entity("uptake", under="invitation")
@dataclass(frozen=True, kw_only=True)
class Uptake(Entity):
    """How many places of an invitation are taken, under the invitation's own id.

    It is a thing apart, because who may know of an invitation may not know who answered it.
    """

    invitation: str
    taken: int = 0


@entity("seating", under="meeting")
@dataclass(frozen=True, kw_only=True)
class Seating(Entity):
    """How many seats of a meeting are taken, under the meeting's own id."""

    meeting: str
    taken: int = 0


class Hindrance(StrEnum):
    """Why somebody who was to come does not."""

    VISA_REFUSED = "visa-refused"
    VISA_LATE = "visa-late"
    ILL = "ill"
    CALLED_AWAY = "called-away"
    OTHER = "other"


@entity("replacement", indexes=("invitation", "meeting"), under="invitation")
@dataclass(frozen=True, kw_only=True)
class Replacement(Entity):
    """Somebody comes in another's place, with the same papers."""

    invitation: str
    meeting: str
    party: Annotated[str, SeenWith("on_behalf_of")]
    leaves: Free
    comes: Free
    because: Hindrance


@entity("arrangement", under="meeting")
@dataclass(frozen=True, kw_only=True)
class Arrangement(Entity):
    """What one needs to know to take part, under the meeting's own id: seats, how to get in, how to join from afar."""

    meeting: str
    seats: int = 0
    """How many people the room holds; 0 where nobody said."""
    access: Free = ""
    joining: Free = ""
    for_parties: tuple[str, ...] = ()
    """The parties that were told how to get in and how to join."""
