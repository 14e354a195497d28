"""Whom an invitation names sees it and answers it, mandate or not: they look through a window of its size."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime

from comity.core.course import Course
from comity.core.invitation import Invitation
from comity.core.meeting import Meeting
from comity.core.party import Party
from comity.desk.sights import viewer_of
from comity.desk.viewer import Viewer
from comity.store import people
from comity.store.database import Database
from comity.store.known import Known
from comity.store.sight import Sight
from comity.store.state import Loaded


def named_in(database: Database, invitation: str) -> tuple[str, Party] | None:
    """Return the person whom an invitation names, and the party they are somebody of; None where it names none."""
    state = Loaded(database, Known())
    state.load([(Invitation, invitation)])
    found = state.find(Invitation, invitation)
    if found is None or not found.person:
        return None
    state.load([(Party, found.party)])
    party = state.find(Party, found.party)
    return (found.person, party) if party is not None else None


def as_guest(database: Database, person: str, *, invitation: str, at: datetime) -> Viewer | None:
    """Return a person as the guest whom an invitation names, for a letter or a page about it alone.

    Who has a mandate for the party is who they are anyway. None where it names somebody else.
    """
    found = named_in(database, invitation)
    viewer = viewer_of(database, person, at=at)
    if found is None or found[0] != person:
        return None
    party = found[1]
    if party.id in viewer.parties:
        return viewer
    state = Loaded(database, Known())
    state.load([(Invitation, invitation)])
    meeting = state.get(Invitation, invitation).meeting
    things = [
        f"{Invitation.TYPE}/{invitation}",
        *(f"{of.TYPE}/{meeting}" for of in (Meeting, Course)),
    ]
    sight = Sight(
        person=person,
        parties=frozenset({party.id}),
        asked=people.acts_on(database, things),
        is_in_programme=True,
    )
    return replace(viewer, parties={party.id: party}, zone=party.zone, sight=sight)
