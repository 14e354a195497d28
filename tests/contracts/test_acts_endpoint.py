"""POST /acts, answer by answer, as a program that trusts only the description meets it."""

import json
import re
import secrets
from concurrent.futures import ThreadPoolExecutor
from typing import Any

import pytest

from comity.acts import register
from comity.core.act import kinds, own_field_names
from comity.core.audience import ENVELOPE_KEYS
from comity.record import SigningKey, b64, verify_receipt
from tests.contracts.command import comity
from tests.contracts.counter import Answer, Counter, House
from tests.contracts.signed import log_and_host, parts_of_leaf, seen_by, signed_act
from tests.journeys.visitor import Visitor

RECEIPT = {"index", "leaf", "parts", "received", "kind", "checkpoint", "proof"}
REFUSAL = {"code", "rule", "field", "facts", "says"}
KIND = "reframe.take-position/1"


def position(**more: Any) -> dict[str, Any]:
    """A position of Arvenia's on a text that is negotiated in the open."""
    return {
        "kind": KIND,
        "on_behalf_of": "arvenia",
        "on": "paragraph/annex-contacts-p1",
        "stance": "support",
        "reason": "It names offices and not people.",
        **more,
    }


def size(counter: Counter) -> int:
    return int(counter.get("/log/checkpoint").body.split(b"\n")[1])


@pytest.fixture(scope="module")
def arvenia(own: House) -> Counter:
    return own.as_role("arvenia")


@pytest.fixture(scope="module")
def secretariat(own: House) -> Counter:
    return own.as_role("secretariat")


def test_an_act_that_stands_is_answered_with_a_receipt_that_proves_it_offline(
    arvenia: Counter, own: House
) -> None:
    before = size(arvenia)
    answer = arvenia.send(position(reason="Said once, proved for ever."))
    assert (answer.status, answer.media_type) == (201, "application/json")
    receipt = answer.json
    assert receipt.keys() == RECEIPT
    assert (receipt["index"], receipt["kind"]) == (before, KIND)
    log, host = log_and_host(arvenia)
    proven = verify_receipt(receipt, log=log, host=host)
    assert proven.act.fields["reason"] == "Said once, proved for ever."
    assert proven.act.fields["by"] == own.roles["arvenia"]["person"]
    assert proven.act.fields["on_behalf_of"] == "arvenia"
    assert proven.checkpoint.size == size(arvenia) == before + 1
    assert proven.act.signature is None


@pytest.mark.parametrize("key", sorted(RECEIPT))
def test_a_receipt_with_anything_changed_proves_nothing(arvenia: Counter, key: str) -> None:
    receipt = arvenia.done(position(on="paragraph/annex-contacts-p2"))
    other = arvenia.done(position(on="paragraph/annex-contacts-p3"))
    log, host = log_and_host(arvenia)
    verify_receipt(receipt, log=log, host=host)
    if receipt[key] == other[key]:
        other = {**other, key: "programme.strike/1"}
    with pytest.raises(Exception, match=r".") as caught:
        verify_receipt({**receipt, key: other[key]}, log=log, host=host)
    assert type(caught.value).__name__ == "Malformed"


def test_the_same_nonce_and_content_give_the_first_receipt_again(arvenia: Counter) -> None:
    nonce = secrets.token_hex(8)
    first = arvenia.send(position(nonce=nonce))
    before = size(arvenia)
    again = arvenia.send(position(nonce=nonce))
    assert (first.status, again.status) == (201, 200)
    assert again.json == first.json
    turned = dict(reversed(position(nonce=nonce).items()))
    spelt = json.dumps(turned, indent=3).encode()
    assert (arvenia.send(spelt).status, size(arvenia)) == (200, before)


@pytest.mark.parametrize(
    "other",
    [
        {"reason": "Other words."},
        {"stance": "oppose"},
        {"on": "paragraph/annex-contacts-p2"},
        {"cure": "One field more."},
        {"audience": {"reason": "own"}},
    ],
)
def test_the_same_nonce_with_other_content_is_a_conflict(
    arvenia: Counter, other: dict[str, Any]
) -> None:
    nonce = secrets.token_hex(8)
    arvenia.done(position(nonce=nonce))
    before = size(arvenia)
    answer = arvenia.send(position(nonce=nonce, **other))
    assert (answer.status, size(arvenia)) == (409, before)
    assert isinstance(answer.json, dict)


