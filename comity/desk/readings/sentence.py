"""The life of a sentence: from the room where it began to the evidence that it holds."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from comity.core.programme import Difference
from comity.core.when import When
from comity.desk.cells import EMPTY, Cell
from comity.desk.look import Look
from comity.desk.readings.carrying import carried_on
from comity.desk.readings.naming import name_of, parties_named
from comity.desk.seen import Deed, Line, Offer, Seen

ROOMS: Mapping[str, tuple[str, ...]] = {
    "convene": ("meeting", "outcome"),
    "reframe": (
        "recommendation",
        "call",
        "norm",
        "relation",
        "report",
        "edition",
        "text",
        "paragraph",
        "proposal",
        "round",
        "silence",
        "ballot",
        "adoption",
        "reservation",
        "explanation",
        "dissociation",
    ),
    "mobilize": ("endorsement", "advocacy", "commitment"),
    "operate": ("contact", "check", "evidence"),
}
"""In which room each kind of thing stands on the line."""
ROOM_OF = {kind: room for room, kinds in ROOMS.items() for kind in kinds}
EXPECTED: Mapping[str, tuple[tuple[str, ...], ...]] = {
    "convene": (("meeting",),),
    "reframe": (("adoption", "call", "norm", "recommendation"),),
    "mobilize": (("endorsement",), ("commitment",)),
    "operate": (("evidence",),),
}
"""What a whole line has; of several kinds, one is enough. What is not there is shown as missing."""
FOLLOWABLE = (
    "paragraph",
    "norm",
    "recommendation",
    "call",
    "report",
    "edition",
    "adoption",
    "commitment",
    "endorsement",
    "evidence",
    "outcome",
    "meeting",
    "text",
)
"""What a sentence's address may mean: an id belongs to the first of these kinds that has it."""
SAYING = {
    "paragraph": "words",
    "proposal": "words",
    "outcome": "words",
    "norm": "summary",
    "call": "summary",
    "recommendation": "should",
    "reservation": "words",
    "explanation": "words",
    "dissociation": "words",
    "ballot": "motion",
    "commitment": "does",
    "evidence": "words",
    "endorsement": "words",
    "adoption": "reason",
    "check": "words",
    "advocacy": "words",
    "report": "about",
    "edition": "changes_made",
}
"""The field in which each kind of thing says its words."""
DOING = {
    "outcome": "speakers",
    "proposal": "party",
    "reservation": "party",
    "explanation": "party",
    "dissociation": "party",
    "endorsement": "party",
    "commitment": "party",
    "evidence": "party",
    "advocacy": "party",
    "check": "party",
    "contact": "party",
}
"""The field in which each kind of thing says whose it is."""
SIBLINGS = ("paragraph", "proposal", "reservation", "explanation", "dissociation")
"""What hangs on one paragraph of a text and is nothing to the others."""
CARRYING = ("endorsement", "advocacy", "commitment", "evidence")
WORDINGS = ("paragraph", "proposal")
DECIDING = ("silence", "adoption")
DATED = {
    "meeting": "start",
    "call": "issued",
    "report": "published",
    "edition": "published",
    "adoption": "adopted_on",
    "endorsement": "on",
    "evidence": "on",
    "advocacy": "met_on",
}
"""The field in which each kind of thing says when it was."""


@dataclass(frozen=True, kw_only=True)
class Station:
    """One place on the line."""

    thing: Seen[Any]
    deed: Deed | None
    words: Cell
    before: Cell
    """The wording that these words changed; empty where there is none."""
    who: Cell
    when: When | datetime
    is_here: bool
    is_break: bool
    about: Seen[Any] | None
    """The text, contact or norm that it is about, for its name."""
    after: Cell = EMPTY
    """Of an endorsement: who had called there before, where it followed from a visit."""
    differences: tuple[Any, ...] = ()
    """What sources say differently about it."""


@dataclass(frozen=True, kw_only=True)
class Stretch:
    """The part of the line in one room."""

    room: str
    stations: Sequence[Station]
    more: Sequence[Station]
    """What hangs on the line and need not be read to follow it: later wordings, other checks."""
    missing: tuple[str, ...]


