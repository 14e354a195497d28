"""What came of a list, in words: why a row was set aside, how the list was read, what its own history says."""

from collections.abc import Callable, Mapping, Sequence

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from comity.core.errors import Malformed
from comity.desk.intake import Beside, Candidate, Happened, Left, Plan
from comity.desk.outcome import Conflict, Refused, Stands
from comity.sheets import Note, Noted
from comity.wording.refusals import says

Outcomes = Sequence[tuple[Candidate, Stands | Refused | Conflict]]
MOST = 8
"""How many places are named before “and so many more”."""


def told_apart(
    found: Plan, outcomes: Outcomes, *, name: str
) -> tuple[list[tuple[int, str]], list[Left]]:
    """Return the acts that stand, each with the name of its row, and all that was set aside in the list's order."""
    stood, refused = [], []
    for each, outcome in outcomes:
        if isinstance(outcome, Stands):
            stood.append((outcome.index, str(each.fields.get(name, ""))))
        else:
            refused.append(Left(each.row, "refused", says=refusal(outcome)))
    return stood, sorted([*found.left, *refused], key=lambda each: each.row.number)


def refusal(outcome: Refused | Conflict) -> str:
    """Say why the desk did not enter a row."""
    refusals = outcome.refusals if isinstance(outcome, Refused) else ()
    return " ".join(f"{says(each)} ({each.code})" for each in refusals) or _("It was not entered.")


def why(left: Left, *, called: Callable[[str], str] = str) -> str:
    """Say why a row was set aside; `called` gives a field's name as its reader knows it."""
    if left.error is not None:
        return unreadable(left.error, called=called)
    if left.beside is None:
        return left.says
    told = {"name": left.beside.name, "where": where(left.beside), "parts": parted(left.beside)}
    match left.why:
        case "differs":
            words = _("It stands already as %(where)s, and an import changes nothing: %(parts)s.")
        case "renamed":
            words = _(
                "By the list's own history it was called “%(name)s” before, which stands as %(where)s."
            )
        case _:
            words = _("It may be the same as “%(name)s” (%(where)s): %(parts)s.")
    return words % told


def unreadable(error: Malformed, *, called: Callable[[str], str] = str) -> str:
    """Say what could not be read, in which field."""
    field = called(error.what)
    if error.found == "nothing" and error.expected == "a value":
        return _("Nothing is said under “%(field)s”.") % {"field": field}
    words = _("%(field)s: expected %(expected)s, found %(found)s.")
    return words % {"field": field, "expected": error.expected, "found": error.found}


def where(beside: Beside) -> str:
    """Say where the other stands: in the record, or further up in the list."""
    return beside.thing or _("row %(row)s") % {"row": beside.row}


def parted(beside: Beside) -> str:
    """Say in what two differ."""
    words = _("%(field)s %(here)s, there %(there)s")
    return "; ".join(
        words % {"field": name, "here": _quoted(here), "there": _quoted(there)}
        for name, here, there in beside.differs
    )


def _quoted(value: str) -> str:
    return _("“%(value)s”") % {"value": value} if value else _("nothing")


def noted(note: Note) -> str:
    """Say one thing about how a list was read."""
    count, places = len(note.places), _places(note.places)
    match note.what:
        case Noted.ENCODING:
            return _("It was read as %(name)s.") % {"name": places}
        case Noted.SHEET:
            return _("Of its sheets “%(name)s” was read.") % {"name": places}
        case Noted.COMPUTED:
            words = ngettext(
                "A formula stands in %(places)s; what it last came to is taken.",
                "Formulas stand in %(places)s; what they last came to is taken.",
                count,
            )
        case Noted.MERGED:
            words = ngettext(
                "Cells are merged from %(places)s on: each row has their value; across columns only the first has it.",
                "Cells are merged from %(places)s on: each row has their value; across columns only the first has it.",
                count,
            )
        case Noted.HIDDEN:
            words = ngettext(
                "Row %(places)s is hidden in the spreadsheet and is read all the same.",
                "Rows %(places)s are hidden in the spreadsheet and are read all the same.",
                count,
            )
    return words % {"places": places}


def _places(places: tuple[str, ...]) -> str:
    shown = ", ".join(places[:MOST])
    if len(places) <= MOST:
        return shown
    return _("%(places)s and %(more)s more") % {"places": shown, "more": len(places) - MOST}


_HAPPENED: Mapping[str, Callable[[], str]] = {
    "renamed": lambda: _("%(on)s: “%(was)s” was renamed “%(now)s”"),
    "corrected": lambda: _("%(on)s: “%(was)s” was corrected to “%(now)s”"),
    "doubled": lambda: _("%(on)s: “%(was)s” was removed as one of two"),
    "removed": lambda: _("%(on)s: “%(was)s” was removed"),
}


def happened(event: Happened) -> str:
    """Say what the history of a list says of one entry, and where it stands now."""
    words = _HAPPENED[event.what]() % {"on": event.on, "was": event.was, "now": event.now}
    ends = []
    if event.row:
        ends.append(_("it stands in row %(row)s") % {"row": event.row})
    if event.thing:
        ends.append(_("the record has it as %(thing)s") % {"thing": event.thing})
    return "; ".join([words, *ends]) + "."