def test_a_nonce_belongs_to_one_person(own: House, arvenia: Counter) -> None:
    nonce = secrets.token_hex(8)
    arvenia.done(position(nonce=nonce))
    tarn = own.as_role("tarn")
    assert tarn.send(position(on_behalf_of="tarn", nonce=nonce)).status == 201
    deputy = own.as_person("d6v9he")
    assert deputy.send(position(nonce=nonce)).status == 201


def test_ten_who_send_the_same_at_once_have_done_it_once(arvenia: Counter) -> None:
    act = position(nonce=secrets.token_hex(8), reason="Ten times, once.")
    before = size(arvenia)
    with ThreadPoolExecutor(10) as pool:
        answers = list(pool.map(lambda _: arvenia.send(act), range(10)))
    assert sorted(answer.status for answer in answers) == [200] * 9 + [201]
    assert len({answer.json["index"] for answer in answers}) == 1
    assert size(arvenia) == before + 1


def test_without_a_nonce_the_same_words_twice_are_two_acts(arvenia: Counter) -> None:
    first, second = arvenia.done(position()), arvenia.done(position())
    assert second["index"] == first["index"] + 1


def test_all_reasons_are_given_at_once_in_words_and_codes(own: House) -> None:
    answer = own.as_role("observer").send(
        {
            "kind": "reframe.break-silence/1",
            "on_behalf_of": "lantern",
            "silence": "silence-0",
        }
    )
    assert (answer.status, answer.media_type) == (422, "application/json")
    assert answer.json.keys() == {"refusals"}
    for each in answer.json["refusals"]:
        assert each.keys() == REFUSAL
        assert re.fullmatch(r"[a-z0-9-]+", each["code"])
        assert each["says"].strip()
        assert each["says"] != each["code"]
        assert isinstance(each["facts"], dict)
    assert {"already-broken", "deadline-passed", "party-not-consulted"} <= set(answer.codes)


def test_a_refused_act_leaves_no_trace_in_the_log(arvenia: Counter) -> None:
    before = size(arvenia)
    assert arvenia.send(position(on="paragraph/nowhere-p1")).status in (404, 422)
    assert size(arvenia) == before


def test_nobody_acts_for_a_party_without_a_mandate_for_it(arvenia: Counter) -> None:
    before = size(arvenia)
    answer = arvenia.send(position(on_behalf_of="meridonia"))
    assert answer.status == 422
    assert size(arvenia) == before


def test_who_is_replaced_no_longer_speaks(own: House) -> None:
    before = own.as_person("r3xj6t")
    answer = before.send(position(on_behalf_of="meridonia", on="paragraph/understanding-3-p7"))
    assert answer.status in (404, 422)


def test_a_person_that_the_record_does_not_know_gets_no_token(own: House) -> None:
    said = comity("token", "new", "--data", own.data, "--person", "nobody-at-all")
    assert (said.code != 0, said.out) == (True, "")


@pytest.mark.parametrize(
    "authorization",
    [
        "Bearer comity_nothing",
        "Bearer ",
        "Bearer",
        "Basic YTpi",
        "Bearer " + "a" * 5000,
        "Bearer comity_\xe9",
        "Bearer a b",
    ],
)
def test_a_token_that_is_not_known_is_401_and_never_the_public(
    public: Counter, authorization: str
) -> None:
    assert public.send(position(), Authorization=authorization).status == 401
    assert public.get("/index.json", Authorization=authorization).status == 401


def test_who_is_not_signed_in_is_401(public: Counter) -> None:
    before = size(public)
    assert public.send(position()).status == 401
    assert size(public) == before


def test_a_token_that_may_only_read_is_403_and_reads(own: House) -> None:
    said = comity("token", "new", "--data", own.data, "--person", "t8rb3n", "--scope", "read")
    assert said.code == 0, said
    reader = Counter(own.site, token=said.out.strip())
    before = size(reader)
    assert reader.send(position()).status == 403
    assert size(reader) == before
    assert reader.get("/desk.json").status == 200


