"""Numbers that were typed before paragraphs are found where they run, and what breaks their order is told."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from comity.texts.typed_numbers import Break, typed_numbers


@pytest.mark.parametrize(
    ("typed", "numbers"),
    [
        (["1. One", "2. Two", "3. Three"], ["1", "2", "3"]),
        (["1) One", "2) Two"], ["1", "2"]),
        (["(1) One", "(2) Two"], ["1", "2"]),
        (["1 - One", "2 – Two"], ["1", "2"]),
        (["7. Seven", "8. Eight"], ["7", "8"]),
        (
            ["PP1. Recalling", "PP 2 Noting", "OP 1. Decides", "op2. Asks"],
            ["PP1", "PP2", "OP1", "OP2"],
        ),
        (["§ 1 One", "§2 Two"], ["1", "2"]),
        (["١. نص", "٢. نص", "٣. نص"], ["1", "2", "3"]),
        (["\u200f۱. متن", "\u200f۲. متن"], ["1", "2"]),
        (["12. A", "12 bis. B", "12 ter C", "13. D"], ["12", "12 bis", "12 ter", "13"]),
        (["1. A", "2. B", "2(a) C", "2 (b). D", "3. E"], ["1", "2", "2(a)", "2(b)", "3"]),
        (["1. A", "1.1 B", "1.2. C", "2. D", "2.1 E"], ["1", "1.1", "1.2", "2", "2.1"]),
        (
            ["1. A", "(a) b", "(b) c", "(i) d", "(ii) e", "(c) f", "2. G", "(a) h"],
            ["1", "1(a)", "1(b)", "1(b)(i)", "1(b)(ii)", "1(c)", "2", "2(a)"],
        ),
        (["3. (a) A list", "(b) A ship", "4. End"], ["3(a)", "3(b)", "4"]),
        (["a) One", "b) Two", "c) Three"], ["(a)", "(b)", "(c)"]),
        ([f"({each}) x" for each in "abcdefghij"], [f"({each})" for each in "abcdefghij"]),
        (["i. One", "ii. Two", "iii. Three", "iv. Four"], ["(i)", "(ii)", "(iii)", "(iv)"]),
        (["1. les ports", "2. les mers"], ["1", "2"]),
        (["1. One"], ["1"]),
    ],
)
def test_numbers_that_run_are_found(typed: list[str], numbers: list[str]) -> None:
    found = typed_numbers(typed)
    assert [each.number for each in found.each] == numbers
    assert [each.breaks for each in found.each] == [None] * len(typed)
    assert found.run


@pytest.mark.parametrize(
    "typed",
    [
        ["1998. It was a year of storms.", "It rained."],
        ["3. of the Charter, they agreed.", "They met."],
        ["24 hours are enough.", "365 days are not."],
        ["A. Smith spoke.", "B. Jones answered."],
        ["3 - 4 ships came.", "They left."],
        ["I. General", "II. Particular"],
        ["1.", "2."],
        ["", "One"],
        [],
    ],
)
def test_what_only_looks_like_a_number_is_none(typed: list[str]) -> None:
    found = typed_numbers(typed)
    assert not found.are_there
    assert not found.run


@pytest.mark.parametrize(
    ("typed", "breaking"),
    [
        (["1. A", "2. B", "2. C", "3. D"], [(3, Break.TWICE, "3")]),
        (["1. A", "2. B", "4. C", "5. D"], [(3, Break.SKIPS, "3")]),
        (["1. A", "Then", "2. B"], [(2, Break.WITHOUT, "")]),
        (["1. A", "2. B", "1998. C"], [(3, Break.WITHOUT, "")]),
        (
            ["1. In accordance with Article", "3. of the Charter", "2. Held", "3. Asked"],
            [(2, Break.SMALL, "")],
        ),
        (["1. In accordance with Article", "2. of the Charter"], [(2, Break.SMALL, "")]),
        (["(b) one", "(c) two"], [(1, Break.SKIPS, "(a)")]),
        (["1. A", "(a) b", "(c) d", "2. E"], [(3, Break.SKIPS, "(b)")]),
        (["1. A", "12 bis. B"], [(2, Break.SKIPS, "2")]),
        (["1. A", "2. B", "1. A", "2. B"], [(3, Break.TWICE, "3"), (4, Break.TWICE, "")]),
        (["1. A", "OP3. B"], [(2, Break.SKIPS, "OP1")]),
    ],
)
def test_what_breaks_the_order_is_told_with_what_would_come_next(
    typed: list[str], breaking: list[tuple[int, Break, str]]
) -> None:
    found = typed_numbers(typed)
    assert found.are_there
    assert not found.run
    assert [(place, each.breaks, each.expected) for place, each in found.breaking] == breaking


def test_paragraphs_before_the_first_number_are_counted_where_the_rest_runs() -> None:
    assert typed_numbers(["Recalling", "Noting", "1. Decides", "2. Asks"]).run_after == 2
    assert typed_numbers(["Recalling", "1. Decides", "3. Asks"]).run_after == 0
    assert typed_numbers(["Recalling", "PP2 Noting", "PP3 Asking"]).run_after == 0
    assert typed_numbers(["1. Decides", "2. Asks"]).run_after == 0


@given(st.lists(st.text(alphabet="0123456789.()abivxPO §-٣ \u200f", max_size=20)))
def test_a_mark_and_its_words_are_what_was_typed(typed: list[str]) -> None:
    assert [each.whole for each in typed_numbers(typed).each] == typed
