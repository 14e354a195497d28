"""The desk's door for whoever types: what only can be known beside the record, or is no rule, is asked first."""

from collections.abc import Mapping
from typing import Any

from comity.accounts import closing
from comity.core.act import ANOTHER
from comity.desk import envelope as envelopes
from comity.desk.desk import Desk
from comity.desk.doubles import Alike, doubles
from comity.desk.outcome import Outcome, Refused


def submit(
    desk: Desk, envelope: Mapping[str, Any], *, person: str, by_hand: bool = True
) -> Outcome | Alike:
    """Enter an act, or say why not; where it would name what is called alike already, enter nothing and ask."""
    found = asked_first(desk, envelope, person=person, by_hand=by_hand)
    return found or desk.submit(envelope, person=person)


def asked_first(
    desk: Desk, envelope: Mapping[str, Any], *, person: str, by_hand: bool = True
) -> Refused | Alike | None:
    """Return what is to be answered before an act is entered; None where nothing is.

    by_hand: a person types it, and is asked about doubles. A program keeps names of its own and knows what it enters;
    it is asked where it says that it wants to be, by `is_another` that is false. What was made
    and signed elsewhere is opened first: no question is passed by in an envelope.
    """
    asked = envelopes.read(envelope, person=person)
    if no := closing.refused(desk, envelope, asked=asked):
        return no
    wants = by_hand or asked.own.get(ANOTHER) is False
    return doubles(desk, envelope, person=person) if wants else None
