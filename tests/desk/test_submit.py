"""The one way in: what stands, what is refused, what is a conflict, what cannot be read."""

from dataclasses import replace
from typing import Any

import pytest

from comity.core.errors import Broken, Malformed
from comity.core.party import Party
from comity.core.text import Paragraph, Position, Silence, SilenceStatus
from comity.desk.cells import Sealed, Value
from comity.desk.host_key import host_key
from comity.desk.outcome import Conflict, Receipt, Refused
from comity.desk.viewer import PUBLIC
from comity.record import Verifier, verify_receipt
from tests.desk.house import CHAIR, HOST, ORIGIN, PEOPLE, House, silence

NORTH = PEOPLE["north"]
PARTY = {"id": "newcomer", "name": "Newcomer", "form": "state", "standing": "party"}


def verified(house: House, receipt: Receipt) -> tuple[int, str]:
    log = Verifier(ORIGIN, house.desk.folder.log_key.public)
    host = Verifier(f"{ORIGIN}/host", host_key(house.store, house.desk.folder).public)
    proven = verify_receipt(receipt.as_json(), log=log, host=host)
    return proven.index, proven.at


def test_a_receipt_alone_proves_what_was_said_and_when(house: House) -> None:
    receipt = house.do("parties.admit-party", **PARTY)
    assert verified(house, receipt) == (
        receipt.index,
        house.now.strftime("%Y-%m-%dT%H:%M:%S.000000Z"),
    )


def test_the_same_nonce_and_content_gives_the_first_receipt_again(house: House) -> None:
    first = house.do("parties.admit-party", **PARTY, nonce="once")
    house.do("parties.admit-party", **{**PARTY, "id": "another"})
    again = house.do("parties.admit-party", **PARTY, nonce="once")
    assert again == replace(first, is_repeated=True)


def test_an_id_the_desk_gives_is_the_same_when_the_form_is_sent_twice(house: House) -> None:
    seat = {
        "body": "room",
        "role": "observer",
        "for_party": "host",
        "start": "2026-03-01",
        "nonce": "once",
    }
    assert (
        house.do("parties.seat-member", **seat).index
        == house.do("parties.seat-member", **seat).index
    )


def test_the_same_nonce_with_other_content_is_a_conflict(house: House) -> None:
    house.do("parties.admit-party", **PARTY, nonce="once")
    assert house.ask("parties.admit-party", **{**PARTY, "name": "Other"}, nonce="once") == Conflict(
        "once"
    )


def test_the_same_nonce_of_another_person_is_another_act(house: House) -> None:
    house.do(
        "reframe.take-position",
        by=NORTH,
        party="north",
        on="paragraph/p1",
        stance="support",
        nonce="1",
    )
    other = PEOPLE["south"]
    house.do(
        "reframe.take-position",
        by=other,
        party="south",
        on="paragraph/p1",
        stance="support",
        nonce="1",
    )


def test_every_reason_is_told_at_once(house: House) -> None:
    refused = house.refused(
        "parties.admit-party", by=NORTH, party="north", **{**PARTY, "id": "south"}
    )
    assert refused == ("mandate-lacks-power", "id-taken")


def test_a_refused_act_leaves_no_trace(house: House) -> None:
    before = house.desk.read(PUBLIC, lambda look: look.size)
    house.refused("parties.admit-party", by=NORTH, party="north", **PARTY)
    assert house.desk.read(PUBLIC, lambda look: (look.size, look.find(Party, "newcomer"))) == (
        before,
        None,
    )


@pytest.mark.parametrize(
    ("by", "party", "codes"),
    [
        ("stranger", "north", ("no-mandate", "no-voice-here", "no-such-paragraph")),
        (NORTH, "south", ("no-mandate",)),
        (NORTH, "nowhere", ("party-unknown", "no-such-party")),
        (PEOPLE["watchers"], "watchers", ("no-voice-here",)),
    ],
)
def test_only_who_has_a_voice_takes_a_position(
    house: House, by: str, party: str, codes: tuple[str, ...]
) -> None:
    assert (
        house.refused(
            "reframe.take-position", by=by, party=party, on="paragraph/p1", stance="support"
        )
        == codes
    )


def test_a_thing_that_is_sealed_from_a_person_is_not_there_for_them(house: House) -> None:
    house.do("parties.register-person", id="outsider", name="Somebody")
    house.do("parties.admit-party", **PARTY)
    house.do(
        "parties.give-mandate",
        person="outsider",
        for_party="newcomer",
        powers=["speak"],
        start="2026-03-01",
    )
    asked: dict[str, Any] = {"by": "outsider", "party": "newcomer", "stance": "support"}
    sealed = house.refused("reframe.take-position", on="paragraph/p1", **asked)
    unknown = house.refused("reframe.take-position", on="paragraph/nothing", **asked)
    assert sealed == unknown == ("no-voice-here", "no-such-paragraph")


