"""A plain workbook: one sheet, a row of headings that stays in sight, and cells that hold words and nothing else.

The same rows give the same bytes. No cell can be computed: every one is written as words (`inlineStr`).
"""

import zipfile
from collections.abc import Iterable, Sequence
from io import BytesIO
from xml.sax.saxutils import escape, quoteattr

from comity.sheets.xlsx.grid import name_of
from comity.sheets.xlsx.words import escaped

_HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_KIND = "application/vnd.openxmlformats-officedocument.spreadsheetml"
_FIRST_DAY = (1980, 1, 1, 0, 0, 0)

TYPES = (
    f'{_HEAD}<Types xmlns="{_PACKAGE}/content-types">'
    f'<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
    f'<Override PartName="/xl/workbook.xml" ContentType="{_KIND}.sheet.main+xml"/>'
    f'<Override PartName="/xl/worksheets/sheet1.xml" ContentType="{_KIND}.worksheet+xml"/>'
    f'<Override PartName="/xl/styles.xml" ContentType="{_KIND}.styles+xml"/></Types>'
)
ROOT = (
    f'{_HEAD}<Relationships xmlns="{_PACKAGE}/relationships">'
    f'<Relationship Id="rId1" Type="{_OFFICE}/officeDocument" Target="xl/workbook.xml"/></Relationships>'
)
RELATED = (
    f'{_HEAD}<Relationships xmlns="{_PACKAGE}/relationships">'
    f'<Relationship Id="rId1" Type="{_OFFICE}/worksheet" Target="worksheets/sheet1.xml"/>'
    f'<Relationship Id="rId2" Type="{_OFFICE}/styles" Target="styles.xml"/></Relationships>'
)
STYLES = (
    f'{_HEAD}<styleSheet xmlns="{_MAIN}"><fonts count="2"><font><sz val="11"/><name val="Calibri"/></font>'
    '<font><b/><sz val="11"/><name val="Calibri"/></font></fonts>'
    '<fills count="1"><fill><patternFill patternType="none"/></fill></fills>'
    '<borders count="1"><border/></borders><cellStyleXfs count="1"><xf/></cellStyleXfs>'
    '<cellXfs count="2"><xf numFmtId="49" applyNumberFormat="1"/>'
    '<xf numFmtId="49" fontId="1" applyNumberFormat="1" applyFont="1"/></cellXfs>'
    '<cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles></styleSheet>'
)


def write_xlsx(
    headings: Sequence[str], rows: Iterable[Sequence[str]], *, name: str = "List"
) -> bytes:
    """Write a workbook that every spreadsheet reads; `name` stands on the tab of its sheet."""
    parts = {
        "[Content_Types].xml": TYPES,
        "_rels/.rels": ROOT,
        "xl/workbook.xml": _book(name),
        "xl/_rels/workbook.xml.rels": RELATED,
        "xl/styles.xml": STYLES,
        "xl/worksheets/sheet1.xml": _sheet(headings, rows),
    }
    out = BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for where, text in parts.items():
            archive.writestr(
                zipfile.ZipInfo(where, _FIRST_DAY), text.encode(), zipfile.ZIP_DEFLATED
            )
    return out.getvalue()


def _book(name: str) -> str:
    return (
        f'{_HEAD}<workbook xmlns="{_MAIN}" xmlns:r="{_OFFICE}">'
        f'<sheets><sheet name={quoteattr(name[:31])} sheetId="1" r:id="rId1"/></sheets></workbook>'
    )


def _sheet(headings: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    view = '<pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/>'
    wide = f'<cols><col min="1" max="{max(len(headings), 1)}" width="24" style="0" customWidth="1"/></cols>'
    body = "".join(
        _row(number, cells, style=int(number == 1))
        for number, cells in enumerate((headings, *rows), start=1)
    )
    return (
        f'{_HEAD}<worksheet xmlns="{_MAIN}"><sheetViews><sheetView workbookViewId="0">{view}</sheetView>'
        f"</sheetViews>{wide}<sheetData>{body}</sheetData></worksheet>"
    )


def _row(number: int, cells: Sequence[str], *, style: int) -> str:
    told = "".join(
        f'<c r="{name_of(number, place)}" s="{style}" t="inlineStr"><is>'
        f'<t xml:space="preserve">{escape(escaped(words))}</t></is></c>'
        for place, words in enumerate(cells)
        if words
    )
    return f'<row r="{number}">{told}</row>'
