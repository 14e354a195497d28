"""An act in the record, as a thing that other acts can open, strike or erase."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from comity.core.audience import Audience
from comity.core.entity import Entity, entity


@dataclass(frozen=True)
class Part:
    """One part of an act: who may see it, what binds it, and whether its words may be taken away."""

    audience: str
    digest: str
    is_erasable: bool
    is_erased: bool


@entity("act", under="body")
@dataclass(frozen=True, kw_only=True)
class Entry(Entity):
    """Act number `id`. The store gives it on demand; no act yields one as a change."""

    kind: str
    by: str
    on_behalf_of: str
    body: str
    parts: Mapping[str, Part]
    is_struck: bool = False
    exercise: str = ""
    later: tuple[int, ...] = ()
    """The later acts, not struck, that rest on something this act made."""
    shown: tuple[int, ...] = ()
    """Those of them that whoever asks may know of."""
    at: datetime | None = None
    """When the desk received it."""
    letters: int = 0
    """How many parties it has told of by letters."""

    @property
    def kind_audience(self) -> Audience:
        """Who knows that it was done."""
        part = self.parts.get("kind")
        return Audience(part.audience) if part else Audience.OWN

    @property
    def actor_audience(self) -> Audience:
        """Who sees for whom it was done; what other acts say of it must not tell more. Named parties count as none."""
        part = self.parts.get("on_behalf_of")
        told = Audience(part.audience) if part else Audience.OWN
        return Audience.OWN if told is Audience.NAMED else told


@entity("digest")
@dataclass(frozen=True, kw_only=True)
class Digest(Entity):
    """What a digest binds: one part or blob of one act. The store gives it on demand, as it gives acts."""

    act: int
    part: str
    is_erasable: bool
    is_erased: bool
    exercise: str = ""
