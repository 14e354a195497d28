"""Two indexes of a thing are asked by the one that has few: who did it, and not what it is of."""

import pytest

from comity.core.entity import Entity
from comity.core.invitation import Coming
from comity.core.party import Mandate, Seat
from comity.core.support import Endorsement
from comity.store.state import joined


@pytest.mark.parametrize(
    ("of", "where", "first"),
    [
        (Endorsement, {"of": "call/core", "party": "arvenia"}, "endorsement.party"),
        (Coming, {"invitation": "card", "party": "arvenia"}, "coming.party"),
        (Seat, {"body": "room", "party": "arvenia"}, "seat.party"),
        (Mandate, {"party": "arvenia", "person": "ann"}, "mandate.person"),
    ],
)
def test_the_index_that_has_few_is_asked_first(
    of: type[Entity], where: dict[str, str], first: str
) -> None:
    text, values = joined(of, where)
    assert text.startswith("entity_index i0 JOIN entity_index i1")
    assert values[-2] == first
