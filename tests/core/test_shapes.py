from enum import StrEnum
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from comity.acts.register import load
from comity.core.act import act_shapes
from comity.core.errors import Malformed
from comity.core.party import Party
from comity.core.programme import Claim
from comity.core.reading import read_act
from comity.core.shapes import (
    Blob,
    Date,
    File,
    Flag,
    Group,
    Id,
    Instant,
    Line,
    OneOf,
    Several,
    Shape,
    Thing,
    To,
    Until,
    Whole,
    Words,
    is_thing,
)
from tests.acts.lawful import FIELDS
from tests.acts.scene import NOW


class Colour(StrEnum):
    RED = "red"


SHAPES: tuple[Shape, ...] = (
    Id(),
    To(Party),
    Thing(),
    Thing(("party", "norm")),
    Line(),
    Words(),
    OneOf(Colour),
    Whole(),
    Flag(),
    Date(),
    Until(),
    Instant(),
    File(),
    Group(Claim),
    Several(Id()),
    Several(Group(Claim), least=1, most=2),
)
JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=60),
    lambda inner: (
        st.lists(inner, max_size=4) | st.dictionaries(st.text(max_size=12), inner, max_size=4)
    ),
    max_leaves=12,
)


@pytest.mark.parametrize("shape", SHAPES, ids=repr)
@given(value=JSON)
def test_bad_bytes_are_malformed_and_nothing_else(shape: Shape, value: Any) -> None:
    try:
        shape.read(value, "field")
    except Malformed:
        return


@pytest.mark.parametrize("shape", SHAPES, ids=repr)
def test_a_shape_describes_itself(shape: Shape) -> None:
    assert isinstance(shape.schema(), dict)


@given(kind=st.sampled_from(sorted(FIELDS)), data=st.data())
def test_a_bad_act_is_malformed_and_nothing_else(kind: str, data: st.DataObject) -> None:
    load()
    own = dict(FIELDS[kind])
    name = data.draw(st.sampled_from([*act_shapes(load()[f"{kind}/1"]), "colour"]))
    own[name] = data.draw(JSON)
    try:
        read_act(f"{kind}/1", own, {"by": "ines", "on_behalf_of": "harbour", "at": NOW})
    except Malformed:
        return


@pytest.mark.parametrize(
    ("shape", "value", "read"),
    [
        (Id(), "cables-7", "cables-7"),
        (Thing(("norm",)), "norm/n-1", "norm/n-1"),
        (Line(), "e\u0301", "\u00e9"),
        (Words(), "a\r\nb\rc", "a\nb\nc"),
        (Words(), "e\u0301", "e\u0301"),
        (Whole(), 7, 7),
        (Several(Id()), ["a", "b"], ("a", "b")),
        (
            File(),
            {"blob": "f" * 43, "length": 1, "media_type": "text/plain"},
            Blob("f" * 43, 1, "text/plain"),
        ),
        (Group(Claim), {"says": "May", "source": "a"}, Claim("May", "a")),
    ],
)
def test_what_is_read(shape: Shape, value: Any, read: Any) -> None:
    assert shape.read(value, "field") == read


@pytest.mark.parametrize(
    ("shape", "value"),
    [
        (Id(), ""),
        (Id(), "a" * 41),
        (Id(), "Upper"),
        (Id(), "a\n"),
        (Thing(("norm",)), "party/a"),
        (Thing(), "norm/"),
        (Thing(), "norm/a/b"),
        (Line(), "two\nlines"),
        (Line(), "x" * 501),
        (Line(), "\u202eevil"),
        (Line(), "\ud800"),
        (Words(), "\x00"),
        (Words(), "x" * 200_001),
        (OneOf(Colour), "blue"),
        (OneOf(Colour), ["red"]),
        (Whole(), True),
        (Whole(), -1),
        (Whole(), 2**53),
        (Whole(), 1.0),
        (Flag(), 1),
        (Date(), 2017),
        (Several(Id(), least=2), ["a"]),
        (Several(Id(), most=1), ["a", "b"]),
        (Several(Id()), "ab"),
        (File(), {"blob": "short", "length": 1, "media_type": "text/plain"}),
        (File(), {"blob": "f" * 43, "length": -1, "media_type": "text/plain"}),
        (File(), {"blob": "f" * 43, "length": 1}),
        (Group(Claim), {"says": "May"}),
        (Group(Claim), {"says": "May", "source": "a", "more": "b"}),
    ],
)
def test_what_is_not(shape: Shape, value: Any) -> None:
    with pytest.raises(Malformed):
        shape.read(value, "field")


def test_a_thing_is_written_as_type_and_id() -> None:
    assert [is_thing(each) for each in ("norm/a", "norm", "norm/", "/a", "a b/c", "Norm/a")] == [
        True,
        False,
        False,
        False,
        False,
        False,
    ]
