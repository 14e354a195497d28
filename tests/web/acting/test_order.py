"""What may be chosen stands in the order in which people look for it."""

from comity.web.acting.choosing import alphabet
from comity.web.acting.field import Option


def test_numbers_are_sorted_as_numbers() -> None:
    labels = ["Norm 10", "norm 2", "Norm 1", "Call 3", "Norm 2(a)"]
    options = sorted((Option(each, each, is_chosen=False) for each in labels), key=alphabet)
    assert [each.label for each in options] == [
        "Call 3",
        "Norm 1",
        "norm 2",
        "Norm 2(a)",
        "Norm 10",
    ]
