"""Each small format: what is written reads back, and bad bytes are Malformed and nothing else."""

from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from comity.record import b64, tiles
from comity.record.audience import Audience, read_audience
from comity.record.blob import make_blob, open_blob, read_blob_value
from comity.record.checkpoint import (
    Checkpoint,
    claimed_checkpoint,
    open_checkpoint,
    read_checkpoint_text,
    sign_checkpoint,
)
from comity.record.envelope import open_envelope, read_envelope
from comity.record.errors import Malformed
from comity.record.keys import SigningKey, is_signed, kid_of, read_public_key, safe_public_key
from comity.record.leaf import hour_of, is_attested, read_instant, read_leaf
from comity.record.manifest import Manifest, claimed_manifest, open_manifest, write_manifest
from comity.record.note import Verifier, open_note, read_vkey, sign_note
from comity.record.padding import padding_digests
from comity.record.part import digest_of, make_part, read_part
from comity.record.proof import read_proof, verify_proof, write_proof
from comity.record.signature import sign_statement, verify_statement
from comity.record.statement import Seen, build_statement, read_statement
from comity.record.visible import read_line, write_line
from tests.record.test_profile import VALUES
from tests.record.worlds import HOST, LOG, LOG_VERIFIER, ORIGIN, PARTY, World, position, sixteen

SALT = bytes(range(16))
SEED = b64.to_url(SALT)


def world_of_two() -> World:
    world = World()
    world.establish()
    position(world, key=PARTY)
    return world


ACTED = world_of_two().acts[1]
RECEIPT = ACTED.receipt
NOTE = sign_checkpoint(Checkpoint(ORIGIN, 2, b"\x07" * 32), key=LOG)
STATEMENT = read_leaf(ACTED.leaf).statement

READERS: dict[str, tuple[Callable[[bytes], object], bytes]] = {
    "part": (lambda data: read_part(data.decode("latin-1")), ACTED.parts[0].text.encode()),
    "statement": (read_statement, STATEMENT),
    "leaf": (read_leaf, ACTED.leaf),
    "note": (lambda data: open_note(data, verifier=LOG_VERIFIER), NOTE),
    "checkpoint": (lambda data: open_checkpoint(data, verifier=LOG_VERIFIER), NOTE),
    "claim": (claimed_checkpoint, NOTE),
    "vkey": (lambda data: read_vkey(data.decode("latin-1")), LOG_VERIFIER.vkey.encode()),
    "proof": (lambda data: read_proof(data.decode("utf-8", "replace")), RECEIPT["proof"].encode()),
    "line": (read_line, write_line(["abc", "def"])),
    "entries": (lambda data: tiles.split_entries(data, width=2), tiles.join_entries([b"a", b"b"])),
    "path": (lambda data: tiles.read_path(data.decode("latin-1")), b"tile/0/x001/234.p/5"),
    "manifest": (
        claimed_manifest,
        write_manifest(
            Manifest("public", Checkpoint(ORIGIN, 2, b"\x07" * 32), {"checkpoint": b"\x01" * 32}),
            name=f"{ORIGIN}/host",
            key=HOST,
        ),
    ),
}


@pytest.mark.parametrize("name", READERS)
@given(data=st.data())
def test_bad_bytes_are_malformed_and_nothing_else(name: str, data: st.DataObject) -> None:
    read, good = READERS[name]
    place = data.draw(st.integers(0, len(good)))
    cut = data.draw(st.integers(0, 4))
    bad = good[:place] + data.draw(st.binary(max_size=4)) + good[place + cut :]
    for tried in (bad, data.draw(st.binary(max_size=50))):
        told = ""
        try:
            read(tried)
        except Malformed as error:
            told = str(error)
        assert told.isprintable()


@pytest.mark.parametrize("name", READERS)
def test_good_bytes_are_read(name: str) -> None:
    read, good = READERS[name]
    read(good)


@pytest.mark.parametrize("name", ["part", "statement", "leaf", "note", "vkey", "line", "path"])
def test_no_other_byte_in_any_place_is_read_as_the_same(name: str) -> None:
    read, good = READERS[name]
    meant = read(good)
    for place in range(len(good)):
        for other in (good[place] ^ 1, good[place] ^ 32):
            try:
                found = read(good[:place] + bytes([other]) + good[place + 1 :])
            except Malformed:
                continue
            assert found != meant


@given(st.binary(max_size=40))
def test_base64_has_one_spelling(data: bytes) -> None:
    assert b64.from_standard(b64.to_standard(data), "it") == data
    assert b64.from_url(b64.to_url(data), "it") == data


