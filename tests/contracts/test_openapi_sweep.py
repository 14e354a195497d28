"""The description of the interface beside what the server does: every path, every method, every answer it lists."""

import json
from collections.abc import Iterator, Mapping
from functools import cache
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.contracts.command import comity
from tests.contracts.counter import Answer, Counter, House
from tests.contracts.schema import faults, resolved

METHODS = ("GET", "POST", "PUT", "PATCH", "DELETE", "OPTIONS")
NOTHING = {
    "id": "nowhere",
    "index": "99999",
    "digest": "A" * 43,
    "place": "9/000",
}
THERE = {
    "/adoption/{id}.json": "adoption-1",
    "/ballot/{id}.json": "ballot-season",
    "/body/{id}.json": "gcsc",
    "/call/{id}.json": "call-core",
    "/check-round/{id}.json": "autumn-round",
    "/circular/{id}.json": "session-papers",
    "/commitment/{id}.json": "aldmoor-duty-desk",
    "/consultation/{id}.json": "asks-guide",
    "/edition/{id}.json": "captains-first",
    "/endorsement/{id}.json": "endorsement-arvenia",
    "/measure/{id}.json": "repair-days",
    "/meeting/{id}.json": "london-2011",
    "/meeting/{id}/agenda.json": "third-round",
    "/meeting/{id}/attendance.json": "third-round",
    "/meeting/{id}/minutes.json": "third-round",
    "/norm/{id}.json": "gcsc-1",
    "/objective/{id}.json": "obj-defence",
    "/package/{id}.json": "norm-package-singapore",
    "/party/{id}.json": "microsoft",
    "/record/{index}.json": "5",
    "/report/{id}.json": "rep-gcsc",
    "/request/{id}.json": "farrow-sound",
    "/revision/{id}.json": "season-of-checks",
    "/round/{id}.json": "round-1",
    "/sentence/{id}.json": "gcsc-1",
    "/silence/{id}.json": "silence-now",
    "/target/{id}.json": "aldmoor-ports",
    "/target/{id}/brief.json": "aldmoor-ports",
    "/terms/{id}.json": "contacts-terms-2",
    "/text/{id}.json": "understanding-2",
    "/work/{id}.json": "wa-norms",
    "/log/tile/{place}": "entries/000",
    "/log/parts/{place}": "000",
    "/log/proof/{index}": "3",
}
"""Something that is there, for the paths that ask for a name; the others are taken from the twins of their lists."""


def described(counter: Counter) -> Mapping[str, Any]:
    """What the server says of itself."""
    return _described(counter.site)


@cache
def _described(site: str) -> Mapping[str, Any]:
    return dict(Counter(site).get("/openapi.json").json)


def operations(counter: Counter) -> Iterator[tuple[str, str]]:
    """Every method and path that is described."""
    for path, methods in described(counter)["paths"].items():
        yield from ((method.upper(), path) for method in methods)


def wrongs(counter: Counter, method: str, path: str, answer: Answer) -> list[str]:
    """Say where an answer is not one that the description lists, or does not look as it says."""
    whole = described(counter)
    listed = whole["paths"][path][method.lower()]["responses"]
    here = f"{method} {path} {answer.status}"
    if str(answer.status) not in listed:
        return [f"{here} is not described"]
    content = resolved(whole, listed[str(answer.status)])["content"]
    [(media_type, said)] = content.items()
    if media_type not in ("*/*", answer.media_type):
        return [f"{here} is {answer.media_type}, and not {media_type}"]
    if media_type != "application/json":
        return []
    return [f"{here}: {fault}" for fault in faults(answer.json, said["schema"], of=whole)]


def ask(counter: Counter, method: str, path: str, *, name: str, **headers: str) -> Answer:
    """Ask for a described path, with a name in the place of its parameter."""
    start, _, rest = path.partition("{")
    address = start + name + rest.partition("}")[2] if rest else path
    body = b"{}" if method in ("POST", "PUT", "PATCH") else None
    sent = {"Content_Type": "application/json"} if body else {}
    return counter.ask(method, address, body=body, **sent, **headers)


def parameter(path: str) -> str:
    return path.partition("{")[2].partition("}")[0]


def name_for(path: str) -> str:
    """A name to put into a path: of something that is there, where one is known."""
    return THERE.get(path) or NOTHING.get(parameter(path), "")


@pytest.fixture(scope="module")
def arvenia(own: House) -> Counter:
    return own.as_role("arvenia")


@pytest.fixture(scope="module")
def looking(own: House) -> Counter:
    """Somebody with a token that may only read."""
    person = own.roles["arvenia"]["person"]
    said = comity("token", "new", "--data", own.data, "--person", person, "--scope", "read")
    assert said.code == 0, said
    return Counter(own.site, token=said.out.strip())


def test_all_that_is_described_is_there_and_answers_as_described(
    arvenia: Counter, public: Counter
) -> None:
    told: dict[str, int] = {}
    for method, path in operations(public):
        for counter in (public, arvenia):
            answer = ask(counter, method, path, name=name_for(path))
            assert wrongs(public, method, path, answer) == []
            told[path] = (
                max(told.get(path, 0), answer.status)
                if method == "POST"
                else min(told.get(path, 999), answer.status)
            )
    silent = {path for path, status in told.items() if status == 404} - {
        "/blobs/{digest}",
        "/contact/{id}.json",
        "/doctor.json",
        "/handover/{id}.json",
        "/log/blobs/{digest}",
        "/post/{index}.json",
        "/receipt/{index}.json",
        "/retention.json",
        "/risk/{id}.json",
    }
    assert silent == set()


