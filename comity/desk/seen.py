"""What a reading is made of: things, deeds and links as one viewer sees them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any, Generic, TypeVar

from comity.core.entity import Entity
from comity.core.when import Deadline
from comity.desk.cells import EMPTY, Cell

E = TypeVar("E", bound=Entity)


@dataclass(frozen=True, kw_only=True)
class Origin:
    """The act that last wrote a field, and from where and when it was entered if it was only recorded."""

    act: int
    is_recorded: bool = False
    source: Cell = EMPTY
    effective: Cell = EMPTY


@dataclass(frozen=True, kw_only=True)
class Seen(Generic[E]):
    """A thing as this viewer sees it: each field of the entity is an attribute, and a cell.

    `seen.status` is the cell of the entity's field `status`; `seen["status"]` is the same.
    """

    id: str
    type: str
    act: int
    """The act that made it."""
    at: datetime
    """When the desk received that act."""
    is_recorded: bool
    """True where the act that made it was only entered from a source: it is never to be shown as the party's own."""
    scope: str = ""
    """The exercise it belongs to; empty for what counts."""
    source: Cell = EMPTY
    effective: Cell = EMPTY
    cells: Mapping[str, Cell] = field(default_factory=dict)
    origins: Mapping[str, Origin] = field(default_factory=dict)
    """For each field, what last wrote it; an act that this viewer may not know of is not among these."""

    @property
    def thing(self) -> str:
        """Its name across all kinds of things: `silence/cables-1`."""
        return f"{self.type}/{self.id}"

    def __getattr__(self, name: str) -> Cell:
        """Return the cell of a field."""
        try:
            return self.cells[name]
        except KeyError:
            raise AttributeError(f"a {self.type} has no field {name}") from None

    def __getitem__(self, name: str) -> Cell:
        return self.cells[name]

    def act_of(self, name: str) -> int:
        """Return the act that last wrote a field, as far as this viewer may know of it."""
        found = self.origins.get(name)
        return self.act if found is None else found.act

    def is_recorded_in(self, name: str) -> bool:
        """Tell whether a field says what was only entered from a source."""
        found = self.origins.get(name)
        return self.is_recorded if found is None else found.is_recorded

    def value(self, name: str, otherwise: Any = None) -> Any:
        """Return the value of a field where it may be seen, else `otherwise`."""
        cell = self.cells[name]
        return cell.value if cell.is_value else otherwise


@dataclass(frozen=True, kw_only=True)
class Part:
    """One part of an act, as this viewer sees it."""

    name: str
    cell: Cell
    audience: str
    """Who may see it now; empty where this viewer may not know that."""
    signed_audience: str
    """Who might see it when it was signed; differs where it was opened later."""
    digest: str
    text: str
    """The part as it is hashed, salt included; empty where sealed or erased."""
    is_erasable: bool = False
    erased_by: int | None = None


@dataclass(frozen=True, kw_only=True)
class Deed:
    """One act in the minutes, as this viewer sees it. `deed["words"]` is the cell of a field."""

    index: int
    at: datetime
    kind: str
    by: Cell
    on_behalf_of: Cell
    concerns: Cell
    effective: Cell
    source: Cell
    fields: Mapping[str, Cell]
    """The kind's own fields, in the order the kind declares them; an absent optional field is not among them."""
    is_recorded: bool
    scope: str
    body: Cell
    struck_by: int | None = None
    makes: tuple[str, ...] = ()
    """The things it made, `type/id`, that still stand."""
    is_signed: bool = False
    """True: signed with a key of the person or party; False: attested by the host."""

    @property
    def party(self) -> Cell:
        """Whose doing it is: of a recorded act the party concerned, never the one that recorded it."""
        return self.concerns if self.is_recorded else self.on_behalf_of

    @property
    def room(self) -> str:
        """The room of its kind: `reframe`."""
        return self.kind.partition(".")[0]

    @property
    def verb(self) -> str:
        """The kind without its version: `reframe.break-silence`."""
        return self.kind.partition("/")[0]

    def __getitem__(self, name: str) -> Cell:
        return self.fields[name]

    def get(self, name: str) -> Cell:
        """Return the cell of a field, or an empty one where the act says nothing of it."""
        return self.fields.get(name, EMPTY)


@dataclass(frozen=True, kw_only=True)
class Proof:
    """All that can be shown of one act: its leaf, its parts, what is sealed, and that it stands in the log."""

    deed: Deed
    leaf: str
    hour: str
    parts: tuple[Part, ...]
    """The parts that this viewer sees, by name."""
    sealed: int
    """How many digests stand for parts that are sealed from this viewer (padding included, where not told apart)."""
    padding: int | None
    """How many digests are padding; None where this viewer cannot tell."""
    proof: str
    """A tlog-proof under the newest checkpoint."""
    checkpoint: str


@dataclass(frozen=True, kw_only=True)
class Link:
    """One thing follows from another, by an act."""

    child: str
    parent: str
    act: int


@dataclass(frozen=True, kw_only=True)
class Line:
    """The life of a sentence: everything one thing follows from, and everything that follows from it."""

    root: str
    nodes: Mapping[str, Seen[Any]]
    """By `type/id`; only what this viewer may see."""
    links: tuple[Link, ...]
    is_cut: bool = False
    """True where there is more than a page can show."""

    def parents(self, thing: str) -> tuple[str, ...]:
        """What a thing follows from."""
        return tuple(link.parent for link in self.links if link.child == thing)

    def children(self, thing: str) -> tuple[str, ...]:
        """What follows from a thing."""
        return tuple(link.child for link in self.links if link.parent == thing)


@dataclass(frozen=True, kw_only=True)
class Owing:
    """What this viewer owes: something that waits for them or their party."""

    what: str
    """silence (say something before the deadline, or nothing), declare (the chair), extend (the chair), round (answer
    it), decide (the chair, what follows from a round), vote, dispose (of comments), positions, answer (a contact
    check), mandate (ends soon), clear-progress, submit-progress, review-progress (a report on a commitment)."""
    thing: str
    """The thing it is about."""
    party: str
    """For which of their parties; empty where it is theirs by a role."""
    due: Deadline | None = None
    due_at: datetime | None = None
    count: int = 1
    """How many, for positions."""


@dataclass(frozen=True, kw_only=True)
class Hit:
    """Where the words of a search stand."""

    deed: Deed
    part: str
    words: str
    things: tuple[str, ...] = ()


@dataclass(frozen=True, kw_only=True)
class Offer:
    """An act that this viewer has the right to, for one of their parties."""

    kind: str
    on_behalf_of: str
    prefill: Mapping[str, Any] = field(default_factory=dict)
