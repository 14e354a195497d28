"""Where bytes become acts: whatever cannot be read leaves here as one exception, Malformed."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from comity import record
from comity.core.errors import Malformed


@contextmanager
def border() -> Iterator[None]:
    """Turn the record's word for what cannot be read into the house's."""
    try:
        yield
    except record.Malformed as error:
        raise Malformed(error.code, expected=error.expected, found=error.found) from error