def test_a_session_without_the_pages_token_is_403(own: House) -> None:
    visitor = Visitor(own.site)
    visitor.walk_in("arvenia")
    before = size(Counter(own.site))
    cookies = "; ".join(
        f"{each.name}={each.value}"
        for handler in visitor._opener.handlers
        for each in getattr(handler, "cookiejar", ())
    )
    assert "session" in cookies
    bare = Counter(own.site)
    assert bare.send(position(), Cookie=cookies).status == 403
    elsewhere = bare.send(position(), Cookie=cookies, Origin="http://elsewhere.example")
    assert (elsewhere.status, size(bare)) == (403, before)


BAD_BODIES: dict[str, bytes] = {
    "nothing": b"",
    "half": b'{"kind":',
    "list": b"[]",
    "null": b"null",
    "text": b'"kind"',
    "number": b"7",
    "two values": b"{}{}",
    "empty object": b"{}",
    "deep lists": b"[" * 100_000,
    "deep closed": b"[" * 50_000 + b"]" * 50_000,
    "deep objects": b'{"a":' * 50_000 + b"1" + b"}" * 50_000,
    "deep field": json.dumps(position()).encode()[:-1]
    + b',"cure":'
    + b"[" * 9000
    + b"]" * 9000
    + b"}",
    "key twice": b'{"kind":"reframe.take-position/1",' + json.dumps(position()).encode()[1:],
    "field twice": json.dumps(position()).encode()[:-1] + b',"stance":"oppose"}',
    "huge exponent": json.dumps(position()).encode()[:-1] + b',"cure":1e400}',
    "huge number": json.dumps(position()).encode()[:-1] + b',"cure":' + b"9" * 6000 + b"}",
    "not a number": json.dumps(position()).encode()[:-1] + b',"cure":NaN}',
    "infinity": json.dumps(position()).encode()[:-1] + b',"cure":-Infinity}',
    "lone surrogate": json.dumps(position(cure="\ud800")).encode(),
    "control": json.dumps(position(cure="a\x07b")).encode(),
    "null character": json.dumps(position(cure="a\x00b")).encode(),
    "override": json.dumps(position(cure="a\u202eb")).encode(),
    "latin-1": json.dumps(position(cure="é"), ensure_ascii=False).encode("latin-1"),
    "utf-16": json.dumps(position()).encode("utf-16"),
    "byte order mark": b"\xef\xbb\xbf" + json.dumps(position()).encode(),
    "single quotes": str(position()).encode(),
}


@pytest.mark.parametrize("body", BAD_BODIES.values(), ids=BAD_BODIES.keys())
def test_what_cannot_be_read_is_400_with_what_was_expected(arvenia: Counter, body: bytes) -> None:
    before = size(arvenia)
    answer = arvenia.send(body)
    assert (answer.status, size(arvenia)) == (400, before), answer.body[:300]
    assert answer.media_type == "application/json"
    assert {"expected", "found"} <= answer.json.keys()
    assert len(answer.body) < 2000


BAD_FIELDS: dict[str, dict[str, Any]] = {
    "no such kind": {"kind": "reframe.vote/1"},
    "other version": {"kind": "reframe.take-position/2"},
    "kind as number": {"kind": 1},
    "kind as list": {"kind": [KIND]},
    "kind as null": {"kind": None},
    "party as number": {"on_behalf_of": 3},
    "party as null": {"on_behalf_of": None},
    "party not an id": {"on_behalf_of": "Arvenia!"},
    "unknown field": {"colour": "red"},
    "no such stance": {"stance": "maybe"},
    "stance as list": {"stance": ["support"]},
    "words as number": {"reason": 5},
    "words as object": {"reason": {"a": "b"}},
    "words as null": {"reason": None},
    "source as null": {"source": None},
    "nonce as null": {"nonce": None},
    "audience as null": {"audience": None},
    "words too long": {"reason": "a" * 200_001},
    "not a thing": {"on": "annex-contacts-p1"},
    "thing of another type": {"on": "party/arvenia"},
    "a path": {"on": "paragraph/../roles"},
    "somebody else": {"by": "c9w4ep"},
    "own index": {"index": 7},
    "own instant": {"received": "2026-01-01T00:00:00Z"},
    "own at": {"at": "2026-01-01T00:00:00Z"},
    "nonce as number": {"nonce": 5},
    "nonce too long": {"nonce": "a" * 65},
    "nonce with a space": {"nonce": "a b"},
    "audience as text": {"audience": "public"},
    "audience as list": {"audience": ["public"]},
    "named as text": {"audience": {"reason": "named", "named": "tarn"}},
    "statement beside a kind": {"statement": "e30=", "parts": []},
    "source as number": {"source": 1},
    "effective as a word": {"effective": "yesterday", "source": "minutes"},
}