@pytest.mark.parametrize(
    "text", ["A", "AB", "AAA=", "A+AA", "A/AA", "AA AA", "AAAA\n", "ÀAAA", "A==="]
)
def test_any_other_spelling_of_base64_is_malformed(text: str) -> None:
    with pytest.raises(Malformed):
        b64.from_url(text, "it")


@given(VALUES)
@example("a\\b")
@example("a\tb\n")
def test_a_part_reads_back(value: Any) -> None:
    try:
        part = make_part("words", value, salt=SALT)
    except Malformed:
        return
    assert read_part(part.text) == part


def nested(depth: int) -> Any:
    return [nested(depth - 1)] if depth else 1


def test_a_part_is_written_as_deep_as_it_can_be_read() -> None:
    part = make_part("words", nested(15), salt=SALT)
    assert read_part(part.text) == part
    with pytest.raises(Malformed, match="json-depth"):
        make_part("words", nested(16), salt=SALT)


@pytest.mark.parametrize(
    ("content", "code"),
    [
        (b'["AAAAAAAAAAAAAAAAAAAAAA","a",1.5]', "json-float"),
        (b'["AAAAAAAAAAAAAAAAAAAAAA","a",1,2]', "part-shape"),
        (b'["AAAAAAAAAAAAAAAAAAAAA","a",1]', "part-salt"),
        (b'["AAAAAAAAAAAAAAAAAAAAAB","a",1]', "part-salt"),
        (b'["AAAAAAAAAAAAAAAAAAAAAA","A",1]', "part-name"),
        (b'["AAAAAAAAAAAAAAAAAAAAAA","a" ,"b"]', "json-not-canonical"),
        (b'["AAAAAAAAAAAAAAAAAAAAAA","a","\xe2\x80\xae"]', "json-text"),
        ('["AAAAAAAAAAAAAAAAAAAAAA","a","e\u0301"]'.encode(), "json-nfc"),
        (b'["AAAAAAAAAAAAAAAAAAAAAA","a",' + b"[" * 50_000, "part-too-long"),
        (b'["AAAAAAAAAAAAAAAAAAAAAA","a",' + b"[" * 5_000, "json-depth"),
        (b'{"a":1}', "part-shape"),
        (b"", "json-unreadable"),
    ],
)
def test_a_part_is_refused_for_what_is_wrong_with_it(content: bytes, code: str) -> None:
    with pytest.raises(Malformed) as caught:
        read_part(b64.to_url(content))
    assert caught.value.code == code


def test_padding_fills_to_eight_and_follows_from_the_seed() -> None:
    lengths = [len(padding_digests(SEED, parts=n)) for n in range(1, 10)]
    assert lengths == [7, 6, 5, 4, 3, 2, 1, 0, 7]
    assert padding_digests(SEED, parts=6) == [digest_of(f"{SEED}.0"), digest_of(f"{SEED}.1")]


def test_an_audience_names_the_host_s_parts_by_those_they_follow() -> None:
    audience = Audience({"kind": "public", "by": "own"}, SEED)
    assert read_audience(audience.value()) == audience
    assert [audience.of(name) for name in ("received", "signature")] == ["public", "own"]


def test_an_audience_of_persons_is_one_like_the_others() -> None:
    audience = Audience({"kind": "persons", "by": "persons", "persons": "persons"}, SEED)
    assert read_audience(audience.value()) == audience
    assert [audience.of(name) for name in ("received", "signature")] == ["persons", "persons"]


@pytest.mark.parametrize(
    ("value", "code"),
    [
        ({"parts": {"kind": "everyone"}, "seed": SEED}, "audience-unknown"),
        ({"parts": {"kind": "public", "received": "public"}, "seed": SEED}, "audience-name"),
        ({"parts": {"kind": "public", "audience": "public"}, "seed": SEED}, "audience-name"),
        ({"parts": {"by": "public"}, "seed": SEED}, "audience-name"),
        ({"parts": {"kind": "public"}, "seed": "x"}, "audience-seed"),
        ({"parts": {"kind": "public"}}, "audience-shape"),
        ([], "audience-shape"),
    ],
)
def test_an_audience_of_another_shape_is_malformed(value: Any, code: str) -> None:
    with pytest.raises(Malformed) as caught:
        read_audience(value)
    assert caught.value.code == code


