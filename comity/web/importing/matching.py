"""The columns of a list beside the fields that they may fill: matched by their headings, and changed by a person."""

from collections.abc import Sequence
from dataclasses import dataclass

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from comity.core.act import act_shapes, kind_named
from comity.core.shapes import OneOf
from comity.desk.intake.wanted import CONCERNS, DECISION, EFFECTIVE, Column, Wanted
from comity.sheets import Sheet, likely
from comity.web.acting.field import Option
from comity.web.importing.brought import Brought
from comity.wording import labels, name_of

SAMPLE = 24


@dataclass(frozen=True, kw_only=True)
class Matching:
    """One field, the columns that could fill it, and what it is where a cell is empty."""

    field: str
    label: str
    is_needed: bool
    columns: Sequence[Option]
    choices: Sequence[Option]
    """What it can be, where that is a closed list."""
    value: str
    refusal: str = ""


def matchings(brought: Brought, *, refused: str = "", says: str = "") -> list[Matching]:
    """Return every field of the list, with what was said of it or what its headings suggest."""
    wanted, sheet = brought.wanted, brought.sheet
    places = (
        brought.columns if brought.said.get("was") else likely(sheet.headings, known=wanted.known)
    )
    return [
        Matching(
            field=column.field,
            label=label_of(wanted, column.field),
            is_needed=column.field in wanted.needed,
            columns=_columns(sheet, places.get(column.field, -1)),
            choices=_choices(wanted, column, brought.given.get(column.field, "")),
            value=brought.given.get(column.field, ""),
            refusal=says if refused == column.field else "",
        )
        for column in wanted.columns
    ]


_WORDS = {
    "organizations": gettext_lazy("organizations"),
    "people": gettext_lazy("people"),
    "meetings": gettext_lazy("meetings"),
    "endorsements": gettext_lazy("endorsements"),
    "commitments": gettext_lazy("commitments"),
}


def words(what: str) -> str:
    """Return the word for a kind of list."""
    return str(_WORDS[what])


def label_of(wanted: Wanted, field: str) -> str:
    """Return what a field is called where a person matches it."""
    match field:
        case str(name) if name == CONCERNS:
            return _("Whose it is")
        case str(name) if name == EFFECTIVE:
            return _("Since when")
    return labels(wanted.act).get(field, (field, ""))[0]


def decision_of(brought: Brought) -> int | None:
    """Return the column in which the list itself says which rows are entered whatever they are like."""
    found = likely(brought.sheet.headings, known={DECISION: (DECISION,)})
    return found.get(DECISION)


def _columns(sheet: Sheet, chosen: int) -> list[Option]:
    return [
        Option(str(place), _called(sheet, place), place == chosen)
        for place, heading in enumerate(sheet.headings)
        if heading
    ]


def _called(sheet: Sheet, place: int) -> str:
    """Call a column by its heading and the first word that stands in it."""
    first = next((cell for row in sheet.rows[:50] if (cell := row.shown(place))), "")
    if not first:
        return sheet.headings[place]
    words = first if len(first) <= SAMPLE else f"{first[:SAMPLE]}…"
    return _("%(heading)s (such as %(first)s)") % {"heading": sheet.headings[place], "first": words}


def _choices(wanted: Wanted, column: Column, chosen: str) -> list[Option]:
    shape = act_shapes(kind_named(wanted.act)).get(column.field)
    if not isinstance(shape, OneOf):
        return []
    return [Option(each.value, name_of(each), each.value == chosen) for each in shape.enum]
