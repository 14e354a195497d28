"""Who will see an act, said over its form before anything is sent."""

from collections.abc import Mapping, Sequence
from typing import Any

from comity.acts.register import load
from comity.core.act import ANOTHER, act_shapes
from comity.core.review import ProgressSubmitted
from comity.core.shapes import Until
from comity.core.when import Deadline
from comity.desk.readings.act_page import ActPage
from comity.desk.seen import Seen
from comity.wording import named, only_these, under_each_mark, who_sees
from comity.wording.things import Names
from comity.wording.times import at_night

FOLLOWING = "follows"


def who_will_see(page: ActPage, names: Names) -> Sequence[str]:
    """Say who will see what; where the signer is yet to choose a mark, under each of them."""
    if (
        load()[page.kind].MARKED
        and "mark" in act_shapes(load()[page.kind])
        and not (page.given.get("mark"))
    ):
        return under_each_mark()
    return who_sees(
        page.kind,
        {
            part: who
            for part, who in page.audiences.items()
            if part not in page.given and part not in (FOLLOWING, ANOTHER)
        },
        body=body_name(page),
        party=str(page.parties[0]["name"]) if len(page.parties) == 1 else "",
        named=_readers(page, names),
        persons=_persons(page),
    )


def _persons(page: ActPage) -> tuple[str, ...]:
    """Name the persons who will read what is for all who know of a risk; where they are chosen yet, nobody."""
    field = load()[page.kind].READERS
    is_of_risk = any(each.type == "risk" for each in page.about)
    return tuple(named(each) for each in page.choices.get(field, ())) if is_of_risk else ()


def _readers(page: ActPage, names: Names) -> tuple[str, ...]:
    """Name the parties of what it is about: who asked and who was asked, or whose report the secretariat keeps."""
    return tuple(
        named(names[f"party/{each.value(side)}"])
        for each in page.about
        for side in _sides(each)
        if f"party/{each.value(side)}" in names
    )


def _sides(about: Seen[Any]) -> tuple[str, ...]:
    if about.type == ProgressSubmitted.TYPE:
        return ("party",)
    return ("party", "of_party") if {"party", "of_party"} <= about.cells.keys() else ()


def body_name(page: ActPage) -> str:
    """Name the room it would be done in; empty where there is none."""
    return named(page.body) if page.body else ""


def only_named(page: ActPage, envelope: Mapping[str, Any]) -> Sequence[str]:
    """Say who will be able to read what is for some persons only, once they are chosen; nothing of other acts."""
    field = load()[page.kind].READERS
    if not field:
        return ()
    chosen = list(dict.fromkeys(envelope.get(field, ())))
    known = {each.id: named(each) for each in page.choices.get(field, ())}
    return only_these(tuple(known.get(each, each) for each in chosen))


def nights_of(page: ActPage, envelope: Mapping[str, Any]) -> list[str]:
    """Warn of those in the room for whom a moment that is set falls into the night."""
    shapes = act_shapes(load()[page.kind])
    return [
        line
        for name, shape in shapes.items()
        if isinstance(shape, Until) and envelope.get(name)
        for line in at_night(Deadline(envelope[name]), zones=page.clocks)
    ]
