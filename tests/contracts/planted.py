"""A small programme of planted words: one word for each audience, and who may ever see it."""

import base64
import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import cached_property
from typing import Any

from tests.contracts.counter import Counter, House

SIGNED_IN = frozenset(
    {
        "secretariat",
        "chair",
        "arvenia",
        "meridonia",
        "aldmoor",
        "tarn",
        "company",
        "civil-society",
        "volunteer",
        "contact-officer",
        "observer",
        "late",
        "outside",
    }
)
PUBLIC = SIGNED_IN | {"public"}
# Seated in the conference when the words were said, the chair and the registrar included.
THEN = SIGNED_IN - {"late", "outside"}
# The observer's seat is ended afterwards, and a newcomer is given one.
NOW = (THEN - {"observer"}) | {"late"}
# Who may nominate contacts for some party, and the secretariat.
DIRECTORY = frozenset(
    {
        "secretariat",
        "arvenia",
        "aldmoor",
        "tarn",
        "company",
        "civil-society",
        "contact-officer",
    }
)
NEWCOMERS = frozenset({"late", "outside"})
PEOPLE_OF = {
    "arvenia": {"arvenia"},
    "meridonia": {"meridonia", "contact-officer"},
    "tarn": {"tarn"},
    "harbour": {"secretariat", "chair"},
    "open-lines": {"civil-society", "volunteer"},
}
SAID_WITH = {"mail": "@example.org", "telephone": " 117"}
"""What a number and an address need to be taken as such."""
LONG = " and so on, as was said before, in the same room" * 500


@dataclass(frozen=True)
class Planted:
    """A word, who must be able to find it, who may, and what it was said as."""

    word: str
    must: frozenset[str]
    may: frozenset[str]
    said_as: str
    index: int = -1
    part: str = ""

    @cached_property
    def shapes(self) -> tuple[bytes, ...]:
        """The word in every spelling that a file might keep it in."""
        return tuple(spellings(self.word))


