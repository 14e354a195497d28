"""The lists that can be taken in."""

from __future__ import annotations

from collections.abc import Mapping

from comity.core.party import Party, PartyForm, Person, Standing
from comity.desk.intake.wanted import AsOneOf, Column, Wanted

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

ORGANIZATIONS = Wanted(
    act="parties.admit-party/1",
    made=Party,
    columns=(
        Column(
            "name", ("official name", "organization", "organisation", "party", "supporter", "nom")
        ),
        Column("form", ("category", "type", "kind"), AsOneOf(PartyForm, _FORMS)),
        Column("standing", (), AsOneOf(Standing, {})),
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

KINDS: Mapping[str, Wanted] = {"organizations": ORGANIZATIONS, "people": PEOPLE}
"""By the word that stands for them on the terminal."""
