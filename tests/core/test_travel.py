"""The lines of a travel document are known by their check digits; what only looks like them is left alone."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from comity.core.travel import holds_travel_document
from tests.acts.wrong import codes

# The specimens of ICAO Doc 9303: a passport, a card, and a visa, all of a state that does not exist.
PASSPORT = (
    "P<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<<<<<<<<<\nL898902C36UTO7408122F1204159ZE184226B<<<<<10"
)
CARD = (
    "I<UTOD231458907<<<<<<<<<<<<<<<\n7408122F1204159UTO<<<<<<<<<<<6\nERIKSSON<<ANNA<MARIA<<<<<<<<<<"
)
SECOND_LINE = "L898902C36UTO7408122F1204159ZE184226B<<<<<10"


@pytest.mark.parametrize(
    "words",
    [
        PASSPORT,
        CARD,
        SECOND_LINE,
        f"Her passport:\n{PASSPORT}\nPlease admit her.",
        "L8989 02C36 UTO 740812 2 F 120415 9 ZE184226B<<<<<10",
        CARD.splitlines()[1],
    ],
    ids=["passport", "card", "second line", "within words", "spaced", "card's second line"],
)
def test_the_lines_of_a_travel_document_are_known(words: str) -> None:
    assert holds_travel_document(words)


@pytest.mark.parametrize(
    "words",
    [
        "L898902C37UTO7408122F1204159ZE184226B<<<<<10",
        "A/RES/74/247, 27 December 2019; CC/10/Rev.3",
        "+47 22 00 00 00 and +000 123456789012345678901234567890",
        "a << b, as in C; P<0.05 << 0.5",
        "0123456789" * 20,
    ],
    ids=["a wrong digit", "symbols", "telephones", "mathematics", "figures"],
)
def test_what_only_looks_like_them_is_left_alone(words: str) -> None:
    assert not holds_travel_document(words)


@given(st.text(alphabet=st.characters(min_codepoint=32, max_codepoint=126), max_size=400))
def test_ordinary_text_is_never_taken_for_one(words: str) -> None:
    assert not holds_travel_document(words.replace("<", "-").lower())


def test_an_act_that_holds_one_is_refused_beside_its_field() -> None:
    assert codes("parties.register-person", office=f"Counsellor {SECOND_LINE}") == (
        "travel-document",
    )
    assert codes("programme.send-circular", words=PASSPORT) == ("travel-document",)
