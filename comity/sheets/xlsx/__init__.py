"""Workbooks (.xlsx, ISO/IEC 29500): the words of one sheet, read from a stranger; and plain ones written.

Nothing is computed, run or fetched: formulas, macros and links to other files stay where they are.
"""

from comity.sheets.xlsx.reading import read_xlsx
from comity.sheets.xlsx.writing import write_xlsx

__all__ = ["read_xlsx", "write_xlsx"]
