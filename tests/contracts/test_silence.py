"""A silence procedure from outside: who may break it, who learns what, and who declares."""

import re
import shutil
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest

from comity.acts import register
from comity.core.act import kinds
from comity.core.rights import Clerk
from tests.contracts.command import comity
from tests.contracts.counter import Answer, Counter, House
from tests.ground import run
from tests.ground.run import Shared
from tests.journeys import house

CONFERENCE, GROUP = "cables-conference", "contacts-group"
ROUND = 20.0
"""How long the clerk may take to notice that a time has come, on a busy machine."""
MEETS = {
    "arvenia": "t8rb3n",
    "tarn": "j7e4wq",
    "aldmoor": "v6p8ka",
    "lantern": "z5k2tb",
    "harbour": "h4kd9w",
}


def in_seconds(seconds: float) -> str:
    """Write a deadline so many seconds from now, to the full second above, in the room's own time."""
    moment = datetime.now(UTC) + timedelta(seconds=seconds + 0.999)  # noqa: TID251
    return moment.strftime("%Y-%m-%dT%H:%M:%S+00:00[Atlantic/Reykjavik]")


def instant(deadline: str) -> datetime:
    return datetime.fromisoformat(deadline.partition("[")[0])


def wait_until(moment: datetime) -> None:
    time.sleep(max(0.0, (moment - datetime.now(UTC)).total_seconds()))  # noqa: TID251


class Room:
    """One house's conference, and texts to put under silence in it."""

    def __init__(self, own: House) -> None:
        self.own = own
        self.chair = own.as_role("chair")
        self.secretariat = own.as_role("secretariat")
        self._texts = 0

    def text(self, *, body: str = CONFERENCE) -> str:
        """Put a small text on the table."""
        self._texts += 1
        ident = f"quiet-{self._texts:02d}"
        self.chair.done(
            {
                "kind": "reframe.table-text/1",
                "on_behalf_of": "harbour",
                "id": ident,
                "title": "A short text",
                "body": body,
                "ids": [f"{ident}-p1"],
                "numbers": ["1"],
                "words": ["The lamp is lit at dusk."],
            }
        )
        return ident

    def open(self, text: str, *, deadline: str, **more: Any) -> Answer:
        """Ask the chair's program to open a silence of the text's own name."""
        return self.chair.send(
            {
                "kind": "reframe.open-silence/1",
                "on_behalf_of": "harbour",
                "id": text,
                "text": text,
                "deadline": deadline,
                "short_notice": "The lamps are due tonight.",
                **more,
            }
        )

    def silence(self, *, deadline: str, body: str = CONFERENCE) -> str:
        """Put a new text under silence."""
        ident = self.text(body=body)
        answer = self.open(ident, deadline=deadline)
        assert answer.status == 201, answer.body[:800]
        return ident

    def object(self, silence: str, *, party: str, person: str = "", **more: Any) -> Answer:
        """Break a silence as a party's person."""
        return self.own.as_person(person or MEETS[party]).send(
            {
                "kind": "reframe.break-silence/1",
                "on_behalf_of": party,
                "silence": silence,
                **more,
            }
        )

    def declare(self, text: str, *, by: Counter | None = None, **more: Any) -> Answer:
        """Declare a text adopted, as the chair unless somebody else is named."""
        return (by or self.chair).send(
            {
                "kind": "reframe.declare-adoption/1",
                "on_behalf_of": "harbour",
                "id": f"adopted-{text}",
                "text": text,
                "level": "no-objection-received",
                "reason": "Nobody objected.",
                **more,
            }
        )

    def status(self, silence: str) -> str:
        return str(self.chair.twin(f"/silence/{silence}")["silence"]["status"])

    def until(self, silence: str, *, status: str) -> str:
        """Wait for the clerk."""
        ends = time.monotonic() + ROUND
        while time.monotonic() < ends and self.status(silence) != status:
            time.sleep(0.3)
        return self.status(silence)


@pytest.fixture(scope="module")
def room(own: House) -> Room:
    return Room(own)


