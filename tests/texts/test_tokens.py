import pytest
from hypothesis import given
from hypothesis import strategies as st

from comity.texts.tokens import atoms, cut, tokens
from tests.texts.prose import KINDS


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("States shall, in 2026, report.", "States |shall|, |in |2026|, |report|."),
        ("co-operate", "co|-|operate"),
        ("the State's 1,000.50 own", "the |State's |1,000.50 |own"),
        ("各国应报告。", "各|国|应|报|告|。"),
        ("تقدم الدول تقريراً.", "تقدم |الدول |تقريراً|."),
        ("a_b c", "a_b |c"),
        ("👩\u200d👧 🇫🇷🇩🇪", "👩\u200d👧 |🇫🇷|🇩🇪"),
        ("צה\"ל א'", "צה\"ל |א'"),
        ("  after", "  |after"),
        ("カタカナ一", "カタカナ|一"),
    ],
)
def test_words_break_where_unicode_breaks_them(text: str, words: str) -> None:
    assert "|".join(tokens(text)) == words


@given(st.text() | st.lists(st.sampled_from(KINDS["mixed"])).map("".join))
def test_a_text_cut_into_words_and_put_together_is_the_text(text: str) -> None:
    taken = atoms(text)
    assert "".join(tokens(text)) == text
    assert "".join(taken.pieces) == text
    assert "" not in taken.pieces
    assert taken.count == len(cut(text))


def test_what_is_put_after_a_word_stands_after_its_token() -> None:
    assert atoms("States report.").token_span(1, 1) == (1, 1)
    assert atoms("States report.").token_span(0, 0) == (0, 0)
    assert atoms("States report.").token_span(4, 4) == (3, 3)
    assert atoms("States report.").token_span(1, 3) == (0, 2)
