"""A procedure: a body is asked something about a text, until an instant. A silence, a round and a ballot are such."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from comity.core.party import Body
from comity.core.text import Text
from comity.desk.cells import Cell
from comity.desk.look import Look
from comity.desk.readings.ending import is_elsewhere, is_over
from comity.desk.readings.line import Step, short_line
from comity.desk.seen import Deed, Seen


@dataclass(frozen=True, kw_only=True)
class Said:
    """What a party said in it, with the party's name."""

    row: Seen[Any]
    party: Cell


@dataclass(frozen=True, kw_only=True)
class Procedure:
    """What the pages of all of them say."""

    text: Seen[Text]
    body: Seen[Body] | None
    line: Sequence[Step]
    deeds: Sequence[Deed]
    is_over: bool
    """True where the deadline has passed, also while the desk has not closed it yet."""
    zone: str
    is_elsewhere: bool
    """True where the viewer's clock differs from the venue's."""
    now: datetime
    scope: str


def procedure(look: Look, found: Seen[Any] | None) -> Procedure | None:
    """Read what is common to them; None where the viewer may not know of it, or of its text."""
    text = look.find(Text, str(found["text"])) if found else None
    if found is None or text is None:
        return None
    return Procedure(
        text=text,
        body=look.find(Body, str(found["body"])),
        line=short_line(look, found),
        deeds=look.minutes(thing=found.thing, limit=20),
        is_over=is_over(found, now=look.now),
        zone=look.viewer.zone,
        is_elsewhere=is_elsewhere(found, look=look),
        now=look.now,
        scope=found.scope,
    )
