"""Workbooks made by hand, cell by cell, as no program would write them."""

import zipfile
from collections.abc import Mapping
from io import BytesIO

MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PACKAGE = "http://schemas.openxmlformats.org/package/2006/relationships"


def book(
    rows: str,
    *,
    after: str = "",
    shared: str = "",
    formats: str = "",
    styles: str = '<xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="164"/>',
    properties: str = "",
    others: str = "",
    more: Mapping[str, bytes] | None = None,
) -> bytes:
    """Return a workbook whose first sheet, `Data`, holds these rows (inside sheetData)."""
    parts = {
        "_rels/.rels": f'<Relationships xmlns="{PACKAGE}"><Relationship Id="r" Type="{OFFICE}/officeDocument"'
        ' Target="xl/workbook.xml"/></Relationships>',
        "xl/workbook.xml": f'<workbook xmlns="{MAIN}" xmlns:r="{OFFICE}">{properties}<sheets>{others}'
        '<sheet name="Data" sheetId="1" r:id="r1"/></sheets></workbook>',
        "xl/_rels/workbook.xml.rels": f'<Relationships xmlns="{PACKAGE}">'
        f'<Relationship Id="r1" Type="{OFFICE}/worksheet" Target="worksheets/sheet1.xml"/>'
        f'<Relationship Id="r2" Type="{OFFICE}/worksheet" Target="/xl/worksheets/sheet2.xml"/>'
        f'<Relationship Id="r3" Type="{OFFICE}/sharedStrings" Target="sharedStrings.xml"/>'
        f'<Relationship Id="r4" Type="{OFFICE}/styles" Target="styles.xml"/>'
        f'<Relationship Id="r5" Type="{OFFICE}/externalLink" TargetMode="External" Target="file:///etc/passwd"/>'
        "</Relationships>",
        "xl/sharedStrings.xml": f'<sst xmlns="{MAIN}">{shared}</sst>',
        "xl/styles.xml": f'<styleSheet xmlns="{MAIN}"><numFmts>{formats}</numFmts>'
        f'<cellStyleXfs><xf numFmtId="14"/></cellStyleXfs><cellXfs>{styles}</cellXfs></styleSheet>',
        "xl/worksheets/sheet1.xml": sheet(rows, after),
        "xl/worksheets/sheet2.xml": sheet(row(1, words("A1", "other"))),
    }
    return packed({name: text.encode() for name, text in parts.items()} | dict(more or {}))


def sheet(rows: str, after: str = "") -> str:
    """Return a sheet's part."""
    return f'<worksheet xmlns="{MAIN}"><sheetData>{rows}</sheetData>{after}</worksheet>'


def packed(parts: Mapping[str, bytes]) -> bytes:
    """Return parts as an archive."""
    out = BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return out.getvalue()


def row(number: int, *cells: str, said: str = "") -> str:
    """Return a row."""
    return f'<row r="{number}" {said}>{"".join(cells)}</row>'


def words(at: str, text: str) -> str:
    """Return a cell of words."""
    return f'<c r="{at}" t="inlineStr"><is><t>{text}</t></is></c>'


def cell(at: str, value: str, *, said: str = "", formula: str = "") -> str:
    """Return a cell of a value; none where it is empty."""
    inside = f"<f>{formula}</f>" if formula else ""
    return f'<c r="{at}" {said}>{inside}{f"<v>{value}</v>" if value else ""}</c>'
