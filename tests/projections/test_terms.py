"""The words by which an act is found."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from comity.projections.terms import asked, tokens


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Naïve Straße, 7 cables", ["naive", "strasse", "7", "cables"]),
        ("网络安全", ["网络", "络安", "安全", "全"]),
        ("GCSC网络 norm", ["gcsc", "网络", "络", "norm"]),
        ("Ελλάς", ["ελλασ"]),
        ("أمن", ["امن"]),
        ("الأَمْنُ السيبراني", ["امن", "سيبراني"]),
        ("والأمن بالشبكات للدول", ["امن", "شبكات", "دول"]),
        ("الله آلة ألم", ["الله", "اله", "الم"]),
        ("شبكـــة مستشفى", ["شبكه", "مستشفي"]),
        ("العام ٢٠٢٦ و۱۴۰۵", ["عام", "2026", "و1405"]),
        ("ISPARTA Isparta Iğdır İstanbul ılık", ["isparta", "igdir", "istanbul", "ilik"]),
        ("КАБЕЛЬ Ёлка йод", ["кабель", "елка", "иод"]),
        ("サイバー安全", ["サイ", "イハ", "ハー", "ー安", "安全", "全"]),
        ("snake_case", ["snake", "case"]),
        ("", []),
    ],
)
def test_a_text_gives_these_words(text: str, words: list[str]) -> None:
    assert tokens(text) == words


@pytest.mark.parametrize(
    ("question", "words"),
    [
        ("الأمن", ["امن"]),
        ("أَمْن", ["امن"]),
        ("Istanbul", ["istanbul"]),
        ("кабель", ["кабель"]),
        ("网络安全", ["网络", "络安", "安全"]),
        ("网", ["网"]),
        ("Straße 7", ["strasse", "7"]),
    ],
)
def test_a_question_asks_for_these_words(question: str, words: list[str]) -> None:
    assert asked(question) == words


@given(st.text())
def test_whatever_was_written_is_found_by_writing_it(text: str) -> None:
    assert set(asked(text)) <= set(tokens(text))
