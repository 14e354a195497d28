"""The one window: everything a reading is given comes from here, filtered for the viewer who looks."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import UTC, datetime, timedelta
from functools import cached_property
from typing import Any, TypeVar, cast

from comity.acts import register
from comity.core.entity import Entity
from comity.core.rights import Power
from comity.core.support import Endorsement
from comity.core.text import Text
from comity.core.when import Deadline
from comity.desk import absentees, offering, showing
from comity.desk.in_play import is_in_play
from comity.desk.passage import passage
from comity.desk.public_log import PublicLog
from comity.desk.seen import Deed, Hit, Line, Link, Offer, Owing, Proof, Seen
from comity.desk.viewer import Viewer
from comity.projections.terms import asked as words_of
from comity.store import following, log, seek, sending, waiting
from comity.store.database import Database
from comity.store.seek import Wanted
from comity.store.sending import Sent
from comity.store.sight import Sight

E = TypeVar("E", bound=Entity)

LONGEST_LINE = 200
MOST_ENDORSEMENTS = 24
"""A line of ten thousand endorsements would be a list, and hide what became of the sentence."""
_ENDORSEMENT = f"{Endorsement.TYPE}/"
"""How many things the life of a sentence shows."""
SOON = timedelta(days=30)
RUNNING_OUT = frozenset({"terms", "terms-of-a-group"})
"""What waits for nobody's answer: it is told a month before its day, and until another takes its place."""
ASKED_OF: Mapping[str, Power] = {
    **dict.fromkeys(
        ("answer", "round-check", "confirm", "acknowledge", "answer-request"), Power.NOMINATE
    ),
    **dict.fromkeys(("clear-progress", "submit-progress"), Power.ENDORSE),
}
"""What is asked only of those of a party who keep its contacts, or who may bind it."""
ANSWERED_BY: Mapping[str, str] = {
    "silence": "reframe.break-silence/1",
    "round": "reframe.answer-round/1",
    "reply": "programme.answer-circular/1",
    "answer": "operate.answer-check/1",
    "round-check": "operate.answer-in-round/1",
    "confirm": "operate.confirm-contact/1",
    "acknowledge": "operate.acknowledge-request/1",
    "escalated": "operate.acknowledge-request/1",
    "answer-request": "operate.answer-request/1",
}
"""By which kind a thing is answered, of those that an absent party may answer still: its kind says while why."""
FAR = frozenset({"evidence", "action"})
"""What is asked from a month before its day on; before that the desk says only when."""


