"""Whom the desk must write to when something happens, and about what; the words are found when it is written."""

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from comity.core.act import Act
from comity.core.consensus import Round, RoundStatus
from comity.core.contact import Check
from comity.core.entity import Entity
from comity.core.invitation import Invitation, Replacement
from comity.core.post import Circular
from comity.core.text import Silence, SilenceStatus

OF_A_MEETING = ("invite", "move-meeting", "cancel-meeting")
"""What those who are invited are written to about; who answers knows it already."""


class Letter(NamedTuple):
    """A notice to a party."""

    party: str
    what: str
    thing: str


def letters(act: Act, changed: Iterable[Entity]) -> Iterator[Letter]:
    """Yield the notices that an act calls for, from the things as it left them."""
    verb = act.KIND.partition(".")[2].partition("/")[0]
    if act.is_recorded:
        return
    for entity in changed:
        match entity:
            case Silence(status=SilenceStatus.RUNNING) | Round(status=RoundStatus.RUNNING):
                for party in dict.fromkeys(entity.parties):
                    yield Letter(party, verb, entity.thing)
            case Circular():
                for party in entity.parties:
                    yield Letter(party, verb, entity.thing)
            case Invitation() if entity.party and verb in OF_A_MEETING:
                yield Letter(entity.party, verb, entity.thing)
            case Replacement():
                yield Letter(entity.party, verb, f"invitation/{entity.invitation}")
            case Check(answered=None):
                yield Letter(entity.party, verb, entity.thing)
