"""No key that its owner could disown."""

from dataclasses import replace

import pytest

from comity.core.party import SigningKey
from comity.record import b64
from tests.acts.lawful import lawful
from tests.acts.scene import OTHER_KEY, PUBLIC_KEY, SIGNING_KEY, scene
from tests.acts.wrong import Wrong, codes, refused, wrong

UNSAFE = {
    "the neutral element": "01" + "00" * 31,
    "of order two": "ec" + "ff" * 30 + "7f",
    "of order four": "00" * 32,
    "of order eight": "26e8958fc2b227b045c3f489f2ef98f0d5dfac05d3c63339b13802886d53fc05",
    "the neutral element with a sign": "01" + "00" * 30 + "80",
    "spelt past the field": "ee" + "ff" * 30 + "7f",
    "no point": "02" + "00" * 31,
}

KIND = "parties.register-key"

WRONG = (
    wrong("of nobody", "key-of-whom", person=None),
    wrong("of two", "key-of-whom", for_party="meridonia"),
    wrong("of a person and the host", "key-of-whom", holder="host"),
    *(
        wrong(f"that is {why}", "key-unsafe", public_key=b64.to_url(bytes.fromhex(key)))
        for why, key in UNSAFE.items()
    ),
    wrong("that is too short", "key-unsafe", public_key="AAAA"),
    wrong("that is no base64url", "key-unsafe", public_key="*" * 43),
    wrong("that is registered", "key-known", public_key=OTHER_KEY),
    wrong(
        "that was revoked",
        "key-revoked",
        world=[replace(SIGNING_KEY, revoked_at=30)],
        public_key=OTHER_KEY,
    ),
    wrong("of no person", "no-such-person", person="nobody"),
)


@pytest.mark.parametrize("case", WRONG, ids=str)
def test_it_is_refused(case: Wrong) -> None:
    assert refused(KIND, case) == case.codes


def test_the_key_counts_from_this_act_on() -> None:
    assert scene().do(lawful(KIND)).things["key/key-max"] == SigningKey(
        id="key-max",
        kid="If4x36FUomFia_hUBG_SJx",
        public_key=PUBLIC_KEY,
        person="max",
        from_index=40,
    )


def test_a_party_may_have_a_key_of_its_own() -> None:
    assert codes(KIND, person=None, for_party="meridonia") == ()


def test_all_that_a_leaf_is_checked_with_is_public_of_the_hosts_own() -> None:
    act = lawful(KIND, person=None, holder="host")
    assert act.public_parts == ("kind", "id", "public_key", "holder")
    assert act.seen_by_default(scene().lent(act)) == {
        "*": "programme",
        "by": "own",
        **dict.fromkeys(act.public_parts, "public"),
    }
    assert lawful(KIND).public_parts == ()
