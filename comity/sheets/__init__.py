"""Lists as secretariats keep them: bytes of a spreadsheet in, rows of words out, and whether two names may be one.

Pure: no clock, no network, no chance and no files. ``docs/sheets.md`` says what is read and what is not.
"""

from comity.sheets.comma import read_csv, write_csv
from comity.sheets.headings import Matched, match
from comity.sheets.names import alike, plain, slug, squeezed
from comity.sheets.sheet import Row, Sheet

__all__ = [
    "Matched",
    "Row",
    "Sheet",
    "alike",
    "match",
    "plain",
    "read_csv",
    "slug",
    "squeezed",
    "write_csv",
]
