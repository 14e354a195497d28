"""The page of an act before it is done: about what, in which room, for whom, and who will see which part."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from comity.acts.register import load
from comity.core.act import act_shapes
from comity.core.contact import Contact
from comity.core.entity import entity_types
from comity.core.errors import Malformed
from comity.core.mark import Mark, readers_under
from comity.core.of_meeting import OfMeeting
from comity.core.outreach import Target
from comity.core.party import Attribution, Body, Mandate, Party, Person, Seat
from comity.core.room import CLOSED_ROOM, OPEN_ROOM
from comity.core.shapes import Several, Shape, Thing, To, Until, Whole
from comity.core.text import ProposalStatus
from comity.desk.look import Look
from comity.desk.readings.in_order import in_order
from comity.desk.readings.on_table import to_name
from comity.desk.readings.paging import whole
from comity.desk.readings.risks import others
from comity.desk.readings.standing import standing
from comity.desk.seen import Deed, Part, Seen

MOST = 200
"""How many things a field offers to choose from; of more, one is named by its id."""
BREAKING = "reframe.break-silence"
ANSWERING = "reframe.answer-round"
VOTING = "reframe.cast-vote"
SETTING = "convene.set-agenda"
BY_WHAT_IT_IS_ABOUT = frozenset(
    {"convene.record-outcome/1", "convene.report-action/1", "reframe.dispose-of-comment/1"}
)
"""Kinds whose readers follow from what they are about."""
OF_THE_ASKED = frozenset({BREAKING, ANSWERING, VOTING, "reframe.note-vote"})
"""What only those may do who were asked when it was opened."""
TABLED = ProposalStatus.TABLED
HIGHEST = 4
"""How far up a thing's room is looked for: a position, on a proposal, on a paragraph, of a text, in a body."""


@dataclass(frozen=True, kw_only=True)
class Bound:
    """Some parts of one act, each bound by a digest that was named."""

    deed: Deed
    parts: Sequence[Part]


@dataclass(frozen=True, kw_only=True)
class ActPage:
    """One kind of act, ready to be filled in."""

    kind: str
    given: Mapping[str, str]
    """What is filled in already, by field."""
    about: Sequence[Seen[Any]]
    """The things that are filled in already."""
    body: Seen[Body] | None
    """The room it would be done in."""
    parties: Sequence[Seen[Party]]
    """Those for whom the viewer may do it; empty where they may not."""
    audiences: Mapping[str, str]
    """Who sees each part where the signer says nothing else."""
    choices: Mapping[str, Sequence[Seen[Any]]]
    """For each field that names a thing and is not filled in: what may be named; not where it is too much."""
    scope: str
    clocks: Mapping[str, str] = field(default_factory=dict)
    """Where the act sets a moment: the zones of those who sit in the room, each with their names."""
    deed: Deed | None = None
    """The act it is about, where it is about an act."""
    begins: Mapping[str, str] = field(default_factory=dict)
    """What the form begins with, by field, as it would be typed: what stands, where the act says it anew and whole."""
    bound: Sequence[Bound] = ()
    """The parts of acts that digests filled in already name."""


def kind_of(verb: str) -> str | None:
    """Return the newest version of a kind, by its name without one; None where there is none."""
    versions = [kind for kind in load() if kind.partition("/")[0] == verb]
    return max(versions, default=None)


def act_page(look: Look, *, verb: str, given: Mapping[str, str]) -> ActPage | None:
    """Return the page of an act; None where there is no such kind, or it names what the viewer may not see."""
    kind = kind_of(verb)
    if kind is None or look.viewer.is_public:
        return None
    shapes = act_shapes(load()[kind])
    filled = {name: value for name, value in given.items() if name in shapes and value}
    names = {
        name: thing for name, value in filled.items() if (thing := _thing(shapes[name], value))
    }
    things = look.things(names.values())
    if set(names.values()) - set(things):
        return None
    filled = {**_belonging(shapes, things.values()), **filled}
    body = _room(look, list(things.values()), stated=filled.get("body", ""))
    known = _typed(shapes, filled)
    if known is None:
        return None
    offers = look.offers([(kind, known)])
    asked = _asked(things.values())
    parties = look.many(
        Party,
        [
            each.on_behalf_of
            for each in offers
            if verb not in OF_THE_ASKED or each.on_behalf_of in asked
        ],
    )
    scope = _scope(things.values(), body=body, parties=parties)
    digests = known.get("digests", ())
    bound = _bound(look, digests)
    if sum(len(each.parts) for each in bound) < len(set(digests)):
        return None
    return ActPage(
        kind=kind,
        given=filled,
        about=list(things.values()),
        body=body,
        parties=list(parties.values()),
        audiences=_told(
            look,
            kind,
            known,
            audiences(
                kind, body=body, about=list(things.values()), mark=_mark(filled, things.values())
            ),
        ),
        begins=standing(look, verb, filled),
        choices={
            **in_order(
                look,
                verb,
                _choices(look, shapes, filled=filled, about=list(things.values()), scope=scope),
                parties=list(parties),
            ),
            **_in_rows(look, verb, scope=scope),
            **_who_may_read(look, load()[kind].READERS, of=filled.get("risk", "")),
        },
        scope=scope,
        clocks=_clocks(look, shapes, body=body, about=list(things.values())),
        deed=look.deed(known["act"]) if isinstance(known.get("act"), int) else None,
        bound=bound,
    )


