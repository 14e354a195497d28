"""Days as spreadsheets count them (ISO/IEC 29500-1, 18.17.4).

    1900 system   1 is 1 January 1900, and 60 is 29 February 1900, a day that never was (kept for Lotus 1-2-3)
    1904 system   0 is 1 January 1904

A number is a date only by the format of its cell. The part after the point is the time of day.
"""

import re
from datetime import datetime, timedelta

from comity.core.errors import Malformed

NEVER_WAS = 60
BUILT_IN = frozenset({*range(14, 23), *range(27, 37), *range(45, 48), *range(50, 59)})
"""Formats that a workbook names by number alone and that show a date or a time."""
_ASIDE = re.compile(r'"[^"]*"|\\.|\[[^\]]*\]|_.|\*.')
_SECONDS = 86_400


def is_date(code: str) -> bool:
    """Tell whether a format shows a date or a time: letters of days and hours that stand in no quotation marks."""
    bare = _ASIDE.sub("", code.partition(";")[0]).lower()
    return bool(re.search("[dmyhs]", bare)) and "general" not in bare


def day_of(number: float, *, is_1904: bool) -> str:
    """Return the date, with its time where it has one; raise Malformed for a day that never was."""
    days, seconds = divmod(round(number * _SECONDS), _SECONDS)
    if not is_1904 and days == NEVER_WAS:
        raise Malformed("date", expected="a date that exists", found="29 February 1900")
    first = datetime(1904, 1, 1) if is_1904 else datetime(1899, 12, 31 if days < NEVER_WAS else 30)  # noqa: DTZ001
    try:
        when = first + timedelta(days=days, seconds=seconds)
    except OverflowError:
        raise _no_date(number) from None
    if days < (0 if is_1904 else 1):
        raise _no_date(number)
    return when.isoformat(" ", "minutes") if seconds else when.date().isoformat()


def _no_date(number: float) -> Malformed:
    return Malformed("date", expected="a date that exists", found=f"day {number:g} of a calendar")
