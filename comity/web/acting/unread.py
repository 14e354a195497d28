"""Everything of a form that cannot be read, each beside the field where it was typed."""

import re
from collections.abc import Sequence

from django.utils.translation import gettext as _

from comity.core import errors
from comity.desk.desk import NoRoom
from comity.record import Malformed
from comity.web.acting import composing, pasted
from comity.web.acting.field import Said
from comity.wording.sentences import labels
from comity.wording.unread import unread

PLACE = re.compile(r"([^.\[\]]*)(?:\[(\d+)\])?(?:\.(.+))?", re.DOTALL)
"""ids[3]: the fourth entry of a list; claims[0].source: a field of its first record."""


def told_beside(error: Malformed | errors.Malformed, *, kind: str) -> list[Said]:
    """Return a reason for each thing that cannot be read, under the field of the form that holds it."""
    if not isinstance(error, errors.Malformed):
        return [Said("", unread(error))]
    said = [_said(each, kind) for each in error.each]
    return [*dict.fromkeys(said), *_rest(error)]


def _said(error: errors.Malformed, kind: str) -> Said:
    found = PLACE.fullmatch(error.what)
    field, place, part = found.groups() if found else (error.what, None, None)
    return Said(_in_form(field, kind), _at(place, part, f"{field}.{part}", kind) + _says(error))


def _in_form(field: str, kind: str) -> str:
    """Name the field of the form that a field of the act is filled in by."""
    if pasted.is_pasted(kind) and field in pasted.STANDS_FOR:
        return pasted.FIELD
    if field in composing.left_out(kind):
        return composing.filled_in_by(kind)
    return field


def _at(place: str | None, part: str | None, label: str, kind: str) -> str:
    if place is None:
        return ""
    number = int(place) + 1
    if part is None:
        return _("Entry %(number)s:") % {"number": number} + " "
    told = {"number": number, "part": labels(kind).get(label, (part, ""))[0]}
    return _("Row %(number)s, %(part)s:") % told + " "


def _says(error: errors.Malformed) -> str:
    if isinstance(error, NoRoom):
        words = _(
            "No more files of yours are kept until an act names those that wait: %(found)s."
            " What no act names goes after three days."
        )
        return words % {"found": error.found}
    return unread(error)


def _rest(error: errors.Malformed) -> Sequence[Said]:
    return [Said("", _("There is more; it was not looked at yet."))] if error.is_cut else []
