"""What may be told from a body's room: the audiences that its attribution rule gives an act."""

from collections.abc import Mapping

from comity.core.audience import Audience
from comity.core.party import Attribution, Body

OPEN_ROOM: Mapping[str, Audience] = {"*": Audience.PUBLIC, "by": Audience.OWN}
CLOSED_ROOM: Mapping[str, Audience] = {"*": Audience.BODY, "by": Audience.OWN}


def audiences_in(body: Body | None) -> Mapping[str, Audience]:
    """Return who sees each part of what is done in a body: all, or only its members."""
    if body is None or body.attribution is Attribution.ON_THE_RECORD:
        return OPEN_ROOM
    # Under Chatham House too the whole act stays inside: who acted in it is what the rule protects.
    return CLOSED_ROOM


def meeting_audiences(
    rule: Attribution, *, body: str, hidden: tuple[str, ...]
) -> Mapping[str, Audience]:
    """Return who sees what is told of a meeting; `hidden` are the parts that say who was there or who spoke.

    Whom a recorded act concerns was there, or spoke.
    """
    members = Audience.BODY if body else Audience.SECRETARIAT
    match rule:
        case Attribution.ON_THE_RECORD:
            return OPEN_ROOM
        case Attribution.CHATHAM_HOUSE:
            return {
                **OPEN_ROOM,
                **dict.fromkeys(
                    (*hidden, "concerns"), Audience.CHAIR if body else Audience.SECRETARIAT
                ),
            }
        case Attribution.CLOSED:
            return {**dict.fromkeys(hidden, members), "*": members, "by": Audience.OWN}
