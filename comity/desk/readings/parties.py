"""Who takes part, and who is only named?"""

from collections.abc import Sequence
from dataclasses import dataclass

from comity.core.party import Party, PartyForm, Standing
from comity.core.programme import Exercise
from comity.desk.look import Look
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
    more: str = ""
    """The id after which the next page begins."""
    offers: Sequence[Offer] = ()


def parties(look: Look, *, after: str = "") -> PartiesPage:
    """Read every party this viewer may know of, in the programme's alphabet."""
    page = paged(look, Party, after=after)
    found = sorted(page.rows, key=lambda each: str(each.value("name", "~")).casefold())
    real = [each for each in found if not each.scope]
    exercises = look.some(Exercise, limit=1)
    return PartiesPage(
        taking_part=_by_form(
            [each for each in real if each.value("standing") is not Standing.NAMED]
        ),
        named=_by_form([each for each in real if each.value("standing") is Standing.NAMED]),
        practising=_by_form([each for each in found if each.scope]),
        exercise_title=exercises[0] if exercises else None,
        more=page.more,
        offers=look.offers([("parties.admit-party/1", {}), ("parties.register-person/1", {})]),
    )


def _by_form(found: Sequence[Seen[Party]]) -> list[FormOfParty]:
    groups = [
        FormOfParty(form=form, parties=[each for each in found if each.value("form") is form])
        for form in PartyForm
    ]
    return [group for group in groups if group.parties]
