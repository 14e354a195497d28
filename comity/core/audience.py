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
    SECRETARIAT = "secretariat"
    OWN = "own"


PARTS_OF_EVERY_ACT = (
    "kind",
    "by",
    "on_behalf_of",
    "audience",
    "effective",
    "source",
    "concerns",
    "named",
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


def widens(before: Audience, after: Audience) -> bool:
    """Tell whether everyone who could see it before can see it after. Only those pairs that hold in every programme."""
    if after is before or after is Audience.PUBLIC:
        return True
    return after is Audience.PROGRAMME and before is not Audience.PUBLIC
