"""Who may see a part of an act. The words stand in the record; who belongs is told by seats and mandates."""

from enum import StrEnum


class Audience(StrEnum):
    """The audiences there are, widest first."""

    PUBLIC = "public"
    PROGRAMME = "programme"
    BODY = "body"
    BODY_THEN = "body-then"
    NAMED = "named"
    CHAIR = "chair"
    DIRECTORY = "directory"
    """Who nominates contacts for some party, and who runs the programme: those who keep the directory, and use it."""
    SECRETARIAT = "secretariat"
    OWN = "own"
    PERSONS = "persons"
    """Whom the act names, and who did it: nobody else of any party, that of who did it included."""


OF_A_ROOM = frozenset({Audience.BODY, Audience.BODY_THEN, Audience.PROGRAMME})
"""Audiences that a room, and all who take part, belong to: its chair may widen them."""

PARTS_OF_EVERY_ACT = (
    "kind",
    "by",
    "on_behalf_of",
    "audience",
    "effective",
    "source",
    "concerns",
    "named",
    "persons",
    "signature",
)
ENVELOPE_KEYS = frozenset(
    {
        *PARTS_OF_EVERY_ACT,
        "nonce",
        "statement",
        "parts",
        "received",
        "at",
        "index",
        "seen",
        "audiences",
    }
)
"""Names that no kind may give to a field."""


def reaches(audience: Audience, least: Audience) -> bool:
    """Tell whether all who must see it do: a body's members, its chair, the parties named, or nobody (`own`)."""
    match least:
        case Audience.OWN:
            return True
        case Audience.CHAIR:
            return audience is Audience.CHAIR or reaches(audience, Audience.BODY)
        case Audience.BODY:
            return audience in (Audience.PUBLIC, Audience.PROGRAMME, Audience.BODY)
        case Audience.NAMED:
            return audience in (Audience.PUBLIC, Audience.PROGRAMME, Audience.NAMED)
    return audience in (Audience.PUBLIC, least)


def within(audience: Audience) -> tuple[Audience, ...]:
    """Return the audiences in which nobody is who does not belong to this one, in any programme; itself first."""
    match audience:
        case Audience.PUBLIC:
            return tuple(Audience)
        case Audience.PROGRAMME:
            return tuple(
                each for each in Audience if each not in (Audience.PUBLIC, Audience.PERSONS)
            )
        case Audience.BODY:
            return (audience, Audience.BODY_THEN, Audience.CHAIR, Audience.OWN)
        case Audience.DIRECTORY:
            return (audience, Audience.SECRETARIAT, Audience.OWN)
        case Audience.OWN | Audience.PERSONS:
            return (audience,)
    return (audience, Audience.OWN)


def widens(before: Audience, after: Audience) -> bool:
    """Tell whether everyone who could see it before can see it after. Only those pairs that hold in every programme."""
    if before is Audience.PERSONS:
        # Who was promised that two people read it is not shown to more by anybody.
        return False
    if after is before or after is Audience.PUBLIC:
        return True
    if after is Audience.DIRECTORY:
        return before in (Audience.OWN, Audience.SECRETARIAT)
    return after is Audience.PROGRAMME and before is not Audience.PUBLIC
