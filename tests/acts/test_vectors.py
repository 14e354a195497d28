"""A released kind never changes its meaning: what each lawful case changes is frozen, and only added to.

To freeze a new kind, run `python -m tests.acts.test_vectors`; it writes no file that stands already.
"""

import json
from pathlib import Path

import pytest

from comity.acts.register import load
from comity.core.entity import to_json
from comity.core.reading import read_act
from comity.core.when import When, parse_instant
from tests.acts.lawful import FIELDS, lawful
from tests.acts.scene import scene

FOLDER = Path(__file__).parents[1] / "vectors" / "acts"
NAMES = sorted(FIELDS)


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
    assert scene(kind).changes(act) == vector["changes"]


def test_every_vector_is_read() -> None:
    assert {each.name for each in FOLDER.iterdir()} == {path(kind).name for kind in NAMES}


if __name__ == "__main__":
    FOLDER.mkdir(parents=True, exist_ok=True)
    for each in NAMES:
        if not path(each).exists():
            freeze(each)
