"""Which column of a list says what."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from comity.core.errors import Malformed
from comity.sheets.names import plain


@dataclass(frozen=True)
class Matched:
    """For each field the place of its column; and the headings that no field was taken from."""

    places: Mapping[str, int]
    unused: tuple[str, ...]


def match(
    headings: Sequence[str],
    *,
    known: Mapping[str, Sequence[str]],
    asked: Mapping[str, str],
) -> Matched:
    """Match fields with headings, as asked or by the names they are known by; raise Malformed where unclear."""
    if strange := sorted(set(asked) - set(known)):
        raise Malformed("columns", expected=f"fields: {', '.join(known)}", found=strange[0])
    places = {field: _asked(headings, heading) for field, heading in asked.items()}
    for field, names in known.items():
        if field not in places:
            # A column that somebody gave to one field is not taken for another.
            free = [place for place in _of(headings, names) if place not in places.values()]
            if len(free) > 1:
                found = " and ".join(repr(headings[place]) for place in free)
                raise Malformed("columns", expected=f"one column for {field}", found=found)
            places.update((field, place) for place in free)
    unused = (name for place, name in enumerate(headings) if name and place not in places.values())
    return Matched(places, tuple(unused))


def likely(headings: Sequence[str], *, known: Mapping[str, Sequence[str]]) -> Mapping[str, int]:
    """Return the columns that fields are known by; none for a field that several could be."""
    places: dict[str, int] = {}
    for field, names in known.items():
        free = [place for place in _of(headings, names) if place not in places.values()]
        if len(free) == 1:
            places[field] = free[0]
    return places


def placed(headings: Sequence[str], places: Mapping[str, int]) -> Matched:
    """Return columns as a person chose them; raise Malformed where one is not there, or chosen twice."""
    for field, place in places.items():
        if not 0 <= place < len(headings):
            raise Malformed(field, expected="a column of the list", found=str(place))
    taken = list(places.values())
    for field, place in places.items():
        if taken.count(place) > 1:
            raise Malformed(field, expected="a column of its own", found=repr(headings[place])[:60])
    unused = (name for place, name in enumerate(headings) if name and place not in taken)
    return Matched(places, tuple(unused))


def _asked(headings: Sequence[str], heading: str) -> int:
    found = [place for place, each in enumerate(headings) if plain(each) == plain(heading)]
    if len(found) != 1:
        told = "no such column" if not found else f"{len(found)} of them"
        raise Malformed("columns", expected=f"one column {heading!r}", found=told)
    return found[0]


def _of(headings: Sequence[str], names: Sequence[str]) -> list[int]:
    """Return the columns under the name that is given first of those that any column has."""
    for name in names:
        if found := [place for place, each in enumerate(headings) if plain(each) == plain(name)]:
            return found
    return []
