"""Parts of an act are opened to a wider audience: on adoption, on publication. Nothing ever narrows one."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Annotated

from comity.core.act import Act, act_kind
from comity.core.audience import OF_A_ROOM, Audience, widens
from comity.core.entry import Entry
from comity.core.meeting import WHO_WAS_THERE
from comity.core.party import Seat
from comity.core.refusal import Refusal
from comity.core.rights import Chairs, Mandated, Power
from comity.core.shapes import Group, Line, OneOf, Several, Whole
from comity.core.state import All, Change, Key, State, Widened, every

TELLS_WHO_ACTED = frozenset({"by", "on_behalf_of", "concerns", "named", "persons"})
TELLS_WHO_WAS_THERE = frozenset(
    {"speakers", "names", "present", "invited", "guest", "delegates", "charged", *WHO_WAS_THERE}
)


@dataclass(frozen=True)
class Opened:
    """One part, and who may see it from now on."""

    part: Annotated[str, Line(length=60)]
    audience: Annotated[Audience, OneOf(Audience)]


@act_kind("programme.open/1")
@dataclass(frozen=True, kw_only=True)
class Open(Act):
    """A party opens what it did; the chair what was done in the room, but never who did it."""

    right = (Mandated(Power.SPEAK), Chairs(), Mandated(Power.ADMINISTER))
    OF_THIS_DESK = True

    act: Annotated[int, Whole()]
    opens: Annotated[tuple[Opened, ...], Several(Group(Opened), least=1)]

    def touches(self) -> Iterator[tuple[str, str]]:
        """The act whose parts are opened."""
        yield ("act", f"act/{self.act}")

    def defaults(self, state: State) -> Mapping[str, Audience]:
        """Opening is public, and tells no more of who acted than the opened act did."""
        entry = state.find(Entry, str(self.act))
        return (
            self.audience
            if entry is None
            else {**self.audience, "on_behalf_of": entry.actor_audience}
        )

    def needs(self, state: State) -> Iterator[Key | All]:
        """Also who chairs the body it was done in."""
        yield from super().needs(state)
        entry = state.find(Entry, str(self.act))
        if entry is not None and entry.body:
            yield every(Seat, body=entry.body)

    def refusals(self, state: State) -> Iterator[Refusal]:
        """By those it belongs to, part by part, and only wider."""
        yield from super().refusals(state)
        entry = state.find(Entry, str(self.act))
        if entry is None:
            return
        if len({each.part for each in self.opens}) < len(self.opens):
            yield Refusal("part-twice", rule="17.2", field="opens")
        is_own = self.on_behalf_of == entry.on_behalf_of
        if not is_own and not self._chairs(state, entry):
            yield Refusal("not-yours-to-open", rule="17.1", field="act")
        for each in self.opens:
            yield from self._part(entry, each)
            if not is_own:
                yield from self._by_the_chair(entry, each)

    def _chairs(self, state: State, entry: Entry) -> bool:
        seats = state.all(Seat, body=entry.body) if entry.body else ()
        return any(
            seat.chairs and seat.holds_at(self.at) and seat.party in ("", self.on_behalf_of)
            for seat in seats
            if seat.person in ("", self.by)
        )

    def _part(self, entry: Entry, opened: Opened) -> Iterator[Refusal]:
        part = entry.parts.get(opened.part)
        if part is None or opened.part == "audience":
            yield Refusal("no-such-part", rule="17.2", field="opens", facts={"part": opened.part})
            return
        if part.is_erased:
            yield Refusal("part-erased", rule="17.2", field="opens", facts={"part": opened.part})
        before = Audience(part.audience)
        if before is opened.audience or not widens(before, opened.audience):
            yield Refusal("does-not-widen", rule="17.3", field="opens", facts={"part": opened.part})
        if opened.part in TELLS_WHO_WAS_THERE and before not in OF_A_ROOM:
            yield Refusal(
                "attribution-protects-it", rule="17.4", field="opens", facts={"part": opened.part}
            )

    def _by_the_chair(self, entry: Entry, opened: Opened) -> Iterator[Refusal]:
        part = entry.parts.get(opened.part)
        if part is not None and (
            opened.part in TELLS_WHO_ACTED or Audience(part.audience) not in OF_A_ROOM
        ):
            yield Refusal(
                "not-the-chairs-to-open", rule="17.1", field="opens", facts={"part": opened.part}
            )

    def changes(self, state: State) -> Iterator[Change]:
        """More people may see these parts."""
        yield Widened(self.act, {each.part: each.audience.value for each in self.opens})