@dataclass(frozen=True, kw_only=True)
class SentencePage:
    """One sentence and its life."""

    thing: Seen[Any]
    words: Cell
    is_summary: bool
    stretches: Sequence[Stretch]
    is_cut: bool
    offers: Sequence[Offer]
    scope: str


def sentence(look: Look, *, id: str) -> SentencePage | None:  # noqa: A002 — the page's own word
    """Return the life of the sentence with this id."""
    found = look.things([f"{kind}/{id}" for kind in FOLLOWABLE])
    root = next(
        (found[name] for name in (f"{kind}/{id}" for kind in FOLLOWABLE) if name in found), None
    )
    if root is None:
        return None
    lines = [line for line in (look.line(name) for name in _roots(root)) if line is not None]
    nodes = _without_siblings(root, lines)
    main = _main(root, nodes, lines)
    stations = _stations(look, root=root, nodes=nodes, lines=lines)
    return SentencePage(
        thing=root,
        words=says(root) or root.cells.get("title", EMPTY),
        is_summary=root.type in ("norm", "call", "report"),
        stretches=[_stretch(room, stations, main=main) for room in ROOMS],
        is_cut=any(line.is_cut for line in lines),
        offers=look.offers(carried_on(root, nodes)),
        scope=root.scope,
    )


def says(thing: Seen[Any]) -> Cell:
    """Return the words of a thing, or an empty cell where its kind has none."""
    return thing.cells.get(SAYING.get(thing.type, ""), EMPTY)


def when_of(thing: Seen[Any]) -> When | datetime:
    """Return when it was: as it says itself, else as its act took effect, else when the desk received it."""
    for cell in (thing.cells.get(DATED.get(thing.type, ""), EMPTY), thing.effective):
        if cell.is_value and cell.value:
            value = cell.value
            return value if isinstance(value, When) else When(str(value))
    return thing.at


def moment(thing: Seen[Any]) -> tuple[datetime, int]:
    """Return what things on a line are sorted by."""
    when = when_of(thing)
    return (when.first if isinstance(when, When) else when, thing.act)


def in_order(things: Iterable[Seen[Any]]) -> list[Seen[Any]]:
    """Sort things as the line goes: by room, and in a room by time."""
    rooms = list(ROOMS)
    shown = [each for each in things if each.type in ROOM_OF]
    return sorted(shown, key=lambda each: (rooms.index(ROOM_OF[each.type]), moment(each)))


def _roots(root: Seen[Any]) -> list[str]:
    """A paragraph lives on in what becomes of its text."""
    text = root.cells.get("text", EMPTY) if root.type == "paragraph" else EMPTY
    return [root.thing, f"text/{text}"] if text.is_value and text.value else [root.thing]


def _without_siblings(root: Seen[Any], lines: Sequence[Line]) -> dict[str, Seen[Any]]:
    """Return all nodes but those that hang on another paragraph only, and texts whose paragraph is there."""
    own = lines[0].nodes if lines else {}
    nodes = dict(own)
    for line in lines[1:]:
        nodes.update({name: node for name, node in line.nodes.items() if node.type not in SIBLINGS})
    if root.type == "paragraph":
        nodes = {name: node for name, node in nodes.items() if node.type != "text"}
    nodes[root.thing] = root
    return nodes


def _stations(
    look: Look, *, root: Seen[Any], nodes: Mapping[str, Seen[Any]], lines: Sequence[Line]
) -> list[Station]:
    ordered = in_order(nodes.values())
    parties = parties_named(
        look, [each.cells.get(DOING.get(each.type, ""), EMPTY) for each in ordered]
    )
    deeds = look.deeds({each.act for each in ordered})
    about = look.things({name for each in ordered for name in _about(each)})
    told = _differences(look, ordered)
    return [
        Station(
            thing=each,
            deed=deeds.get(each.act),
            words=says(each),
            before=_before(each, nodes, lines),
            who=name_of(each.cells.get(DOING.get(each.type, ""), EMPTY), parties),
            when=when_of(each),
            is_here=each.thing == root.thing,
            is_break=each.type == "silence" and each.value("status") == "broken",
            about=next((about[name] for name in _about(each) if name in about), None),
            after=name_of(_visited(each, nodes, lines), parties),
            differences=told.get(each.thing, ()),
        )
        for each in ordered
    ]


