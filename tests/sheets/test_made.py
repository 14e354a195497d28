"""Workbooks that other programs made (openpyxl 3.1.5, XlsxWriter), kept as they came."""

from pathlib import Path

import pytest

from comity.core.errors import Malformed
from comity.sheets import Note, Noted, Sheet, read_xlsx

HERE = Path(__file__).parent / "made"


def read(name: str) -> Sheet:
    return read_xlsx((HERE / name).read_bytes())


def test_openpyxl_writes_dates_merged_cells_and_formulas_without_a_value() -> None:
    found = read("openpyxl.xlsx")
    assert found.headings == ("name", "joined", "fee", "active")
    assert [each.cells for each in found.rows] == [
        ("Médée – Société", "2017-11-20", "0.3", "true"),
        ("Ärzte; Söhne", "2026-03-01 14:30", "", "false"),
        ("Ärzte; Söhne", "2018-05", "12"),
    ]
    assert found.notes == (Note(Noted.SHEET, ("People",)), Note(Noted.MERGED, ("A3",)))
    with pytest.raises(Malformed, match="a formula in C3 that was never computed"):
        found.rows[1].cell(2)


def test_xlsxwriter_writes_shared_runs_1904_formulas_with_a_value_and_hidden_rows() -> None:
    found = read("xlsxwriter-1904.xlsx")
    assert [each.cells for each in found.rows] == [
        ("Médée", "2017-11-20", "2"),
        ("Tab\tline\nbreak", "20.11.2017", "true"),
    ]
    assert found.notes == (Note(Noted.COMPUTED, ("C2",)), Note(Noted.HIDDEN, ("3",)))