def test_a_statement_says_what_was_put_into_it() -> None:
    statement = build_statement(ACTED.parts, origin=ORIGIN, seen=Seen(1, SALT * 2), nonce="n-1")
    assert read_statement(statement.data) == statement
    assert (statement.origin, statement.nonce, statement.seen) == (ORIGIN, "n-1", Seen(1, SALT * 2))
    assert len(statement.digests) == 8


def test_a_statement_needs_an_audience_for_every_part() -> None:
    for parts in (ACTED.parts[:-1], ACTED.parts[1:], (*ACTED.parts, ACTED.parts[0])):
        with pytest.raises(Malformed):
            build_statement(parts, origin=ORIGIN, seen=Seen(0, SALT * 2), nonce="n")


def test_a_statement_holds_no_more_than_4096_bytes() -> None:
    names = [f"field_{n}" for n in range(90)]
    audience = Audience({"kind": "public"} | dict.fromkeys(names, "public"), SEED)
    parts = [make_part(name, 1, salt=sixteen(name)) for name in ["kind", *names]]
    parts.append(make_part("audience", audience.value(), salt=SALT))
    with pytest.raises(Malformed, match="statement-too-long"):
        build_statement(parts, origin=ORIGIN, seen=Seen(0, SALT * 2), nonce="n")


def test_an_envelope_opens_when_nothing_hides_in_it() -> None:
    texts = [part.text for part in ACTED.parts]
    signature = sign_statement(STATEMENT, key=PARTY)
    value = {
        "statement": b64.to_standard(STATEMENT),
        "parts": texts,
        "signature": signature.value(),
    }
    opened = read_envelope(value)
    assert opened.fields["kind"] == "reframe.take-position/1"
    assert opened.signature == signature
    assert opened.statement.data == STATEMENT
    assert open_envelope(STATEMENT, parts=texts).signature is None


def test_an_envelope_with_a_part_too_many_or_too_few_is_malformed() -> None:
    texts = [part.text for part in ACTED.parts]
    other = make_part("words", "x", salt=SALT).text
    for parts in ([], texts[1:], texts[:-1], [*texts, other], [*texts[:-1], other], texts * 2):
        with pytest.raises(Malformed):
            open_envelope(STATEMENT, parts=parts)


@given(
    st.recursive(VALUES, lambda inner: st.fixed_dictionaries({"statement": inner, "parts": inner}))
)
def test_any_json_as_an_envelope_is_malformed(value: Any) -> None:
    with pytest.raises(Malformed):
        read_envelope(value)


def test_a_signature_over_another_statement_is_malformed() -> None:
    signature = sign_statement(STATEMENT, key=PARTY)
    assert verify_statement(STATEMENT, signature=signature.value()) == signature
    for value in (
        sign_statement(STATEMENT + b" ", key=PARTY).value(),
        signature.value() | {"public_key": b64.to_url(HOST.public)},
        signature.value() | {"sig": 1},
        "sig",
    ):
        with pytest.raises(Malformed):
            verify_statement(STATEMENT, signature=value)


def test_a_leaf_is_attested_by_the_host_that_made_it_alone() -> None:
    leaf = read_leaf(ACTED.leaf)
    assert is_attested(leaf, public=HOST.public)
    assert not is_attested(leaf, public=PARTY.public)
    assert leaf.kid == kid_of(HOST.public)


def test_an_instant_is_utc_to_the_microsecond() -> None:
    assert hour_of("2026-11-23T20:14:05.000000Z") == "2026-11-23T20Z"
    for value in ("2026-11-23T20:14:05Z", "2026-02-30T20:14:05.000000Z", 7, None):
        with pytest.raises(Malformed):
            read_instant(value)


WEAK_KEYS = [
    bytes(32),
    b"\x01" + bytes(31),
    b"\xec" + b"\xff" * 30 + b"\x7f",
    b"\xee" + b"\xff" * 30 + b"\x7f",
    b"\xff" * 32,
    bytes.fromhex("c7176a703d4dd84fba3c0b760d10670f2a2053fa2c39ccc64ec7fd7792ac037a"),
    b"short",
]


@pytest.mark.parametrize("public", WEAK_KEYS, ids=lambda key: key.hex()[:8])
def test_a_key_that_libraries_disagree_about_is_refused(public: bytes) -> None:
    with pytest.raises(Malformed, match="key-unsafe"):
        safe_public_key(public)
    assert not is_signed(b"m", signature=bytes(64), public=public)


def test_a_good_key_is_read_and_named() -> None:
    assert read_public_key(b64.to_url(PARTY.public)) == PARTY.public
    assert repr(PARTY) == f"SigningKey({kid_of(PARTY.public)})"
    with pytest.raises(Malformed):
        SigningKey(b"short")


