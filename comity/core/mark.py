"""How far a paper may travel: the Traffic Light Protocol, and the readers that each of its marks allows.

TLP:CLEAR          may be told to everybody
TLP:GREEN          stays in the community: here, all who take part in the programme
TLP:AMBER          stays with the two parties and those they work for, as far as these need it
TLP:AMBER+STRICT   stays with the two parties
TLP:RED            stays with those who act for the two parties here, and is passed on to nobody

The words are those of FIRST's standard, version 2.0. A desk can hold to the first two; of the last three it shows the
same two parties, and the mark says to them what they may do with it.
"""

from collections.abc import Mapping
from enum import StrEnum

from comity.core.audience import Audience


class Mark(StrEnum):
    """The marks there are, widest first."""

    CLEAR = "clear"
    GREEN = "green"
    AMBER = "amber"
    AMBER_STRICT = "amber-strict"
    RED = "red"


_WIDEST: Mapping[Mark, Audience] = {
    Mark.CLEAR: Audience.PUBLIC,
    Mark.GREEN: Audience.PROGRAMME,
}
_NARROW = frozenset({Audience.NAMED, Audience.OWN})
_WITHIN: Mapping[Audience, frozenset[Audience]] = {
    Audience.PUBLIC: frozenset(Audience),
    Audience.PROGRAMME: _NARROW | {Audience.PROGRAMME},
    Audience.NAMED: _NARROW,
}


def readers_under(mark: Mark) -> Mapping[str, Audience]:
    """Return who sees each part of what bears a mark; which person wrote it stays with their own party."""
    return {"*": _WIDEST.get(mark, Audience.NAMED), "by": Audience.OWN}


def is_too_wide(audience: str, mark: Mark) -> bool:
    """Tell whether a part shown to this audience would travel further than its mark allows."""
    return audience not in _WITHIN[readers_under(mark)["*"]]
