"""Points of contact, and whether they answer."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import Annotated

from comity.core.entity import Entity, SeenWith, entity
from comity.core.erased import Free
from comity.core.when import Deadline, When


class Level(StrEnum):
    """At which level a contact answers."""

    DIPLOMATIC = "diplomatic"
    POLICY = "policy"
    TECHNICAL = "technical"


class Channel(StrEnum):
    """By which way a contact is reached."""

    TELEPHONE = "telephone"
    MAIL = "mail"
    MESSAGE = "message"


class ContactStatus(StrEnum):
    """What is known of whether a contact answers."""

    NOMINATED = "nominated"
    ANSWERED = "answered"
    ANSWERED_LATE = "answered-late"
    REPLACED = "replaced"


@entity(
    "contact", indexes=("party", "exercise"), under="party", called="name", apart=("party", "level")
)
@dataclass(frozen=True, kw_only=True)
class Contact(Entity):
    """Whom to reach at a party when something breaks."""

    party: Annotated[str, SeenWith("on_behalf_of")]
    level: Level
    office: str
    name: Free = ""
    telephone: Free = ""
    mail: Free = ""
    hours: str = ""
    status: ContactStatus = ContactStatus.NOMINATED
    exercise: str = ""
    replaced_by: str = ""


@entity("vouching", indexes=("contact",), under="contact")
@dataclass(frozen=True, kw_only=True)
class Vouching(Entity):
    """Who stands for a contact, and since when; it has the contact's id."""

    contact: str
    verified: When | None = None
    """When somebody outside its party made sure that it is who it is said to be."""
    confirmed: When | None = None
    """When its own party last said that it still stands."""


@entity("unreached", indexes=("contact", "party"), under="contact")
@dataclass(frozen=True, kw_only=True)
class Unreached(Entity):
    """Who tried could not reach a contact: told to its party alone, until that confirms or replaces it."""

    contact: str
    party: str
    channel: Channel
    tried: When
    words: Free = ""
    is_settled: bool = False


@entity("check", indexes=("contact", "party"), under="contact")
@dataclass(frozen=True, kw_only=True)
class Check(Entity):
    """A contact check: asked at an instant, to be answered by a deadline; seen is not answered."""

    contact: str
    party: Annotated[str, SeenWith("of_party")]
    channel: Channel
    asked: datetime
    answer_by: Deadline
    answered: datetime | None = None
    answered_in_minutes: int | None = None
    words: Free = ""
