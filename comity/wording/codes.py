"""Every refusal code in the source, with the rule it rests on, read from it without running it.

The kinds' pages list them, and a test holds the words against them.
"""

import ast
from collections.abc import Iterator
from pathlib import Path

import comity
from comity.core.entity import entity_types
from comity.core.errors import Broken

ROOT = Path(comity.__file__).parent
ROOMS = ("acts", "core", "desk", "accounts")


def codes() -> frozenset[str]:
    """Return the codes of all refusals that acts, core, desk and accounts can give."""
    return frozenset(
        code
        for room in ROOMS
        for path in sorted((ROOT / room).rglob("*.py"))
        for code, _rule in refusals_in(path)
    )


def refusals_in(path: Path) -> Iterator[tuple[str, str]]:
    """Yield code and rule of the refusals made in one module, in the order they stand there."""
    tree = ast.parse(path.read_text("utf-8"))
    tables = dict(_tables(tree))
    for node in ast.walk(tree):
        if isinstance(node, ast.Call) and getattr(node.func, "id", "") == "Refusal" and node.args:
            given, rule = node.args[0], _rule_of(node)
            found = (
                _given_to(given.id, tree)
                if isinstance(given, ast.Name)
                else _codes_of(given, tables)
            )
            yield from ((code, rule) for code in found)


def _rule_of(call: ast.Call) -> str:
    rules = [each.value for each in call.keywords if each.arg == "rule"]
    return str(rules[0].value) if rules and isinstance(rules[0], ast.Constant) else ""


def _given_to(name: str, tree: ast.Module) -> Iterator[str]:
    """Yield the codes that a local name is given: as they stand, or by a function of the module."""
    given = [
        node.value
        for node in ast.walk(tree)
        if isinstance(node, ast.Assign) and ast.unparse(node.targets[0]) == name
    ]
    if not given:
        raise Broken(f"a code that cannot be read: {name}")
    for value in given:
        if not isinstance(value, ast.Call):
            yield from _codes_of(value, {})
            continue
        for function in tree.body:
            if getattr(function, "name", "") == ast.unparse(value.func):
                yield from _codes_returned(function)


def _codes_returned(function: ast.stmt) -> Iterator[str]:
    for node in ast.walk(function):
        if isinstance(node, ast.Return) and node.value:
            yield from _codes_of(node.value, {})


def _codes_of(given: ast.expr, tables: dict[str, list[str]]) -> Iterator[str]:
    match given:
        case ast.Constant(value=str(code)):
            yield from filter(None, (code,))
        case ast.JoinedStr(values=[ast.Constant(value=str(start)), *_]) if start == "no-such-":
            yield from (start + kind for kind in entity_types())
        case ast.Subscript(value=ast.Name(id=table)):
            yield from tables[table]
        case ast.IfExp(body=first, orelse=second):
            yield from _codes_of(first, tables)
            yield from _codes_of(second, tables)
        case _:
            raise Broken(f"a code that cannot be read: {ast.unparse(given)}")


def _tables(tree: ast.Module) -> Iterator[tuple[str, list[str]]]:
    for node in tree.body:
        target = node.targets[0] if isinstance(node, ast.Assign) else getattr(node, "target", None)
        value = getattr(node, "value", None)
        if isinstance(target, ast.Name) and isinstance(value, ast.Dict):
            yield (
                target.id,
                [ast.literal_eval(each) for each in value.values if isinstance(each, ast.Constant)],
            )
