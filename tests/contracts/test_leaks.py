"""Planted words, looked for everywhere, as everyone; and, once erased, in every byte."""

import base64
import json
import os
import re
import tempfile
import threading
import zipfile
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from email import message_from_bytes
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
from aiosmtpd.controller import Controller

from comity.record import Malformed, read_part
from tests.contracts.command import comity
from tests.contracts.counter import Counter, House
from tests.contracts.planted import NEWCOMERS, SIGNED_IN, Planted, Planter, plant, spellings
from tests.journeys import house
from tests.journeys.visitor import Visitor, crawl

ROLES = sorted(SIGNED_IN | {"public"})
# Who also follows every link; for the others the addresses where the words stand are enough.
WALKED_IN = ("public", "secretariat", "chair", "meridonia", "observer")


class Letters:
    """A post room on loopback that keeps every letter."""

    def __init__(self) -> None:
        self.kept: list[bytes] = []
        self._lock = threading.Lock()

    async def handle_DATA(self, _server: Any, _session: Any, envelope: Any) -> str:  # noqa: N802
        with self._lock:
            self.kept.append(envelope.content)
        return "250 OK"


@pytest.fixture(scope="module")
def letters() -> Iterator[tuple[Letters, int]]:
    kept = Letters()
    port = house.free_port()
    controller = Controller(kept, hostname="127.0.0.1", port=port)
    controller.start()
    yield kept, port
    controller.stop()


@pytest.fixture(scope="module")
def own(
    demonstration: Path,
    roles: dict[str, Any],
    letters: tuple[Letters, int],
    tmp_path_factory: pytest.TempPathFactory,
) -> Iterator[House]:
    """A server on a copy of its own, whose letters go to a post room that we can read."""
    place = tmp_path_factory.mktemp("own")
    os.environ["COMITY_MAIL"] = f"smtp://127.0.0.1:{letters[1]}"
    try:
        with house.serving(demonstration, place=place) as (address, data):
            yield House(site=address, data=data, log=place / "server.log", roles=roles)
    finally:
        del os.environ["COMITY_MAIL"]


@pytest.fixture(scope="module")
def planter(own: House) -> Planter:
    return plant(own)


def meets(planter: Planter, who: str) -> Counter:
    return Counter(planter.house.site) if who == "public" else planter.counter(who)


@pytest.fixture(scope="module")
def everything(
    planter: Planter, tmp_path_factory: pytest.TempPathFactory
) -> dict[str, dict[str, bytes]]:
    """Everything that everyone can get, by who and where: pages, twins, log, searches, export."""
    place = tmp_path_factory.mktemp("seen")
    with ThreadPoolExecutor(3) as pool:
        got = pool.map(lambda who: _all_that(planter, who, place / who), ROLES)
        return dict(zip(ROLES, got, strict=True))


def _all_that(planter: Planter, who: str, place: Path) -> dict[str, bytes]:
    found = {}
    counter = meets(planter, who)
    addresses: dict[str, None] = dict.fromkeys(_known_addresses(planter))
    if who in WALKED_IN:
        visitor = Visitor(planter.house.site)
        if who != "public":
            visitor.walk_in(who)
        for answer in crawl(visitor, of_each=1, most=60):
            found[f"page {answer.path}"] = answer.body + repr(answer.headers).encode()
            if answer.is_page:
                addresses[answer.path] = None
        for path in _known_addresses(planter):
            found[f"page {path}"] = visitor.get(path).body
        for text in ("planted-text", "understanding-3"):
            found[f"file of {text}"] = unzipped(visitor.get(f"/text/{text}.docx").body)
    for path in addresses:
        bare, _, query = path.partition("?")
        twin = ("/index.json" if bare == "/" else f"{bare}.json") + (f"?{query}" if query else "")
        found[f"twin {twin}"] = counter.get(twin).body
    for word in planter.words:
        if who in word.must and who != "public":
            continue
        answer = counter.get(f"/search.json?q={word.word}").body
        # The search says back what was asked; a hit would name the act, too.
        found[f"search for {word.word}"] = answer.replace(word.word.encode(), b"?", 1)
    found |= _log(counter)
    words = [] if who == "public" else ["--as", _person(planter, who)]
    assert comity("export", "--data", planter.house.data, place, *words).code == 0
    for path in place.rglob("*"):
        if path.is_file():
            found[f"export {path.relative_to(place)}"] = opened(path.read_bytes())
    return found