@pytest.mark.parametrize("change", BAD_FIELDS.values(), ids=BAD_FIELDS.keys())
def test_a_field_of_another_shape_is_400(arvenia: Counter, change: dict[str, Any]) -> None:
    before = size(arvenia)
    answer = arvenia.send(position(**change))
    assert (answer.status, size(arvenia)) == (400, before), answer.body[:300]
    assert {"expected", "found"} <= answer.json.keys()


BAD_AUDIENCES: dict[str, dict[str, str]] = {
    "unknown": {"reason": "friends"},
    "of nothing": {"colour": "own"},
    "of the audience": {"audience": "own"},
    "a party by name": {"reason": "arvenia"},
    "of the host's part": {"received": "own"},
}


@pytest.mark.parametrize("audience", BAD_AUDIENCES.values(), ids=BAD_AUDIENCES.keys())
def test_an_audience_that_is_none_is_told_so(arvenia: Counter, audience: dict[str, str]) -> None:
    before = size(arvenia)
    assert arvenia.send(position(audience=audience)).status in (400, 422)
    assert size(arvenia) == before


def test_every_field_that_cannot_be_read_is_told_at_once_by_the_door_and_by_drafts_alike(
    arvenia: Counter,
) -> None:
    wrong = position(stance="perhaps", on="a paragraph", effective="someday", colour="red")
    answers = [
        arvenia.ask("POST", path, body=json.dumps(wrong).encode(), Content_Type="application/json")
        for path in ("/acts", "/drafts")
    ]
    assert [answer.status for answer in answers] == [400, 400]
    assert answers[0].json == answers[1].json
    told = answers[0].json
    assert [each["what"] for each in told["unread"]] == ["effective", "colour", "on", "stance"]
    assert {name: told[name] for name in ("what", "expected", "found")} == told["unread"][0]
    assert told["is_cut"] is False


@pytest.mark.parametrize("missing", ["on", "stance", "on_behalf_of", "kind"])
def test_a_field_that_is_missing_is_400(arvenia: Counter, missing: str) -> None:
    act = position()
    del act[missing]
    assert arvenia.send(act).status == 400


def test_two_megabytes_are_refused_and_the_desk_goes_on(arvenia: Counter) -> None:
    before = size(arvenia)
    answer = arvenia.send(position(reason="a" * 2_000_000))
    assert answer.status in (400, 413)
    huge = b'{"kind":"' + b"a" * 2_200_000 + b'"}'
    assert arvenia.send(huge).status in (400, 413)
    assert size(arvenia) == before
    assert arvenia.send(position()).status == 201


@pytest.mark.parametrize(
    "media_type", ["text/plain", "application/xml", "multipart/form-data", "", "application/jsonp"]
)
def test_whatever_it_is_called_it_is_read_as_json_or_not_at_all(
    arvenia: Counter, media_type: str
) -> None:
    assert arvenia.send(position(), Content_Type=media_type).status in (201, 400, 415)
    form = b"kind=reframe.take-position%2F1&on_behalf_of=arvenia&stance=support"
    assert arvenia.send(form, Content_Type=media_type).status in (400, 415)


def test_json_may_name_its_charset(arvenia: Counter) -> None:
    assert arvenia.send(position(), Content_Type="application/json; charset=utf-8").status == 201


@pytest.mark.parametrize("method", ["GET", "PUT", "DELETE", "PATCH"])
def test_acts_are_only_posted(arvenia: Counter, method: str) -> None:
    answer = arvenia.ask(method, "/acts", body=json.dumps(position()).encode())
    assert answer.status in (404, 405)


