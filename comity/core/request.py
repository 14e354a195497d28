"""A request for assistance from one party to another: seen is not acknowledged, and acknowledged is not answered."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import Annotated

from comity.core.entity import Entity, SeenWith, entity
from comity.core.erased import Free
from comity.core.mark import Mark
from comity.core.when import Deadline


class Template(StrEnum):
    """What is asked, of the things that are asked between parties."""

    ACCESS = "access"
    ASSISTANCE = "assistance"
    MITIGATION = "mitigation"
    PRESERVATION = "preservation"
    CLARIFICATION = "clarification"


class Urgency(StrEnum):
    """How long it can wait."""

    ROUTINE = "routine"
    URGENT = "urgent"
    EMERGENCY = "emergency"


class Help(StrEnum):
    """What an answer says."""

    GIVEN = "help-given"
    IN_PART = "help-in-part"
    REFERRED = "help-referred"
    NOT_GIVEN = "help-not-given"


@entity("request", indexes=("party", "of_party", "contact"), under="party")
@dataclass(frozen=True, kw_only=True)
class Request(Entity):
    """One party asks another for help, and by when it must hear that it was heard, and what will be done."""

    party: Annotated[str, SeenWith("on_behalf_of")]
    of_party: str
    contact: str
    title: Free
    template: Template
    urgency: Urgency
    mark: Mark
    happened: Free
    asks: Free
    asked: datetime
    acknowledge_by: Deadline
    answer_by: Deadline
    escalates_to: str = ""
    acknowledged: datetime | None = None
    escalated: datetime | None = None
    answered: datetime | None = None
    help: Help | None = None
    words: Free = ""

    @property
    def parties(self) -> tuple[str, str]:
        """Who asks, and who is asked."""
        return (self.party, self.of_party)
