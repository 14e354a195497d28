"""Acts of every kind with planted values, so that what leaks can be found in a sentence."""

from collections.abc import Mapping
from datetime import UTC, datetime
from typing import Any

from comity.acts.register import load
from comity.core.act import act_shapes
from comity.core.entity import entity_type, entity_types, hints
from comity.core.hours import Clock
from comity.core.shapes import (
    Blob,
    Date,
    File,
    Flag,
    Group,
    Id,
    Instant,
    Line,
    OneOf,
    Several,
    Shape,
    Thing,
    To,
    Until,
    Whole,
    Words,
    shaped_fields,
)
from comity.core.when import Deadline, When
from comity.desk.cells import EMPTY, Cell, Erased, Sealed, Value
from comity.desk.seen import Deed, Seen
from comity.wording.things import CALLED_AFTER, Names

AT = datetime(2026, 11, 23, 22, 59, 58, tzinfo=UTC)
UNTIL = Deadline("2027-02-13T18:17:00+00:00[Atlantic/Reykjavik]")
PARTY, ARCHIVE = "zq7party", "zq7archive"


def planted(shape: Shape, field: str) -> Any:
    """Return a value that can be told apart from every other word."""
    if field == "zone":
        return "Atlantic/Reykjavik"
    match shape:
        case Several():
            each = planted(shape.each, field)
            return (each, each) if isinstance(shape.each, To | Thing | Group | Line) else (each,)
        case Group():
            return shape.of(**{name: planted(of, name) for name, of, _ in shaped_fields(shape.of)})
        case To() | Thing() | Words() | Line() | Id():
            return _named(shape, field)
    return _plain(shape)


def _named(shape: Shape, field: str) -> str:
    """Return an id, a thing or words that bear the field's name."""
    key = f"zq7{field}".replace("_", "-")
    match shape:
        case To():
            return key
        case Thing():
            kind = next((each for each in shape.types if each != "act"), "paragraph")
            return f"{kind}/{key}"
    return f"Zq7 {field} planted".replace("_", " ")


def _plain(shape: Shape) -> Any:
    if isinstance(shape, OneOf):
        return next(iter(shape.enum))
    return {
        Whole: 77341,
        Flag: True,
        Date: When("2031-03-17"),
        Until: UNTIL,
        Clock: "06:17",
        Instant: AT,
        File: Blob("Zq7" + "A" * 40, 7, "application/zq7"),
    }[type(shape)]


def fields_of(kind: str) -> dict[str, Cell]:
    """Return a value for every field of a kind."""
    return {
        field: Value(planted(shape, field)) for field, shape in act_shapes(load()[kind]).items()
    }


def deed(kind: str, fields: Mapping[str, Cell], **changed: Any) -> Deed:
    """Return an act that a party did, as a viewer sees it."""
    given: dict[str, Any] = {
        "index": 217,
        "at": AT,
        "kind": kind,
        "by": Sealed("person"),
        "on_behalf_of": Value(PARTY),
        "concerns": EMPTY,
        "effective": EMPTY,
        "source": EMPTY,
        "fields": fields,
        "is_recorded": False,
        "scope": "",
        "body": EMPTY,
    }
    return Deed(**{**given, **changed})


def recorded(kind: str, fields: Mapping[str, Cell]) -> Deed:
    """Return the same act as the archive entered it."""
    return deed(
        kind,
        fields,
        on_behalf_of=Value(ARCHIVE),
        concerns=Value(PARTY),
        effective=Value(When("2017-11")),
        source=Value("Zq7 source planted"),
        is_recorded=True,
    )


class Everything(dict[str, Seen[Any]]):
    """Names for whatever is asked: a thing of any type with planted words in every field."""

    def get(self, thing: str, default: Any = None) -> Any:
        kind, _slash, key = thing.partition("/")
        return seen(kind, key) if kind in entity_types() else default

    def __missing__(self, thing: str) -> Seen[Any]:
        return seen(*thing.split("/"))


def seen(kind: str, key: str) -> Seen[Any]:
    """Return a thing whose every field can be told apart."""
    after = CALLED_AFTER.get(kind, {})
    cells: dict[str, Cell] = {}
    for field in hints(entity_type(kind)):
        if field in after:
            cells[field] = Value(
                f"zq7planted-{field}" if after[field] else f"text/zq7planted-{field}"
            )
        else:
            cells[field] = Value(f"Zq7 {kind} {field} {mark(key)}".replace("_", " "))
    return Seen(id=key, type=kind, act=1, at=AT, is_recorded=False, cells=cells)


NAMES: Names = Everything()


def mark(key: str) -> str:
    """Return what a name holds of the id it belongs to, so that a sealed id is found by its name."""
    return f"({key.removeprefix('zq7')})"


def sealed(cell: Cell) -> Cell:
    """Return what somebody sees who may not see it."""
    return Sealed("words") if cell else cell


def erased(cell: Cell) -> Cell:
    """Return what everybody sees after it was erased."""
    return Erased("words") if cell else cell
