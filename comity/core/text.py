"""A negotiated text: its paragraphs, what is proposed, who holds which position, and what came of it."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import Annotated

from comity.core.entity import Entity, SeenWith, entity
from comity.core.erased import Free
from comity.core.when import Deadline, When


class TextStatus(StrEnum):
    """Where a text stands."""

    NEGOTIATED = "negotiated"
    UNDER_SILENCE = "under-silence"
    SILENCE_BROKEN = "silence-broken"
    SILENCE_HELD = "silence-held"
    ADOPTED = "adopted"


@entity("text", indexes=("body",), under="body", called="title")
@dataclass(frozen=True, kw_only=True)
class Text(Entity):
    """A text on the table of a body. A revision is a text of its own that names the one it revises."""

    title: str
    body: str
    label: str = ""
    symbol: str = ""
    revises: str = ""
    revised_by: str = ""
    status: TextStatus = TextStatus.NEGOTIATED
    paragraphs: tuple[str, ...] = ()


class ParagraphStatus(StrEnum):
    """How far a paragraph was agreed when its text was issued."""

    AGREED = "agreed"
    AD_REFERENDUM = "ad-referendum"
    OPEN = "open"
    PARKED = "parked"


@entity("paragraph", indexes=("text",), under="text")
@dataclass(frozen=True, kw_only=True)
class Paragraph(Entity):
    """One numbered paragraph of a text."""

    text: str
    number: Annotated[str, SeenWith("numbers")]
    place: int
    words: Annotated[Free, SeenWith("words")]
    status: Annotated[ParagraphStatus, SeenWith("statuses")] = ParagraphStatus.OPEN


class Change(StrEnum):
    """What a proposal does to a paragraph; insert puts new words after it."""

    REPLACE = "replace"
    INSERT = "insert"
    DELETE = "delete"


class ProposalStatus(StrEnum):
    """Where a proposal stands."""

    TABLED = "tabled"
    ACCEPTED = "accepted"
    WITHDRAWN = "withdrawn"


@entity("proposal", indexes=("text", "paragraph"), under="text")
@dataclass(frozen=True, kw_only=True)
class Proposal(Entity):
    """Other words for a paragraph."""

    text: str
    paragraph: str
    change: Change
    words: Free = ""
    reason: Free = ""
    party: Annotated[str, SeenWith("on_behalf_of")] = ""
    status: ProposalStatus = ProposalStatus.TABLED


class Stance(StrEnum):
    """A party's position, from support to opposition; instructions may be awaited."""

    SUPPORT = "support"
    CAN_LIVE_WITH = "can-live-with"
    CONCERN = "concern"
    OPPOSE = "oppose"
    AWAITING_INSTRUCTIONS = "awaiting-instructions"


@entity("position", indexes=("on", "text"), under="text")
@dataclass(frozen=True, kw_only=True)
class Position(Entity):
    """What a party holds on a paragraph or a proposal. Id: the thing it is on, a dot, the party."""

    on: str
    text: str
    party: Annotated[str, SeenWith("on_behalf_of")]
    stance: Stance
    reason: Free = ""
    cure: Free = ""


class SilenceStatus(StrEnum):
    """Where a silence procedure stands. Adoption is not among these: the chair declares it."""

    RUNNING = "running"
    BROKEN = "broken"
    HELD = "held"
    EXTENSION_ASKED = "extension-asked"


@entity("silence", indexes=("text", "body", "status"), under="text")
@dataclass(frozen=True, kw_only=True)
class Silence(Entity):
    """A text is adopted unless somebody objects before an exact time. The electorate is frozen when it opens."""

    text: str
    body: str
    deadline: Deadline
    opened: datetime
    parties: tuple[str, ...]
    status: SilenceStatus = SilenceStatus.RUNNING
    broken_by: Annotated[str, SeenWith("on_behalf_of")] = ""
    words: Free = ""
    closed: datetime | None = None
    extended: int = 0


class Agreement(StrEnum):
    """The level of agreement at which the chair declares a text adopted."""

    CONSENSUS = "consensus"
    NO_OBJECTION_RECEIVED = "no-objection-received"
    GENERAL_AGREEMENT = "general-agreement"
    WITH_RESERVATIONS = "with-reservations"
    BY_VOTE = "by-vote"


@entity("adoption", indexes=("text", "body"), under="body")
@dataclass(frozen=True, kw_only=True)
class Adoption(Entity):
    """The chair declared a text adopted: at which level of agreement, and why."""

    text: str
    body: str
    level: Agreement
    reason: Free
    adopted_on: When
    silence: str = ""


class ReservationForm(StrEnum):
    """What a party attaches to an adopted text."""

    RESERVATION = "reservation"
    INTERPRETATIVE_STATEMENT = "interpretative-statement"
    EXPLANATION = "explanation"


@entity("reservation", indexes=("adoption", "paragraph"), under="adoption")
@dataclass(frozen=True, kw_only=True)
class Reservation(Entity):
    """A recorded limit on what a party accepts; attached to the text, beside its paragraph."""

    adoption: str
    party: Annotated[str, SeenWith("on_behalf_of")]
    form: ReservationForm
    words: Free
    paragraph: str = ""