def test_the_vkey_of_the_specification_s_shape_reads_back() -> None:
    assert read_vkey(LOG_VERIFIER.vkey) == LOG_VERIFIER


def test_a_note_opens_for_its_signer_whoever_signs_beside() -> None:
    witness = sign_note(NOTE.decode().partition("\n\n")[0] + "\n", name="w.example", key=PARTY)
    both = NOTE + witness.partition(b"\n\n")[2]
    assert open_note(both, verifier=LOG_VERIFIER) == open_note(NOTE, verifier=LOG_VERIFIER)
    with pytest.raises(Malformed, match="note-signature"):
        open_note(NOTE, verifier=Verifier("w.example", PARTY.public))
    with pytest.raises(Malformed, match="note-signature"):
        open_note(NOTE + NOTE.partition(b"\n\n")[2], verifier=LOG_VERIFIER)


@pytest.mark.parametrize("size", ["007", "-1", "1.0", "", "٣"])
def test_a_size_has_one_spelling(size: str) -> None:
    with pytest.raises(Malformed):
        read_checkpoint_text(f"{ORIGIN}\n{size}\n{b64.to_standard(bytes(32))}\n")


def test_a_proof_proves_its_leaf_under_its_log() -> None:
    text = RECEIPT["proof"]
    proof = read_proof(text)
    assert write_proof(proof.index, path=proof.path, checkpoint=proof.checkpoint) == text
    with pytest.raises(Malformed, match="proof-inclusion"):
        verify_proof(text, leaf=bytes(32), verifier=LOG_VERIFIER)
    with pytest.raises(Malformed, match="proof-shape"):
        read_proof(text.replace("index", "extra AAAA\nindex", 1))


def test_a_blob_opens_only_as_the_file_that_was_bound() -> None:
    blob, file = make_blob(b"%PDF", media_type="application/pdf", salt=SALT)
    assert read_blob_value(blob.value()) == blob
    assert open_blob(file, blob=blob) == b"%PDF"
    with pytest.raises(Malformed, match="blob-digest"):
        open_blob(file + b" ", blob=blob)
    with pytest.raises(Malformed, match="blob-length"):
        open_blob(file, blob=replace(blob, length=5))


def test_a_manifest_has_one_signer() -> None:
    data = READERS["manifest"][1]
    host = Verifier(f"{ORIGIN}/host", HOST.public)
    assert open_manifest(data, verifier=host) == claimed_manifest(data)
    with pytest.raises(Malformed, match="manifest-shape"):
        open_manifest(data + "— w.example AAAAAAAA\n".encode(), verifier=host)


def test_tiles_stand_where_c2sp_puts_them() -> None:
    assert tiles.place(1234067) == "x001/x234/067"
    assert tiles.entries_path(1, width=12) == "tile/entries/001.p/12"
    assert [tile.path for tile in tiles.hash_tiles(70_000)][-4:] == [
        "tile/0/273.p/112",
        "tile/1/000",
        "tile/1/001.p/17",
        "tile/2/000.p/1",
    ]
    assert [tile.path for tile in tiles.hash_tiles(256)] == ["tile/0/000", "tile/1/000.p/1"]


@given(st.integers(0, 2000), st.integers(0, 2000))
def test_new_tiles_are_those_that_were_not_there(one: int, other: int) -> None:
    old, new = sorted((one, other))
    assert set(tiles.new_tiles(old, new=new)) == set(tiles.hash_tiles(new)) - set(
        tiles.hash_tiles(old)
    )


@given(st.lists(st.binary(max_size=5), max_size=5))
def test_an_entry_bundle_reads_back(leaves: list[bytes]) -> None:
    assert tiles.split_entries(tiles.join_entries(leaves), width=len(leaves)) == leaves


@pytest.mark.parametrize(
    "wrong",
    [
        {"origin": "exämple.org"},
        {"nonce": "two words"},
        {"nonce": ""},
        {"seen": Seen(0, SALT)},
        {"origin": "o" * 201},
    ],
    ids=str,
)
def test_a_statement_is_built_of_nothing_that_could_not_be_read(wrong: dict[str, Any]) -> None:
    given: dict[str, Any] = {"origin": ORIGIN, "seen": Seen(1, SALT * 2), "nonce": "n-1"}
    built = build_statement(ACTED.parts, **given)
    assert read_statement(built.data) == built
    with pytest.raises(Malformed):
        build_statement(ACTED.parts, **{**given, **wrong})
