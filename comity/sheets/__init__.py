"""Lists as secretariats keep them: bytes of a spreadsheet in, rows of words out, and whether two names may be one.

Pure: no clock, no network, no chance and no files. ``docs/sheets.md`` says what is read and what is not.
"""

from comity.sheets.comma import read_csv, write_csv
from comity.sheets.encoding import Misread, Offer
from comity.sheets.headings import Matched, likely, match, placed
from comity.sheets.history import History, read_history
from comity.sheets.names import alike, likeness, plain, slug, squeezed
from comity.sheets.note import Note, Noted
from comity.sheets.reading import read_list
from comity.sheets.sheet import Row, Sheet
from comity.sheets.xlsx import read_xlsx, write_xlsx

__all__ = [
    "History",
    "Matched",
    "Misread",
    "Note",
    "Noted",
    "Offer",
    "Row",
    "Sheet",
    "alike",
    "likely",
    "likeness",
    "match",
    "placed",
    "plain",
    "read_csv",
    "read_history",
    "read_list",
    "read_xlsx",
    "slug",
    "squeezed",
    "write_csv",
    "write_xlsx",
]
