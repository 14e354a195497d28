"""How a page looks: one question to the desk, with the frame and the names that its sentences need."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, fields, is_dataclass, replace
from datetime import datetime
from typing import Any

from django.http import HttpRequest

from comity.core.party import Party
from comity.desk.look import Look
from comity.desk.readings.frame import Frame, frame
from comity.desk.seen import Deed, Seen
from comity.desk.viewer import Viewer
from comity.wording.things import Names, names_for
from comity.wording.times import Reader

DEEP = 6
"""How deep a reading is looked into for the things it names."""


@dataclass(frozen=True, kw_only=True)
class Answer:
    """What a page was answered."""

    page: Any
    frame: Frame
    names: Names
    reader: Reader
    now: datetime

    @property
    def context(self) -> dict[str, Any]:
        """What every template is given."""
        return {
            "page": self.page,
            "frame": self.frame,
            "names": self.names,
            "reader": self.reader,
            "reader_now": self.now,
        }


def asked(reading: Callable[..., Any], **given: Any) -> Callable[[Look], Answer]:
    """Make the one question: the page, its frame, and the names its sentences need."""

    def question(look: Look) -> Answer:
        page = reading(look, **given)
        return Answer(
            page=page,
            frame=frame(look),
            names=names_for(look, mentioned(page)),
            reader=reader_of(look),
            now=look.now,
        )

    return question


def reader_of(look: Look) -> Reader:
    """Return who reads, and what the zones of the parties they may know are called."""
    hosts = [each for each in look.all(Party, standing="host") if each.scope]
    known = [*look.viewer.parties.values()]
    zones = {each.zone: _place(each) for each in known}
    zones |= {
        str(each["zone"]): str(each["country"] or each["name"])
        for each in hosts
        if each["zone"].is_value
    }
    venue = next((str(each["zone"]) for each in hosts if each["zone"].is_value), "")
    return Reader(zone="" if look.viewer.is_public else look.viewer.zone, venue=venue, zones=zones)


def _place(party: Party) -> str:
    """Name the place of a party's clock: in an exercise its country, which is invented; else the city of its zone."""
    if party.exercise:
        return party.country or party.name
    return party.zone.rpartition("/")[2].replace("_", " ") if "/" in party.zone else ""


def mentioned(value: Any, *, depth: int = DEEP) -> Iterator[Deed | Seen[Any]]:
    """Yield every deed and thing that a reading holds."""
    if isinstance(value, Deed | Seen):
        yield value
    elif depth and isinstance(value, Mapping):
        for each in value.values():
            yield from mentioned(each, depth=depth - 1)
    elif depth and isinstance(value, list | tuple):
        for each in value:
            yield from mentioned(each, depth=depth - 1)
    elif depth and is_dataclass(value) and not isinstance(value, type | Viewer):
        for each in fields(value):
            yield from mentioned(getattr(value, each.name), depth=depth - 1)


def desk_here() -> Any:
    """Return the desk of this server."""
    from comity.desk.house import desk  # noqa: PLC0415

    return desk()


def look(request: HttpRequest, reading: Callable[..., Any], **given: Any) -> Answer:
    """Ask the desk, as whoever makes this request."""
    desk = desk_here()
    viewer = desk.viewer(request.person)  # type: ignore[attr-defined]
    if request.zone:  # type: ignore[attr-defined]
        viewer = replace(viewer, zone=request.zone)  # type: ignore[attr-defined]
    answer: Answer = desk.read(viewer, asked(reading, **given))
    return answer


def names_in(request: HttpRequest, deed: Deed) -> Names:
    """Return the names that the sentence of an act not yet entered needs, as far as this person may see them."""
    desk = desk_here()
    found: Names = desk.read(
        desk.viewer(request.person),  # type: ignore[attr-defined]
        lambda look: names_for(look, [deed]),
    )
    return found
