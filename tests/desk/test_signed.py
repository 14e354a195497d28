"""Acts whose parts and statement were made elsewhere, and signed with a key of one's own."""

import os
from typing import Any

import pytest

from comity.core.errors import Malformed
from comity.core.text import Position
from comity.desk.draft import draft
from comity.desk.host_key import host_key
from comity.desk.outcome import Conflict, Receipt, Refused
from comity.record import (
    Audience,
    Seen,
    SigningKey,
    Verifier,
    b64,
    build_statement,
    make_part,
    sign_statement,
    verify_receipt,
)
from comity.store import log
from tests.desk.house import HOST, ORIGIN, PEOPLE, House

NORTH = PEOPLE["north"]
KEY = SigningKey(bytes(range(32)))


def envelope(
    house: House, *, nonce: str = "n1", origin: str = ORIGIN, **own: Any
) -> dict[str, Any]:
    values = {
        "kind": "reframe.take-position/1",
        "by": NORTH,
        "on_behalf_of": "north",
        "on": "paragraph/p1",
        "stance": "concern",
        **own,
    }
    audience = Audience(
        {name: "own" if name == "by" else "body" for name in values}, b64.to_url(os.urandom(16))
    )
    parts = [make_part(name, value, salt=os.urandom(16)) for name, value in values.items()]
    parts.append(make_part("audience", audience.value(), salt=os.urandom(16)))
    head = log.head(house.store)
    statement = build_statement(
        parts, origin=origin, seen=Seen(head.size, head.frontier.root()), nonce=nonce
    ).data
    return {
        "statement": b64.to_standard(statement),
        "parts": [part.text for part in parts],
        "signature": sign_statement(statement, key=KEY).value(),
    }


@pytest.fixture
def keyed(house: House) -> House:
    house.do("parties.register-key", id="norths", public_key=b64.to_url(KEY.public), person=NORTH)
    return house


def codes(outcome: object) -> tuple[str, ...]:
    assert isinstance(outcome, Refused), outcome
    return outcome.codes


def test_a_signed_act_stands_with_its_own_signature(keyed: House) -> None:
    receipt = keyed.desk.submit(envelope(keyed), person=NORTH)
    assert isinstance(receipt, Receipt)
    log_key = Verifier(ORIGIN, keyed.desk.folder.log_key.public)
    host = Verifier(f"{ORIGIN}/host", host_key(keyed.store, keyed.desk.folder).public)
    proven = verify_receipt(receipt.as_json(), log=log_key, host=host)
    assert proven.act.signature is not None
    assert proven.act.signature.public == KEY.public
    deed = keyed.desk.read(keyed.desk.viewer(NORTH), lambda look: look.deed(receipt.index))
    assert deed is not None
    assert deed.is_signed
    found = keyed.desk.read(
        keyed.desk.viewer(PEOPLE["south"]), lambda look: look.find(Position, "paragraph.p1.north")
    )
    assert found is not None
    assert found["stance"].value == "concern"


def test_a_signature_is_seen_by_who_may_see_the_person(keyed: House) -> None:
    receipt = keyed.desk.submit(envelope(keyed), person=NORTH)
    assert isinstance(receipt, Receipt)

    def parts(person: str) -> set[str]:
        proof = keyed.desk.read(keyed.desk.viewer(person), lambda look: look.proof(receipt.index))
        assert proof is not None
        return {part.name for part in proof.parts} & {"by", "signature"}

    assert (parts(NORTH), parts(PEOPLE["south"])) == ({"by", "signature"}, set())


def test_an_unknown_key_is_refused(house: House) -> None:
    assert codes(house.desk.submit(envelope(house), person=NORTH)) == ("key-not-registered",)


def test_a_revoked_key_is_refused(keyed: House) -> None:
    keyed.do("parties.revoke-key", key="norths")
    assert codes(keyed.desk.submit(envelope(keyed), person=NORTH)) == ("key-not-registered",)


def test_nobody_hands_in_what_another_signed(keyed: House) -> None:
    assert codes(keyed.desk.submit(envelope(keyed), person=HOST))[0] == "by-another"


def test_a_statement_for_another_log_is_refused(keyed: House) -> None:
    assert codes(keyed.desk.submit(envelope(keyed, origin="example.org/other"), person=NORTH)) == (
        "other-log",
    )


def test_a_history_we_never_signed_is_refused(keyed: House) -> None:
    made = envelope(keyed)
    keyed.store.run("UPDATE checkpoint SET root='AAAA'")
    assert codes(keyed.desk.submit(made, person=NORTH)) == ("checkpoint-unknown",)


def test_the_same_statement_again_gives_the_same_receipt(keyed: House) -> None:
    made = envelope(keyed)
    first, again = (keyed.desk.submit(made, person=NORTH) for _ in range(2))
    assert isinstance(first, Receipt)
    assert isinstance(again, Receipt)
    assert (again.is_repeated, again.as_json()) == (True, first.as_json())


def test_the_same_nonce_under_another_statement_is_a_conflict(keyed: House) -> None:
    keyed.desk.submit(envelope(keyed), person=NORTH)
    assert keyed.desk.submit(envelope(keyed, stance="oppose"), person=NORTH) == Conflict("n1")


def test_words_lodged_before_are_bound_by_the_act_and_by_no_other(keyed: House) -> None:
    lodged = dict(
        keyed.desk.lodge(
            ("long " * 3000).encode(), media_type="text/plain; charset=utf-8", person=NORTH
        )
    )
    receipt = keyed.desk.submit(envelope(keyed, reason=lodged), person=NORTH)
    assert isinstance(receipt, Receipt)
    found = keyed.desk.read(
        keyed.desk.viewer(NORTH), lambda look: look.find(Position, "paragraph.p1.north")
    )
    assert found is not None
    assert found["reason"].value == "long " * 3000
    assert codes(keyed.desk.submit(envelope(keyed, nonce="n2", reason=lodged), person=NORTH)) == (
        "blob-unknown",
    )


def test_nobody_binds_what_another_lodged(keyed: House) -> None:
    lodged = dict(keyed.desk.lodge(b"mine", media_type="text/plain; charset=utf-8", person=HOST))
    assert codes(keyed.desk.submit(envelope(keyed, reason=lodged), person=NORTH)) == (
        "blob-unknown",
    )


def test_nor_is_a_draft_made_of_what_another_lodged_or_nobody(house: House) -> None:
    lodged = house.desk.lodge(b"Ours.", media_type="text/plain", person=PEOPLE["south"])
    asked = {"kind": "reframe.take-position/1", "on_behalf_of": "north", "on": "paragraph/p1"}
    for reason in (lodged, {**lodged, "blob": b64.to_url(bytes(32))}):
        made = draft(house.desk, {**asked, "stance": "concern", "reason": reason}, person=NORTH)
        assert isinstance(made, Refused)
        assert made.codes == ("blob-unknown",)


@pytest.mark.parametrize("source", ["", " ", " notes", 7])
def test_a_source_that_a_replay_would_read_otherwise_is_not_taken(
    keyed: House, source: object
) -> None:
    with pytest.raises(Malformed):
        keyed.desk.submit(envelope(keyed, source=source), person=NORTH)
