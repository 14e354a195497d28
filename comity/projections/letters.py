"""Whom the desk must write to when something happens, and about what; the words are found when it is written."""

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from comity.core.act import Act
from comity.core.consensus import Round, RoundStatus
from comity.core.contact import Check
from comity.core.entity import Entity
from comity.core.post import Circular
from comity.core.text import Silence, SilenceStatus


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
            case Check(answered=None):
                yield Letter(entity.party, verb, entity.thing)
