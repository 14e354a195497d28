"""Who is to run the programme next: offered by its host, and taken up by the one it is offered to."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import Annotated

from comity.core.entity import Entity, SeenWith, entity
from comity.core.erased import Free
from comity.core.when import When


class HandoverStatus(StrEnum):
    """How an offer to take the programme over stands."""

    OFFERED = "offered"
    REPLACED = "replaced"
    """The host made another offer in its place."""
    TAKEN = "taken"


@entity("handover", indexes=("from_party", "to_party", "status"))
@dataclass(frozen=True, kw_only=True)
class Handover(Entity):
    """The programme passes from one host to the next, when the next says so."""

    from_party: Annotated[str, SeenWith("on_behalf_of")]
    to_party: str
    officer: str
    """Who may take it over for the next host, and administers it from then on."""
    until: When
    words: Free = ""
    status: HandoverStatus = HandoverStatus.OFFERED
    taken: datetime | None = None

    def is_open_at(self, instant: datetime) -> bool:
        """Tell whether it may still be taken up; the day it names is the last."""
        return self.status is HandoverStatus.OFFERED and instant < self.until.end
