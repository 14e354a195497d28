"""The foot of a document on paper."""

import re

from hypothesis import given
from hypothesis import strategies as st

from comity.web.views.paper import quoted


def test_plain_letters_stay_as_they_are_and_every_other_sign_is_a_number() -> None:
    assert quoted("CC/3 é") == '"CC\\00002f3\\000020\\0000e9"'


@given(words=st.text())
def test_no_words_leave_their_string(words: str) -> None:
    inner = quoted(words)[1:-1]
    assert re.fullmatch(r"(?:[A-Za-z0-9]|\\[0-9a-f]{6})*", inner)
    assert re.sub(r"\\([0-9a-f]{6})", lambda sign: chr(int(sign[1], 16)), inner) == words
