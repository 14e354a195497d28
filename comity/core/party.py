"""Who takes part, who may act for them, and where they sit."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import Annotated

from comity.core.entity import Entity, SeenWith, entity
from comity.core.erased import Free
from comity.core.rights import Power, Role
from comity.core.when import When


class PartyForm(StrEnum):
    """What kind of party it is; the kinds are never summed into one figure."""

    STATE = "state"
    COMPANY = "company"
    CIVIL_SOCIETY = "civil-society"
    ACADEMIA = "academia"
    INTERGOVERNMENTAL = "intergovernmental"
    PUBLIC_AUTHORITY = "public-authority"
    ASSOCIATION = "association"
    SECRETARIAT = "secretariat"
    ARCHIVE = "archive"


class Standing(StrEnum):
    """How a party takes part."""

    PARTY = "party"
    OBSERVER = "observer"
    HOST = "host"
    NAMED = "named"
    """Named in the record from a source; takes no part here."""


@entity("party", indexes=("exercise", "standing"), called="name")
@dataclass(frozen=True, kw_only=True)
class Party(Entity):
    """A state, company or organization that takes part in decisions or attends."""

    name: str
    form: PartyForm
    standing: Standing
    exercise: str = ""
    country: str = ""
    zone: str = "UTC"
    about: Free = ""

    @property
    def hosts(self) -> bool:
        """True for the party that hosts the programme, and for one that hosts an exercise."""
        return self.standing is Standing.HOST

    @property
    def may_administer(self) -> bool:
        """True for the host, secretariats and archives: nobody else's people run a programme or enter its past."""
        return self.hosts or self.form in (PartyForm.SECRETARIAT, PartyForm.ARCHIVE)


@entity("person", called="name")
@dataclass(frozen=True, kw_only=True)
class Person(Entity):
    """A human being, by an opaque id; the name stands only here. Persons belong to no exercise."""

    name: Free
    office: Free = ""
    country: str = ""


@entity("mandate", indexes=("person", "party"), under="party")
@dataclass(frozen=True, kw_only=True)
class Mandate(Entity):
    """What a person may do for a party, from when to when."""

    person: str
    party: Annotated[str, SeenWith("for_party")]
    powers: tuple[Power, ...]
    start: When
    end: When | None = None
    ended: datetime | None = None
    """From when it was ended, before any day it states."""

    def holds_at(self, instant: datetime) -> bool:
        """Tell whether it gives authority at this instant; a stated end day is the last day on which it does."""
        if instant < self.start.first or (self.ended is not None and instant >= self.ended):
            return False
        return self.end is None or instant < self.end.end


class KeyHolder(StrEnum):
    """Who else than a person or a party holds a key."""

    HOST = "host"


@entity("key", indexes=("person", "party", "kid", "holder"), under="party")
@dataclass(frozen=True, kw_only=True)
class SigningKey(Entity):
    """A public key with which a person or a party signs, or the host attests what it received."""

    kid: str
    public_key: str
    person: str = ""
    party: Annotated[str, SeenWith("for_party")] = ""
    holder: KeyHolder | None = None
    """The host, where it is a key of the host's."""
    from_index: int = 0
    revoked_at: int | None = None
    """The leaf index from which it no longer counts."""


class BodyForm(StrEnum):
    """What kind of body it is."""

    COMMISSION = "commission"
    SECRETARIAT = "secretariat"
    BREAKTHROUGH_GROUP = "breakthrough-group"
    CONFERENCE = "conference"
    WORKING_GROUP = "working-group"


class Attribution(StrEnum):
    """What may be told of who was there and who said what."""

    ON_THE_RECORD = "on-the-record"
    CHATHAM_HOUSE = "chatham-house"
    CLOSED = "closed"


@entity("body", indexes=("form", "exercise", "work_area"), called="name")
@dataclass(frozen=True, kw_only=True)
class Body(Entity):
    """A commission, secretariat, conference or group."""

    name: str
    form: BodyForm
    attribution: Attribution = Attribution.ON_THE_RECORD
    about: Free = ""
    note: Free = ""
    work_area: str = ""
    exercise: str = ""
    zone: str = "UTC"


@entity("seat", indexes=("body", "person", "party"), under="body")
@dataclass(frozen=True, kw_only=True)
class Seat(Entity):
    """A place in a body: of a person, or of a party whose people sit in it; dated, or attested on a date only."""

    body: str
    role: Role
    title: str = ""
    person: str = ""
    party: Annotated[str, SeenWith("for_party")] = ""
    start: When | None = None
    end: When | None = None
    attested_on: When | None = None
    ended: datetime | None = None

    @property
    def has_voice(self) -> bool:
        """Chairs, members and commissioners take part in decisions; who serves, advises or observes does not."""
        return self.role in (Role.CHAIR, Role.CO_CHAIR, Role.MEMBER, Role.COMMISSIONER)

    @property
    def chairs(self) -> bool:
        """True for the chair and co-chairs."""
        return self.role in (Role.CHAIR, Role.CO_CHAIR)

    def is_over_at(self, instant: datetime) -> bool:
        """Tell whether it was given up, or ran out, by this instant; one that has yet to begin is not over."""
        if self.ended is not None:
            return self.ended <= instant
        return self.end is not None and self.end.end <= instant

    def holds_at(self, instant: datetime) -> bool:
        """Tell whether the seat is held at this instant. A seat that is only attested is held in no decision."""
        if self.start is None or instant < self.start.first:
            return False
        if self.ended is not None and instant >= self.ended:
            return False
        return self.end is None or instant < self.end.end


class SupportForm(StrEnum):
    """As what a party stands behind the programme."""

    SUPPORTER = "supporter"
    PARTNER = "partner"


@entity("support", indexes=("party", "as_what"), under="party")
@dataclass(frozen=True, kw_only=True)
class Support(Entity):
    """A party stands behind the programme as a supporter or a partner."""

    party: Annotated[str, SeenWith("of")]
    as_what: SupportForm
    since: When | None = None
    words: Free = ""