def test_what_was_typed_is_kept_as_typed(arvenia: Counter) -> None:
    words = 'Ärger & <b>"mild"</b>\n\n\tالهاتف 電話 e\u0301 {{ 7*7 }} \' OR 1=1 --'
    receipt = arvenia.done(position(reason=words))
    log, host = log_and_host(arvenia)
    said = verify_receipt(receipt, log=log, host=host).act.fields["reason"]
    if isinstance(said, dict):
        blob = arvenia.get(f"/log/blobs/{said['blob']}")
        assert blob.body[16:].decode() == words
    else:
        assert said == words
    assert json.dumps(words)[1:-1] in json.dumps(arvenia.twin(f"/record/{receipt['index']}"))


@pytest.fixture(scope="module")
def outsider(own: House, secretariat: Counter) -> Counter:
    """A party of the exercise with no seat in any body."""
    for act in (
        {"kind": "parties.register-person/1", "id": "out5id", "name": "Teral Onvik"},
        {
            "kind": "parties.admit-party/1",
            "id": "outside",
            "name": "Outer Skerries",
            "form": "state",
            "standing": "party",
            "exercise": "cables",
        },
        {
            "kind": "parties.give-mandate/1",
            "id": "outside-1",
            "person": "out5id",
            "for_party": "outside",
            "powers": ["speak", "endorse", "nominate"],
            "start": "2020",
        },
    ):
        secretariat.done({"on_behalf_of": "harbour", **act})
    return own.as_person("out5id")


HIDDEN = {
    "text": ("reframe.take-position/1", "on", "text/understanding-3", "text/nowhere-at-all-3"),
    "paragraph": (
        "reframe.take-position/1",
        "on",
        "paragraph/understanding-3-p7",
        "paragraph/nowhere-at-allx-p7",
    ),
    "proposal": (
        "reframe.withdraw-proposal/1",
        "proposal",
        "third-p7-two-hours",
        "third-p7-tww-hours",
    ),
    "silence": ("reframe.break-silence/1", "silence", "silence-now", "silence-noo"),
}


@pytest.mark.parametrize(("kind", "field", "hidden", "unknown"), HIDDEN.values(), ids=HIDDEN.keys())
def test_to_act_on_what_one_may_not_see_is_answered_as_on_what_is_not_there(
    outsider: Counter, kind: str, field: str, hidden: str, unknown: str
) -> None:
    def answer(thing: str) -> Answer:
        more = {"stance": "support"} if field == "on" else {}
        return outsider.send({"kind": kind, "on_behalf_of": "outside", field: thing, **more})

    one, other = answer(hidden), answer(unknown)
    assert one.status in (404, 422)
    assert (one.status, one.body.replace(hidden.encode(), b"?")) == (
        other.status,
        other.body.replace(unknown.encode(), b"?"),
    )


@pytest.mark.parametrize(
    "address",
    [
        "/text/understanding-3",
        "/silence/silence-now",
        "/text/understanding-3.json",
        "/silence/silence-now.json",
        "/sentence/understanding-3-p7.json",
    ],
)
@pytest.mark.parametrize("who", ["public", "outsider"])
def test_what_is_not_yours_to_see_is_404_byte_for_byte_as_what_is_unknown(
    address: str, who: str, request: pytest.FixtureRequest
) -> None:
    counter: Counter = request.getfixturevalue(who)
    unknown = re.sub(r"(understanding-3|silence-now)", lambda m: "z" * len(m[0]), address)
    hidden, nowhere = counter.get(address), counter.get(unknown)
    assert (hidden.status, nowhere.status) == (404, 404)

    def plain(answer: Answer, path: str) -> bytes:
        path = path.removesuffix(".json")
        body = answer.body.replace(path.encode(), b"?")
        return re.sub(rb'(csrfmiddlewaretoken" value=")[^"]+', rb"\1", body)

    assert plain(hidden, address) == plain(nowhere, unknown)
    assert hidden.headers.keys() == nowhere.headers.keys()