def _person(planter: Planter, who: str) -> str:
    return f"per-{who}" if who in NEWCOMERS else planter.house.roles[who]["person"]


def _known_addresses(planter: Planter) -> list[str]:
    acts = sorted({word.index for word in planter.words})
    return [
        "/",
        "/desk",
        "/record",
        "/mobilize",
        "/contacts",
        "/operate",
        "/parties",
        "/party/meridonia",
        "/party/party-late",
        "/contact/planted-contact",
        "/meeting/planted-meeting",
        "/meeting/planted-round",
        "/text/planted-text",
        "/text/understanding-3",
        "/silence/planted-silence",
        "/sentence/understanding-3-p7",
        "/sentence/understanding-1-p7",
        "/sentence/planted-text-p1",
        "/body/cables-conference",
        *(f"/record/{index}" for index in acts),
        "/commitment/planted-promise",
        "/target/tarn-islands",
        "/risk/planted-risk",
        *(f"/paragraph/understanding-3-p{number}" for number in range(1, 11)),
        "/person/per-late",
    ]


def _log(counter: Counter) -> dict[str, bytes]:
    """Everything under /log/, with the viewer's token and blobs that its parts bind."""
    size = int(counter.get("/log/checkpoint").body.split(b"\n")[1])
    found = {}
    for bundle in range(-(-size // 256)):
        full = size >= 256 * (bundle + 1)
        name = f"{bundle:03d}" if full else f"{bundle:03d}.p/{size % 256}"
        for kind in ("tile/entries", "parts"):
            found[f"log {kind}/{name}"] = opened(counter.get(f"/log/{kind}/{name}").body)
    text = b"".join(found.values()).decode("utf-8", "replace")
    for digest in set(re.findall(r'"blob": ?"([A-Za-z0-9_-]{43})"', text)):
        found[f"log blobs/{digest}"] = counter.get(f"/log/blobs/{digest}").body
    return found


def unzipped(data: bytes) -> bytes:
    """Return what all parts of an archive say; what is none, as it is."""
    if not zipfile.is_zipfile(BytesIO(data)):
        return data
    with zipfile.ZipFile(BytesIO(data)) as archive:
        return b"\n".join(archive.read(name) for name in archive.namelist())


def opened(data: bytes) -> bytes:
    """Return bytes together with what their base64 says."""
    told = [data]
    for coded in re.findall(rb"[A-Za-z0-9_-]{40,}", data):
        told.append(base64.urlsafe_b64decode(coded[: len(coded) // 4 * 4]))
    return b"\n".join(told)


def finders(planted: Planted, everything: dict[str, dict[str, bytes]]) -> dict[str, list[str]]:
    """Who found a word, and where."""
    found = {
        who: [
            where
            for where, body in places.items()
            if any(shape in body for shape in planted.shapes)
        ]
        for who, places in everything.items()
    }
    return {who: where for who, where in found.items() if where}


def test_every_planted_word_is_seen_by_nobody_who_may_not(
    planter: Planter, everything: dict[str, dict[str, bytes]]
) -> None:
    leaks = [
        (planted.said_as, planted.index, who, where[:6])
        for planted in planter.words
        for who, where in finders(planted, everything).items()
        if who not in planted.may
    ]
    assert leaks == []


def test_every_planted_word_is_seen_by_everybody_who_may(
    planter: Planter, everything: dict[str, dict[str, bytes]]
) -> None:
    """In the export, which shows a viewer all that is theirs to see."""
    missing = []
    for planted in planter.words:
        found = finders(planted, everything)
        have = {
            who for who, where in found.items() if any(each.startswith("export") for each in where)
        }
        if planted.must - have:
            missing.append((planted.said_as, planted.index, sorted(planted.must - have)))
    assert missing == []


def test_a_word_that_may_be_seen_is_on_a_page(
    planter: Planter, everything: dict[str, dict[str, bytes]]
) -> None:
    """The record shows each part of an act to whom it may show it, once they may know of the act."""
    missing = []
    kinds = {who: parts_by_act(everything[who]) for who in ROLES}
    for planted in planter.words:
        found = finders(planted, everything)
        for who in planted.must:
            if (planted.index, "kind") not in kinds[who]:
                continue
            if not any(f"/record/{planted.index}" in where for where in found.get(who, [])):
                missing.append((planted.said_as, planted.index, who))
    assert missing == []


def test_who_spoke_under_chatham_house_is_told_to_the_chair_alone(
    planter: Planter, everything: dict[str, dict[str, bytes]]
) -> None:
    outcome = next(each.index for each in planter.words if "record-outcome" in each.said_as)
    meeting = next(each.index for each in planter.words if "convene-meeting" in each.said_as)
    broken = next(each.index for each in planter.words if "break-silence" in each.said_as)
    for part, index, also in (
        ("speakers", outcome, {"secretariat"}),
        ("parties", meeting, {"secretariat"}),
        ("on_behalf_of", broken, {"tarn"}),
    ):
        see = {who for who in ROLES if _sees(planter, who, part, index)}
        assert {"chair"} <= see <= {"chair"} | also, part


def _sees(planter: Planter, who: str, part: str, index: int) -> bool:
    twin = meets(planter, who).get(f"/record/{index}.json")
    if twin.status != 200:
        return False
    deed = twin.json["deed"]
    value = deed["fields"].get(part, deed.get(part)) if part in deed["fields"] else deed.get(part)
    return value is not None and value != "" and not isinstance(value, dict)


def parts_by_act(places: dict[str, bytes]) -> dict[tuple[int, str], Any]:
    """Every part that an export shows, by act and name."""
    found, first = {}, 0
    for where in sorted(each for each in places if each.startswith("export parts/")):
        for line in places[where].split(b"\n"):
            if not line.startswith(b"[") or not line.endswith(b"]"):
                continue
            try:
                parts = [read_part(text) for text in json.loads(line)]
            except (ValueError, Malformed, TypeError, AttributeError):
                continue
            found |= {(first, part.name): part.value for part in parts}
            first += 1
    return found


def test_no_part_is_wider_in_the_log_than_its_audience_says(
    planter: Planter, everything: dict[str, dict[str, bytes]]
) -> None:
    """Every part of every act of ours, as the record itself has its audience."""
    first = min(word.index for word in planter.words)
    chair = parts_by_act(everything["chair"])
    shown = {who: parts_by_act(places) for who, places in everything.items()}
    groups = {
        "public": set(ROLES),
        "programme": set(SIGNED_IN),
        "body": set(ROLES) - {"public", "outside", "observer"},
        "body-then": set(ROLES) - {"public", "outside", "late"},
    }
    wide = []
    for (index, name), value in {**chair, **shown["secretariat"], **shown["arvenia"]}.items():
        if index < first or name != "audience":
            continue
        for part, audience in value["parts"].items():
            if audience not in groups:
                continue
            wide += [
                (index, part, audience, who)
                for who in ROLES
                if (index, part) in shown[who] and who not in groups[audience]
            ]
    assert wide == []


def test_letters_tell_nothing_to_who_may_not_know(
    planter: Planter, own: House, letters: tuple[Letters, int]
) -> None:
    """A letter says that something is owed; what was said stands on the page, behind the door."""
    visitor = Visitor(own.site)
    said = comity(
        "link", "--data", own.data, "--person", "c9w4ep", "--mail", "sefa@meridonia.example"
    )
    assert said.code == 0, said
    visitor.post("/sign-in", seen_on="/sign-in", mail="sefa@meridonia.example")
    comity("clerk", "--data", own.data)
    kept = list(letters[0].kept)
    assert kept != [], "a sign-in letter was asked for"
    public = {word.word for word in planter.words if "public" in word.may}
    for raw in kept:
        letter = message_from_bytes(raw)
        whole = raw + b"".join(
            part.get_payload(decode=True) or b""  # type: ignore[operator]
            for part in letter.walk()
            if not part.is_multipart()
        )
        told = [
            each.said_as
            for each in planter.words
            if each.word not in public and any(shape in whole for shape in each.shapes)
        ]
        assert told == []


def test_the_servers_log_tells_neither_what_was_said_nor_who_looked(
    planter: Planter, everything: dict[str, dict[str, bytes]], own: House
) -> None:
    written = own.log.read_bytes()
    told = [each.said_as for each in planter.words if any(s in written for s in each.shapes)]
    assert told == []
    people = [given["person"] for given in own.roles.values() if given]
    assert [person for person in people if person.encode() in written] == []
    assert b"Traceback" not in written


def test_a_page_seen_as_others_will_see_it_shows_no_more(
    planter: Planter, everything: dict[str, dict[str, bytes]]
) -> None:
    """What is offered as `See it as they will` never shows more than one sees oneself."""
    visitor = Visitor(planter.house.site)
    visitor.walk_in("tarn")
    own_words = [each for each in planter.words if "tarn" not in each.may]
    for query in ("?as=chair", "?as=arvenia", "?see_as=chair", "?viewer=h4kd9w", "?role=chair"):
        for path in ("/text/understanding-3", "/see-as", "/record", "/silence/planted-silence"):
            body = visitor.get(path + query).body
            told = [each.said_as for each in own_words if any(s in body for s in each.shapes)]
            assert told == [], path + query


def test_a_seat_that_is_given_later_opens_nothing_that_was_said_before_it(
    planter: Planter, tmp_path: Path
) -> None:
    """`body-then` is who was seated when the act was made, whatever start a later act may claim."""
    planter.counter("secretariat").done(
        {
            "kind": "parties.seat-member/1",
            "on_behalf_of": "harbour",
            "id": "conference-outside",
            "body": "cables-conference",
            "role": "member",
            "for_party": "party-outside",
            "start": "2026-01",
        }
    )
    then = next(
        word
        for word in planter.words
        if {"observer"} <= word.must and "tarn" in word.must and "late" not in word.must
    )
    assert (
        comity("export", "--data", planter.house.data, tmp_path / "out", "--as", "per-outside").code
        == 0
    )
    files = b"\n".join(opened(data) for data in bytes_of(tmp_path / "out").values())
    assert then.word.encode() not in files


# Erasure. It comes last, since it takes words away.

CHINESE = "龘靐齉爩"


def bytes_of(folder: Path) -> dict[str, bytes]:
    return {
        str(path.relative_to(folder)): path.read_bytes()
        for path in folder.rglob("*")
        if path.is_file()
    }


def holding(folder: Path, shapes: list[bytes]) -> list[str]:
    """Name the files that hold one of these, whatever the case of its letters."""
    low = [shape.lower() for shape in shapes]
    return [
        name
        for name, data in bytes_of(folder).items()
        if any(shape in data for shape in shapes) or any(shape in data.lower() for shape in low)
    ]


@pytest.fixture(scope="module")
def erased(
    planter: Planter, everything: dict[str, dict[str, bytes]], own: House
) -> tuple[list[Planted], dict[str, Any]]:
    """Erase words of every kind of place: a field, a blob, a name, a number, a whole text."""
    arvenia = own.as_role("arvenia")
    first = {
        "kind": "reframe.take-position/1",
        "on_behalf_of": "arvenia",
        "on": "paragraph/understanding-3-p12",
        "stance": "support",
        "nonce": "to-be-erased",
        "reason": f"zqerasedlastvb {CHINESE}",
    }
    receipts = [arvenia.done(first)]
    chosen = [w for w in planter.words if w.part in {"name", "office"} and "person" in w.said_as]
    chosen += [
        w
        for w in planter.words
        if w.part in {"telephone", "mail", "name"} and "contact" in w.said_as
    ]
    chosen += [w for w in planter.words if w.part == "reason"]
    digests = _digests(planter, chosen) + [
        part.digest for part in map(read_part, receipts[0]["parts"]) if part.name == "reason"
    ]
    answer = own.as_role("secretariat").send(
        {
            "kind": "programme.erase/1",
            "on_behalf_of": "harbour",
            "digests": digests,
            "why": "At the request of those concerned.",
        }
    )
    assert answer.status == 201, answer.body[:2000]
    return chosen, first


def _digests(planter: Planter, chosen: list[Planted]) -> list[str]:
    """Read the digests from what the people concerned may see of the log."""
    found = []
    for who in ("arvenia", "contact-officer", "secretariat"):
        wanted = {(word.index, word.part) for word in chosen}
        counter = meets(planter, who)
        for index, part in sorted(wanted):
            twin = counter.get(f"/record/{index}.json")
            assert twin.status == 200
        found += _digests_in_export(planter, who, wanted)
    return list(dict.fromkeys(found))


def _digests_in_export(planter: Planter, who: str, wanted: set[tuple[int, str]]) -> list[str]:
    found, index = [], 0
    with tempfile.TemporaryDirectory() as folder:
        out = Path(folder) / "out"
        person = _person(planter, who)
        assert comity("export", "--data", planter.house.data, out, "--as", person).code == 0
        for path in sorted((out / "parts").rglob("*")):
            if not path.is_file():
                continue
            for line in path.read_text().splitlines():
                for part in map(read_part, json.loads(line)):
                    if (index, part.name) in wanted:
                        found.append(part.digest)
                        if isinstance(part.value, dict) and "blob" in part.value:
                            found.append(part.value["blob"])
                index += 1
    return found


def test_erased_words_are_in_no_byte_of_the_data_folder(
    erased: tuple[list[Planted], dict[str, Any]], own: House
) -> None:
    words, _ = erased
    held = {word.said_as: holding(own.data, list(word.shapes)) for word in words}
    assert {said: where for said, where in held.items() if where} == {}
    assert holding(own.data, list(spellings("zqerasedlastvb"))) == []
    pairs = [CHINESE[n : n + 2].encode() for n in range(3)]
    assert holding(own.data, pairs) == []


def test_erased_words_are_on_no_page_and_in_no_export(
    erased: tuple[list[Planted], dict[str, Any]], planter: Planter, tmp_path: Path
) -> None:
    words, _ = erased
    for who in ("arvenia", "contact-officer", "chair"):
        counter = meets(planter, who)
        bodies = [counter.get(f"/record/{word.index}.json").body for word in words]
        bodies += list(_log(counter).values())
        bodies += [counter.get(f"/search.json?q={word.word[:-1]}").body for word in words]
        out = tmp_path / who
        as_whom = [] if who == "public" else ["--as", _person(planter, who)]
        assert comity("export", "--data", planter.house.data, out, *as_whom).code == 0
        bodies += [opened(data) for data in bytes_of(out).values()]
        told = [w.said_as for w in words if any(s in body for s in w.shapes for body in bodies)]
        assert told == [], who


def test_every_proof_stays_valid_after_erasing(
    erased: tuple[list[Planted], dict[str, Any]], own: House, tmp_path: Path
) -> None:
    for number, words in enumerate(([], ["--as", "x7q2mv"], ["--as", "t8rb3n"])):
        out = tmp_path / str(number)
        assert comity("export", "--data", own.data, out, *words).code == 0
        said = comity("verify", out, "--json")
        assert (said.code, said.json.get("erased", 0) >= len(erased[0])) == (0, True), said
    assert comity("verify", own.site, "--json").code == 0


def test_after_erasing_the_pages_are_what_a_replay_without_the_words_gives(
    erased: tuple[list[Planted], dict[str, Any]], own: House
) -> None:
    """Three of the erased positions were on one paragraph: each overwrote the one before."""
    said = comity("replay", "--check", "--data", own.data, "--json")
    assert (said.code, said.json["differing"]) == (0, [])


def test_sending_an_erased_act_again_brings_nothing_back(
    erased: tuple[list[Planted], dict[str, Any]], own: House
) -> None:
    answer = own.as_role("arvenia").send(erased[1])
    assert answer.status in (200, 409, 422)
    assert holding(own.data, list(spellings("zqerasedlastvb"))) == []


def test_rebuilding_brings_nothing_back(
    erased: tuple[list[Planted], dict[str, Any]], own: House
) -> None:
    assert comity("migrate", "--data", own.data).code == 0
    held = {w.said_as: holding(own.data, list(w.shapes)) for w in erased[0]}
    assert {said: where for said, where in held.items() if where} == {}
