"""The contracts of import-linter speak of every room there is."""

from typing import Any

from tests.ground.tree import ROOT, project

PURE = {"core", "acts", "record", "texts", "converge", "projections", "sheets"}


def rooms() -> set[str]:
    return {place.parent.name for place in (ROOT / "comity").glob("*/__init__.py")}


def contract(name: str) -> dict[str, Any]:
    found = [one for one in project()["tool"]["importlinter"]["contracts"] if one["name"] == name]
    assert len(found) == 1, name
    return dict(found[0])


def test_every_pure_room_that_stands_is_held_to_it() -> None:
    held = contract("Pure rooms know no framework, database, clock, network or chance")
    assert set(held["source_modules"]) == {f"comity.{room}" for room in rooms() & PURE}


def test_a_layer_may_be_absent_only_until_it_is_built() -> None:
    layers = contract("The rooms stand on each other in one order")["layers"]
    names = {name.strip() for layer in layers for name in layer.split("|")}
    optional = {name.strip("()") for name in names if name.startswith("(")}
    assert optional & rooms() == set()


def test_the_verifier_is_held_to_needing_no_django() -> None:
    held = contract("A verifier needs no Django")
    assert held["source_modules"] == ["comity.cli.verify"]
