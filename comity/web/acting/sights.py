"""See it as they will: the sentence of an act not yet sent, as each of those who will see some of it would read it."""

from collections.abc import Mapping
from dataclasses import dataclass
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
    "own": ("public", "programme", "body", "body-then", "named", "chair", "secretariat", "own"),
    "named": ("public", "programme", "named"),
    "secretariat": ("public", "programme", "secretariat"),
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


def sights(
    page: ActPage, envelope: Mapping[str, Any], *, person: str, names: Names, now: datetime
) -> list[Sight]:
    """Write the sentence as each reader would read it, from those who see most to those who see least."""
    listed = [who for who in WITHIN if who in _there(page)]
    return [
        Sight(_who(who, page), _reads(page, envelope, who, person=person, names=names, now=now))
        for who in listed
    ]


def _there(page: ActPage) -> set[str]:
    """Name those who look: of a room where there is one, named parties and the secretariat where it is for them."""
    room = {"chair", "body"} if page.body is not None else set()
    asked_for = {"named", "secretariat"} & set(page.audiences.values())
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
        "chair": _("The chair of %(body)s") % {"body": body},
        "body": _("Other members of %(body)s") % {"body": body},
        "programme": _("Others in the programme"),
        "public": _("Everybody else"),
    }[who]


def _reads(
    page: ActPage,
    envelope: Mapping[str, Any],
    who: str,
    *,
    person: str,
    names: Names,
    now: datetime,
) -> str:
    if page.audiences["kind"] not in WITHIN[who]:
        return ""
    shapes = act_shapes(load()[page.kind])
    fields = {
        name: _cell(page, who, name, _read(shapes[name], envelope[name], name))
        for name in shapes
        if name in envelope
    }
    deed = Deed(
        index=-1,
        at=now,
        kind=page.kind,
        by=_cell(page, who, "by", person, of="person"),
        on_behalf_of=_cell(page, who, "on_behalf_of", envelope.get("on_behalf_of", ""), of="party"),
        concerns=EMPTY,
        effective=EMPTY,
        source=EMPTY,
        fields=fields,
        is_recorded=False,
        scope=page.scope,
        body=EMPTY,
    )
    return minutes_text(deed, names=names)


def _cell(page: ActPage, who: str, part: str, value: Any, *, of: str = "words") -> Cell:
    return Value(value) if page.audiences.get(part, "public") in WITHIN[who] else Sealed(of)


def _read(shape: Any, value: Any, name: str) -> Any:
    """Read a value as the desk will; what it cannot read stands as it was typed."""
    try:
        return shape.read(value, name)
    except Malformed:
        return value