def test_what_is_nowhere_is_answered_as_described(arvenia: Counter, public: Counter) -> None:
    for method, path in operations(public):
        if name := NOTHING.get(parameter(path)):
            for counter in (public, arvenia):
                answer = ask(counter, method, path, name=name)
                assert (answer.status, wrongs(public, method, path, answer)) == (404, [])


def test_what_was_done_and_lodged_is_given_back_as_described(arvenia: Counter) -> None:
    lodged = arvenia.ask("POST", "/blobs", body=b"A paper.", Content_Type="text/plain")
    assert (lodged.status, wrongs(arvenia, "POST", "/blobs", lodged)) == (201, [])
    filed = {
        "kind": "programme.file-paper/1",
        "on_behalf_of": "arvenia",
        "title": "A paper",
        "about": "text/annex-contacts",
        "file": lodged.json,
        "nonce": "sweep-1",
    }
    for status in (201, 200):
        answer = arvenia.send(filed)
        assert (answer.status, wrongs(arvenia, "POST", "/acts", answer)) == (status, [])
    given_back = {
        "/blobs/{digest}": lodged.json["blob"],
        "/log/blobs/{digest}": lodged.json["blob"],
        "/receipt/{index}.json": str(answer.json["index"]),
    }
    for path, name in given_back.items():
        found = ask(arvenia, "GET", path, name=name)
        assert (found.status, wrongs(arvenia, "GET", path, found)) == (200, [])
    conflict = arvenia.send({**filed, "title": "Another"})
    assert (conflict.status, wrongs(arvenia, "POST", "/acts", conflict)) == (409, [])


def test_each_way_to_say_no_to_an_act_is_described(
    arvenia: Counter, public: Counter, looking: Counter
) -> None:
    position = {
        "kind": "reframe.take-position/1",
        "on_behalf_of": "arvenia",
        "on": "paragraph/annex-contacts-p1",
        "stance": "support",
    }
    for counter, act, status in (
        (arvenia, b"\xff", 400),
        (public, position, 401),
        (looking, position, 403),
        (arvenia, {**position, "on": "paragraph/nowhere"}, 404),
        (arvenia, {**position, "on_behalf_of": "tarn"}, 422),
    ):
        answer = counter.send(act)
        assert (answer.status, wrongs(arvenia, "POST", "/acts", answer)) == (status, [])


def test_no_path_has_a_method_that_is_not_described(arvenia: Counter) -> None:
    for path, methods in described(arvenia)["paths"].items():
        allowed = {each.upper() for each in methods}
        for method in set(METHODS) - allowed:
            answer = ask(arvenia, method, path, name=name_for(path))
            assert answer.status == 405, (method, path)
            error = {"$ref": "#/components/schemas/Error"}
            assert list(faults(answer.json, error, of=described(arvenia))) == [], (method, path)
            assert allowed == set(answer.headers["allow"].split(", ")) - {"HEAD"}, path


def test_a_head_is_a_get_without_its_body(arvenia: Counter) -> None:
    for method, path in operations(arvenia):
        if method == "GET":
            name = name_for(path)
            got, head = (ask(arvenia, each, path, name=name) for each in ("GET", "HEAD"))
            assert (head.status, head.media_type, head.body) == (got.status, got.media_type, b"")


_VALUES = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=20),
    lambda inner: (
        st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=12), inner, max_size=3)
    ),
    max_leaves=8,
)


@settings(
    max_examples=150,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
@given(data=st.data())
def test_whatever_is_sent_as_an_act_is_answered_as_described(
    arvenia: Counter, data: st.DataObject
) -> None:
    mapping = described(arvenia)["paths"]["/acts"]["post"]["requestBody"]["content"][
        "application/json"
    ]["schema"]["discriminator"]["mapping"]
    kind = data.draw(st.sampled_from(sorted(mapping)))
    fields = resolved(described(arvenia), {"$ref": mapping[kind]})["properties"]
    act = data.draw(st.dictionaries(st.sampled_from(sorted(fields)), _VALUES, max_size=6))
    answer = arvenia.send(json.dumps({"on_behalf_of": "arvenia", **act, "kind": kind}).encode())
    assert wrongs(arvenia, "POST", "/acts", answer) == []
    assert answer.status != 500


def test_a_token_that_is_not_known_is_told_so_everywhere_and_then_to_wait(own: House) -> None:
    stranger = Counter(own.site, token="comity_nobody")
    seen = set()
    for _ in range(3):
        for method, path in operations(stranger):
            answer = ask(stranger, method, path, name=name_for(path))
            assert wrongs(stranger, method, path, answer) == []
            seen.add((path, answer.status))
    paths = described(stranger)["paths"]
    assert {status for _, status in seen} == {401, 429}
    assert {path for path, status in seen if status == 429} == set(paths)