FAR = "2036-05-01T12:00:00+00:00[Atlantic/Reykjavik]"


def test_an_observer_sees_a_silence_and_never_breaks_it(room: Room) -> None:
    silence = room.silence(deadline=FAR)
    assert room.own.as_role("observer").get(f"/silence/{silence}.json").status == 200
    assert room.object(silence, party="lantern").codes == ["party-not-consulted"]
    assert room.status(silence) == "running"


def test_the_host_and_its_chair_have_no_silence_to_break(room: Room) -> None:
    silence = room.silence(deadline=FAR)
    assert room.object(silence, party="harbour").codes == ["party-not-consulted"]


@pytest.mark.parametrize(
    ("person", "party"),
    [
        ("z5k2tb", "arvenia"),
        ("x7q2mv", "arvenia"),
        ("h4kd9w", "tarn"),
        ("r3xj6t", "meridonia"),
        ("c9w4ep", "arvenia"),
    ],
)
def test_nobody_objects_for_a_party_without_a_mandate_of_it(
    room: Room, person: str, party: str
) -> None:
    silence = room.silence(deadline=FAR)
    answer = room.object(silence, party=party, person=person)
    assert answer.status in (404, 422), answer.body[:300]
    assert room.status(silence) == "running"


def test_any_person_who_speaks_for_a_party_may_object_for_it(room: Room) -> None:
    silence = room.silence(deadline=FAR)
    assert room.object(silence, party="open-lines", person="n4y6rg").status == 201
    assert room.status(silence) == "broken"


def test_who_took_over_objects_and_who_handed_over_does_not(room: Room) -> None:
    silence = room.silence(deadline=FAR)
    assert room.object(silence, party="meridonia", person="r3xj6t").status in (404, 422)
    assert room.object(silence, party="meridonia", person="c9w4ep").status == 201


def test_one_objection_is_enough_and_a_second_is_told_so(room: Room) -> None:
    silence = room.silence(deadline=FAR)
    assert room.object(silence, party="tarn").status == 201
    assert room.object(silence, party="arvenia").codes == ["already-broken"]
    assert room.object(silence, party="tarn").codes == ["already-broken"]


def test_ten_objections_at_once_break_it_once(room: Room) -> None:
    silence = room.silence(deadline=FAR)
    parties = ["tarn", "arvenia", "aldmoor"] * 3
    for party in set(parties):
        room.own.as_person(MEETS[party])
    with ThreadPoolExecutor(9) as pool:
        answers = list(pool.map(lambda party: room.object(silence, party=party), parties))
    assert sorted(answer.status for answer in answers) == [201] + [422] * 8


def test_an_objection_needs_no_reason_and_cannot_be_struck(room: Room) -> None:
    silence = room.silence(deadline=FAR)
    index = room.object(silence, party="tarn").json["index"]
    answer = room.own.as_role("tarn").send(
        {
            "kind": "programme.strike/1",
            "on_behalf_of": "tarn",
            "act": index,
            "why": "We thought again.",
        }
    )
    assert "cannot-be-struck" in answer.codes
    assert room.status(silence) == "broken"


def test_the_chair_sees_whose_objection_it_was_and_why(room: Room) -> None:
    silence = room.silence(deadline=FAR)
    room.object(silence, party="tarn", words="Our lamp has no oil.")
    twin = room.chair.twin(f"/silence/{silence}")
    assert twin["silence"]["broken_by"] == "tarn"
    assert "Our lamp has no oil." in repr(twin)


@pytest.mark.parametrize(
    "who", ["arvenia", "company", "observer", "contact-officer", "secretariat"]
)
def test_others_see_that_there_was_one_and_nothing_tells_whose(room: Room, who: str) -> None:
    """Of two silences broken by two parties, everything that others see is the same."""
    told = []
    for party in ("tarn", "aldmoor"):
        silence = room.silence(deadline=FAR)
        receipt = room.object(silence, party=party, words="No.").json
        counter = room.own.as_role(who)
        seen = [
            counter.get(f"{path}{form}").body.decode()
            for path in (
                f"/silence/{silence}",
                f"/text/{silence}",
                f"/record/{receipt['index']}",
            )
            for form in ("", ".json")
        ]
        told.append([_without_chance(body, silence=silence) for body in seen])
    for one, other in zip(*told, strict=True):
        assert one == other


