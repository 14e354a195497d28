"""The script folded in memory by the rules of the kinds alone: what is refused, and what is there after."""

import base64
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from hashlib import sha256
from typing import Any, TypeVar

from comity.acts import register
from comity.core.act import Act
from comity.core.audience import Audience
from comity.core.entity import Entity
from comity.core.entry import Entry, Part
from comity.core.reading import read_act
from comity.core.refusal import Refusal
from comity.core.state import Struck, Widened
from comity.core.when import When
from comity.desk import rights
from comity.projections.letters import letters
from comity.record import SigningKey, Verifier
from programmes.reader import Step

E = TypeVar("E", bound=Entity)
OUTER = ("kind", "on_behalf_of", "effective", "source", "concerns", "audience")
_KEY = Verifier("archive", SigningKey(bytes(range(32))).public).vkey
KEYS = {"log_vkey": _KEY, "host_vkey": _KEY}


@dataclass
class Memory:
    """A state that forgets nothing and serves everything, asked for or not."""

    things: dict[str, Entity] = field(default_factory=dict)

    def find(self, of: type[E], key: str) -> E | None:
        """Return the entity, or None."""
        return self.things.get(f"{of.TYPE}/{key}")  # type: ignore[return-value]

    def get(self, of: type[E], key: str) -> E:
        """Return the entity."""
        return self.things[f"{of.TYPE}/{key}"]  # type: ignore[return-value]

    def all(self, of: type[E], /, **where: str) -> tuple[E, ...]:
        """Return all with these values."""
        return tuple(
            each
            for _, each in sorted(self.things.items())
            if isinstance(each, of)
            and all(str(getattr(each, name)) == value for name, value in where.items())
        )


@dataclass
class Folded:
    """What came of a script."""

    state: Memory
    acts: list[Act]
    refused: list[tuple[str, Refusal]]
    links: list[tuple[str, str]]


def fold(script: Iterable[Step]) -> Folded:
    """Put every act to the rules, in order; an act that is refused changes nothing."""
    register.load()
    found = Folded(state=Memory(), acts=[], refused=[], links=[])
    for index, step in enumerate(script):
        act = read(step, index=index)
        found.acts.append(act)
        against = list(_against(act, step, found.state))
        found.refused.extend((step.where, refusal) for refusal in against)
        if not against:
            found.links.extend(act.follows_from())
            changed = _apply(act, found.state)
            _enter(act, found.state, letters=len({each.party for each in letters(act, changed)}))
    return found


def read(step: Step, *, index: int = 0) -> Act:
    """Read one step as an act."""
    given = dict(step.envelope)
    outer: dict[str, Any] = {name: given.pop(name) for name in OUTER if name in given}
    if step.enclosure:
        digest = (
            base64.urlsafe_b64encode(sha256(step.enclosure.content).digest()).decode().rstrip("=")
        )
        given["file"] = {
            "blob": digest,
            "length": len(step.enclosure.content),
            "media_type": step.enclosure.media_type,
        }
    if outer["kind"] == "programme.establish-programme/1":
        given.update(KEYS)
    base = {
        "by": step.person,
        "on_behalf_of": outer["on_behalf_of"],
        "at": step.at,
        "index": index,
        "effective": When(outer["effective"]) if "effective" in outer else None,
        "source": outer.get("source", ""),
        "concerns": outer.get("concerns", ""),
    }
    return read_act(outer["kind"], given, base)


def _against(act: Act, step: Step, state: Memory) -> Iterable[Refusal]:
    for refusal in act.refusals(state):
        if not (act.is_recorded and refusal.timely):
            yield refusal
    is_clerk = step.person == "clerk" or act.index == 0
    yield from rights.refusals(act, state, body=act.room(state), is_clerk=is_clerk)
    parts = {*step.envelope, "by"} - {"audience"}
    if strange := sorted(set(step.envelope.get("audience", {})) - parts):
        yield Refusal("no-such-part", facts={"part": strange[0]})


def _apply(act: Act, state: Memory) -> list[Entity]:
    changed: list[Entity] = []
    for change in act.changes(state):
        match change:
            case Entity():
                changed.append(change)
                state.things[change.thing] = change
            case Struck(index):
                state.things[f"act/{index}"] = replace(state.get(Entry, str(index)), is_struck=True)
            case Widened(index, parts):
                entry = state.get(Entry, str(index))
                wider = {name: replace(entry.parts[name], audience=parts[name]) for name in parts}
                state.things[f"act/{index}"] = replace(entry, parts={**entry.parts, **wider})
    return changed


def _enter(act: Act, state: Memory, *, letters: int) -> None:
    told = {**act.seen_by_default(state), **act.audiences}
    names = {"kind", "by", "on_behalf_of", *_own(act)}
    state.things[f"act/{act.index}"] = Entry(
        id=str(act.index),
        kind=act.KIND,
        by=act.by,
        on_behalf_of=act.on_behalf_of,
        body=act.room(state),
        exercise=act.scope(state),
        parts={name: _part(told, name) for name in sorted(names)},
        at=act.at,
        letters=letters,
    )


def _own(act: Act) -> Mapping[str, Any]:
    return {name: value for name, value in vars(act).items() if value not in ("", None, ())}


def _part(told: Mapping[str, Audience | str], name: str) -> Part:
    audience = Audience(told.get(name, told.get("*", "public")))
    return Part(audience=audience.value, digest="", is_erasable=False, is_erased=False)