def test_an_act_one_may_see_nothing_of_is_404_as_one_that_was_not_done(
    own: House, public: Counter
) -> None:
    meridonia = own.as_role("meridonia")
    receipt = meridonia.done(
        position(
            on_behalf_of="meridonia",
            on="paragraph/understanding-3-p7",
            audience=dict.fromkeys(("kind", "by", "on_behalf_of", "on", "stance", "reason"), "own"),
        )
    )
    index = receipt["index"]
    for path in (f"/record/{index}.json", f"/record/{index}"):
        assert meridonia.get(path).status == 200
    seen = public.get(f"/record/{index}.json")
    if seen.status == 200:
        assert "take-position" not in seen.body.decode()
        assert "meridonia" not in seen.body.decode()
    assert public.get("/record/99999.json").status == 404


@pytest.fixture(scope="module")
def key(secretariat: Counter) -> SigningKey:
    """A key of Arvenia's delegate."""
    made = SigningKey(secrets.token_bytes(32))
    secretariat.done(
        {
            "kind": "parties.register-key/1",
            "on_behalf_of": "harbour",
            "id": "arvenia-key",
            "public_key": b64.to_url(made.public),
            "person": "t8rb3n",
        }
    )
    return made


FIELDS = {
    "kind": KIND,
    "by": "t8rb3n",
    "on_behalf_of": "arvenia",
    "on": "paragraph/annex-contacts-p4",
    "stance": "concern",
    "reason": "Signed at home.",
}
OPEN_TO_ALL = {**dict.fromkeys(FIELDS, "public"), "by": "own"}


def test_an_act_signed_elsewhere_stands_as_it_was_signed(arvenia: Counter, key: SigningKey) -> None:
    origin, seen = seen_by(arvenia)
    act = signed_act(FIELDS, audience=OPEN_TO_ALL, origin=origin, seen=seen, key=key)
    receipt = arvenia.done(act)
    assert receipt.keys() == RECEIPT
    log, host = log_and_host(arvenia)
    proven = verify_receipt(receipt, log=log, host=host)
    assert proven.act.signature is not None
    assert proven.act.signature.kid == key.kid
    assert set(act["parts"]) < set(receipt["parts"])
    again = arvenia.send(act)
    assert (again.status, again.json) == (200, receipt)
    seen_parts = parts_of_leaf(Counter(arvenia.site), receipt["index"])
    assert "signature" not in seen_parts, "a key must not name its owner"
    assert "by" not in seen_parts


def test_an_unsigned_statement_is_attested_by_the_host(arvenia: Counter) -> None:
    origin, seen = seen_by(arvenia)
    answer = arvenia.send(signed_act(FIELDS, audience=OPEN_TO_ALL, origin=origin, seen=seen))
    assert answer.status == 201
    log, host = log_and_host(arvenia)
    assert verify_receipt(answer.json, log=log, host=host).act.signature is None


def test_a_statement_signed_elsewhere_says_no_more_than_the_plain_form(
    arvenia: Counter, key: SigningKey, own: House
) -> None:
    origin, seen = seen_by(arvenia)
    before = size(arvenia)

    def sent(fields: dict[str, Any], counter: Counter = arvenia, **more: Any) -> Answer:
        told = {name: "own" if name == "by" else "public" for name in fields}
        given = {"origin": origin, "seen": seen, "key": key, **more}
        return counter.send(signed_act(fields, audience=told, **given))

    answers = {
        "by somebody else": sent({**FIELDS, "by": "c9w4ep"}),
        "for a party of others": sent({**FIELDS, "on_behalf_of": "meridonia"}),
        "by nobody": sent({name: FIELDS[name] for name in FIELDS if name != "by"}),
        "an unknown kind": sent({**FIELDS, "kind": "reframe.vote/1"}),
        "an unknown field": sent({**FIELDS, "colour": "red"}),
        "of another log": sent(FIELDS, origin="example.org/elsewhere"),
        "with a key nobody registered": sent(FIELDS, key=SigningKey(secrets.token_bytes(32))),
        "with the key of another": sent(
            {**FIELDS, "by": "c9w4ep", "on_behalf_of": "meridonia"}, own.as_role("meridonia")
        ),
        "having seen what is not": sent(FIELDS, seen=seen._replace(root=bytes(32))),
        "having seen the future": sent(FIELDS, seen=seen._replace(size=seen.size + 99)),
    }
    taken = {name for name, answer in answers.items() if answer.status not in (400, 404, 422)}
    assert taken == set()
    assert size(arvenia) == before


