"""The desk's door for whoever types: what only can be known beside the record, or is no rule, is asked first."""

from collections.abc import Mapping
from typing import Any

from comity.accounts import closing
from comity.desk.desk import Desk
from comity.desk.doubles import Alike, doubles
from comity.desk.outcome import Outcome, Refused


def submit(desk: Desk, envelope: Mapping[str, Any], *, person: str) -> Outcome | Alike:
    """Enter an act, or say why not; where it would name what is called alike already, enter nothing and ask."""
    return asked_first(desk, envelope, person=person) or desk.submit(envelope, person=person)


def asked_first(desk: Desk, envelope: Mapping[str, Any], *, person: str) -> Refused | Alike | None:
    """Return what is to be answered before an act is entered; None where nothing is."""
    return closing.refused(desk, envelope, person=person) or doubles(desk, envelope, person=person)
