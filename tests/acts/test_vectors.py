"""A released kind never changes its meaning: what each lawful case changes is frozen, and only added to.

To freeze a new kind, run `python -m tests.acts.test_vectors`; it writes no file that stands already.
"""

import json
from pathlib import Path
from typing import Any

import pytest

from comity.acts.register import load
from comity.core.entity import to_json
from comity.core.reading import read_act
from comity.core.when import When, parse_instant
from tests.acts.lawful import FIELDS, lawful
from tests.acts.scene import scene

FOLDER = Path(__file__).parents[1] / "vectors" / "acts"
NAMES = sorted(FIELDS)
NOTHING: tuple[Any, ...] = ("", None, False, [])
"""What a field that was added later says where nobody filled it in."""


def path(kind: str) -> Path:
    return FOLDER / f"{kind}.1.json"


def freeze(kind: str) -> None:
    """Write down what the lawful case of a kind changes today."""
    act = lawful(kind)
    base = {
        "by": act.by,
        "on_behalf_of": act.on_behalf_of,
        "at": to_json(act.at),
        "index": act.index,
    }
    vector = {
        "kind": act.KIND,
        "base": base,
        "fields": {name: value for name, value in FIELDS[kind].items() if value is not None},
        "makes": list(act.makes()),
        "follows_from": [list(each) for each in act.follows_from()],
        "changes": scene(kind).changes(act),
    }
    text = json.dumps(vector, indent=2, ensure_ascii=False, sort_keys=True) + "\n"
    path(kind).write_text(text, encoding="utf-8")


@pytest.mark.parametrize("kind", NAMES)
def test_a_kind_means_what_it_meant(kind: str) -> None:
    load()
    vector = json.loads(path(kind).read_text(encoding="utf-8"))
    base = dict(vector["base"])
    base["at"] = parse_instant(base["at"])
    if "effective" in base:
        base["effective"] = When(base["effective"])
    act = read_act(vector["kind"], vector["fields"], base)
    assert list(act.makes()) == vector["makes"]
    assert [list(each) for each in act.follows_from()] == vector["follows_from"]
    assert _as_known_then(scene(kind).changes(act), vector["changes"]) == vector["changes"]


def _as_known_then(now: Any, then: Any) -> Any:
    """Leave out what a vector could not know: a field that was added since, and that says nothing."""
    match now, then:
        case dict(), dict():
            added = {name for name, value in now.items() if name not in then and value in NOTHING}
            return {
                name: _as_known_then(value, then.get(name))
                for name, value in now.items()
                if name not in added
            }
        case list(), list():
            return [
                _as_known_then(one, other) for one, other in zip(now, then, strict=False)
            ] + now[len(then) :]
    return now


def test_only_a_field_that_says_nothing_may_be_added_to_what_a_vector_froze() -> None:
    then = [{"items": [{"title": "Ships"}]}]
    assert _as_known_then([{"items": [{"title": "Ships", "about": ""}]}], then) == then
    for wrong in ({"title": "Ships", "about": "text/guide"}, {"title": "", "about": ""}):
        assert _as_known_then([{"items": [wrong]}], then) != then
    assert _as_known_then([{"items": []}], then) != then
    assert _as_known_then([{"items": [{"title": "Ships"}] * 2}], then) != then


def test_every_vector_is_read() -> None:
    assert {each.name for each in FOLDER.iterdir()} == {path(kind).name for kind in NAMES}


if __name__ == "__main__":
    FOLDER.mkdir(parents=True, exist_ok=True)
    for each in NAMES:
        if not path(each).exists():
            freeze(each)
