import pytest
from hypothesis import given
from hypothesis import strategies as st

from comity.texts import Paragraph, Unreadable
from comity.texts.numbering import lines, numbers
from comity.texts.preamble import is_preambular


def numbered(*paragraphs: tuple[str, str, int] | str) -> tuple[str, ...]:
    told = [(each, "", 0) if isinstance(each, str) else each for each in paragraphs]
    return numbers([Paragraph(str(n), *each) for n, each in enumerate(told)])


def test_a_preamble_is_numbered_apart_and_headings_rows_and_notes_not_at_all() -> None:
    assert numbered(
        ("Purpose", "heading", 1),
        "Recalling its resolution 76/19,",
        "Deeply concerned that incidents spread,",
        "States shall report.",
        ("annually;", "item", 1),
        ("in writing;", "item", 2),
        ("orally;", "item", 2),
        ("by post;", "item", 3),
        ("or at once.", "item", 1),
        ("cell", "row", 0),
        "Recalling is no excuse.",
        ("See annex.", "note", 0),
        " ",
    ) == ("", "PP1", "PP2", "1", "(a)", "(i)", "(ii)", "a.", "(b)", "", "2", "", "")


def test_not_every_word_in_ing_opens_a_preamble() -> None:
    assert numbered("During a crisis, States shall report.") == ("1",)
    assert numbered("Nothing in this text prejudges anything.") == ("1",)
    assert numbered("Recallings are void.") == ("1",)


def test_the_kind_of_a_paragraph_goes_before_its_words() -> None:
    assert numbered(
        ("Recalling all staff is forbidden.", "operative", 0),
        ("The Parties, in good faith,", "preambular", 0),
        "Recalling nothing.",
    ) == ("1", "PP1", "2")


@pytest.mark.parametrize(
    "text",
    [
        "*Recalling* its resolution,",
        "_Also reaffirming_ the Charter,",
        "Gravely concerned at this,",
        "Whereas it is so,",
        "Rappelant sa résolution,",
        "Se félicitant de ce qui suit,",
        "S’inspirant de la Charte,",
        "Recordando su resolución,",
        "Ссылаясь на свою резолюцию,",
        "وإذ تشير إلى قرارها،",
        "إذ تؤكد من جديد،",
        "回顾其决议，",
    ],
)
def test_customary_openings_of_six_languages_are_known(text: str) -> None:
    assert is_preambular(text)


@pytest.mark.parametrize("text", ["", "States report.", "Decides", "تقدم الدول", "各国应报告。"])
def test_other_openings_are_operative(text: str) -> None:
    assert not is_preambular(text)


def test_letters_and_roman_numerals_go_on_as_they_do_on_paper() -> None:
    many = numbered(*[("x", "item", 1)] * 28, *[("y", "item", 2)] * 9)
    assert (many[25:28], many[-1]) == (("(z)", "(aa)", "(bb)"), "(ix)")


def test_an_unknown_rule_is_refused() -> None:
    with pytest.raises(Unreadable, match="there is no numbering rule 2"):
        numbers([], rule=2)
    with pytest.raises(Unreadable, match="there is no numbering rule 0"):
        lines("", rule=0)


@given(st.text(), st.integers(1, 20))
def test_lines_joined_are_the_paragraph_and_none_is_too_long_but_for_one_word(
    text: str, width: int
) -> None:
    found = lines(text, width=width)
    assert "".join(found) == text
    assert all(len(line.rstrip()) <= width or len(line.split()) <= 1 for line in found)


@given(st.lists(st.tuples(st.text(max_size=9), st.sampled_from(["", "item", "row"]), st.just(1))))
def test_every_paragraph_gets_one_answer(told: list[tuple[str, str, int]]) -> None:
    assert len(numbered(*told)) == len(told)
