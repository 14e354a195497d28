"""What the server writes down of itself: enough to find a fault, and nothing that anybody said, sent or looked at.

    ERROR django.request: record/<number:index>: KeyError in page.py:25 show, look.py:90 deed

An address may end in a secret and names what was looked at; the message of an exception may quote a letter, an
address or a row. So of what others log only the place is kept, and of an exception only what it is and where it was
raised. What our own rooms say is kept as it is: they know that it is read by more people than they speak to.
"""

import logging
import traceback
from pathlib import Path
from typing import Any

OURS = "comity"
FRAMES = 12
"""How many places of an exception are told, the innermost."""


class Terse(logging.Formatter):
    """Writes one line a record."""

    def format(self, record: logging.LogRecord) -> str:
        """Write level, logger, what was said where it is ours, and where an exception came from."""
        told = [said(record), came_from(record.exc_info[1] if record.exc_info else None)]
        return f"{record.levelname} {record.name}: {': '.join(filter(None, told))}"


def said(record: logging.LogRecord) -> str:
    """Return our own words, the pattern of the address that failed, or the place that logged."""
    if record.name.partition(".")[0] == OURS:
        return record.getMessage()
    match: Any = getattr(getattr(record, "request", None), "resolver_match", None)
    return str(match.route) if match else f"{record.filename}:{record.lineno}"


def came_from(error: BaseException | None) -> str:
    """Name an exception and where it was raised, without what it says."""
    if error is None:
        return ""
    frames = traceback.extract_tb(error.__traceback__)[-FRAMES:]
    places = ", ".join(f"{Path(each.filename).name}:{each.lineno} {each.name}" for each in frames)
    return f"{type(error).__name__} in {places}"
