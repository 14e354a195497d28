"""What is unknown and what is not yours to see are answered alike, and alone."""

from __future__ import annotations

from comity.core.refusal import Refusal
from comity.desk.outcome import Refused

UNKNOWN = "no-such-"
"""How the code of a refusal begins that says that a thing is not known, or not to be known."""


def unknown(refused: Refused) -> tuple[Refusal, ...]:
    """Return the reasons that something named is unknown; other reasons mean nothing while there are any."""
    return tuple(each for each in refused.refusals if each.code.startswith(UNKNOWN))
