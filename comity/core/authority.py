"""What a person's mandates allow, where a kind has to ask beyond the one right it declares."""

from collections.abc import Iterable
from datetime import datetime

from comity.core.party import Mandate
from comity.core.rights import Power


def may(mandates: Iterable[Mandate], *, power: Power, party: str, at: datetime) -> bool:
    """Tell whether one of these mandates gives this power for this party at this instant."""
    return any(
        each.party == party and power in each.powers and each.holds_at(at) for each in mandates
    )
