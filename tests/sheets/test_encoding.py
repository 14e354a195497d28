"""A file that is not UTF-8 is offered in other encodings, with the words it would give; none is chosen."""

import pytest

from comity.sheets import Misread, Note, Noted, read_csv, read_list

WORDS = "name,country\nMédée – Société,FRA\n"


def offered(content: bytes, **more: str) -> dict[str, str]:
    with pytest.raises(Misread) as told:
        read_csv(content, **more)
    return {each.encoding: each.words for each in told.value.offers}


def test_each_encoding_is_offered_with_what_would_stand_there() -> None:
    found = offered(WORDS.encode("cp1252"))
    assert found["cp1252"] == "Médée – Société,FRA"
    assert found["cp1251"] == "Mйdйe – Sociйtй,FRA"
    assert set(found) <= {"cp1252", "cp1250", "cp1251", "cp1256", "mac-roman"}


@pytest.mark.parametrize("name", ["utf-16-le", "utf-16-be"])
def test_two_bytes_a_letter_without_a_mark_are_offered_as_that(name: str) -> None:
    found = offered(WORDS.encode(name))
    assert found[name].startswith("Médée – Société,FRA")
    assert read_csv(WORDS.encode(name), encoding=name) == read_list(
        WORDS.encode(name), encoding=name
    )


def test_what_was_assumed_is_said_and_of_plain_utf_8_there_is_nothing_to_say() -> None:
    assert read_csv(WORDS.encode()).notes == ()
    assert read_csv(WORDS.encode("cp1252"), encoding="cp1252").notes == (
        Note(Noted.ENCODING, ("cp1252",)),
    )
    assert read_csv(WORDS.encode("utf-16")).notes == (Note(Noted.ENCODING, ("utf-16",)),)


def test_bytes_that_are_text_in_no_encoding_are_offered_in_none() -> None:
    assert offered(b"name\n\x81\x00\xff\n") == {}
