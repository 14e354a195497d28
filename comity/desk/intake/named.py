"""What things of the record are called, so that a cell may name one: by its id, or by what it is called there."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from comity.core.entity import Entity
from comity.core.errors import Malformed
from comity.core.text import Adoption, Text
from comity.desk.intake.wanted import Column, Wanted
from comity.desk.look import Look
from comity.desk.readings.paging import whole
from comity.desk.seen import Seen
from comity.sheets import alike, plain

SHOWN = 3


class Named:
    """The things that the columns of a list may name, as far as whoever enters it may see them."""

    def __init__(self, look: Look, wanted: Wanted) -> None:
        self._things: dict[str, set[str]] = {}
        self._plain: dict[str, set[str]] = {}
        self._alike: dict[str, set[str]] = {}
        self._names: dict[str, str] = {}
        for of in {each for column in wanted.columns for each in column.names_one_of}:
            for seen, name in _called(look, of):
                self._add(seen, name)

    def _add(self, seen: Seen[Any], name: str) -> None:
        self._names[seen.thing] = name
        for key in (seen.id, seen.thing):
            self._things.setdefault(key, set()).add(seen.thing)
        if name:
            self._plain.setdefault(plain(name), set()).add(seen.thing)
            self._alike.setdefault(alike(name), set()).add(seen.thing)

    def id_of(self, cell: str, column: Column) -> str:
        """Return the one thing that a cell names; raise Malformed where it is none, or one of several."""
        kinds = tuple(each.TYPE for each in column.names_one_of)
        found = _of(self._things.get(cell, ()), kinds) or _of(
            self._plain.get(plain(cell), ()), kinds
        )
        if len(found) == 1:
            return found[0].partition("/")[2] if column.is_bare else found[0]
        if found:
            raise Malformed(column.field, expected="one of that name", found=self._listed(found))
        expected = f"a {' or '.join(kinds)} that stands in the record"
        if near := _of(self._alike.get(alike(cell), ()), kinds):
            expected += f" (perhaps {self._listed(near)})"
        raise Malformed(column.field, expected=expected, found=repr(cell)[:80])

    def _listed(self, things: list[str]) -> str:
        told = [f"{self._names[each]} ({each})" if self._names[each] else each for each in things]
        more = f" and {len(told) - SHOWN} more" if len(told) > SHOWN else ""
        return ", ".join(told[:SHOWN]) + more


def _of(things: Iterable[str], kinds: tuple[str, ...]) -> list[str]:
    return sorted(each for each in things if each.partition("/")[0] in kinds)


def _called(look: Look, of: type[Entity]) -> list[tuple[Seen[Any], str]]:
    every = whole(look, of)
    if of is Adoption:  # It is called by its text.
        texts = look.many(Text, [str(each.value("text", "")) for each in every])
        told = [texts.get(str(each.value("text", ""))) for each in every]
        return [
            (each, str(text.value("title", "")) if text else "")
            for each, text in zip(every, told, strict=True)
        ]
    return [(each, str(each.value(of.CALLED, "")) if of.CALLED else "") for each in every]
