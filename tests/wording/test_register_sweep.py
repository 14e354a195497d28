"""Whatever of an act is sealed or erased, its minutes read as sentences and tell nothing they should not."""

import re
from collections.abc import Iterator
from dataclasses import replace
from enum import StrEnum
from typing import Any

import pytest

from comity.acts.register import load
from comity.core.act import act_shapes, erasable_fields, required_fields
from comity.core.errors import Broken
from comity.core.shapes import Group, Several, shaped_fields
from comity.desk.cells import EMPTY, Cell, Sealed
from comity.desk.seen import Deed
from comity.wording import before, button, labels, minutes, minutes_text, part_says, title
from comity.wording.sentences import TEMPLATES
from tests.wording.conftest import KINDS
from tests.wording.samples import NAMES, deed, erased, fields_of, mark, recorded, sealed

every_kind = pytest.mark.parametrize("kind", KINDS)
ID_LIKE = re.compile(
    r"zq7|[a-z]+/[a-z0-9]|[a-z]_[a-z]|None|[{}]|Sealed\(|Erased\(|Value\(|  | [.,]|[.,:]\."
)


def is_a_sentence(sentence: str) -> bool:
    """Tell whether it begins with a capital, ends with a full stop and holds nothing raw."""
    begins = sentence.lstrip("“")[:1].isupper()
    return begins and sentence.endswith(".") and not ID_LIKE.search(sentence)


def seen_so(kind: str) -> Iterator[tuple[str, Deed, Cell | None]]:
    """Yield (what is hidden, the act so seen, the hidden cell): all seen, each sealed, each erased, all sealed."""
    fields = fields_of(kind)
    yield "nothing", deed(kind, fields), None
    yield (
        "optional",
        deed(kind, {each: fields[each] for each in required_fields(load()[kind])}),
        None,
    )
    for name, cell in fields.items():
        yield f"{name} sealed", deed(kind, {**fields, name: sealed(cell)}), cell
    for name in erasable_fields(load()[kind]):
        yield f"{name} erased", deed(kind, {**fields, name: erased(fields[name])}), fields[name]
    nothing = {name: sealed(cell) for name, cell in fields.items()}
    yield "party", deed(kind, fields, on_behalf_of=Sealed("party")), None
    yield "all", deed(kind, nothing, on_behalf_of=Sealed("party")), None
    yield "recorded", recorded(kind, fields), None
    yield "recorded, of nobody", replace(recorded(kind, fields), concerns=EMPTY), None
    yield "recorded, source sealed", replace(recorded(kind, fields), source=Sealed("words")), None
    yield "recorded, all", recorded(kind, nothing), None
    yield "struck", deed(kind, fields, struck_by=300), None


@every_kind
def test_minutes_read_as_a_sentence_whatever_is_hidden(kind: str) -> None:
    wrong = {
        what: sentence
        for what, act, _hidden in seen_so(kind)
        if not is_a_sentence(sentence := minutes_text(act, names=NAMES))
    }
    assert wrong == {}


@every_kind
def test_minutes_read_as_a_sentence_where_no_name_is_known(kind: str) -> None:
    wrong = {
        what: sentence
        for what, act, _hidden in seen_so(kind)
        if not is_a_sentence(sentence := minutes_text(act))
    }
    assert wrong == {}


@every_kind
def test_minutes_never_say_what_is_sealed_or_erased(kind: str) -> None:
    for what, act, hidden in seen_so(kind):
        words = [_found_by(each) for each in _strings(hidden.value if hidden else None)]
        said = [minutes_text(act, names=NAMES), str(minutes(act, names=NAMES))]
        assert [each for each in words for sentence in said if each in sentence] == [], what


def _found_by(planted: str) -> str:
    key = planted.rpartition("/")[2]
    return mark(key) if key.startswith("zq7") else planted


def _strings(value: Any) -> list[str]:
    match value:
        case StrEnum():
            return []
        case str():
            return [value]
        case tuple():
            return [found for each in value for found in _strings(each)]
        case object(__dict__=inside):
            return [found for each in inside.values() for found in _strings(each)]
    return []


@every_kind
def test_each_field_can_be_shown_alone_or_hidden(kind: str) -> None:
    for what, act, hidden in seen_so(kind):
        for name in act.fields:
            assert str(part_says(act, name, names=NAMES)) != "", (what, name)
            if hidden is not None and not act.fields[name].is_value:
                assert "Zq7" not in part_says(act, name, names=NAMES), (what, name)


@every_kind
def test_a_page_and_a_letter_say_the_same(kind: str) -> None:
    for _what, act, _hidden in seen_so(kind):
        page = re.sub(r"<[^>]+>", "", str(minutes(act, names=NAMES)))
        assert page.replace("&#x27;", "'") == minutes_text(act, names=NAMES)


@every_kind
def test_every_field_has_a_label(kind: str) -> None:
    found = labels(kind)
    fields = act_shapes(load()[kind])
    inner = [f"{name}.{part}" for name, shape in fields.items() for part, _, _ in _parts_of(shape)]
    assert [each for each in (*fields, *inner) if not found.get(each, ("", ""))[0]] == []


def _parts_of(shape: object) -> list[tuple[str, object, bool]]:
    group = shape.each if isinstance(shape, Several) else shape
    return list(shaped_fields(group.of)) if isinstance(group, Group) else []


@every_kind
def test_no_label_is_left_of_a_field_that_is_gone(kind: str) -> None:
    fields = act_shapes(load()[kind])
    own = set(labels(kind)) - {"id", "exercise", "follows", "is_another"}
    assert {each for each in own if each.partition(".")[0] not in fields} == set()


@every_kind
def test_heading_button_and_what_comes_of_it_are_said(kind: str) -> None:
    said = [title(kind), button(kind), before(kind)]
    assert [each for each in said if not each] == []
    assert before(kind).endswith(".")
    assert not button(kind).endswith(".")


def test_every_template_belongs_to_a_kind() -> None:
    shared = {"shared", "every"}
    templates = {path.stem for path in (TEMPLATES / "acts").glob("*.html")} - shared
    assert templates == {kind.partition("/")[0] for kind in KINDS}


def test_a_kind_without_a_template_is_broken() -> None:
    with pytest.raises(Broken, match=r"no wording for acts of kind 'reframe\.sing-loudly'"):
        title("reframe.sing-loudly")


def test_an_act_whose_kind_is_sealed_says_so() -> None:
    assert minutes_text(deed("", {})) == "An act whose contents are sealed from you."
