import pytest
from hypothesis import given
from hypothesis import strategies as st

from comity.core.errors import Malformed
from comity.sheets import Row, Sheet, read_csv, write_csv

CELLS = st.text(st.characters(blacklist_categories=["Cs", "Cc"]), max_size=12).map(str.strip)


def test_the_first_row_is_headings_and_each_row_keeps_its_number() -> None:
    assert read_csv(b"name,country\n\nArvenia,ARV\n") == Sheet(
        ("name", "country"), (Row(3, ("Arvenia", "ARV")),)
    )


@pytest.mark.parametrize("sign", [",", ";", "\t"])
def test_cells_are_parted_by_the_sign_that_the_headings_are_parted_by(sign: str) -> None:
    words = f'name{sign}country\n"Smith{sign} Sons"{sign}GBR\n'
    assert read_csv(words.encode()).rows == (Row(2, (f"Smith{sign} Sons", "GBR")),)


def test_a_comma_between_quotation_marks_in_the_headings_parts_nothing() -> None:
    assert read_csv(b'"name, as it signs, in full";country\nA;B\n').headings == (
        "name, as it signs, in full",
        "country",
    )


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
def test_the_mark_at_the_beginning_says_how_the_rest_is_written(encoding: str) -> None:
    assert read_csv("name\nMédée\n".encode(encoding)).rows == (Row(2, ("Médée",)),)


def test_an_encoding_is_never_guessed() -> None:
    old = "name\nMédée\n".encode("cp1252")
    with pytest.raises(Malformed) as told:
        read_csv(old)
    assert str(told.value) == "list: expected text in utf-8, found the byte E9 in line 2"
    assert read_csv(old, encoding="cp1252").rows == (Row(2, ("Médée",)),)


@pytest.mark.parametrize("encoding", ["none-such", "base64", "idna"])
def test_what_is_no_encoding_of_text_is_told(encoding: str) -> None:
    with pytest.raises(Malformed):
        read_csv("name\né\n".encode(), encoding=encoding)


@pytest.mark.parametrize(
    "content", [b"", b"\n\n", b" , \n", b'name\n"open', b"name\n\0", b"\xff\xfe\x00"]
)
def test_what_is_no_list_is_told(content: bytes) -> None:
    with pytest.raises(Malformed):
        read_csv(content)


def test_a_cell_that_a_spreadsheet_would_compute_is_written_as_words() -> None:
    assert write_csv(["name"], [["=1+1"]]) == b"\xef\xbb\xbfname\r\n'=1+1\r\n"


@given(st.lists(st.lists(CELLS, min_size=2, max_size=2), max_size=4))
def test_what_is_written_is_read_again(rows: list[list[str]]) -> None:
    found = read_csv(write_csv(["name", "country"], rows))
    assert [list(row.cells) for row in found.rows] == [row for row in rows if any(row)]


@given(st.binary(max_size=300), st.sampled_from(["", "cp1252", "utf-16"]))
def test_bad_bytes_are_malformed_and_nothing_else(content: bytes, encoding: str) -> None:
    try:
        read_csv(content, encoding=encoding)
    except Malformed:
        return