class Look:
    """What one viewer may see, in one moment. Unknown and not theirs to see are both None."""

    viewer: Viewer
    now: datetime
    """The moment of looking."""

    def __init__(self, store: Database, *, viewer: Viewer, now: datetime) -> None:
        self._store = store
        self.viewer = viewer
        self.now = now

    @cached_property
    def size(self) -> int:
        """How many acts the log has."""
        return log.head(self._store).size

    @cached_property
    def log(self) -> PublicLog:
        """The files of the log, as far as this viewer may have them."""
        return PublicLog(self._store, sight=self.viewer.sight)

    def find(self, of: type[E], key: str) -> Seen[E] | None:
        """Return one thing by its id."""
        return cast("Seen[E] | None", self.things([f"{of.TYPE}/{key}"]).get(f"{of.TYPE}/{key}"))

    def many(self, of: type[E], keys: Iterable[str]) -> Mapping[str, Seen[E]]:
        """Return those of some things that the viewer may see, by id."""
        return {seen.id: seen for seen in self.things(f"{of.TYPE}/{key}" for key in keys).values()}

    def things(self, names: Iterable[str]) -> Mapping[str, Seen[Any]]:
        """Return things of any kind by their names `type/id`."""
        listed = list(dict.fromkeys(name for name in names if name))
        pairs = seek.by_name(self._store, self.viewer.sight, listed)
        return {seen.thing: seen for seen in showing.seen(self._store, self.viewer.sight, pairs)}

    def all(self, of: type[E], /, **index: str) -> Sequence[Seen[E]]:
        """Return all things with these values in their declared indexes, in order of id."""
        pairs = seek.by_index(self._store, self.viewer.sight, of, index)
        return showing.seen(self._store, self.viewer.sight, pairs)

    def among(self, of: type[E], index: str, values: Iterable[str]) -> Sequence[Seen[E]]:
        """Return all things that have one of some values in a declared index, in order of id."""
        listed = list(dict.fromkeys(value for value in values if value))
        pairs = seek.among(self._store, self.viewer.sight, of, index, listed)
        return showing.seen(self._store, self.viewer.sight, pairs)

    def some_among(
        self, of: type[E], index: str, values: Iterable[str], *, limit: int, after: str = ""
    ) -> Sequence[Seen[E]]:
        """Return so many of them at most, from after an id on."""
        listed = list(dict.fromkeys(value for value in values if value))
        stretch = seek.Stretch(limit, after)
        pairs = seek.among(self._store, self.viewer.sight, of, index, listed, stretch=stretch)
        return showing.seen(self._store, self.viewer.sight, pairs)

    def some(
        self,
        of: type[E],
        /,
        *,
        limit: int,
        after: str = "",
        scope: str | None = None,
        **index: str,
    ) -> Sequence[Seen[E]]:
        """Return so many things of a kind at most, in order of id, from after an id on.

        Who asks for some says on the page that there are more: see `readings.paging`.
        """
        stretch = seek.Stretch(limit, after, scope)
        pairs = seek.some(self._store, self.viewer.sight, of, index, stretch=stretch)
        return showing.seen(self._store, self.viewer.sight, pairs)

    def newest(self, of: type[E], /, *, limit: int) -> Sequence[Seen[E]]:
        """Return the things of a kind that were made last, the newest first; the page says where the others are."""
        pairs = seek.newest(self._store, self.viewer.sight, of, limit=limit)
        return showing.seen(self._store, self.viewer.sight, pairs)

    def count(self, of: type[Entity], /, *, scope: str = "", **index: str) -> int:
        """Count things with these values in their declared indexes: those that count, or those of an exercise."""
        sight = self.viewer.sight
        return self._store.remember(
            (self.size, sight, of.TYPE, scope, *sorted(index.items())),
            lambda: seek.count(self._store, sight, of, index, scope=scope),
        )

    def counts(self, of: type[Entity], index: str, *, scope: str = "") -> Mapping[str, int]:
        """Count things by the value of one declared index: those that count, or those of an exercise."""
        sight = self.viewer.sight
        return self._store.remember(
            (self.size, sight, of.TYPE, scope, index),
            lambda: seek.counts(self._store, sight, of, index, scope=scope),
        )

    def minutes(
        self,
        *,
        before: int | None = None,
        after: int | None = None,
        limit: int = 50,
        thing: str = "",
        kind: str = "",
        party: str = "",
        scope: str | None = None,
    ) -> Sequence[Deed]:
        """Return acts, newest first (`after`: oldest first); `thing`: those that made, changed or name it."""
        if thing and self._is_hidden(thing):
            return ()
        known = register.load()
        kinds = None if not kind else tuple(name for name in known if name.startswith(kind))
        wanted = Wanted(before, after, limit, thing, kinds, party, scope)
        return showing.deeds(
            self._store, self.viewer.sight, seek.minutes(self._store, self.viewer.sight, wanted)
        )

    def _is_hidden(self, thing: str) -> bool:
        """Tell whether a thing stands that the viewer may not know of: what touched it would tell them that it does."""
        if self.things([thing]):
            return False
        return bool(seek.by_name(self._store, Sight(is_everything=True), [thing]))

    def deed(self, index: int) -> Deed | None:
        """Return one act."""
        return self.deeds([index]).get(index)

    def deeds(self, indexes: Iterable[int]) -> Mapping[int, Deed]:
        """Return some acts by index."""
        rows = seek.acts(self._store, self.viewer.sight, sorted(set(indexes)))
        return {deed.index: deed for deed in showing.deeds(self._store, self.viewer.sight, rows)}

    def binding(self, digests: Iterable[str]) -> Sequence[int]:
        """Return the indexes of the acts that have parts with these digests; it tells of no part itself."""
        return seek.binding(self._store, list(dict.fromkeys(digests)))

    def proof(self, index: int) -> Proof | None:
        """Return one act with its leaf, its parts and the proof that it stands in the log."""
        deed = self.deed(index)
        return None if deed is None else self.log.proof_of(deed)

    def follows_from(self, thing: str) -> Sequence[Seen[Any]]:
        """Return what a thing follows from by one step, in the order of the acts that say so."""
        names = following.parents(self._store, self.viewer.sight, thing)
        return list(_in_order(names, self.things(names)))

    def came_from(self, things: Iterable[str], of: type[E]) -> Mapping[str, Seen[E]]:
        """Return, for each of some things, the first of a kind that it follows from by one step, where there is one."""
        pairs = following.parents_of(self._store, self.viewer.sight, sorted(set(things)), of)
        known = self.things(parent for _, parent in pairs)
        return {child: known[parent] for child, parent in reversed(pairs) if parent in known}

    def followed_by(self, thing: str, *of: type[E]) -> Sequence[Seen[E]]:
        """Return the things of some kinds that follow from a thing by one step, however much else does."""
        names = following.children(self._store, self.viewer.sight, thing, of)
        return list(_in_order(names, self.things(names)))

    def led_to(self, things: Sequence[str], of: type[E]) -> Mapping[str, Sequence[Seen[E]]]:
        """Return, for each of some things by name, those of one kind that follow from it by one step."""
        pairs = following.children_of(self._store, self.viewer.sight, things, of)
        known = self.things(child for _, child in pairs)
        return {
            thing: [known[child] for parent, child in pairs if parent == thing and child in known]
            for thing in things
        }

    def line(self, thing: str) -> Line | None:
        """Return the life of a sentence, bounded to 200 things, of which 24 endorsements."""
        found = following.line(self._store, self.viewer.sight, thing, limit=4 * LONGEST_LINE)
        ends = (name for child, parent, _ in found for name in (child, parent))
        names = list(dict.fromkeys([thing, *ends]))
        leads_on = {thing, *(parent for _, parent, _ in found)}
        ends_here = {name for name in names if name.startswith(_ENDORSEMENT)} - leads_on
        many = [name for name in names if name in ends_here]
        others = [name for name in names if name not in ends_here]
        nodes, is_long = self._first_known(others, most=LONGEST_LINE - MOST_ENDORSEMENTS)
        endorsed, is_wide = self._first_known(many, most=MOST_ENDORSEMENTS)
        nodes |= endorsed
        if thing not in nodes:
            return None
        links = tuple(
            Link(child=c, parent=p, act=act) for c, p, act in found if c in nodes and p in nodes
        )
        reached = _reached(thing, links)
        return Line(
            root=thing,
            nodes={name: node for name, node in nodes.items() if name in reached},
            links=tuple(link for link in links if link.child in reached and link.parent in reached),
            is_cut=is_long or is_wide,
        )

    def _first_known(self, names: Sequence[str], *, most: int) -> tuple[dict[str, Seen[Any]], bool]:
        """Return the first of some things that the viewer may know of, and whether there are more.

        What is hidden is left out before anything is cut: it takes no place from what may be seen, and tells nothing.
        """
        known: dict[str, Seen[Any]] = {}
        for start in range(0, len(names), most + 1):
            some = names[start : start + most + 1]
            known |= {each.thing: each for each in _in_order(some, self.things(some))}
            if len(known) > most:
                break
        return dict(list(known.items())[:most]), len(known) > most

    def owed(self) -> Sequence[Owing]:
        """Return what this viewer owes now, what is due first first."""
        return self.owed_and_later()[0]

    def owed_and_later(self) -> tuple[Sequence[Owing], Sequence[Owing]]:
        """Return what this viewer owes now, and what they will be asked for when its day is near; each in order."""
        if not self.viewer.parties:
            return (), ()
        # Who chairs a body is not asked where they stand.
        voices = sorted(
            (body, party)
            for body, parties in self.viewer.voices.items()
            if body not in self.viewer.chairs
            for party in parties
        )
        rows = waiting.owed(
            self._store, self.viewer.sight, chairs=sorted(self.viewer.chairs), voices=voices
        )
        every = [each for each in map(_owing, rows) if not self._is_absent(each)]
        found = list(filter(self._is_asked, every))
        moot = self._moot(found) | self._drafted(found)
        later = (each for each in every if each.what in FAR and each not in found)
        return (
            sorted((each for each in found if each.thing not in moot), key=_by_due),
            sorted(later, key=_by_due),
        )

    def _is_absent(self, owing: Owing) -> bool:
        """Tell whether it is asked of a party that is absent, and could not answer (rule 37.4)."""
        reasons = self.viewer.resting.get(owing.party, frozenset())
        kind = ANSWERED_BY.get(owing.what)
        return not reasons <= (register.load()[kind].STILL if kind else frozenset())

    def _moot(self, found: Sequence[Owing]) -> set[str]:
        """Name the rounds whose text was adopted or revised, or lies under silence: nothing rests on them any more."""
        rounds = self.things(each.thing for each in found if each.what in ("round", "decide"))
        texts = self.many(Text, (str(each["text"]) for each in rounds.values()))
        in_play = {each.id for each in texts.values() if is_in_play(each)}
        return {name for name, each in rounds.items() if str(each["text"]) not in in_play}

    def _drafted(self, found: Sequence[Owing]) -> set[str]:
        """Name the drafts that wait for a second person where this one drafted them."""
        drafts = self.things(each.thing for each in found if each.what == "clear-progress")
        return {
            name for name, each in drafts.items() if each.value("drafted_by") == self.viewer.person
        }

    def search(self, words: str, *, limit: int = 50) -> Sequence[Hit]:
        """Return where all these words stand, newest first."""
        sight = self.viewer.sight
        asked = words_of(words)
        found = waiting.search(self._store, sight, asked, limit=limit)
        deeds = self.deeds(act for act, _ in found)
        hits = [
            Hit(
                deed=deeds[act],
                part=part,
                words=passage(deeds[act][part], asked=asked),
                things=deeds[act].makes,
            )
            for act, part in found
        ]
        return [hit for hit in hits if hit.words]

    def erasable(self, acts: Iterable[int], *, names: Sequence[str]) -> frozenset[int]:
        """Return those of some acts in which parts of these names can still be erased; none but for the secretariat.

        It erases what it may not read, and learns here only that something stands.
        """
        listed = sorted(set(acts)) if self.viewer.is_secretariat else []
        return seek.erasable(self._store, listed, names=names)

    def own_acts(self, *, limit: int) -> tuple[int, Sequence[Deed]]:
        """Return how many acts the viewer did, for whichever party, and the latest of them."""
        count, found = seek.acts_by(self._store, self.viewer.person, limit=limit)
        return count, sorted(self.deeds(found).values(), key=lambda deed: -deed.index)

    def letters(self, acts: Iterable[int]) -> Sequence[Sent]:
        """Return what became of the letters of some acts, for those who act for the same party, and the secretariat."""
        theirs = [
            deed.index
            for deed in self.deeds(acts).values()
            if self.viewer.sight.is_secretariat or deed.on_behalf_of.value in self.viewer.parties
        ]
        return sending.of_acts(self._store, theirs)

    def letters_to_persons(self, act: int) -> Sequence[Sent]:
        """Return what became of the letters to those whom an act names, for whoever did it and nobody else."""
        deed = self.deed(act)
        is_own = deed is not None and deed.by.value == self.viewer.person
        return sending.to_persons(self._store, [act]) if is_own else ()

    def kept_from(
        self, parties: Sequence[str], *, act: int, thing: str
    ) -> Mapping[str, frozenset[str]]:
        """Return, for each of some parties that is absent, its people whom no letter about an act reaches."""
        return absentees.kept_from(self._store, parties, act=act, thing=thing, at=self.now)

    def mailed(self, *, before: int | None, limit: int) -> Sequence[Deed]:
        """Return the acts that sent letters, newest first, as far as `letters` tells what became of them."""
        whose = None if self.viewer.sight.is_secretariat else sorted(self.viewer.parties)
        if whose == []:
            return ()
        found = sending.acts_with_letters(self._store, parties=whose, before=before, limit=limit)
        return sorted(self.deeds(found).values(), key=lambda deed: -deed.index)

    def returned(self, *, limit: int = 20) -> Sequence[Sent]:
        """Return the letters of what was done for the viewer's parties that nobody took, or that came back."""
        if not self.viewer.parties:
            return ()
        return sending.come_back(self._store, parties=sorted(self.viewer.parties), limit=limit)

    def offers(self, asked: Iterable[tuple[str, Mapping[str, Any]]]) -> Sequence[Offer]:
        """Return those of some acts (kind, what is filled in already) that the viewer has the right to."""
        return offering.offers(self._store, asked, viewer=self.viewer, now=self.now)

    def audiences(self, kind: str, prefill: Mapping[str, Any]) -> Mapping[str, str]:
        """Say who would see each part of an act about certain things, if the viewer did it."""
        return offering.audiences(self._store, kind, prefill, viewer=self.viewer, now=self.now)

    def _is_asked(self, owing: Owing) -> bool:
        """Say nothing of what ends far away, of a silence that is over, or of a contact to who keeps none."""
        if power := ASKED_OF.get(owing.what):
            return power in self.viewer.powers.get(owing.party, frozenset())
        if owing.due_at is None:
            return True
        if owing.what in RUNNING_OUT:
            return owing.due_at <= self.now + SOON
        match owing.what:
            case what if what in FAR:
                return owing.due_at <= self.now + SOON
            case "mandate":
                return self.now < owing.due_at <= self.now + SOON
            case "silence" | "round" | "vote" | "visit" | "handover":
                return self.now < owing.due_at
        return True


def _owing(row: waiting.OwedRow) -> Owing:
    return Owing(
        what=row.what,
        thing=row.about,
        party=row.party,
        due=Deadline(row.shown) if row.shown else None,
        due_at=datetime.fromisoformat(row.due) if row.due else None,
        count=row.number,
    )


def _in_order(names: Iterable[str], known: Mapping[str, Seen[Any]]) -> Iterator[Seen[Any]]:
    return (known[name] for name in names if name in known)


_NEVER = datetime.max.replace(tzinfo=UTC)


def _by_due(owing: Owing) -> tuple[datetime, str, str, str]:
    """Order by what is due first; what only runs out stands after what waits for somebody now."""
    due = None if owing.what in RUNNING_OUT else owing.due_at
    return due or _NEVER, owing.what, owing.thing, owing.party


def _reached(start: str, links: Sequence[Link]) -> set[str]:
    """Return what can still be reached, up and down, where something between is not the viewer's to see."""
    found = {start}
    for here, there in (("child", "parent"), ("parent", "child")):
        edge = [start]
        walked = {start}
        while edge:
            step = {
                getattr(link, there) for link in links if getattr(link, here) in set(edge)
            } - walked
            walked |= step
            edge = list(step)
        found |= walked
    return found