def _visited(thing: Seen[Any], nodes: Mapping[str, Seen[Any]], lines: Sequence[Line]) -> Cell:
    """Return the party whose visit an endorsement followed from; an empty cell where none is known."""
    if thing.type != "endorsement":
        return EMPTY
    parents = [nodes[name] for line in lines for name in line.parents(thing.thing) if name in nodes]
    return next((each["party"] for each in parents if each.type == "advocacy"), EMPTY)


def _about(thing: Seen[Any]) -> tuple[str, ...]:
    """Name the thing that this one is about."""
    for field, kind in (("text", "text"), ("contact", "contact"), ("other", "norm")):
        cell = thing.cells.get(field, EMPTY)
        if cell.is_value and cell.value:
            return (f"{kind}/{cell.value}",)
    of = thing.cells.get("of", EMPTY)
    return (str(of.value),) if of.is_value and of.value else ()


def _differences(look: Look, things: Sequence[Seen[Any]]) -> Mapping[str, tuple[Any, ...]]:
    """Return what sources say differently about the things on the line, all asked at once."""
    found: dict[str, tuple[Any, ...]] = {}
    for row in look.among(Difference, "about", [each.thing for each in things]):
        about, claims = str(row["about"]), row["claims"]
        if claims.is_value:
            found[about] = (*found.get(about, ()), *tuple(claims.value or ()))
    return found


def _before(thing: Seen[Any], nodes: Mapping[str, Seen[Any]], lines: Sequence[Line]) -> Cell:
    """Return the wording that a paragraph or proposal changed."""
    if thing.type not in WORDINGS:
        return EMPTY
    parents = [nodes[name] for line in lines for name in line.parents(thing.thing) if name in nodes]
    worded = [each for each in parents if each.type in WORDINGS]
    return says(worded[0]) if worded else EMPTY


def _stretch(room: str, stations: Sequence[Station], *, main: frozenset[str]) -> Stretch:
    here = [each for each in stations if ROOM_OF[each.thing.type] == room]
    present = {each.thing.type for each in here}
    return Stretch(
        room=room,
        stations=[each for each in here if each.thing.thing in main],
        more=[each for each in here if each.thing.thing not in main],
        missing=tuple(kinds[0] for kinds in EXPECTED[room] if not present & set(kinds)),
    )


def _main(root: Seen[Any], nodes: Mapping[str, Seen[Any]], lines: Sequence[Line]) -> frozenset[str]:
    """Name what must be read to follow the line: where it came from, what was decided, who carries it, what holds."""
    main, level = {root.thing}, {root.thing}
    while level:
        found = {name for line in lines for each in level for name in line.parents(each)}
        level = (found & set(nodes)) - main
        main |= level
    if root.type not in WORDINGS:
        main |= {name for line in lines for name in line.children(root.thing) if name in nodes}
    text = str(root.cells.get("text", EMPTY))
    main |= {name for name, node in nodes.items() if _carries(node, text=text)}
    adoptions = {nodes[name].id for name in main if nodes[name].type == "adoption"}
    for name, node in nodes.items():
        if node.type == "reservation" and str(node["adoption"]) in adoptions:
            main.add(name)
        if node.type == "evidence":
            main |= {each for line in lines for each in line.parents(name) if each in nodes}
    return frozenset(main)


def _carries(node: Seen[Any], *, text: str) -> bool:
    """Tell whether a thing decides on the sentence's own text, or carries it to the world."""
    decides = node.type in DECIDING and str(node.cells.get("text", EMPTY)) == text
    return decides or node.type in CARRYING