def test_a_mandate_that_was_ended_gives_nothing(house: House) -> None:
    mandate = house.do(
        "parties.give-mandate",
        person=NORTH,
        for_party="south",
        powers=["speak"],
        start="2026-03-01",
        id="lent",
    )
    assert mandate.index > 0
    house.do("parties.end-mandate", mandate="lent")
    refused = house.refused(
        "reframe.take-position", by=NORTH, party="south", on="paragraph/p1", stance="oppose"
    )
    assert refused == ("mandate-ended",)


def test_a_mandate_that_is_still_to_come_gives_nothing(house: House) -> None:
    house.do(
        "parties.give-mandate", person=NORTH, for_party="south", powers=["speak"], start="2027"
    )
    refused = house.refused(
        "reframe.take-position", by=NORTH, party="south", on="paragraph/p1", stance="oppose"
    )
    assert refused == ("mandate-not-yet",)


def test_only_the_chair_opens_a_silence(house: House) -> None:
    assert house.refused("reframe.open-silence", by=NORTH, party="north", **silence(house)) == (
        "not-the-chair",
    )
    house.do("reframe.open-silence", by=CHAIR, **silence(house))


def test_only_the_desk_closes_a_silence(house: House) -> None:
    house.do("reframe.open-silence", by=CHAIR, **silence(house))
    figures: dict[str, Any] = {
        "silence": "quiet",
        "interrupted_minutes": 0,
        "unproven": 0,
        "notices": 3,
    }
    assert "only-the-desk" in house.refused("reframe.close-silence", by=CHAIR, **figures)


def test_nobody_can_call_themselves_the_clerk(house: House) -> None:
    with pytest.raises(Broken):
        house.desk.submit(
            {"kind": "parties.admit-party/1", "on_behalf_of": "host", **PARTY}, person="clerk"
        )


def test_what_is_recorded_needs_the_power_to_record(house: House) -> None:
    recorded: dict[str, Any] = {
        "source": "A newspaper",
        "concerns": "north",
        "of": "norm/x",
        "extent": "whole",
    }
    assert "mandate-lacks-power" in house.refused(
        "mobilize.endorse", by=NORTH, party="north", **recorded
    )


def test_what_is_recorded_is_never_the_partys_own_act(house: House) -> None:
    house.do(
        "parties.seat-member", body="room", role="secretariat", for_party="host", start="2026-03-01"
    )
    recorded = {"source": "A newspaper", "concerns": "north"}
    house.do("reframe.take-position", on="paragraph/p1", stance="concern", **recorded)
    seen = house.desk.read(
        house.desk.viewer(NORTH), lambda look: look.find(Position, "paragraph.p1.recorded.north")
    )
    assert seen is not None
    assert (seen.is_recorded, seen["party"].value, str(seen.source)) == (
        True,
        "north",
        "A newspaper",
    )


def test_words_are_kept_as_typed_even_where_a_part_may_not_hold_them(house: House) -> None:
    odd = "Cafe\u0301 " + "x" * 20_000
    house.do(
        "reframe.take-position",
        by=NORTH,
        party="north",
        on="paragraph/p1",
        stance="concern",
        reason=odd,
    )
    seen = house.desk.read(
        house.desk.viewer(NORTH), lambda look: look.find(Position, "paragraph.p1.north")
    )
    assert seen is not None
    assert seen["reason"].value == odd


def test_listed_words_are_carried_beside_the_log_and_read_again(house: House) -> None:
    told = house.desk.read(
        house.desk.viewer(NORTH), lambda look: look.minutes(kind="reframe.table-text")[0]
    )
    assert told["words"].value == ("States protect cables.", "Operators report faults.")
    seen = house.desk.read(house.desk.viewer(NORTH), lambda look: look.find(Paragraph, "p2"))
    assert seen is not None
    assert seen["words"].value == "Operators report faults."


PARTS = "kind, by, on_behalf_of, effective, source, concerns, id, name, form, standing"


def test_an_audience_that_is_none_is_told_which_there_are(house: House) -> None:
    with pytest.raises(Malformed) as caught:
        house.ask("parties.admit-party", **PARTY, audience={"name": "friends"})
    assert (caught.value.what, caught.value.expected, caught.value.found) == (
        "audience.name",
        "one of public, programme, body, body-then, named, chair, directory, secretariat, own, persons",
        "friends",
    )


@pytest.mark.parametrize("part", ["nothing", "audience", "received", "signature", "a\x07b"])
def test_a_part_that_the_kind_does_not_have_is_told_which_it_has(house: House, part: str) -> None:
    with pytest.raises(Malformed) as caught:
        house.ask("parties.admit-party", **PARTY, audience={part: "public"})
    assert caught.value.what == "audience"
    assert caught.value.expected.startswith(f"only parts of {PARTS}")
    assert caught.value.found == (part if part.isprintable() else ascii(part))


