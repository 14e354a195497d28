import pytest
from hypothesis import given
from hypothesis import strategies as st

from comity.core.shapes import ID
from comity.sheets import alike, slug


@pytest.mark.parametrize(
    ("here", "there"),
    [
        ("BlackBerry Ltd.", "black_berry"),
        ("Smith & Sons, Inc.", "Smith Sons"),
        ("Université Bretagne Sud", "Universite bretagne sud"),
        ("Asia Pacific Centre (APC)", "Asia Pacific Centre"),
        ("NEMOS s.r.o.", "Nemos"),
    ],
)
def test_two_ways_to_write_one_name_are_alike(here: str, there: str) -> None:
    assert alike(here) == alike(there)


@pytest.mark.parametrize(
    ("here", "there"), [("Energy Group", "Energy"), ("Norway", "Nauru"), ("东华", "东海")]
)
def test_two_names_are_not_alike_because_they_look_it(here: str, there: str) -> None:
    assert alike(here) != alike(there)


def test_a_name_of_nothing_but_a_legal_form_is_itself() -> None:
    assert alike("SAS") == "sas"


def test_an_id_is_made_of_whole_words() -> None:
    assert slug("Déjà Vu & Partners", length=11) == "deja-vu"


@given(st.text(max_size=60))
def test_what_is_made_of_a_name_is_an_id_or_nothing(name: str) -> None:
    made = slug(name, length=33)
    assert made == "" or ID.fullmatch(made)
