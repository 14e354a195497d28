"""A page offers a few acts as buttons and folds the rest, and leaves none out."""

import pytest

from comity.desk.seen import Offer
from comity.web.templatetags.offered import at_hand, beyond


@pytest.mark.parametrize(("many", "buttons"), [(0, 0), (1, 1), (4, 4), (5, 3), (9, 3)])
def test_each_act_is_offered_once_in_the_order_of_the_page(many: int, buttons: int) -> None:
    offers = [Offer(kind=f"a.b-{number}/1", on_behalf_of="north") for number in range(many)]
    assert len(at_hand(offers)) == buttons
    assert [*at_hand(offers), *beyond(offers)] == offers
