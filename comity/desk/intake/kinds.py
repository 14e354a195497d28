"""The lists that can be taken in."""

from __future__ import annotations

from collections.abc import Mapping

from comity.core.meeting import Meeting, MeetingForm
from comity.core.norm import Call, Norm, Recommendation, Report
from comity.core.party import Attribution, Body, Party, PartyForm, Person, Standing
from comity.core.support import Commitment, Endorsement, Extent
from comity.core.text import Adoption
from comity.desk.intake.wanted import (
    CONCERNS,
    EFFECTIVE,
    AsOneOf,
    Column,
    Wanted,
    apart_by,
    as_date,
    as_several,
)

_FORMS = {
    "private sector": "company",
    "private society": "company",
    "business": "company",
    "government": "state",
    "country": "state",
    "ngo": "civil-society",
    "university": "academia",
    "international organization": "intergovernmental",
    "international organisation": "intergovernmental",
}
_MEETINGS = {"summits": "summit", "conference": "summit", "round table": "roundtable"}
_EXTENTS = {"full": "whole", "yes": "whole", "partial": "part", "reservation": "with-reservation"}

ORGANIZATIONS = Wanted(
    act="parties.admit-party/1",
    made=Party,
    columns=(
        Column(
            "name", ("official name", "organization", "organisation", "party", "supporter", "nom")
        ),
        Column("form", ("category", "type", "kind"), AsOneOf(PartyForm, _FORMS)),
        Column("standing", (), AsOneOf(Standing)),
        Column("country", ("nationality", "pays", "state")),
        Column("zone", ("time zone", "timezone")),
        Column("about", ("description", "note", "notes")),
    ),
    needed=("name", "form", "standing"),
    name="name",
    same=("country",),
)

PEOPLE = Wanted(
    act="parties.register-person/1",
    made=Person,
    columns=(
        Column("name", ("full name", "person", "nom")),
        Column("office", ("title", "function", "position", "job title")),
        Column("country", ("nationality", "pays")),
    ),
    needed=("name",),
    name="name",
    same=("office", "country"),
    id_from_name=False,
)

MEETINGS = Wanted(
    act="convene.convene-meeting/1",
    made=Meeting,
    columns=(
        Column("name", ("meeting", "title", "event", "nom")),
        Column("form", ("type", "kind", "category"), AsOneOf(MeetingForm, _MEETINGS)),
        Column("start", ("date", "from", "begins", "start date", "when"), as_date),
        Column("end", ("to", "until", "ends", "end date"), as_date),
        Column("place", ("city", "venue", "location", "where", "lieu")),
        Column("zone", ("time zone", "timezone")),
        Column("body", ("group", "commission"), names_one_of=(Body,)),
        Column("attribution", ("rule", "attribution rule"), AsOneOf(Attribution)),
        Column("participants", ("attendance", "number of participants")),
        Column("countries", ("number of countries",)),
        Column("partners", ("co-hosts", "cohosts", "hosts"), as_several),
        Column("note", ("notes", "description", "about")),
    ),
    needed=("name", "form", "start"),
    name="name",
    same=("start",),
    are_apart=apart_by("start"),
)

_WHO = ("party", "organization", "organisation", "supporter", "signatory", "endorser", "name")

ENDORSEMENTS = Wanted(
    act="mobilize.endorse/1",
    made=Endorsement,
    columns=(
        Column(CONCERNS, _WHO, seen_as="party", names_one_of=(Party,)),
        Column(
            "of",
            ("text", "norm", "call", "what", "endorses"),
            names_one_of=(Adoption, Norm, Call, Report, Recommendation),
            is_bare=False,
        ),
        Column("extent", ("how much",), AsOneOf(Extent, _EXTENTS)),
        Column("words", ("statement", "reservation", "note", "notes")),
        Column(EFFECTIVE, ("date", "date signed", "signed", "since", "on"), as_date),
    ),
    needed=(CONCERNS, "of", "extent"),
    name=CONCERNS,
    same=("of",),
    id_from_name=False,
    beside=("of",),
    is_recorded=True,
)

COMMITMENTS = Wanted(
    act="mobilize.make-commitment/1",
    made=Commitment,
    columns=(
        Column(CONCERNS, _WHO, seen_as="party", names_one_of=(Party,)),
        Column(
            "on",
            ("text", "norm", "recommendation", "about", "follows from"),
            names_one_of=(Adoption, Norm, Recommendation),
            is_bare=False,
        ),
        Column("does", ("commitment", "will", "action", "what")),
        Column("by_when", ("deadline", "due", "date", "by"), as_date),
        Column("measure", ("indicator", "how one would see it")),
        Column(EFFECTIVE, ("made on", "since", "date made"), as_date),
    ),
    needed=(CONCERNS, "on", "does"),
    name="does",
    same=(CONCERNS, "on"),
    id_from_name=False,
    beside=(CONCERNS, "on"),
    is_recorded=True,
)

KINDS: Mapping[str, Wanted] = {
    "organizations": ORGANIZATIONS,
    "people": PEOPLE,
    "meetings": MEETINGS,
    "endorsements": ENDORSEMENTS,
    "commitments": COMMITMENTS,
}
"""By the word that stands for them on the terminal and in addresses."""
