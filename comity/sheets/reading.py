"""A list of either kind: a workbook is known by its first bytes, whatever its name says."""

from comity.sheets.comma import read_csv
from comity.sheets.sheet import Sheet
from comity.sheets.xlsx import read_xlsx
from comity.sheets.xlsx.archive import OLE, ZIP


def read_list(content: bytes, *, encoding: str = "", sheet: str = "") -> Sheet:
    """Read a list; `encoding` is of a file of words alone, `sheet` of a workbook. Raise Malformed for anything else."""
    if content.startswith((ZIP, OLE)):
        return read_xlsx(content, sheet=sheet)
    return read_csv(content, encoding=encoding)
