"""Who takes part, and who is only named?"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from comity.core.party import Party, PartyForm, Standing
from comity.core.programme import Exercise
from comity.desk.look import Look
from comity.desk.readings.as_of import AsOf, as_of
from comity.desk.readings.beside import Beside, beside, lifts, named_then
from comity.desk.readings.paging import paged
from comity.desk.seen import Offer, Seen


@dataclass(frozen=True, kw_only=True)
class FormOfParty:
    """The parties of one form; forms are never summed into one figure."""

    form: PartyForm
    parties: Sequence[Seen[Party]]


@dataclass(frozen=True, kw_only=True)
class PartiesPage:
    """Parties and observers by form, organizations the record only names, and those of the exercise."""

    taking_part: Sequence[FormOfParty]
    named: Sequence[FormOfParty]
    practising: Sequence[FormOfParty]
    exercise_title: Seen[Exercise] | None
    beside: Beside
    as_of: AsOf
    more: str = ""
    """The id after which the next page begins."""
    offers: Sequence[Offer] = ()
    endings: Mapping[str, Sequence[Offer]] = field(default_factory=dict)
    """For each suspension, by id, what would lift it, where the viewer may."""


def parties(look: Look, *, after: str = "", on: str = "") -> PartiesPage:
    """Read every party this viewer may know of, in the programme's alphabet; of a day that is asked for, as it was."""
    page, day = paged(look, Party, after=after), as_of(on)
    rows = named_then(look, day.known(page.rows), on=day)
    found = sorted(rows, key=lambda each: str(each.value("name", "~")).casefold())
    real = [each for each in found if not each.scope]
    exercises = look.some(Exercise, limit=1)
    known = beside(look, [each.id for each in found], on=day)
    return PartiesPage(
        taking_part=_by_form(
            [each for each in real if each.value("standing") is not Standing.NAMED]
        ),
        named=_by_form([each for each in real if each.value("standing") is Standing.NAMED]),
        practising=_by_form([each for each in found if each.scope]),
        exercise_title=exercises[0] if exercises else None,
        beside=known,
        as_of=day,
        more=page.more,
        offers=look.offers([("parties.admit-party/1", {}), ("parties.register-person/1", {})]),
        endings=lifts(look, known),
    )


def _by_form(found: Sequence[Seen[Party]]) -> list[FormOfParty]:
    groups = [
        FormOfParty(form=form, parties=[each for each in found if each.value("form") is form])
        for form in PartyForm
    ]
    return [group for group in groups if group.parties]
