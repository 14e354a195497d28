"""What stands in a sentence in place of something that is withheld from the reader, or was erased by law."""

from django.utils.translation import gettext_lazy as _

from comity.core.shapes import (
    Date,
    File,
    Group,
    Instant,
    Line,
    Several,
    Shape,
    Thing,
    To,
    Until,
    Words,
)
from comity.desk.cells import Erased, Sealed
from comity.wording.things import noun

WITHHELD = {
    "words": _("words withheld"),
    "title": _("title withheld"),
    "name": _("name withheld"),
    "names": _("names withheld"),
    "things": _("something withheld"),
    "date": _("a date withheld"),
    "time": _("a time withheld"),
    "place": _("a place withheld"),
    "number": _("a number withheld"),
    "document": _("a document withheld"),
    "source": _("a source withheld"),
    "office": _("office withheld"),
    "role": _("a role withheld"),
    "position": _("position withheld"),
    "outcome": _("outcome withheld"),
    "file": _("paper withheld"),
    "": _("withheld"),
}
ERASED = {
    "words": _("words erased"),
    "title": _("title erased"),
    "name": _("name erased"),
    "names": _("names erased"),
    "things": _("something erased"),
    "place": _("a place erased"),
    "office": _("office erased"),
    "source": _("a source erased"),
    "file": _("paper erased"),
    "": _("erased"),
}
"""Fewer: dates, numbers and what was decided are never erased."""

SORT_OF_FIELD = {
    "name": "name",
    "host_name": "name",
    "analysis_of": "name",
    "authors": "names",
    "delegates": "names",
    "leaves": "name",
    "comes": "name",
    "publishers": "names",
    "addressees": "names",
    "target": "names",
    "who": "names",
    "title": "title",
    "place": "place",
    "number": "number",
    "instrument": "document",
    "instrument_title": "document",
    "source": "source",
    "office": "office",
    "role": "role",
    "stance": "position",
    "reply": "position",
    "disposition": "outcome",
    "from_whom": "name",
    "choice": "position",
    "meant": "position",
    "outcome": "outcome",
}
"""What a field is called when it is not seen, where its shape says too little."""


def absence(cell: Sealed | Erased, *, shape: Shape | None = None, field: str = "") -> str:
    """Say that something is withheld or erased, in the words for this kind of thing."""
    kind = _thing_type(shape)
    if kind and not cell.is_erased:
        return noun(kind)
    sort = _sort(shape, field) if shape is not None else _sort_of_kind(getattr(cell, "of", ""))
    if not sort and not cell.is_erased and shape is None:
        return (
            noun(cell.of) if getattr(cell, "of", "") in ("party", "person") else str(WITHHELD[""])
        )
    return str(ERASED.get(sort, ERASED[""]) if cell.is_erased else WITHHELD[sort])


def _thing_type(shape: Shape | None) -> str:
    match shape:
        case To():
            return shape.entity.TYPE
        case Thing():
            return shape.types[0] if len(shape.types) == 1 else "thing"
    return ""


def _named_kind(of: str) -> str:
    return of if of in ("party", "person") else ""


def _sort(shape: Shape, field: str) -> str:
    if field in SORT_OF_FIELD:
        return SORT_OF_FIELD[field]
    match shape:
        case Several():
            return _sort_of_list(shape.each)
        case Words() | Line():
            return "words"
        case Date():
            return "date"
        case Until() | Instant():
            return "time"
        case File():
            return "file"
    return ""


def _sort_of_list(each: Shape) -> str:
    if isinstance(each, To) and each.entity.TYPE in ("party", "person", "body"):
        return "names"
    if isinstance(each, To | Thing):
        return "things"
    return "words" if isinstance(each, Line | Words | Group) else ""


def _sort_of_kind(kind: str) -> str:
    return {"text": "words", "deadline": "time", "instant": "time"}.get(
        kind, kind if kind in WITHHELD else ""
    )