def _without_chance(body: str, *, silence: str) -> list[str]:
    """Leave out what differs between any two acts: ids, numbers, digests, salts and times."""
    plain = body.replace(silence, "quiet")
    plain = re.sub(r"\S*[A-Za-z0-9+/_=-]{20,}\S*", "", plain)
    plain = re.sub(r"\d+", "0", plain)
    return sorted(plain.split())


def test_too_short_a_notice_needs_a_reason(room: Room) -> None:
    text = room.text()
    soon = in_seconds(71 * 3600)
    assert room.open(text, deadline=soon, short_notice="").codes == ["notice-too-short"]
    assert room.open(text, deadline=in_seconds(72 * 3600 + 60), short_notice="").status == 201


def test_only_the_chair_opens_and_only_ahead(room: Room) -> None:
    text = room.text()
    act = {"kind": "reframe.open-silence/1", "id": text, "text": text, "deadline": FAR}
    arvenia = room.own.as_role("arvenia")
    assert arvenia.send({**act, "on_behalf_of": "arvenia"}).status == 422
    assert room.secretariat.send({**act, "on_behalf_of": "harbour"}).status == 422
    assert "deadline-not-ahead" in room.open(text, deadline=in_seconds(-30)).codes
    assert room.open(text, deadline=FAR).status == 201
    assert room.open(text, deadline=FAR).status == 422


@pytest.mark.parametrize(
    "deadline",
    [
        "2036-05-01T12:00:00Z",
        "2036-05-01T12:00:00+00:00",
        "2036-05-01T12:00:00+05:00[Atlantic/Reykjavik]",
        "2027-03-14T02:30:00-05:00[America/New_York]",
        "2036-05-01T12:00:00+00:00[Atlantic/Nowhere]",
        "2036-05-01T12:00:00+00:00[../../etc/passwd]",
        "2036-02-30T12:00:00+00:00[Atlantic/Reykjavik]",
        "tomorrow",
        "",
    ],
)
def test_a_deadline_that_names_no_single_instant_is_400(room: Room, deadline: str) -> None:
    answer = room.open(room.text(), deadline=deadline)
    assert answer.status == 400, answer.body[:300]


def test_of_a_time_that_the_clocks_repeat_the_offset_says_which(room: Room) -> None:
    for offset, utc in (("-04:00", "05:30"), ("-05:00", "06:30")):
        deadline = f"2036-11-02T01:30:00{offset}[America/New_York]"
        silence = room.silence(deadline=deadline)
        page = room.chair.get(f"/silence/{silence}").body.decode()
        assert room.chair.twin(f"/silence/{silence}")["silence"]["deadline"] == deadline
        assert utc in page or "01:30" in page


def test_the_electorate_is_frozen_when_it_opens(room: Room) -> None:
    harbour = {"on_behalf_of": "harbour"}
    secretariat = room.secretariat
    for act in (
        {"kind": "parties.register-person/1", "id": "per-new", "name": "Ilo Dast"},
        {
            "kind": "parties.admit-party/1",
            "id": "newcomer",
            "name": "New Skerry",
            "form": "state",
            "standing": "party",
            "exercise": "cables",
        },
        {
            "kind": "parties.give-mandate/1",
            "id": "newcomer-1",
            "person": "per-new",
            "for_party": "newcomer",
            "powers": ["speak"],
            "start": "2020",
        },
    ):
        secretariat.done({**harbour, **act})
    silence = room.silence(deadline=FAR)
    for act in (
        {
            "kind": "parties.seat-member/1",
            "id": "seat-new",
            "body": CONFERENCE,
            "role": "member",
            "for_party": "newcomer",
            "start": "2020",
        },
        {"kind": "parties.end-seat/1", "seat": "conference-brightwater"},
    ):
        secretariat.done({**harbour, **act})
    late = room.object(silence, party="newcomer", person="per-new")
    assert late.codes == ["party-not-consulted"]
    asked = room.object(silence, party="brightwater", person="k9f3zu")
    assert asked.status == 201, "who was asked stays asked"
    assert room.status(silence) == "broken"
    later = room.silence(deadline=FAR)
    assert room.object(later, party="brightwater", person="k9f3zu").status in (404, 422)
    assert room.object(later, party="newcomer", person="per-new").status == 201


