"""See it as they will: the sentence of an act not yet sent, as each of those who will see some of it would read it."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any

from django.utils.translation import gettext as _

from comity.acts.register import load
from comity.core.act import act_shapes
from comity.core.audience import Audience
from comity.core.errors import Malformed
from comity.desk.cells import EMPTY, Cell, Sealed, Value
from comity.desk.readings.act_page import ActPage
from comity.desk.seen import Deed
from comity.wording import minutes_text, named
from comity.wording.things import Names

WITHIN: Mapping[str, tuple[str, ...]] = {
    "persons": tuple(each.value for each in Audience),
    "own": tuple(each.value for each in Audience if each is not Audience.PERSONS),
    "named": ("public", "programme", "named"),
    "secretariat": ("public", "programme", "directory", "secretariat"),
    "directory": ("public", "programme", "directory"),
    "chair": ("public", "programme", "body", "body-then", "chair"),
    "body": ("public", "programme", "body", "body-then"),
    "programme": ("public", "programme"),
    "public": ("public",),
}
"""What each who looks sees at least, by the audience of the part."""


@dataclass(frozen=True)
class Sight:
    """Who looks, and what they read; empty where they see nothing at all."""

    who: str
    reads: str


def deed_of(page: ActPage, envelope: Mapping[str, Any], *, person: str, now: datetime) -> Deed:
    """Return the act as it would stand, with all that its writer knows of it."""
    shapes = act_shapes(load()[page.kind])
    return Deed(
        index=-1,
        at=now,
        kind=page.kind,
        by=Value(person),
        on_behalf_of=Value(envelope.get("on_behalf_of", "")),
        concerns=EMPTY,
        effective=EMPTY,
        source=EMPTY,
        fields={
            name: Value(_read(shapes[name], envelope[name], name))
            for name in shapes
            if name in envelope
        },
        is_recorded=False,
        scope=page.scope,
        body=EMPTY,
    )


def sights(page: ActPage, deed: Deed, *, names: Names) -> list[Sight]:
    """Write the sentence as each reader would read it, from those who see most to those who see least."""
    return [
        Sight(_who(who, page), _reads(page, deed, who, names=names))
        for who in WITHIN
        if who in _there(page)
    ]


def _there(page: ActPage) -> set[str]:
    """Name those who look: of a room where there is one, named parties and the secretariat where it is for them."""
    room = {"chair", "body"} if page.body is not None else set()
    asked_for = {"named", "directory", "secretariat"} & set(page.audiences.values())
    if "persons" in page.audiences.values():
        asked_for |= {"persons", "secretariat"}
    return {"own", "programme", "public", *room, *asked_for}


def _who(who: str, page: ActPage) -> str:
    body = named(page.body) if page.body else ""
    return {
        "persons": _("You, and those whom you name"),
        "own": _("Others who act for the same party")
        if "persons" in page.audiences.values()
        else _("You, and those who act for the same party"),
        "named": _("The party that is asked, and yours")
        if load()[page.kind].MARKED
        else _("Those who are named as its readers"),
        "secretariat": _("The secretariat"),
        "directory": _("The secretariat, and those who nominate contacts for other parties"),
        "chair": _("The chair of %(body)s") % {"body": body},
        "body": _("Other members of %(body)s") % {"body": body},
        "programme": _("Others in the programme"),
        "public": _("Everybody else"),
    }[who]


def _reads(page: ActPage, deed: Deed, who: str, *, names: Names) -> str:
    if page.audiences["kind"] not in WITHIN[who]:
        return ""
    told = replace(
        deed,
        by=_cell(page, who, "by", deed.by, of="person"),
        on_behalf_of=_cell(page, who, "on_behalf_of", deed.on_behalf_of, of="party"),
        fields={name: _cell(page, who, name, cell) for name, cell in deed.fields.items()},
    )
    return minutes_text(told, names=names)


def _cell(page: ActPage, who: str, part: str, cell: Cell, *, of: str = "words") -> Cell:
    return cell if page.audiences.get(part, "public") in WITHIN[who] else Sealed(of)


def _read(shape: Any, value: Any, name: str) -> Any:
    """Read a value as the desk will; what it cannot read stands as it was typed."""
    try:
        return shape.read(value, name)
    except Malformed:
        return value