def _clocks(
    look: Look,
    shapes: Mapping[str, Shape],
    *,
    body: Seen[Body] | None,
    about: Sequence[Seen[Any]],
) -> Mapping[str, str]:
    """Name those whose clocks count where a moment is set: parties with a seat, else those asked, by their zones."""
    if not any(isinstance(each, Until) for each in shapes.values()):
        return {}
    if body is not None:
        seats = [each for each in look.all(Seat, body=body.id) if not each["ended"]]
        asked = {str(each.value("party", "")) for each in seats}
    else:
        asked = {
            each.id if each.type == Party.TYPE else str(each.value("party", ""))
            for each in about
            if each.type == Party.TYPE or "party" in each.cells
        }
    found: dict[str, list[str]] = {}
    for party in look.many(Party, sorted(asked - {""})).values():
        if party["zone"].is_value and party["name"].is_value:
            found.setdefault(str(party["zone"]), []).append(str(party["name"]))
    return {zone: ", ".join(names) for zone, names in found.items()}


def _bound(look: Look, digests: Sequence[str]) -> Sequence[Bound]:
    """Return the parts that some digests bind, as far as the viewer may see them."""
    proofs = [look.proof(index) for index in look.binding(digests)]
    found = [
        Bound(deed=proof.deed, parts=[part for part in proof.parts if part.digest in set(digests)])
        for proof in proofs
        if proof is not None
    ]
    return [each for each in found if each.parts]


def _asked(things: Iterable[Seen[Any]]) -> Sequence[str]:
    """Name the parties that were asked: only they may object, or answer."""
    return [
        party
        for each in things
        if each.type in ("silence", "round", "ballot")
        for party in each.value("parties", ())
    ]


def _scope(
    things: Iterable[Seen[Any]], *, body: Seen[Body] | None, parties: Mapping[str, Any]
) -> str:
    """Name the exercise in which it would be practice: that of what it is about, else of who does it."""
    known = [*things, *([body] if body else []), *parties.values()]
    return next((each.scope for each in known if each.scope), "")


def _typed(shapes: Mapping[str, Shape], filled: Mapping[str, str]) -> Mapping[str, Any] | None:
    """Return what an address fills in as the fields have it; None where it is nothing they could hold."""
    typed: dict[str, Any] = {}
    for name, value in filled.items():
        typed[name] = int(value) if isinstance(shapes[name], Whole) and value.isdecimal() else value
        if isinstance(shapes[name], Several):
            typed[name] = value.splitlines()
        try:
            shapes[name].read(typed[name], name)
        except Malformed:
            return None
    return typed


def _thing(shape: Shape, value: str) -> str:
    """Name the thing that a field's value names, `type/id`; empty for any other field."""
    if isinstance(shape, To):
        return f"{shape.entity.TYPE}/{value}"
    return value if isinstance(shape, Thing) else ""


def _belonging(shapes: Mapping[str, Shape], things: Iterable[Seen[Any]]) -> Mapping[str, str]:
    """Fill in what the named things belong to: who names a paragraph has named its text."""
    found: dict[str, str] = {}
    for each in things:
        under = entity_types()[each.type].UNDER
        shape = shapes.get(under)
        if isinstance(shape, To) and under == shape.entity.TYPE and each.value(under):
            found[under] = str(each.value(under))
    return found


def _room(look: Look, things: Sequence[Seen[Any]], *, stated: str) -> Seen[Body] | None:
    """Climb from what the act is about to the body it belongs to."""
    if stated:
        return look.find(Body, stated)
    level = list(things)
    for _ in range(HIGHEST):
        found = next((each for each in level if each.type == Body.TYPE), None)
        if found is not None or not level:
            return found
        level = list(look.things([above for each in level if (above := _above(each))]).values())
    return next((each for each in level if each.type == Body.TYPE), None)


def _above(thing: Seen[Any]) -> str:
    """Name what a thing belongs to; a text, silence or meeting belongs to its body."""
    under = entity_types()[thing.type].UNDER
    for name in (under, "body"):
        if name and name in thing.cells and thing.value(name):
            value = str(thing.value(name))
            return value if "/" in value else f"{name}/{value}"
    return ""


