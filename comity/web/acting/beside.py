"""What was typed beside what is here already, when both are called alike."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from comity.acts.register import load
from comity.core.act import act_shapes
from comity.core.entity import entity_type
from comity.desk.cells import Value
from comity.desk.doubles import Alike
from comity.desk.seen import Seen
from comity.wording import part_label, phrase

FACTS = ("form", "standing", "level", "office", "country", "start", "place")
"""Fields by which people tell two apart that are called alike, in the order in which they are looked at."""


@dataclass(frozen=True)
class Fact:
    """One thing that is said of both, in words."""

    label: str
    typed: str
    known: str


@dataclass(frozen=True)
class Beside:
    """One thing that is called alike, fact by fact beside what was typed."""

    thing: Seen[Any]
    facts: Sequence[Fact]


@dataclass(frozen=True)
class Doubles:
    """All that is called alike; the first of them side by side with what was typed."""

    name: str
    each: Sequence[Beside]
    count: int

    @property
    def more(self) -> int:
        """How many are not shown."""
        return self.count - len(self.each)


def beside(found: Alike, envelope: Mapping[str, Any]) -> Doubles:
    """Put what was typed beside each thing that is called alike."""
    each = [
        Beside(thing, list(_facts(thing, envelope, kind=found.kind, named=found.field)))
        for thing in found.things
    ]
    return Doubles(found.name, each, found.count)


def _facts(
    thing: Seen[Any], envelope: Mapping[str, Any], *, kind: str, named: str
) -> Iterator[Fact]:
    shapes = act_shapes(load()[kind])
    name = thing[entity_type(thing.type).CALLED]
    yield Fact(part_label(kind, named), str(envelope[named]), phrase(name))
    for field in FACTS:
        if field not in shapes or field not in thing.cells:
            continue
        said = envelope.get(field)
        typed = phrase(Value(shapes[field].read(said, field))) if said else ""
        known = phrase(thing[field])
        if typed or known:
            yield Fact(part_label(kind, field), typed, known)
