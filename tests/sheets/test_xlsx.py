"""Workbooks: what each kind of cell says, what must be told about it, and what is refused."""

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from comity.core.errors import Malformed
from comity.sheets import Note, Noted, Row, read_list, read_xlsx, write_xlsx
from tests.sheets.book import book, cell, packed, row, sheet, words

HEAD = row(1, words("A1", "name"), words("B1", "date"))
TEXT = st.text(st.characters(blacklist_categories=["Cs"]), max_size=12)


def said(value: str, **more: Any) -> str:
    """What one cell says under the heading `name`."""
    found = read_xlsx(book(HEAD + row(2, value), **more))
    return found.rows[0].cell(0)


def fault(value: str, **more: Any) -> Malformed:
    """What is wrong with one cell."""
    found = read_xlsx(book(HEAD + row(2, value), **more))
    with pytest.raises(Malformed) as told:
        found.rows[0].cell(0)
    return told.value


def test_rows_keep_the_numbers_that_the_spreadsheet_shows() -> None:
    found = read_xlsx(book(HEAD + row(4, words("B4", "x")) + row(9, words("A9", " y "))))
    assert found.headings == ("name", "date")
    assert found.rows == (Row(4, ("", "x")), Row(9, ("y",)))
    assert found.notes == ()


@pytest.mark.parametrize(
    ("value", "words_said"),
    [
        (cell("A2", "3"), "3"),
        (cell("A2", "3.0"), "3"),
        (cell("A2", "0.30000000000000004"), "0.3"),
        (cell("A2", "1E3"), "1000"),
        (cell("A2", "-12.50"), "-12.5"),
        (cell("A2", "120"), "120"),
        (cell("A2", "1", said='t="b"'), "true"),
        (cell("A2", "0", said='t="b"'), "false"),
        (cell("A2", "as computed", said='t="str"', formula="B1"), "as computed"),
        (cell("A2", "2026-11-20T00:00:00", said='t="d"'), "2026-11-20"),
        (words("A2", "M&amp;E_x0041_"), "M&EA"),
    ],
)
def test_each_kind_of_cell_says_its_value(value: str, words_said: str) -> None:
    assert said(value) == words_said


def test_words_that_cells_share_are_joined_from_their_runs_and_not_from_how_they_are_read_aloud() -> (
    None
):
    shared = (
        "<si><t>first</t></si>"
        "<si><r><t>Mé</t></r><r><t>dée</t></r><rPh sb='0' eb='1'><t>aloud</t></rPh></si>"
    )
    assert said(cell("A2", "1", said='t="s"'), shared=shared) == "Médée"
    assert fault(cell("A2", "2", said='t="s"'), shared=shared).expected.startswith("words that")


@pytest.mark.parametrize(
    ("number", "style", "day"),
    [
        ("1", 1, "1900-01-01"),
        ("59", 1, "1900-02-28"),
        ("61", 1, "1900-03-01"),
        ("46346", 1, "2026-11-20"),
        ("46346.5", 1, "2026-11-20 12:00"),
        ("46346.99999999", 1, "2026-11-21"),
        ("46346", 2, "2026-11-20"),
        ("46346", 0, "46346"),
    ],
)
def test_a_number_is_a_date_by_the_format_of_its_cell(number: str, style: int, day: str) -> None:
    formats = '<numFmt numFmtId="164" formatCode="[$-407]d\\.\\ mmmm\\ yyyy;@"/>'
    assert said(cell("A2", number, said=f's="{style}"'), formats=formats) == day


@pytest.mark.parametrize(
    "code", ['0.00" days"', "#,##0.00", "General", "[Red]0", '"mdy"0', r"\d0", "@"]
)
def test_a_format_that_only_speaks_of_days_makes_no_date(code: str) -> None:
    quoted = code.replace('"', "&quot;")
    formats = f'<numFmt numFmtId="164" formatCode="{quoted}"/>'
    assert said(cell("A2", "46346", said='s="2"'), formats=formats) == "46346"


@pytest.mark.parametrize(("number", "day"), [("0", "1904-01-01"), ("44884", "2026-11-20")])
def test_a_workbook_may_count_from_1904(number: str, day: str) -> None:
    properties = '<workbookPr date1904="1"/>'
    assert said(cell("A2", number, said='s="1"'), properties=properties) == day


@pytest.mark.parametrize("number", ["60", "0", "-1", "2958466", "1e15"])
def test_a_day_that_never_was_is_told_and_not_mended(number: str) -> None:
    told = fault(cell("A2", number, said='s="1"'))
    assert told.expected == "a date that exists"
    assert told.found in (
        "29 February 1900",
        "day 0 of a calendar",
        "day -1 of a calendar",
        "day 2.95847e+06 of a calendar",
        "day 1e+15 of a calendar",
    )


def test_what_a_formula_last_came_to_is_taken_and_said() -> None:
    found = read_xlsx(book(HEAD + row(2, cell("A2", "7", formula="3+4"), words("B2", "x"))))
    assert (found.rows[0].cell(0), found.notes) == ("7", (Note(Noted.COMPUTED, ("A2",)),))


def test_a_formula_that_was_never_computed_says_nothing() -> None:
    told = fault(cell("A2", "", formula="3+4"))
    assert told.found == "a formula in A2 that was never computed"
    assert fault(cell("A2", "#N/A", said='t="e"', formula="X")).found == "#N/A in A2"
    assert fault(cell("A2", "much")).expected == "a number"


