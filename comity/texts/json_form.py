"""What a paragraph is besides its words, as JSON; a paragraph like any other says nothing of it.

"kind": "row", "level": 1, "place": [1, 2, 1]                        the first table, its second row, first cell
"formats": [{"from": 7, "to": 11, "bold": true, "italic": true}]     in characters
"anchor": {"paragraph": "p3", "at": 17}                              where a note is referred to
"anchor": {"paragraph": "p3", "at": 17, "point": [12, 3]}            the same in a proposal that was carried
"""

from typing import Any, TypedDict

from comity.texts.errors import Unreadable
from comity.texts.form import Format, Formats, normal
from comity.texts.json_shape import flag, integer, integers, keys, listed, string
from comity.texts.proposal import Inserted
from comity.texts.version import KINDS, Anchor, Paragraph

FIELDS = ("kind", "level", "formats", "place", "anchor")
"""The keys of it."""


class Form(TypedDict):
    """The fields of a paragraph that are not its words."""

    kind: str
    level: int
    formats: Formats
    place: tuple[int, ...]
    anchor: Anchor | None


def form(entry: dict[str, Any], here: str, *, text: str) -> Form:
    """Read the fields of a paragraph. Raises Unreadable."""
    kind = string(entry.get("kind", ""), f"{here}.kind")
    if kind not in KINDS:
        known = ", ".join(repr(each) for each in KINDS)
        raise Unreadable(f"the kind {kind!r} is none of {known}", place=f"{here}.kind")
    place = integers(entry.get("place", []), f"{here}.place")
    if len(place) != (0 if not place else {"row": 3, "note": 1}.get(kind, 0)):
        raise Unreadable(
            "a row has a table, a row and a column, a note has a number, and nothing else a place",
            place=f"{here}.place",
        )
    anchor = entry.get("anchor")
    if anchor is not None and not (kind == "note" and place):
        raise Unreadable("only a note with a number has an anchor", place=f"{here}.anchor")
    return Form(
        kind=kind,
        level=integer(entry.get("level", 0), f"{here}.level"),
        formats=formats(entry.get("formats", []), f"{here}.formats", text=text),
        place=place,
        anchor=None if anchor is None else _anchor(anchor, f"{here}.anchor"),
    )


def formats(value: Any, here: str, *, text: str) -> Formats:
    """Read how words are set. Raises Unreadable where stretches overlap or reach beyond the text."""
    found: list[Format] = []
    for n, each in enumerate(listed(value, here)):
        at = f"{here}[{n}]"
        entry = keys(each, at, need=("from", "to"), may=("bold", "italic"))
        start, end = integer(entry["from"], at), integer(entry["to"], at)
        if not (found[-1].end if found else 0) <= start < end <= len(text):
            raise Unreadable(f"it reaches from {start} to {end}, which cannot be", place=at)
        found.append(Format(start, end, flag(entry.get("bold"), at), flag(entry.get("italic"), at)))
    return normal(found)


def _anchor(value: Any, here: str) -> Anchor:
    entry = keys(value, here, need=("paragraph", "at"), may=("point",))
    point = integers(entry.get("point", []), f"{here}.point")
    return Anchor(string(entry["paragraph"], here), integer(entry["at"], here), point)


def say_formats(found: Formats) -> list[dict[str, Any]]:
    """Say how words are set."""
    return [
        {"from": each.start, "to": each.end}
        | ({"bold": True} if each.is_bold else {})
        | ({"italic": True} if each.is_italic else {})
        for each in found
    ]


def say_form(one: Paragraph | Inserted) -> dict[str, Any]:
    """Say what a paragraph is besides its words."""
    said: dict[str, Any] = {}
    if one.kind:
        said["kind"] = one.kind
    if one.level:
        said["level"] = one.level
    if one.formats:
        said["formats"] = say_formats(one.formats)
    if one.place:
        said["place"] = list(one.place)
    if one.anchor is not None:
        anchor = one.anchor
        said["anchor"] = {"paragraph": anchor.paragraph, "at": anchor.at}
        said["anchor"] |= {"point": list(anchor.point)} if anchor.point else {}
    return said
