"""The desk of this server: the one whose data folder the settings name."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from comity.desk.desk import Desk


@cache
def desk() -> Desk:
    """Return the desk; every thread speaks through its own connection of Django's."""
    from django.conf import settings  # noqa: PLC0415  The desk itself needs no Django.

    return Desk(Path(settings.COMITY_DATA))