@pytest.mark.parametrize(
    "damage",
    [
        {"statement": ""},
        {"statement": 5},
        {"statement": "!!!!"},
        {"statement": None},
        {"parts": []},
        {"parts": "abc"},
        {"parts": [1, 2]},
        {"parts": [""]},
        pytest.param({"parts": ["A" * 30_000]}, id="a long part"),
        pytest.param({"parts": ["WyJh"] * 100_000}, id="a hundred thousand parts"),
        {"signature": "abc"},
        {"signature": {}},
        {"signature": {"public_key": "A" * 43, "sig": "A" * 86}},
        {"signature": {"public_key": 1, "sig": None}},
        {"extra": 1},
        {"nonce": "abc"},
        {"on_behalf_of": "arvenia"},
    ],
    ids=str,
)
def test_a_statement_that_does_not_hold_together_is_400(
    arvenia: Counter, key: SigningKey, damage: dict[str, Any]
) -> None:
    origin, seen = seen_by(arvenia)
    act = signed_act(FIELDS, audience=OPEN_TO_ALL, origin=origin, seen=seen, key=key)
    answer = arvenia.send({**act, **damage})
    assert answer.status == 400, answer.body[:300]


def test_a_part_that_is_left_out_or_added_is_400(arvenia: Counter, key: SigningKey) -> None:
    origin, seen = seen_by(arvenia)
    act = signed_act(FIELDS, audience=OPEN_TO_ALL, origin=origin, seen=seen, key=key)
    other = signed_act(FIELDS, audience=OPEN_TO_ALL, origin=origin, seen=seen, key=key)
    assert arvenia.send({**act, "parts": act["parts"][:-1]}).status == 400
    assert arvenia.send({**act, "parts": [*act["parts"], act["parts"][0]]}).status == 400
    assert arvenia.send({**act, "parts": [*act["parts"], other["parts"][0]]}).status == 400
    assert arvenia.send({**act, "parts": other["parts"]}).status == 400
    assert arvenia.send({**act, "signature": other["signature"]}).status == 400


def test_what_must_be_public_cannot_be_hidden(secretariat: Counter) -> None:
    answer = secretariat.send(
        {
            "kind": "programme.erase/1",
            "on_behalf_of": "harbour",
            "digests": ["A" * 43],
            "why": "Nobody should know.",
            "audience": {"digests": "own", "why": "own"},
        }
    )
    assert answer.status in (400, 404, 422)
    refused = secretariat.send(
        {
            "kind": "parties.found-body/1",
            "on_behalf_of": "harbour",
            "id": "hidden-body",
            "name": "A body",
            "form": "conference",
            "exercise": "cables",
            "audience": {"audience": "own"},
        }
    )
    assert refused.status in (400, 422)


def test_the_clerk_is_no_person(own: House, secretariat: Counter) -> None:
    answer = secretariat.send(
        {
            "kind": "reframe.close-silence/1",
            "on_behalf_of": "harbour",
            "silence": "silence-0",
            "interrupted_minutes": 0,
            "unproven": 0,
            "notices": 0,
        }
    )
    assert answer.status == 422
    assert own.as_role("chair").send({**position(), "by": "clerk"}).status == 400


def test_a_recorded_act_needs_who_may_record(arvenia: Counter, secretariat: Counter) -> None:
    recorded = {"source": "Minutes of the day", "effective": "2026-03", "concerns": "tarn"}
    assert arvenia.send(position(**recorded)).status == 422
    receipt = secretariat.done(position(on_behalf_of="harbour", **recorded))
    twin = json.dumps(secretariat.twin(f"/record/{receipt['index']}"))
    assert "Minutes of the day" in twin


def test_no_kind_names_a_field_like_a_key_of_the_envelope() -> None:
    register.load()
    named = {f"{kind}: {name}" for kind, cls in kinds().items() for name in own_field_names(cls)}
    assert {each for each in named if each.rpartition(" ")[2] in ENVELOPE_KEYS} == set()
