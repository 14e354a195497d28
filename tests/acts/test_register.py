"""Every kind of act, held against what each owes: a lawful case, every refusal reached, its words listed."""

import ast
import importlib
import inspect
import json
import re
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from comity.acts.register import load
from comity.core import order
from comity.core.act import (
    Act,
    act_shapes,
    erasable_fields,
    own_field_names,
    required_fields,
)
from comity.core.audience import ENVELOPE_KEYS, PARTS_OF_EVERY_ACT, Audience, reaches
from comity.core.entity import Entity, from_json, to_json
from comity.core.party import Attribution, Body
from comity.core.shapes import File, Group, Line, Several, Shape, Words, shaped_fields
from comity.store import things
from tests.acts.lawful import FIELDS, lawful
from tests.acts.scene import scene
from tests.acts.wrong import Wrong

KINDS = load()
NAMES = tuple(name.partition("/")[0] for name in KINDS)
RULES = Path(__file__).parents[2] / "docs" / "rules.md"
FROM_CORE = re.compile(r"no-such-.*|nothing-said|id-taken|crosses-the-exercise|takes-effect.*")


def wrongs(kind: str) -> tuple[Wrong, ...]:
    room, _, verb = kind.partition(".")
    module = importlib.import_module(f"tests.acts.{room}.test_{verb.replace('-', '_')}")
    assert kind == module.KIND
    found: tuple[Wrong, ...] = module.WRONG
    return found


def written(source: str) -> Iterator[tuple[str, str]]:
    """Yield (code, rule) of every refusal that a source file can give."""
    tree = ast.parse(source)
    tables = {
        node.targets[0].id: [
            value.value for value in node.value.values if isinstance(value, ast.Constant)
        ]
        for node in tree.body
        if isinstance(node, ast.Assign)
        and isinstance(node.targets[0], ast.Name)
        and isinstance(node.value, ast.Dict)
    }
    for call in ast.walk(tree):
        if (
            isinstance(call, ast.Call)
            and isinstance(call.func, ast.Name)
            and call.func.id == "Refusal"
        ):
            rules = [each.value for each in call.keywords if each.arg == "rule"]
            rule = rules[0].value if rules and isinstance(rules[0], ast.Constant) else ""
            match call.args[0]:
                case ast.Constant(value):
                    yield str(value), str(rule)
                case ast.Name("code"):
                    yield "no-such-…", str(rule)
                case ast.Subscript(value=ast.Name(table)):
                    yield from ((str(code), str(rule)) for code in tables[table])


def codes_of(kind: type[Act]) -> set[tuple[str, str]]:
    source = inspect.getsourcefile(kind)
    assert source is not None
    return set(written(Path(source).read_text(encoding="utf-8")))


def test_each_kind_has_a_lawful_case() -> None:
    assert len(NAMES) > 100
    assert sorted(FIELDS) == sorted(NAMES)


@pytest.mark.parametrize("kind", KINDS)
def test_a_kind_is_called_as_its_file(kind: str) -> None:
    name = kind.partition("/")[0].replace("-", "_")
    assert KINDS[kind].__module__ == f"comity.acts.{name}"


@pytest.mark.parametrize("kind", NAMES)
def test_every_refusal_of_a_kind_is_reached(kind: str) -> None:
    reached = {code for case in wrongs(kind) for code in case.codes}
    told = {code for code, _ in codes_of(KINDS[f"{kind}/1"])}
    assert told - reached == set()
    assert {code for code in reached - told if not FROM_CORE.fullmatch(code)} == set()


@pytest.mark.parametrize("kind", [*KINDS, ""])
def test_every_refusal_stands_in_the_rules(kind: str) -> None:
    listed = RULES.read_text(encoding="utf-8")
    told = codes_of(KINDS[kind]) if kind else set(written(inspect.getsource(order)))
    assert [each for each in sorted(told) if f"| `{each[0]}` | {each[1]} |" not in listed] == []
    assert [rule for _, rule in sorted(told) if f"\n- {rule} " not in listed] == []


@pytest.mark.parametrize("kind", NAMES)
def test_a_lawful_act_changes_something_and_reads_back_the_same(kind: str) -> None:
    act = lawful(kind)
    world = scene(kind)
    changes = list(act.changes(world.lent(act)))
    assert changes
    for change in changes:
        if isinstance(change, Entity):
            assert from_json(type(change), to_json(change)) == change


@pytest.mark.parametrize("kind", NAMES)
def test_what_it_says_it_makes_it_makes(kind: str) -> None:
    act = lawful(kind)
    world = scene(kind)
    made = {each.thing for each in act.changes(world.lent(act)) if isinstance(each, Entity)}
    assert set(act.makes()) <= made
    assert {thing for thing in made if thing not in world.things} - set(act.makes()) <= {
        "agenda/next-session",
        "arrangement/workshop",
        "attendance/third-session",
        "backing/arvenia-backs",
        "course/next-session",
        "hold/9",
        "minutes/third-session",
        "coming/invitation.workshop-arvenia.arvenia",
        "seating/workshop",
        "uptake/workshop-arvenia",
        "position/paragraph.understanding-p7.arvenia",
        "answer/round.guide-round.arvenia",
        "reply/circular.dates.meridonia",
        "unreached/meridonia-desk.arvenia",
        "vouching/meridonia-desk",
        "dissociation/paragraph.accord-p1.arvenia",
        "vote/ballot.guide-ballot.arvenia",
        "vote-note/ballot.earlier-ballot.arvenia",
    }


