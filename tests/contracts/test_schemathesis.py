"""Schemathesis, which knows nothing of us but our description, finds no fault with what the server does by it.

Its coverage phase makes some 280 requests for each kind of act, which is 30,000 for one door: it ends, but not while
anybody waits. So here it is given a handful of kinds in which every shape of a field stands, and its fuzzing phase,
which draws from all kinds, as many requests as an operation is worth. Both begin from one seed.
"""

import json
import subprocess
import sys
from collections.abc import Iterable
from copy import deepcopy
from pathlib import Path
from typing import Any

import pytest

from comity.acts.register import load
from comity.api.openapi import schema_name
from comity.core.act import act_shapes
from comity.core.shapes import Group, Several, Shape, shaped_fields
from tests.contracts.counter import House
from tests.contracts.test_openapi_sweep import THERE

SEED = 20261129
LOOKS, ACTS = "8", "80"
"""How many requests fuzzing makes for an address that is looked at, and for a door."""
SECONDS = 80
DOORS = ("/acts", "/drafts")
# What a schema cannot say (that a date is in the calendar, that a zone is on the list, that a statement is signed)
# makes some bodies unreadable that keep to it; all that does not is to be refused, and is.
CONFIG = """
[checks]
positive_data_acceptance.enabled = {accepts}
"""


def shapes_of(kind: type[Any]) -> set[str]:
    """Name every shape that stands in a kind's fields, those in lists and in small records too."""
    return {name for shape in act_shapes(kind).values() for name in _within(shape)}


def _within(shape: Shape) -> Iterable[str]:
    yield type(shape).__name__
    if isinstance(shape, Several):
        yield f"Several {type(shape.each).__name__}"
        yield from _within(shape.each)
    if isinstance(shape, Group):
        for _, each, _ in shaped_fields(shape.of):
            yield from _within(each)


def handful() -> list[str]:
    """Return few kinds in whose fields every shape stands that stands in any."""
    kinds, chosen = load(), list[str]()
    left = set().union(*map(shapes_of, kinds.values()))
    while left:
        best = max(kinds, key=lambda kind: (len(shapes_of(kinds[kind]) & left), kind))
        left -= shapes_of(kinds[best])
        chosen.append(best)
    return chosen


def described(house: House) -> dict[str, Any]:
    """The description as the server gives it, with the name of something that is there in each address."""
    whole: dict[str, Any] = deepcopy(house.as_role("arvenia").get("/openapi.json").json)
    for path, methods in whole["paths"].items():
        for operation in methods.values():
            for asked in operation.get("parameters", ()):
                if asked["in"] == "path" and path in THERE:
                    asked["example"] = THERE[path]
    return whole


def only(whole: dict[str, Any], *, kinds: list[str]) -> dict[str, Any]:
    """Return a description of the doors for acts alone, with these kinds."""
    less = deepcopy(whole)
    less["paths"] = {door: less["paths"][door] for door in DOORS}
    for door in DOORS:
        body = less["paths"][door]["post"]["requestBody"]["content"]["application/json"]
        refs = [f"#/components/schemas/{schema_name(kind)}" for kind in kinds]
        body["schema"] = {"oneOf": [{"$ref": ref} for ref in refs]}
    return less


def find_fault(
    house: House,
    document: dict[str, Any],
    *more: str,
    place: Path,
    token: str = "",
    accepts: bool = True,
) -> str:
    """Let it try for a bounded time; return its report where it found fault, else nothing."""
    (place / "openapi.json").write_text(json.dumps(document))
    (place / "config.toml").write_text(CONFIG.format(accepts=str(accepts).lower()))
    named = ["--header", f"Authorization: Bearer {token}"] if token else []
    command = [
        *(sys.executable, "-m", "schemathesis.cli", "--config-file", str(place / "config.toml")),
        *("run", str(place / "openapi.json"), "--url", house.site, "--seed", str(SEED)),
        *("--no-color", "--warnings", "off", "--continue-on-failure"),
        *("--request-timeout", "20", *named, *more),
    ]
    done = subprocess.run(
        command, check=False, capture_output=True, text=True, timeout=SECONDS, cwd=place
    )
    assert "generated" in done.stdout, done.stdout + done.stderr
    return "" if done.returncode == 0 else done.stdout[-12_000:]


@pytest.fixture(scope="module")
def token(own: House) -> str:
    """What a program of Arvenia's sends with each request."""
    return own.as_role("arvenia")._headers["Authorization"].removeprefix("Bearer ")


@pytest.fixture(params=["nobody", "arvenia"])
def bearer(request: pytest.FixtureRequest, token: str) -> str:
    return token if request.param == "arvenia" else ""


def test_all_that_is_looked_at_answers_as_it_is_described(
    own: House, bearer: str, tmp_path: Path
) -> None:
    whole = described(own)
    for door in DOORS:
        del whole["paths"][door]
    phases = ("--phases", "examples,coverage,fuzzing", "--max-examples", LOOKS)
    assert find_fault(own, whole, *phases, place=tmp_path, token=bearer) == ""


def test_the_doors_for_acts_refuse_what_is_no_act_and_never_stumble(
    own: House, bearer: str, tmp_path: Path
) -> None:
    # Whoever is nobody is told so before anything of it is read.
    few = only(described(own), kinds=handful() if bearer else handful()[:1])
    phases = ("--phases", "coverage")
    assert find_fault(own, few, *phases, place=tmp_path, token=bearer, accepts=False) == ""


def test_acts_of_every_kind_are_answered_as_it_is_described(
    own: House, token: str, tmp_path: Path
) -> None:
    every = only(described(own), kinds=list(load()))
    phases = ("--phases", "fuzzing", "--max-examples", ACTS)
    assert find_fault(own, every, *phases, place=tmp_path, token=token, accepts=False) == ""


def test_few_kinds_hold_every_shape() -> None:
    kinds = load()
    chosen = handful()
    assert set().union(*(shapes_of(kinds[kind]) for kind in chosen)) == set().union(
        *map(shapes_of, kinds.values())
    )
    assert len(chosen) <= 12