def test_cells_merged_down_a_column_give_each_row_their_value_and_along_a_row_only_the_first() -> (
    None
):
    rows = (
        HEAD
        + row(2, words("A2", "Arvenia"), words("B2", "2017"))
        + row(3, words("B3", "2018"))
        + row(4, words("A4", "Meridonia"))
    )
    merged = '<mergeCells><mergeCell ref="A2:A3"/><mergeCell ref="A4:B4"/></mergeCells>'
    found = read_xlsx(book(rows, after=merged))
    assert [each.cells for each in found.rows] == [
        ("Arvenia", "2017"),
        ("Arvenia", "2018"),
        ("Meridonia",),
    ]
    assert found.notes == (Note(Noted.MERGED, ("A2", "A4")),)


def test_rows_that_are_hidden_are_read_and_said() -> None:
    found = read_xlsx(book(HEAD + row(2, words("A2", "x"), said='hidden="1"')))
    assert (len(found.rows), found.notes) == (1, (Note(Noted.HIDDEN, ("2",)),))


def test_of_several_sheets_the_first_that_is_shown_is_read_unless_one_is_named() -> None:
    two = '<sheet name="Old" sheetId="2" state="hidden" r:id="r2"/>'
    found = read_xlsx(book(HEAD, others=two))
    assert (found.headings, found.notes) == (("name", "date"), (Note(Noted.SHEET, ("Data",)),))
    assert found.beside == ("Old",)
    old = read_xlsx(book(HEAD, others=two), sheet="Old")
    assert (old.headings, old.beside) == (("other",), ("Data",))
    with pytest.raises(Malformed) as told:
        read_xlsx(book(HEAD, others=two), sheet="New")
    assert told.value.expected == "one of 'Old', 'Data'"


def test_macros_and_links_to_other_files_are_never_opened() -> None:
    macro = {"xl/vbaProject.bin": b"not even a program"}
    assert said(words("A2", "x"), more=macro) == "x"


@pytest.mark.parametrize(
    "content",
    [
        b"PK\x03\x04 and then nothing",
        b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1 an old or encrypted one",
        packed({}),
        packed({"xl/workbook.xml": b"<workbook/>"}),
        book("<row r='0'/>"),
        book("<row r='9999999'/>"),
        book(row(1, words("A1", "x"), words("ZZ1", "far"))),
        book(row(1, '<c r="b2"/>')),
        book(HEAD, after="<mergeCells><mergeCell ref='A:A'/></mergeCells>"),
        book("", more={"xl/worksheets/sheet1.xml": b"<worksheet><row>"}),
        book("", more={"xl/worksheets/sheet1.xml": b"<x>" * 100 + b"</x>" * 100}),
    ],
)
def test_what_is_no_workbook_is_told(content: bytes) -> None:
    with pytest.raises(Malformed):
        read_list(content)


def test_entities_cannot_even_begin() -> None:
    bomb = (
        b'<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;">]>'
        b"<worksheet><sheetData>&b;</sheetData></worksheet>"
    )
    with pytest.raises(Malformed, match="document types"):
        read_xlsx(book("", more={"xl/worksheets/sheet1.xml": bomb}))


def test_an_archive_that_unpacks_to_more_than_anybodys_list_is_refused() -> None:
    long = sheet(" " * (65 << 20)).encode()
    small = book("", more={"xl/worksheets/sheet1.xml": long})
    assert len(small) < 200_000
    with pytest.raises(Malformed, match="once unpacked"):
        read_xlsx(small)


@given(st.lists(st.lists(TEXT, min_size=2, max_size=2), max_size=4))
def test_what_is_written_is_read_again_word_for_word(rows: list[list[str]]) -> None:
    found = read_xlsx(write_xlsx(["name", "date"], rows))
    expected = [[each.strip() for each in cells] for cells in rows]
    assert found.headings == ("name", "date")
    assert [[each.cell(0), each.cell(1)] for each in found.rows] == [
        each for each in expected if any(each)
    ]


def test_the_same_rows_give_the_same_bytes_and_no_cell_that_is_computed() -> None:
    made = write_xlsx(["name"], [["=1+1"], ["_x0041_"]])
    assert made == write_xlsx(["name"], [["=1+1"], ["_x0041_"]])
    assert [each.cell(0) for each in read_xlsx(made).rows] == ["=1+1", "_x0041_"]
    assert read_xlsx(made).notes == ()


@given(st.integers(0, 10_000), st.binary(min_size=1, max_size=4))
def test_a_damaged_workbook_is_malformed_and_nothing_else(at: int, damage: bytes) -> None:
    whole = WHOLE
    place = at % len(whole)
    try:
        read_xlsx(whole[:place] + damage + whole[place + len(damage) :])
    except Malformed:
        return


@given(st.text(st.sampled_from('<>/rcvt="123AZ &;x'), max_size=60))
def test_a_sheet_of_any_markup_is_malformed_and_nothing_else(markup: str) -> None:
    try:
        read_xlsx(book(HEAD + markup))
    except Malformed:
        return


WHOLE = book(HEAD + row(2, cell("A2", "46346", said='s="1"'), words("B2", "x")))
