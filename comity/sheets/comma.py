"""A list whose cells are parted by commas, semicolons or tabs (RFC 4180, and what spreadsheets write in its place).

name;country          the first row says which sign parts cells: the one that stands there most often
"Smith; Sons";GBR     a sign between quotation marks parts nothing
"""

import codecs
import csv
import re
from collections.abc import Iterable, Sequence
from io import StringIO

from comity.core.errors import Malformed
from comity.sheets.encoding import Misread, offers
from comity.sheets.note import Note, Noted
from comity.sheets.sheet import Sheet, check_size, sheet

SIGNS = ",;\t"
_QUOTED = re.compile(r'"[^"]*"?')
_FORMULA = re.compile(r"[=+\-@\t]")
_GUARDED = re.compile(r"'[=+\-@\t]")
_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)


def read_csv(content: bytes, *, encoding: str = "") -> Sheet:
    """Read a list; raise Malformed for bytes that are no text, or cells whose quotation marks do not end."""
    check_size(content)
    name = encoding or _marked(content) or "utf-8"
    text = _text(content, name=name)
    if "\0" in text:
        found = "a zero byte: this is no list of cells"
        raise Misread(name, found=found, offers=offers(content, at=content.index(b"\0")))
    reader = csv.reader(StringIO(text, newline=""), delimiter=_sign(text), strict=True)
    try:
        return sheet([[_bare(cell) for cell in line] for line in reader], notes=_notes(name))
    except csv.Error as error:
        raise Malformed(
            "list", expected="cells", found=f"line {reader.line_num}: {error}"
        ) from error


def write_csv(headings: Sequence[str], rows: Iterable[Sequence[str]]) -> bytes:
    """Write a list that every spreadsheet reads: UTF-8 with its mark, and no cell that would be computed."""
    out = StringIO(newline="")
    writer = csv.writer(out, lineterminator="\r\n")
    for line in (headings, *rows):
        writer.writerow([_guarded(cell) for cell in line])
    return codecs.BOM_UTF8 + out.getvalue().encode()


def _marked(content: bytes) -> str:
    return next((name for mark, name in _MARKS if content.startswith(mark)), "")


def _notes(name: str) -> tuple[Note, ...]:
    return () if name == "utf-8" else (Note(Noted.ENCODING, (name,)),)


def _text(content: bytes, *, name: str) -> str:
    try:
        return content.decode(name).removeprefix("\ufeff")
    except LookupError as error:
        raise Malformed("encoding", expected="one that is known", found=repr(name)[:60]) from error
    except UnicodeDecodeError as error:
        line = content[: error.start].count(b"\n") + 1
        # Never guessed: a wrong guess turns é into Ã© in the record, and no reader could say what was meant.
        found = f"the byte {content[error.start]:02X} in line {line}"
        raise Misread(name, found=found, offers=offers(content, at=error.start)) from error
    except (ValueError, UnicodeError) as error:
        raise Malformed("list", expected=f"text in {name}", found=str(error)[:100]) from error


def _sign(text: str) -> str:
    head = _QUOTED.sub("", next((line for line in text.splitlines() if line.strip()), ""))
    return max(SIGNS, key=lambda sign: (head.count(sign), -SIGNS.index(sign)))


def _guarded(cell: str) -> str:
    # A spreadsheet would run a cell that begins like a formula; the apostrophe makes it words.
    return f"'{cell}" if _FORMULA.match(cell) or _GUARDED.match(cell) else cell


def _bare(cell: str) -> str:
    return (
        cell[1:]
        if _GUARDED.match(cell) or (cell.startswith("''") and _GUARDED.match(cell[1:]))
        else cell
    )
