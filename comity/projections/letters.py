"""Whom the desk must write to when something happens, and about what; the words are found when it is written."""

from collections.abc import Iterable, Iterator
from datetime import datetime
from typing import NamedTuple

from comity.core.act import Act
from comity.core.ballot import Ballot, BallotStatus
from comity.core.check_round import RoundCheck
from comity.core.consensus import Round, RoundStatus
from comity.core.contact import Check, Unreached
from comity.core.entity import Entity
from comity.core.invitation import Invitation, Replacement
from comity.core.post import Circular
from comity.core.request import Request
from comity.core.review import ProgressSubmitted, Reviewed
from comity.core.text import Silence, SilenceStatus

TO_A_PERSON = "person/"
"""How the reader of a letter begins that is for one person, whichever party they act for: `person/n4k2ra`."""
OF_A_MEETING = ("invite", "move-meeting", "cancel-meeting")
"""What those who are invited are written to about; who answers knows it already."""


class Letter(NamedTuple):
    """A notice to a party, or to a person: then `party` is `person/ID`."""

    party: str
    what: str
    thing: str


def letters(act: Act, changed: Iterable[Entity]) -> Iterator[Letter]:
    """Yield the notices that an act calls for, from the things as it left them."""
    verb = act.KIND.partition(".")[2].partition("/")[0]
    if act.is_recorded:
        return
    if type(act).READERS:
        # Those whom it names, and nobody who acts for the same party.
        about = next((thing for thing in (*act.makes(), *(each for _, each in act.touches()))), "")
        yield from (Letter(TO_A_PERSON + each, verb, about) for each in act.persons)
        return
    for entity in changed:
        for party in _told(entity, verb):
            yield Letter(party, verb, _about(entity))


def _about(entity: Entity) -> str:
    """Name what a letter is about: the thing, or what it belongs to, which has a page."""
    match entity:
        case Unreached():
            return f"contact/{entity.contact}"
        case Replacement():
            return f"invitation/{entity.invitation}"
        case ProgressSubmitted():
            return f"commitment/{entity.commitment}"
    return entity.thing


def _told(entity: Entity, verb: str) -> Iterable[str]:
    """Name the parties that are told: who is asked something; who asked, once it was heard or was not in time."""
    match entity:
        case (
            Silence(status=SilenceStatus.RUNNING)
            | Round(status=RoundStatus.RUNNING)
            | Ballot(status=BallotStatus.RUNNING)
        ):
            return dict.fromkeys(entity.parties)
        case Circular():
            return entity.parties
        case Invitation() if entity.party and verb in OF_A_MEETING:
            return (entity.party,)
        case Replacement():
            return (entity.party,)
        case Check(answered=None) | RoundCheck(answered=None) | Unreached(is_settled=False):
            return (entity.party,)
        case ProgressSubmitted(status=Reviewed.PUBLISHED | Reviewed.KEPT):
            return (entity.party,)
        case Request(escalated=datetime(), acknowledged=None):
            return entity.parties
        case Request():
            return (entity.of_party if entity.acknowledged is None else entity.party,)
    return ()
