"""Fields that hold small records: a row for each, a column for each of its fields, and always a few rows more.

claims:says     the first column of every row, in order; claims:source the second
"""

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import zip_longest
from types import MappingProxyType
from typing import Any

from comity.acts.register import load
from comity.core.act import act_shapes
from comity.core.hours import Clock
from comity.core.shapes import Group, OneOf, Several, Shape, Whole, shaped_fields
from comity.desk.seen import Deed
from comity.web.acting.field import Cell, Option
from comity.wording import name_of
from comity.wording.sentences import part_label

SPARE = 2
"""How many empty rows stand below those that were filled in."""
LEAST = 3
PARTS = ("opens", "part")
"""The column that names parts of an act: they are offered by their labels."""


def columns(shape: Shape) -> Mapping[str, Shape]:
    """Return the fields of the records that a field holds; none where it holds no records."""
    if not (isinstance(shape, Several) and isinstance(shape.each, Group)):
        return {}
    return {name: of for name, of, _ in shaped_fields(shape.each.of)}


def names(kind: str) -> Iterator[str]:
    """Yield how every column of a kind's form is called."""
    for name, shape in act_shapes(load()[kind]).items():
        yield from (f"{name}:{column}" for column in columns(shape))


def typed_in(name: str, shape: Shape, typed: Mapping[str, str]) -> Sequence[Mapping[str, str]]:
    """Return the rows that were filled in, each without what was left empty."""
    told = {column: typed.get(f"{name}:{column}", "").split("\n") for column in columns(shape)}
    rows = (
        {column: value.strip() for column, value in zip(told, each, strict=True) if value.strip()}
        for each in zip_longest(*told.values(), fillvalue="")
    )
    return [row for row in rows if row]


def shown(
    name: str,
    shape: Shape,
    typed: Mapping[str, str],
    *,
    labels: Mapping[str, tuple[str, str]],
    deed: Deed | None,
    named: Mapping[str, Sequence[Option]] = MappingProxyType({}),
    unasked: Collection[str] = (),
) -> Sequence[Sequence[Cell]]:
    """Return the rows: those filled in, and a few to fill in.

    `named` are the things that a column may name, by `field:column`. Of the columns `unasked`, those are shown in which
    something stands.
    """
    filled = typed_in(name, shape, typed)
    asked = {
        column: of
        for column, of in columns(shape).items()
        if column not in unasked or any(column in row for row in filled)
    }
    heads = {each: labels.get(f"{name}.{each}", (each, ""))[0] for each in asked}
    empty: list[Mapping[str, str]] = [{}] * max(SPARE, LEAST - len(filled))
    return [
        [
            Cell(
                name=f"{name}:{column}",
                head=heads[column],
                label=f"{heads[column]}, {number}",
                value=row.get(column, ""),
                input=_input(of, row.get(column, "")),
                options=_chosen(named[f"{name}:{column}"], row.get(column, ""))
                if named.get(f"{name}:{column}")
                else _options((name, column), of, row.get(column, ""), deed=deed),
            )
            for column, of in asked.items()
        ]
        for number, row in enumerate([*filled, *empty], start=1)
    ]


def _input(shape: Shape, value: str) -> str:
    """Name the kind of place to type in; what was typed and is none of that kind is shown as it was typed."""
    if isinstance(shape, Clock) and shape.fits(value):
        return "time"
    return "number" if isinstance(shape, Whole) and (not value or value.isdecimal()) else "text"


def _chosen(options: Sequence[Option], value: str) -> Sequence[Option]:
    """Mark the one that is chosen; what stands and is not among them is not lost."""
    listed = [replace(each, is_chosen=each.value == value) for each in options]
    if value and not any(each.is_chosen for each in listed):
        listed.insert(0, Option(value, value, is_chosen=True))
    return listed


def _options(at: tuple[str, str], shape: Any, value: str, *, deed: Deed | None) -> Sequence[Option]:
    if isinstance(shape, OneOf):
        return [Option(each.value, name_of(each), each.value == value) for each in shape.enum]
    if at == PARTS and deed is not None:
        parts = ("kind", "by", "on_behalf_of", *deed.fields)
        return [Option(each, part_label(deed.kind, each), each == value) for each in parts]
    return ()