def test_readers_of_what_an_act_does_not_say_are_refused_with_what_it_says(house: House) -> None:
    refused = house.ask("parties.admit-party", **PARTY, audience={"zone": "public"})
    assert isinstance(refused, Refused)
    assert [(each.code, each.field, dict(each.facts)) for each in refused.refusals] == [
        (
            "audience-of-nothing",
            "zone",
            {"part": "zone", "parts": "kind, by, on_behalf_of, id, name, form, standing"},
        )
    ]


def test_readers_that_are_not_allowed_are_told_with_those_that_are(house: House) -> None:
    refused = house.ask("parties.admit-party", **PARTY, audience={"name": "chair"})
    assert isinstance(refused, Refused)
    assert [(each.code, each.field, dict(each.facts)) for each in refused.refusals] == [
        (
            "audience-not-allowed",
            "name",
            {
                "audience": "chair",
                "allowed": "public, programme, named, directory, secretariat, own",
            },
        )
    ]


NULLED = ("name", "zone", "effective", "source", "concerns", "audience", "nonce", "on_behalf_of")


@pytest.mark.parametrize("name", NULLED)
def test_null_is_not_the_same_as_nothing(house: House, name: str) -> None:
    given: dict[str, Any] = {"kind": "parties.admit-party/1", "on_behalf_of": "host", **PARTY}
    with pytest.raises(Malformed) as caught:
        house.desk.submit({**given, name: None}, person=HOST)
    assert (caught.value.what, caught.value.found) == (name, "null")
    assert caught.value.expected


def test_what_must_be_public_is(house: House) -> None:
    digest: dict[str, Any] = {"digests": ["x" * 43], "why": "A court order"}
    refused = house.ask("programme.erase", **digest, audience={"why": "secretariat"})
    assert isinstance(refused, Refused)
    assert ("audience-not-allowed", "why") in [(each.code, each.field) for each in refused.refusals]


@pytest.mark.parametrize(
    "envelope",
    [
        {},
        {"kind": 7},
        {"kind": "parties.admit-party/1"},
        {"kind": "parties.admit-party/1", "on_behalf_of": "host", "name": 3},
        {"kind": "parties.admit-party/1", "on_behalf_of": "host", "unknown": "x", **PARTY},
        {"kind": "parties.admit-party/1", "on_behalf_of": "host", "nonce": "two words", **PARTY},
        {"kind": "parties.admit-party/1", "on_behalf_of": "host", "audience": [], **PARTY},
        {"kind": "parties.admit-party/1", "on_behalf_of": "host", **PARTY, "name": "a\u202eb"},
        {"statement": "x", "parts": []},
        {"statement": "x", "parts": [], "more": 1},
    ],
)
def test_what_cannot_be_read_is_malformed_and_nothing_else(
    house: House, envelope: dict[str, object]
) -> None:
    with pytest.raises(Malformed):
        house.desk.submit(envelope, person=HOST)


def test_all_that_cannot_be_read_is_told_at_once_beside_the_fields_and_in_them(
    house: House,
) -> None:
    envelope = {
        "kind": "parties.admit-party/1",
        "on_behalf_of": "Host",
        "effective": "once",
        "nonce": "two words",
        "audience": {"name": "everybody", "nobody": "public"},
        **PARTY,
        "name": 3,
        "surprise": "x",
    }
    with pytest.raises(Malformed) as caught:
        house.desk.submit(envelope, person=HOST)
    assert [each.what for each in caught.value.each] == [
        "on_behalf_of",
        "effective",
        "nonce",
        "audience",
        "audience.name",
        "surprise",
        "name",
    ]
    assert all(each.expected and each.found for each in caught.value.each)


def test_time_never_runs_backwards_in_the_log(house: House) -> None:
    first = house.do("parties.admit-party", **PARTY)
    house.wait(hours=-5)
    second = house.do("parties.admit-party", **{**PARTY, "id": "later"})
    assert verified(house, first)[1] == verified(house, second)[1]


def test_one_objection_breaks_the_silence_and_only_the_chair_knows_whose(house: House) -> None:
    house.do("reframe.open-silence", by=CHAIR, **silence(house))
    house.do("reframe.break-silence", by=NORTH, party="north", silence="quiet", words="We cannot.")

    def seen(person: str) -> tuple[object, object]:
        found = house.desk.read(house.desk.viewer(person), lambda look: look.find(Silence, "quiet"))
        assert found is not None
        return found["status"].value, found["broken_by"]

    assert seen(NORTH) == (SilenceStatus.BROKEN, Value("north"))
    assert seen(CHAIR) == (SilenceStatus.BROKEN, Value("north"))
    assert seen(PEOPLE["south"]) == (SilenceStatus.BROKEN, Sealed("party"))
    assert house.desk.read(PUBLIC, lambda look: look.find(Silence, "quiet")) is None