def _mark(filled: Mapping[str, str], things: Iterable[Seen[Any]]) -> Mark | None:
    """Return the Traffic Light mark that is filled in, or that a thing it is about bears."""
    of_things = (str(each["mark"].value) for each in things if "mark" in each.cells)
    return next(
        (Mark(each) for each in (filled.get("mark"), *of_things) if each in tuple(Mark)), None
    )


def audiences(
    kind: str,
    *,
    body: Seen[Body] | None,
    about: Sequence[Seen[Any]] = (),
    mark: Mark | None = None,
) -> Mapping[str, str]:
    """Say who will see each part of a done act, as the desk will when it is sent without other wishes."""
    cls = load()[kind]
    in_body = cls.audience_in_body
    told: Mapping[str, Any] = in_body if in_body and body is not None else cls.audience
    if cls.MARKED and mark:
        told = readers_under(mark)
    if cls.WITHIN_ROOM and not any(each.type in cls.PUBLIC_ON for each in about):
        is_open = body is None or body.value("attribution") == Attribution.ON_THE_RECORD
        told = {
            **(OPEN_ROOM if is_open else CLOSED_ROOM),
            **{part: who for part, who in cls.audience.items() if part != "*"},
        }
    meeting = next((each for each in about if each.type == "meeting"), None)
    if issubclass(cls, OfMeeting) and meeting is not None and meeting.value("attribution"):
        told = cls.foretold(meeting.value("attribution"), body=meeting.value("body") or "")
    rest = str(told.get("*", "public"))
    parts = ("kind", "by", "on_behalf_of", *act_shapes(cls))
    return {part: str(told.get(part, rest)) for part in parts}


def _told(
    look: Look, kind: str, known: Mapping[str, Any], told: Mapping[str, str]
) -> Mapping[str, str]:
    """Say who will see each part; of a kind that decides it by what it is about, as it decides."""
    if kind not in BY_WHAT_IT_IS_ABOUT or not look.viewer.parties:
        return told
    found = look.audiences(kind, known)
    return {part: found.get(part, found["*"]) for part in told}


def _in_rows(look: Look, verb: str, *, scope: str) -> Mapping[str, Sequence[Seen[Any]]]:
    """Return what a column of small records may name, by field and column."""
    return {"items:about": to_name(look, scope=scope)} if verb == SETTING else {}


def _choices(
    look: Look,
    shapes: Mapping[str, Shape],
    *,
    filled: Mapping[str, str],
    about: Sequence[Seen[Any]],
    scope: str,
) -> Mapping[str, Sequence[Seen[Any]]]:
    """Return what each open field that names things may name: in an exercise only what is in it, and nobody real.

    Paragraphs, and proposals that are on the table, are offered only of the text it is about, and contacts only of the
    party that is asked.
    """
    texts = {
        str(each.value("text")) for each in about if "text" in each.cells and each.value("text")
    } | {each.id for each in about if each.type == "text"}
    found: dict[str, Sequence[Seen[Any]]] = {}
    for name, several in shapes.items():
        shape = several.each if isinstance(several, Several) else several
        if not isinstance(shape, To) or name in filled:
            continue
        if shape.entity.TYPE in ("paragraph", "proposal") and texts:
            found[name] = [
                row
                for text in sorted(texts)
                for row in look.all(shape.entity, text=text)
                if shape.entity.TYPE == "paragraph" or row.value("status") == TABLED
            ]
        elif shape.entity is Target and name == "door":
            found[name] = _doors(look, filled.get("carries", ""))
        elif shape.entity is Contact and filled.get("of_party"):
            theirs = look.all(Contact, party=filled["of_party"])
            found[name] = [
                each
                for each in theirs
                if not each.value("replaced_by") and each.id not in filled.values()
            ]
        else:
            some = look.some(shape.entity, limit=MOST + 1, scope=scope)
            if len(some) <= MOST:
                found[name] = some
    return found


def _doors(look: Look, carries: str) -> Sequence[Seen[Any]]:
    """Return the doors to which the same is carried; before that is said, none could be chosen rightly."""
    return look.some(Target, limit=MOST, carries=carries) if carries else ()


def _who_may_read(look: Look, field: str, *, of: str) -> Mapping[str, Sequence[Seen[Any]]]:
    """Return whom an act that is for persons may name: those who act for some party now, or who know of its risk."""
    if not field:
        return {}
    if of:
        return {field: others(look, id=of) or ()}
    held = [
        str(each.value("person", ""))
        for each in whole(look, Mandate)
        if not each.value("ended") and not _is_over(each, look)
    ]
    people = look.many(Person, sorted({*held} - {"", look.viewer.person}))
    return {field: list(people.values())}


def _is_over(mandate: Seen[Mandate], look: Look) -> bool:
    end = mandate.value("end")
    return end is not None and end.end <= look.now