def test_in_the_second_of_the_deadline_the_silence_has_held(room: Room) -> None:
    deadline = in_seconds(4)
    silence = room.silence(deadline=deadline)
    room.own.as_person(MEETS["tarn"])
    wait_until(instant(deadline))
    answer = room.object(silence, party="tarn", words="A breath too late.")
    most = (datetime.now(UTC) - instant(deadline)).total_seconds()  # noqa: TID251
    assert set(answer.codes) <= {"deadline-passed", "silence-not-running"}
    assert "deadline-passed" in answer.codes
    said = next(each for each in answer.json["refusals"] if each["code"] == "deadline-passed")
    assert 0 <= said["facts"]["seconds"] <= most


def test_before_the_second_of_the_deadline_an_objection_stands(room: Room) -> None:
    room.own.as_person(MEETS["tarn"])
    # A busy machine may take longer to answer than was left: then it says nothing, and is asked again with more.
    for left in (0.8, 3, 9):
        deadline = in_seconds(left + 3)
        silence = room.silence(deadline=deadline)
        wait_until(instant(deadline) - timedelta(seconds=left))
        answer = room.object(silence, party="tarn")
        if datetime.now(UTC) < instant(deadline):  # noqa: TID251
            break
    assert answer.status == 201, answer.body[:500]
    wait_until(instant(deadline) + timedelta(seconds=3.2))
    assert room.status(silence) == "broken"


def test_the_clerk_closes_and_the_chair_declares(room: Room) -> None:
    deadline = in_seconds(3)
    silence = room.silence(deadline=deadline)
    assert "silence-not-held" in room.declare(silence, silence=silence).codes
    assert room.declare(silence).status == 422, "a text under silence is not adopted around it"
    wait_until(instant(deadline))
    assert room.until(silence, status="held") == "held"
    text = room.chair.twin(f"/text/{silence}")["text"]
    assert text["status"] == "silence-held"
    time.sleep(4)
    assert room.chair.twin(f"/text/{silence}")["text"]["status"] == "silence-held"
    assert room.chair.get(f"/adoption/adopted-{silence}.json").status == 404

    for who, party in (("secretariat", "harbour"), ("arvenia", "arvenia"), ("observer", "lantern")):
        counter = room.own.as_role(who)
        refused = room.declare(silence, by=counter, silence=silence, on_behalf_of=party)
        assert refused.status in (404, 422), who
    assert "silence-not-named" in room.declare(silence).codes
    declared = room.declare(silence, silence=silence)
    assert declared.status == 201, declared.body[:500]
    adoption = room.chair.twin(f"/adoption/adopted-{silence}")["adoption"]
    on = instant(deadline).strftime("%Y-%m-%dT%H:%M:%SZ")
    assert (adoption["adopted_on"], adoption["level"]) == (on, "no-objection-received")
    assert room.chair.twin(f"/text/{silence}")["text"]["status"] == "adopted"
    assert room.declare(silence, silence=silence).status == 422
    assert room.object(silence, party="tarn").status == 422


def test_an_extended_silence_is_not_closed_at_its_first_deadline(room: Room) -> None:
    deadline = in_seconds(5)
    silence = room.silence(deadline=deadline)
    act = {
        "kind": "reframe.extend-silence/1",
        "on_behalf_of": "harbour",
        "silence": silence,
        "reason": "A feast day of the islands.",
    }
    assert "not-later" in room.chair.send({**act, "deadline": in_seconds(1)}).codes
    assert room.secretariat.send({**act, "deadline": FAR}).status == 422
    assert room.chair.send({**act, "deadline": FAR}).status == 201
    wait_until(instant(deadline) + timedelta(seconds=5))
    assert room.status(silence) == "running"
    assert room.object(silence, party="aldmoor").status == 201


