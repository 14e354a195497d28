"""A series is drawn to scale, and dates beside it stand where they fall."""

from datetime import UTC, datetime
from itertools import pairwise

from comity.web.series import Curve, Figure, Mark, Point, draw

FIRST, HALF, LAST = (datetime(2026, 1, day, tzinfo=UTC) for day in (1, 11, 21))
BASELINE = Figure(at=FIRST, amount=20, by="")


def test_figures_rise_from_nought_and_dates_run_from_the_first_to_now() -> None:
    drawn = draw(BASELINE, [Figure(at=HALF, amount=10, by="north")], [(1, HALF)], now=LAST)
    start = Point(x="48.0", y="22.0", amount=20)
    assert drawn.curves == [
        Curve(by="north", place=0, points=[start, Point(x="336.0", y="124.0", amount=10)])
    ]
    assert (drawn.marks, drawn.baseline, drawn.most) == (
        [Mark(number=1, x="336.0", label="336.0")],
        "22.0",
        20,
    )
    assert drawn.curves[0].path == "48.0,22.0 336.0,124.0"


def test_each_who_counts_has_a_line_of_their_own_from_the_same_beginning() -> None:
    figures = [Figure(at=LAST, amount=5, by="north"), Figure(at=HALF, amount=40, by="south")]
    drawn = draw(BASELINE, figures, [], now=LAST)
    assert [(each.by, each.place, each.points[0].y) for each in drawn.curves] == [
        ("north", 0, "124.0"),
        ("south", 1, "124.0"),
    ]
    assert drawn.most == 40


def test_a_date_before_the_first_stands_at_its_edge() -> None:
    early = datetime(2025, 1, 1, tzinfo=UTC)
    assert draw(BASELINE, [], [(1, early)], now=LAST).marks == [
        Mark(number=1, x="48.0", label="48.0")
    ]


def test_a_measure_of_nought_is_drawn_all_the_same() -> None:
    drawn = draw(Figure(at=FIRST, amount=0, by=""), [], [], now=FIRST)
    assert (drawn.curves, drawn.baseline, drawn.most) == ([], "226.0", 1)


def labels(*days: int) -> list[float]:
    marks = [(number, datetime(2026, 1, day, tzinfo=UTC)) for number, day in enumerate(days, 1)]
    drawn = draw(BASELINE, [], marks, now=datetime(2027, 1, 1, tzinfo=UTC))
    return [float(each.label) for each in drawn.marks]


def test_the_numbers_of_dates_that_are_near_stand_beside_each_other_in_their_order() -> None:
    assert labels(11, 12, 13) == [63.8, 81.8, 99.8]
    assert labels(12, 11) == [81.8, 63.8]


def test_numbers_at_the_end_move_back_and_many_stand_closer_than_a_few() -> None:
    last = [(number, LAST) for number in range(1, 4)]
    drawn = draw(BASELINE, [], last, now=LAST)
    assert [each.label for each in drawn.marks] == ["588.0", "606.0", "624.0"]
    assert {each.x for each in drawn.marks} == {"624.0"}
    found = labels(*[11] * 48)
    assert max(found) <= 624
    assert {round(right - left, 1) for left, right in pairwise(found)} <= {11.9, 12.0, 12.1}
