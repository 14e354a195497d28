"""What is new since somebody last looked stands on their desk in its order; none of it is passed over in silence."""

from comity.desk.readings.desk_page import CHANGED, DeskPage, desk
from tests.desk.house import PEOPLE, House


def looked(house: House, seen: int) -> DeskPage:
    page = house.desk.read(house.desk.viewer(PEOPLE["north"]), desk, seen_index=seen)
    assert page is not None
    return page


def test_more_than_a_desk_shows_comes_when_one_looks_again(house: House) -> None:
    begun = house.do("programme.set-objective", id="first", title="First", words="One.", place=1)
    told = {"title": "More", "words": "More."}
    for number in range(CHANGED + 2):
        house.do("programme.set-objective", id=f"more-{number}", place=number + 2, **told)
    first = looked(house, begun.index)
    assert ([each.index for each in first.changed], first.is_more) == (
        [begun.index + 1 + each for each in reversed(range(CHANGED))],
        True,
    )
    rest = looked(house, first.changed[0].index)
    assert (len(rest.changed), rest.is_since, rest.is_more) == (2, True, False)
