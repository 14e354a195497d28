"""What puts any act out of order, whatever its kind: the rules that all kinds share."""

from collections.abc import Iterable, Iterator, Mapping
from typing import ClassVar, Protocol

from comity.core.party import Party
from comity.core.refusal import Refusal
from comity.core.scope import exercise_of, key_of
from comity.core.shapes import Line, Shape, Words
from comity.core.state import State
from comity.core.travel import holds_travel_document
from comity.core.when import When


class Ordered(Protocol):
    """What these rules ask of an act."""

    DATED_BY_DESK: ClassVar[bool]

    @property
    def on_behalf_of(self) -> str:
        """The party that acts."""

    @property
    def concerns(self) -> str:
        """The party that a recorded act concerns."""

    @property
    def effective(self) -> When | None:
        """When it takes effect, where that is not when the desk received it."""

    def touches(self) -> Iterable[tuple[str, str]]:
        """Yield (field, thing): all that it names."""

    def makes(self) -> Iterable[str]:
        """Yield what it creates."""

    def scope(self, state: State) -> str:
        """Name the exercise that it is practice in."""


def of_any(act: Ordered, state: State, *, required: Mapping[str, Shape]) -> Iterator[Refusal]:
    """Yield every reason that may stand against an act of any kind."""
    yield from says_nothing(act, required)
    yield from shows_a_passport(act)
    yield from names_what_is_not(act, state)
    yield from makes_what_is(act, state)
    yield from crosses(act, state)
    yield from dates_itself(act)


def shows_a_passport(act: Ordered) -> Iterator[Refusal]:
    """The machine-readable lines of a travel document stand in no field: a log is no place for them, ever."""
    for name, value in vars(act).items():
        each = value if isinstance(value, tuple) else (value,)
        if any(isinstance(one, str) and holds_travel_document(one) for one in each):
            yield Refusal("travel-document", rule="45.1", field=name)


def says_nothing(act: Ordered, required: Mapping[str, Shape]) -> Iterator[Refusal]:
    """A field that must be there holds words, not only spaces."""
    for name, shape in sorted(required.items()):
        value = getattr(act, name)
        if isinstance(shape, Line | Words) and isinstance(value, str) and not value.strip():
            yield Refusal("nothing-said", rule="1.1", field=name)


def parties(act: Ordered) -> tuple[str, ...]:
    """Who acts, and whom a recorded act concerns."""
    return tuple(filter(None, (act.on_behalf_of, act.concerns)))


def names_what_is_not(act: Ordered, state: State) -> Iterator[Refusal]:
    """Everything an act names exists; so does the party that it concerns."""
    for name in ("on_behalf_of", "concerns"):
        party = getattr(act, name)
        if party and state.find(Party, party) is None:
            facts = {"thing": f"party/{party}"}
            yield Refusal("no-such-party", rule="1.2", field=name, facts=facts)
    for name, thing in act.touches():
        key = key_of(thing)
        if key is None:
            yield Refusal("no-such-thing", rule="1.2", field=name, facts={"thing": thing})
        elif state.find(*key) is None:
            code = f"no-such-{key[0].TYPE}"
            yield Refusal(code, rule="1.2", field=name, facts={"thing": thing})


def makes_what_is(act: Ordered, state: State) -> Iterator[Refusal]:
    """An id is given once among its kind of thing."""
    for thing in act.makes():
        key = key_of(thing)
        if key is not None and state.find(*key) is not None:
            yield Refusal("id-taken", rule="1.3", field="id", facts={"thing": thing})


def crosses(act: Ordered, state: State) -> Iterator[Refusal]:
    """What is practice touches nothing outside its exercise, and nothing outside rests on practice."""
    here = act.scope(state)
    actor = state.find(Party, act.on_behalf_of)
    if actor is not None and actor.exercise not in ("", here):
        yield Refusal("crosses-the-exercise", rule="1.4", field="on_behalf_of")
    named = [("concerns", f"party/{act.concerns}")] if act.concerns else []
    for name, thing in (*named, *act.touches()):
        there = exercise_of(state, thing)
        if there is not None and there != here:
            yield Refusal("crosses-the-exercise", rule="1.4", field=name, facts={"thing": thing})


def dates_itself(act: Ordered) -> Iterator[Refusal]:
    """What rests on the second in which the desk received it takes effect then."""
    if act.DATED_BY_DESK and act.effective is not None:
        yield Refusal("takes-effect-when-received", rule="1.5", field="effective", timely=True)
