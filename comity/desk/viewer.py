"""Who looks: a person with their current mandates and seats, or the public."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from comity.core.absence import Why
from comity.core.party import Party
from comity.core.rights import Power
from comity.store.sight import Sight


@dataclass(frozen=True, kw_only=True)
class Viewer:
    """What a person is now, as far as seeing and doing are concerned."""

    person: str = ""
    """Their opaque id; empty for the public."""
    name: str = ""
    """Their own name, which they may always see; empty for the public, or where erased."""
    parties: Mapping[str, Party] = field(default_factory=dict)
    """The parties they have a current mandate for, by id."""
    powers: Mapping[str, frozenset[Power]] = field(default_factory=dict)
    """What they may do for each of these parties."""
    resting: Mapping[str, frozenset[Why]] = field(default_factory=dict)
    """Those of their parties that take no part now, and why."""
    chairs: frozenset[str] = frozenset()
    """The bodies they chair now."""
    voices: Mapping[str, frozenset[str]] = field(default_factory=dict)
    """For each body in which they have a voice, the parties they may speak for there."""
    zone: str = "UTC"
    """The zone of their first party."""
    sight: Sight = field(default_factory=Sight)
    """What they may see, as the store reads it."""

    @property
    def is_public(self) -> bool:
        """True for somebody who is not signed in."""
        return not self.person

    @property
    def is_secretariat(self) -> bool:
        """True for those who administer."""
        return self.sight.is_secretariat

    @property
    def brings_lists(self) -> bool:
        """True for those who may take in what a programme kept in spreadsheets before."""
        return self.may(Power.ADMINISTER) or self.may(Power.RECORD)

    @property
    def exercises(self) -> frozenset[str]:
        """The exercises that their parties take part in."""
        return frozenset(party.exercise for party in self.parties.values() if party.exercise)

    def may(self, power: Power, *, party: str = "") -> bool:
        """Tell whether they hold a power for a party, or for any."""
        asked = (party,) if party else tuple(self.powers)
        return any(power in self.powers.get(each, frozenset()) for each in asked)

    def parties_with(self, power: Power) -> tuple[str, ...]:
        """Return the parties for which they hold a power, in order of id."""
        return tuple(sorted(party for party, held in self.powers.items() if power in held))


PUBLIC = Viewer()