def spellings(word: str) -> Iterator[bytes]:
    """Yield a word's bytes: plain, UTF-16, hexadecimal, and in base64 wherever it may begin."""
    plain = word.encode()
    yield plain
    yield word.encode("utf-16-le")
    yield word.encode("utf-16-be")
    yield plain.hex().encode()
    for before in range(3):
        coded = base64.b64encode(b"\0" * before + plain)
        first = -(-before * 8 // 6)
        last = (before + len(plain)) * 8 // 6
        yield coded[first:last]
    yield json.dumps(word)[1:-1].encode()


class Planter:
    """Says words through the desk, and keeps who may see them."""

    def __init__(self, house: House) -> None:
        self.house = house
        self.words: list[Planted] = []
        self._made = 100

    def counter(self, who: str) -> Counter:
        """Return the counter as a role, or as one of the two newcomers, meets it."""
        return self.house.as_person(f"per-{who}") if who in NEWCOMERS else self.house.as_role(who)

    def word(self, said_as: str) -> str:
        """Make a word that stands nowhere else."""
        self._made += 1
        plain = "".join(letter for letter in said_as if letter.isalnum())
        return f"zq{plain}x{self._made}vb"

    def say(
        self,
        who: str,
        act: Mapping[str, Any],
        *,
        plant: Mapping[str, tuple[frozenset[str], frozenset[str]]],
        long: str = "",
    ) -> int:
        """Do an act with a planted word in some of its fields; return its index."""
        fresh = []
        fields = dict(act)
        for part, (must, may) in plant.items():
            said_as = (
                f"{act['kind'].partition('/')[0].partition('.')[2]} {part} {act.get('id', '')}"
            )
            word = self.word(f"{part}{act['kind'][8:12]}")
            said = f"We said {word} there{SAID_WITH.get(part, '.')}{LONG if part == long else ''}"
            fields[part] = [said] if isinstance(act.get(part), list) else said
            fresh.append((word, must, may, said_as, part))
        receipt = self.counter(who).done(fields)
        self.words += [
            Planted(word, must, may, said_as, receipt["index"], part)
            for word, must, may, said_as, part in fresh
        ]
        return int(receipt["index"])


def newcomer(planter: Planter, who: str) -> None:
    """Admit a party with one person; the person's name is told to the programme alone."""
    harbour = {"on_behalf_of": "harbour"}
    planter.say(
        "secretariat",
        {**harbour, "kind": "parties.register-person/1", "id": f"per-{who}"},
        plant={"name": (SIGNED_IN, SIGNED_IN), "office": (SIGNED_IN, SIGNED_IN)},
    )
    secretariat = planter.counter("secretariat")
    secretariat.done(
        {
            **harbour,
            "kind": "parties.admit-party/1",
            "id": f"party-{who}",
            "name": f"The {who} party",
            "form": "state",
            "standing": "party",
            "exercise": "cables",
        }
    )
    secretariat.done(
        {
            **harbour,
            "kind": "parties.give-mandate/1",
            "id": f"mandate-{who}",
            "person": f"per-{who}",
            "for_party": f"party-{who}",
            "powers": ["speak", "endorse", "nominate"],
            "start": "2020",
        }
    )


def seen_in(audience: str, *, own: str) -> tuple[frozenset[str], frozenset[str]]:
    """Who must and who may see a part with this audience, in the conference, of a party's act."""
    must = {
        "public": PUBLIC,
        "programme": SIGNED_IN,
        "body": NOW,
        "body-then": THEN,
        "chair": frozenset({"chair"}),
        "secretariat": frozenset({"secretariat"}),
        "named": frozenset({"tarn"}),
        "own": frozenset(PEOPLE_OF[own]),
    }[audience]
    # Who said it may be shown it back; who speaks for the host may count as the secretariat.
    may = must | PEOPLE_OF[own] | ({"chair"} if audience == "secretariat" else set())
    return must, frozenset(may)


def plant(house: House) -> Planter:
    """Say everything, then change who sits in the room."""
    planter = Planter(house)
    for who in NEWCOMERS:
        newcomer(planter, who)
    _positions(planter)
    _meetings(planter)
    _invitations(planter)
    _silence(planter)
    _round(planter)
    _contacts(planter)
    _requests(planter)
    _reports(planter)
    _risk(planter)
    _struck(planter)
    secretariat = planter.counter("secretariat")
    secretariat.done(
        {
            "kind": "parties.end-seat/1",
            "on_behalf_of": "harbour",
            "seat": "conference-lantern",
        }
    )
    secretariat.done(
        {
            "kind": "parties.seat-member/1",
            "on_behalf_of": "harbour",
            "id": "conference-late",
            "body": "cables-conference",
            "role": "member",
            "for_party": "party-late",
            "start": datetime.now(UTC).strftime("%Y-%m-%dT%H:%M:%SZ"),  # noqa: TID251
        }
    )
    return planter


def _positions(planter: Planter) -> None:
    """One position for each audience, in the closed room and in the open one."""
    audiences = (
        "public",
        "programme",
        "body",
        "body-then",
        "named",
        "chair",
        "secretariat",
        "own",
    )
    for place, audience in enumerate(audiences, start=1):
        named = {"named": ["tarn"]} if audience == "named" else {}
        planter.say(
            "arvenia",
            {
                "kind": "reframe.take-position/1",
                "on_behalf_of": "arvenia",
                "on": f"paragraph/understanding-3-p{place}",
                "stance": "concern",
                "audience": {"reason": audience, **named},
            },
            plant={
                "reason": seen_in(audience, own="arvenia"),
                "for_capital": seen_in("own", own="arvenia"),
            },
        )
    for audience in ("own", "body", "chair"):
        planter.say(
            "arvenia",
            {
                "kind": "reframe.take-position/1",
                "on_behalf_of": "arvenia",
                "on": "paragraph/understanding-3-p9",
                "stance": "oppose",
                "audience": {"reason": audience},
            },
            plant={"reason": seen_in(audience, own="arvenia")},
            long="reason",
        )


def _meetings(planter: Planter) -> None:
    chair = frozenset({"chair"})
    told = PUBLIC, PUBLIC
    planter.say(
        "secretariat",
        {
            "kind": "convene.convene-meeting/1",
            "on_behalf_of": "harbour",
            "id": "planted-meeting",
            "name": "A closed evening",
            "form": "dialogue",
            "start": "2026-02-03",
            "body": "cables-conference",
            "attribution": "chatham-house",
            "parties": ["tarn", "party-outside"],
            "partners": [],
            "sectors": [],
            "groups": [],
        },
        plant={
            "place": told,
            **dict.fromkeys(
                ("participants", "countries", "partners", "sectors", "groups"),
                (chair, chair | PEOPLE_OF["harbour"]),
            ),
        },
    )
    planter.say(
        "secretariat",
        {
            "kind": "convene.record-outcome/1",
            "on_behalf_of": "harbour",
            "id": "planted-outcome",
            "meeting": "planted-meeting",
            "speakers": ["tarn"],
        },
        plant={"words": told},
    )


def _invitations(planter: Planter) -> None:
    """Who is asked, who comes, how one gets in; then who was there, what was said, and what was asked of whom."""
    harbour = {"on_behalf_of": "harbour"}
    ahead = {**harbour, "meeting": "planted-round"}
    held = {**harbour, "meeting": "planted-meeting"}
    round_of = {"form": "session", "start": "2090-02-03", "attribution": "chatham-house"}
    card = {"invited": "tarn", "answer_by": "2090-01-03T12:00:00+00:00[Atlantic/Reykjavik]"}
    room, secretariat = seen_in("body", own="harbour"), seen_in("secretariat", own="tarn")
    chair = frozenset({"chair"}), frozenset({"chair"}) | PEOPLE_OF["harbour"]
    planter.say(
        "secretariat",
        {
            **harbour,
            **round_of,
            "kind": "convene.convene-meeting/1",
            "id": "planted-round",
            "name": "A planted round",
            "body": "cables-conference",
        },
        plant={"place": (PUBLIC, PUBLIC)},
    )
    acts: tuple[tuple[str, str, Mapping[str, Any], Mapping[str, Any]], ...] = (
        ("secretariat", "invite", {**ahead, **card, "id": "planted-card"}, {"words": room}),
        (
            "tarn",
            "answer-invitation",
            {
                "on_behalf_of": "tarn",
                "invitation": "planted-card",
                "answer": "comes",
                "delegates": [],
            },
            dict.fromkeys(("delegates", "requires", "words"), secretariat),
        ),
        (
            "secretariat",
            "arrange-meeting",
            {**ahead, "for_parties": ["tarn"]},
            {"access": seen_in("named", own="harbour")},
        ),
        (
            "secretariat",
            "record-attendance",
            {**held, "present": 3, "names": []},
            {"names": chair},
        ),
        ("secretariat", "enter-minutes", held, {"words": room}),
        (
            "secretariat",
            "assign-action",
            {**held, "charged": "tarn", "by_when": "2090", "id": "planted-action"},
            {"does": room},
        ),
    )
    for who, verb, act, words in acts:
        planter.say(who, {"kind": f"convene.{verb}/1", **act}, plant=words)


def _silence(planter: Planter) -> None:
    planter.say(
        "chair",
        {
            "kind": "reframe.table-text/1",
            "on_behalf_of": "harbour",
            "id": "planted-text",
            "body": "cables-conference",
            "ids": ["planted-text-p1"],
            "numbers": ["1"],
            "words": ["One paragraph is enough."],
        },
        plant={"title": (NOW, NOW | PEOPLE_OF["harbour"])},
    )
    planter.say(
        "chair",
        {
            "kind": "reframe.open-silence/1",
            "on_behalf_of": "harbour",
            "id": "planted-silence",
            "text": "planted-text",
            "deadline": "2036-01-03T12:00:00+00:00[Atlantic/Reykjavik]",
        },
        plant={},
    )
    chair = frozenset({"chair"})
    planter.say(
        "tarn",
        {
            "kind": "reframe.break-silence/1",
            "on_behalf_of": "tarn",
            "silence": "planted-silence",
        },
        plant={"words": (chair, chair | PEOPLE_OF["tarn"])},
    )


def _round(planter: Planter) -> None:
    """An objection to the chair alone, in a round that the whole room knows of."""
    planter.say(
        "chair",
        {
            "kind": "reframe.open-round/1",
            "on_behalf_of": "harbour",
            "id": "planted-round",
            "text": "understanding-2",
            "deadline": "2036-01-03T12:00:00+00:00[Atlantic/Reykjavik]",
        },
        plant={"asks": (NOW, NOW | PEOPLE_OF["harbour"])},
    )
    alone = seen_in("chair", own="arvenia")
    planter.say(
        "arvenia",
        {
            "kind": "reframe.answer-round/1",
            "on_behalf_of": "arvenia",
            "round": "planted-round",
            "reply": "object",
            "to_chair": True,
        },
        plant={"reason": alone, "cure": alone},
    )


def _contacts(planter: Planter) -> None:
    directory = DIRECTORY | NEWCOMERS | PEOPLE_OF["meridonia"]
    planter.say(
        "contact-officer",
        {
            "kind": "operate.nominate-contact/1",
            "on_behalf_of": "meridonia",
            "id": "planted-contact",
            "level": "technical",
        },
        plant={
            "office": (SIGNED_IN, SIGNED_IN),
            "name": (directory, directory),
            "telephone": (directory, directory),
            "mail": (directory, directory),
            "hours": (SIGNED_IN, SIGNED_IN),
        },
    )
    planter.say(
        "volunteer",
        {
            "kind": "mobilize.log-advocacy/1",
            "on_behalf_of": "open-lines",
            "id": "planted-advocacy",
            "carries": "paragraph/understanding-1-p7",
            "outcome": "interested",
        },
        plant={
            "target": (SIGNED_IN, SIGNED_IN),
            "words": seen_in("secretariat", own="open-lines"),
        },
    )


def _reports(planter: Planter) -> None:
    """A draft that stays with its party, and a report that was submitted and kept."""
    tarn = {"on_behalf_of": "tarn"}
    planter.counter("tarn").done(
        {
            **tarn,
            "kind": "mobilize.make-commitment/1",
            "id": "planted-promise",
            "on": "paragraph/understanding-1-p7",
            "does": "Answer at night.",
        }
    )
    said = {"commitment": "planted-promise", "cycle": "2026", "grade": "partly"}
    draft = {**tarn, **said, "kind": "mobilize.draft-progress/1", "clearance": "nobody-else"}
    own = frozenset(PEOPLE_OF["tarn"])
    alone = dict.fromkeys(("words", "obstacles", "gaps"), (own, own))
    planter.say("tarn", {**draft, "id": "planted-draft"}, plant=alone, long="gaps")
    both = seen_in("secretariat", own="tarn")
    planter.say("tarn", {**draft, "id": "planted-filed"}, plant={"words": (both[0] | own, both[1])})
    planter.counter("tarn").done(
        {
            **tarn,
            **said,
            "kind": "mobilize.submit-progress/1",
            "id": "planted-kept",
            "draft": "planted-filed",
            "words": f"We said {planter.words[-1].word} there.",
            "wish": "to-be-kept",
        }
    )
    kept = {"on_behalf_of": "harbour", "submitted": "planted-kept"}
    planter.say(
        "secretariat",
        {**kept, "kind": "mobilize.keep-progress/1"},
        plant={"why": seen_in("named", own="harbour")},
    )


def _risk(planter: Planter) -> None:
    """A risk that a volunteer tells two people: not their own network, not the secretariat, not the chair."""
    told = [planter.house.roles[who]["person"] for who in ("tarn", "observer")]
    who = frozenset({"tarn", "observer"})
    # Who flags it must find it, too.
    readers = (who | {"volunteer"}, who | {"volunteer"})
    planter.say(
        "volunteer",
        {
            "kind": "mobilize.flag-risk/1",
            "on_behalf_of": "open-lines",
            "id": "planted-risk",
            "about": "target/tarn-islands",
            "told": told,
        },
        plant={"words": readers, "asks": readers},
        long="words",
    )
    volunteer, tarn, observer = (
        planter.house.roles[who]["person"] for who in ("volunteer", "tarn", "observer")
    )
    planter.say(
        "tarn",
        {
            "kind": "mobilize.answer-risk/1",
            "on_behalf_of": "tarn",
            "id": "planted-risk-answer",
            "risk": "planted-risk",
            "told": [volunteer, observer],
        },
        plant={"words": readers},
    )
    planter.say(
        "observer",
        {
            "kind": "mobilize.settle-risk/1",
            "on_behalf_of": "lantern",
            "risk": "planted-risk",
            "told": [volunteer, tarn],
        },
        plant={"why": readers},
    )


def _requests(planter: Planter) -> None:
    """Under amber the two parties read it, and nobody else: not the secretariat, and not the other parties."""
    two = frozenset(PEOPLE_OF["arvenia"] | PEOPLE_OF["meridonia"])
    planter.say(
        "arvenia",
        {
            "kind": "operate.request-assistance/1",
            "on_behalf_of": "arvenia",
            "id": "planted-request",
            "of_party": "meridonia",
            "contact": "planted-contact",
            "template": "clarification",
            "urgency": "routine",
            "mark": "amber",
            "acknowledge_by": "2036-01-03T12:00:00+00:00[Atlantic/Reykjavik]",
            "answer_by": "2036-01-04T12:00:00+00:00[Atlantic/Reykjavik]",
        },
        plant={"title": (two, two), "happened": (two, two), "asks": (two, two)},
        long="happened",
    )
    planter.say(
        "contact-officer",
        {
            "kind": "operate.answer-request/1",
            "on_behalf_of": "meridonia",
            "request": "planted-request",
            "help": "help-referred",
        },
        plant={"words": (two, two)},
    )


def _struck(planter: Planter) -> None:
    index = planter.say(
        "arvenia",
        {
            "kind": "reframe.take-position/1",
            "on_behalf_of": "arvenia",
            "on": "paragraph/understanding-3-p10",
            "stance": "oppose",
        },
        plant={
            "reason": seen_in("body", own="arvenia"),
            "for_capital": seen_in("own", own="arvenia"),
        },
    )
    planter.say(
        "arvenia",
        {"kind": "programme.strike/1", "on_behalf_of": "arvenia", "act": index},
        plant={"why": seen_in("body", own="arvenia")},
    )