def test_a_broken_silence_is_neither_extended_nor_closed_nor_adopted(room: Room) -> None:
    silence = room.silence(deadline=FAR)
    room.object(silence, party="tarn")
    extended = room.chair.send(
        {
            "kind": "reframe.extend-silence/1",
            "on_behalf_of": "harbour",
            "silence": silence,
            "reason": "Once more.",
            "deadline": "2037-05-01T12:00:00+00:00[Atlantic/Reykjavik]",
        }
    )
    assert "already-broken" in extended.codes
    assert "silence-not-held" in room.declare(silence, silence=silence).codes
    assert "level-needs-silence" in room.declare(silence).codes


def test_a_text_under_silence_is_neither_revised_nor_proposed_to(room: Room) -> None:
    silence = room.silence(deadline=FAR, body=GROUP)
    proposed = room.own.as_role("arvenia").send(
        {
            "kind": "reframe.propose-words/1",
            "on_behalf_of": "arvenia",
            "id": "too-late-now",
            "text": silence,
            "paragraph": f"{silence}-p1",
            "change": "replace",
            "words": "The lamp is lit an hour before.",
        }
    )
    assert proposed.codes == ["text-under-silence"]


def test_only_the_desk_may_close_and_it_may_do_nothing_else() -> None:
    """Nothing is adopted by software."""
    register.load()

    def is_clerks(right: object) -> bool:
        rights = right if isinstance(right, tuple) else (right,)
        return any(isinstance(each, Clerk) for each in rights)

    clerks = {kind for kind, cls in kinds().items() if is_clerks(cls.right)}
    assert clerks == {
        "operate.close-check-round/1",
        "operate.escalate-request/1",
        "programme.establish-programme/1",
        "reframe.close-ballot/1",
        "reframe.close-round/1",
        "reframe.close-silence/1",
    }


# A demonstration that lay switched off while its silence ran out.


def build_two_hours_old(place: Path) -> Shared:
    moment = datetime.now(UTC) - timedelta(hours=2)  # noqa: TID251
    said = comity(
        "demo",
        "--no-serve",
        "--data",
        place / "demo",
        "--now",
        moment.strftime("%Y-%m-%dT%H:%M:%SZ"),
    )
    assert said.code == 0, said
    return Shared(word=str(place / "demo"))


@pytest.fixture(scope="module")
def slept(roles: dict[str, Any], tmp_path_factory: pytest.TempPathFactory) -> Iterator[Room]:
    built = Path(run.once("two-hours-old", build_two_hours_old))
    place = tmp_path_factory.mktemp("slept")
    with house.serving(built, place=place) as (address, data):
        yield Room(House(site=address, data=data, log=place / "server.log", roles=roles))
    shutil.rmtree(place)


def test_a_desk_that_could_not_receive_asks_for_more_time(slept: Room) -> None:
    """Forty-five minutes without a desk is more than five: an objection may have been lost."""
    assert slept.until("silence-now", status="extension-asked") == "extension-asked"
    text = slept.chair.twin("/text/understanding-3")["text"]
    assert text["status"] not in ("adopted", "silence-held")
    assert "silence-not-held" in slept.declare("understanding-3", silence="silence-now").codes
    late = slept.object("silence-now", party="tarn")
    assert late.status == 422
    extended = slept.chair.send(
        {
            "kind": "reframe.extend-silence/1",
            "on_behalf_of": "harbour",
            "silence": "silence-now",
            "reason": "The desk was closed.",
            "deadline": in_seconds(3600),
        }
    )
    assert extended.status == 201, extended.body[:500]
    assert slept.status("silence-now") == "running"
    assert slept.object("silence-now", party="tarn").status == 201
