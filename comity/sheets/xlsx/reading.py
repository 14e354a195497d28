"""A workbook's sheet as a list: what its cells say, and what has to be told about how they were read."""

from dataclasses import replace

from comity.sheets.note import Note, Noted
from comity.sheets.sheet import Sheet, check_size, sheet_of
from comity.sheets.xlsx.archive import OLE, Archive, told
from comity.sheets.xlsx.cells import Reader
from comity.sheets.xlsx.events import follow
from comity.sheets.xlsx.grid import Grid
from comity.sheets.xlsx.parts import book, chosen, dated, shared


def read_xlsx(content: bytes, *, sheet: str = "") -> Sheet:
    """Read one sheet, the first that is shown where none is named; raise Malformed for what is no workbook."""
    check_size(content)
    if content.startswith(OLE):
        raise told(
            "a workbook saved as .xlsx", "one that is encrypted, or of the kind before .xlsx"
        )
    archive = Archive(content)
    of = book(archive)
    leaf = chosen(of, sheet)
    grid = Grid(Reader(shared(archive, of), dated(archive, of), of.is_1904))
    follow(archive.part(leaf.part), part=leaf.part, start=grid.start, end=grid.end)
    merged = grid.filled()
    notes = [
        Note(Noted.SHEET, (leaf.name,) if len(of.leaves) > 1 else ()),
        Note(Noted.COMPUTED, tuple(grid.computed)),
        Note(Noted.MERGED, tuple(merged)),
        Note(Noted.HIDDEN, tuple(each for each in grid.hidden if int(each) in grid.rows)),
    ]
    found = sheet_of(grid.listed(), notes=tuple(note for note in notes if note.places))
    return replace(found, beside=tuple(each.name for each in of.leaves if each != leaf))