@pytest.mark.parametrize("kind", NAMES)
def test_what_it_changes_it_has_looked_at(kind: str) -> None:
    act = lawful(kind)
    lent = scene(kind).lent(act)
    changed = {each.thing for each in act.changes(lent) if isinstance(each, Entity)}
    asked = {f"{of.TYPE}/{key}" for of, key in lent.keys}
    listed = {
        each.thing for wanted in lent.lists for each in lent.all(wanted.of, **dict(wanted.where))
    }
    assert changed - asked - listed == set()


@pytest.mark.parametrize("kind", NAMES)
def test_its_audiences_name_its_own_parts(kind: str) -> None:
    act = lawful(kind)
    known = {*own_field_names(type(act)), *ENVELOPE_KEYS, "*"}
    for recorded in ("", "a source"):
        asked = lawful(kind, source=recorded)
        seen = asked.seen_by_default(scene(kind).lent(asked))
        assert set(seen) <= known
        assert all(isinstance(each, Audience) for each in seen.values())
        assert "*" in seen


@pytest.mark.parametrize("kind", NAMES)
def test_links_lead_from_what_it_makes_to_what_it_names(kind: str) -> None:
    act = lawful(kind)
    named = {thing for _, thing in act.touches()}
    for made, source in act.follows_from():
        assert made in set(act.makes())
        assert source in named


@pytest.mark.parametrize("kind", NAMES)
def test_ids_dates_and_decisions_are_never_erasable(kind: str) -> None:
    cls = KINDS[f"{kind}/1"]
    words = {"Words", "Line", "File", "Several"}
    assert {type(act_shapes(cls)[name]).__name__ for name in erasable_fields(cls)} <= words
    assert required_fields(cls) <= set(own_field_names(cls))


def planted(shape: Shape, value: Any, word: str) -> Any:
    """Put a word into all that the law may take away of one field."""
    match shape:
        case Words() | Line():
            return word
        case Several():
            return tuple(planted(shape.each, each, word) for each in value)
        case Group():
            typed = shaped_fields(shape.of)
            told = {name: word for name, inner, _ in typed if isinstance(inner, Words | Line)}
            return replace(value, **told)
        case File():
            return replace(value, digest=word)
    raise AssertionError(shape)


@pytest.mark.parametrize("kind", NAMES)
def test_erasing_reaches_every_word_wherever_it_was_copied(kind: str) -> None:
    act = lawful(kind)
    cls, shapes = type(act), act_shapes(type(act))
    words = {name: f"planted-{name}" for name in sorted(erasable_fields(cls))}
    told = {name: planted(shapes[name], getattr(act, name), word) for name, word in words.items()}
    act = replace(act, **told)
    parts = frozenset({*own_field_names(cls), *PARTS_OF_EVERY_ACT} - {"concerns"})
    world = scene(kind)
    for change in act.changes(world.lent(act)):
        if not isinstance(change, Entity):
            continue
        governing = things.told_by(type(change), parts)
        for name, value in things.written(change).items():
            found = {part for part, word in words.items() if f'"{word}"' in json.dumps(value)}
            assert found in (set(), {governing[name]}), f"{change.thing} {name}"
            assert not found or name in things.may_be_erased(type(change)), f"{change.thing} {name}"


ROOM_RULES = tuple(Attribution)


@pytest.mark.parametrize("kind", NAMES)
@pytest.mark.parametrize("rule", ROOM_RULES)
def test_what_a_kind_gives_is_seen_by_those_whom_it_binds(kind: str, rule: Attribution) -> None:
    act = lawful(kind)
    world = scene(kind)
    world.put(*[replace(each, attribution=rule) for each in world.of(Body)])
    lent = world.lent(act)
    given, least = act.seen_by_default(lent), act.seen_at_least(lent)
    names = {"kind", "on_behalf_of", *own_field_names(type(act))} if least else set()
    kept = {
        name: (given.get(name) or given["*"], least.get(name) or least["*"])
        for name in names
        if not reaches(given.get(name) or given["*"], least.get(name) or least["*"])
    }
    assert kept == {}


@pytest.mark.parametrize("kind", NAMES)
def test_every_kind_that_is_done_in_a_room_says_who_must_see_it(kind: str) -> None:
    act = lawful(kind)
    told = act.seen_at_least(scene(kind).lent(act))
    assert bool(told) or not act.WITHIN_ROOM
    assert set(type(act).least) <= {*own_field_names(type(act)), *ENVELOPE_KEYS, "*"}


@pytest.mark.parametrize("kind", NAMES)
def test_no_kind_asks_whether_it_is_recorded(kind: str) -> None:
    assert "is_recorded" not in inspect.getsource(KINDS[f"{kind}/1"])
