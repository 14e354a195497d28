"""A whole list, taken away: as cells parted by commas, or as a workbook."""

from collections.abc import Callable
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.utils.http import content_disposition_header
from django.utils.translation import gettext as _

from comity.accounts.answers import unknown, wrong_method
from comity.sheets import write_csv, write_xlsx
from comity.web import window
from comity.web.keeping import may_be_kept
from comity.web.table import Page
from comity.web.taken import Cell, Taken

MOST_IN_A_CELL = 32_767
Written = Callable[[Taken, list[list[Cell]]], bytes]


def as_csv(taken: Taken, lines: list[list[Cell]]) -> bytes:
    """Write it for every program: UTF-8 with its mark, and no cell that a spreadsheet would compute."""
    return write_csv(taken.headings, [[str(cell) for cell in line] for line in lines])


def as_xlsx(taken: Taken, lines: list[list[Cell]]) -> bytes:
    """Write it as a workbook of one sheet, whose cells are words and never computed."""
    rows = [[_held(str(cell)) for cell in line] for line in lines]
    return write_xlsx(taken.headings, rows, name=taken.name)


def _held(words: str) -> str:
    """Return what a cell of a workbook holds of some words; where that is not all, it says so."""
    if len(words) <= MOST_IN_A_CELL:
        return words
    more = _(" […] (a cell of a workbook holds no more; the CSV file has all of it)")
    return words[: MOST_IN_A_CELL - len(more)] + more


FORMS: dict[str, tuple[Written, str]] = {
    "csv": (as_csv, "text/csv; charset=utf-8"),
    "xlsx": (as_xlsx, "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"),
}


def take(request: HttpRequest, *, page: Page, form: str, **asked: Any) -> HttpResponse:
    """Give the list whole, as far as whoever asks may see it."""
    if request.method not in ("GET", "HEAD"):
        return wrong_method("GET", "HEAD")
    taken = page.taken
    if taken is None:
        return unknown()
    desk = window.desk_here()
    viewer = desk.viewer(request.person)  # type: ignore[attr-defined]
    told = {**asked, **page.asks(request)}
    lines = desk.read(viewer, taken.lines, page.reading, told)
    if lines is None:
        return unknown()
    may_be_kept(request)
    write, media_type = FORMS[form]
    answer = HttpResponse(write(taken, lines), content_type=media_type)
    answer.headers["Content-Disposition"] = content_disposition_header(
        as_attachment=True, filename=f"{_called(taken, asked, told)}.{form}"
    )
    return answer


def _called(taken: Taken, asked: dict[str, Any], told: dict[str, Any]) -> str:
    """Name the file after the list, the thing it is of, and the day it shows."""
    day = "".join(each for each in str(told.get("on", "")) if each.isdigit() or each == "-")
    return "-".join(filter(None, (taken.name, str(asked.get("id", "")), day[:10])))
