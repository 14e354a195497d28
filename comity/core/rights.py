"""Who may do an act: one declared right a kind, judged in one place by the desk."""

from dataclasses import dataclass
from enum import StrEnum


class Power(StrEnum):
    """What a mandate lets a person do for a party."""

    SPEAK = "speak"
    ENDORSE = "endorse"
    NOMINATE = "nominate"
    ADMINISTER = "administer"
    RECORD = "record"


RUNS_THE_PROGRAMME = frozenset({Power.ADMINISTER, Power.RECORD})
"""Powers that only the host, secretariats and archives have."""


class Role(StrEnum):
    """A place in a body."""

    CHAIR = "chair"
    CO_CHAIR = "co-chair"
    MEMBER = "member"
    COMMISSIONER = "commissioner"
    SPECIAL_ADVISER = "special-adviser"
    DIRECTOR = "director"
    SECRETARIAT = "secretariat"
    FELLOW = "fellow"
    """Learns the work beside those who do it; has no voice."""
    VOLUNTEER = "volunteer"
    """Carries what was agreed to those who can act on it; has no voice."""
    OBSERVER = "observer"


@dataclass(frozen=True)
class Mandated:
    """A person with a mandate of this power for the party they act for."""

    power: Power


@dataclass(frozen=True)
class Chairs:
    """The chair (or a co-chair) of the body that the act belongs to."""


@dataclass(frozen=True)
class Seated:
    """A person with the power to speak for a party that has a voice in the body the act belongs to."""


@dataclass(frozen=True)
class Clerk:
    """The desk itself, when a time has come. No person may."""


@dataclass(frozen=True)
class Invited:
    """The person whom an invitation names, for the party that it names them of; no mandate is needed."""


Right = Mandated | Chairs | Seated | Clerk | Invited
