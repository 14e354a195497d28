"""Why a party takes no part, for a time or any more, and who follows it."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import Annotated

from comity.core.entity import Entity, SeenWith, entity
from comity.core.erased import Free
from comity.core.when import When


class Why(StrEnum):
    """Why a party is absent."""

    SUSPENDED = "suspended"
    WITHDREW = "withdrew"
    SUCCEEDED = "succeeded"


class Stands(StrEnum):
    """Whether an absence still stands: only those that do are looked for when somebody acts."""

    IN_FORCE = "in-force"
    LIFTED = "lifted"


@entity("absence", indexes=("party", "stands"), under="party")
@dataclass(frozen=True, kw_only=True)
class Absence(Entity):
    """From when a party takes no part, and why; a suspension may be lifted, the others are for good."""

    party: Annotated[str, SeenWith("of_party")]
    because: Why
    start: datetime
    why: Free = ""
    stands: Stands = Stands.IN_FORCE
    ended: datetime | None = None

    def holds_at(self, instant: datetime) -> bool:
        """Tell whether the party is absent at this instant."""
        return self.start <= instant and (self.ended is None or instant < self.ended)


def absent(absences: Iterable[Absence], *, at: datetime) -> frozenset[str]:
    """Return the parties that are absent at this instant."""
    return frozenset(each.party for each in absences if each.holds_at(at))


def reasons(absences: Iterable[Absence], *, at: datetime) -> dict[str, frozenset[Why]]:
    """Return, for each party that is absent at this instant, all reasons why."""
    found: dict[str, frozenset[Why]] = {}
    for each in absences:
        if each.holds_at(at):
            found[each.party] = found.get(each.party, frozenset()) | {each.because}
    return found


class How(StrEnum):
    """How one name follows another."""

    RENAMED = "renamed"
    """The same party under another name: it keeps its seats, its people and what it did."""
    MERGED = "merged"
    SUCCEEDED = "succeeded"


@entity("succession", indexes=("party", "successor"), under="party")
@dataclass(frozen=True, kw_only=True)
class Succession(Entity):
    """A party goes on under another name, or another party follows it; what it did stands under the name it had."""

    party: Annotated[str, SeenWith("of_party")]
    how: How
    on: When
    successor: str = ""
    """Who follows; empty where it is only renamed."""
    name: str = ""
    """The new name; empty where another follows."""
    before: Annotated[str, SeenWith("of_party")] = ""
    """The name it had until then."""
    words: Free = ""
