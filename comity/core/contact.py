"""Points of contact, and whether they answer."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import Annotated

from comity.core.entity import Entity, SeenWith, entity
from comity.core.erased import Free
from comity.core.when import Deadline


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


@entity("contact", indexes=("party", "exercise"), under="party")
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
