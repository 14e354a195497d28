"""Findings from votes, one statement after another, as one would with paper and pencil.

It shares nothing with the engine but the votes. Who is in which group, and each statement's bridging value, it is told
by the plain model beside it.
"""

import math
from dataclasses import dataclass
from fractions import Fraction
from typing import Any

Z = 1.959963984540054
Cell = tuple[int, int, int]
"""How many agree, disagree, and voted at all."""


@dataclass(frozen=True)
class Room:
    """What is known before anything is counted.

    people, statements   every identifier
    votes                {(person, statement): 1, 0 or -1}
    blocs                {person: bloc}, and {bloc: share} where shares are declared
    groups, count        {person: group} where there are groups, and how many
    bridge               {statement: value} where there is a model
    """

    people: tuple[str, ...]
    statements: tuple[str, ...]
    votes: dict[tuple[str, str], int]
    blocs: dict[str, str]
    shares: dict[str, float]
    groups: dict[str, int]
    count: int
    bridge: dict[str, float]


def plain(room: Room) -> dict[str, Any]:
    """Compute every number that follows from the votes."""
    by_statement = _by_statement(room)
    blocs = {who: bloc for who, bloc in room.blocs.items() if who in set(room.people)}
    groups = {who: str(group) for who, group in room.groups.items()}
    of, name = (groups, "groups") if room.count else (blocs, "blocs") if blocs else ({}, "room")
    names = sorted(set(blocs.values()))
    whole = dict.fromkeys(room.people, "all")
    parts = _tables(
        room,
        of or whole,
        by_statement,
        [str(at) for at in range(room.count)] if room.count else names or ["all"],
    )
    tables = {name: parts}
    if room.count and blocs:
        tables["blocs"] = _tables(room, blocs, by_statement, names)
    rows = [_row(each, by_statement[each], _column(parts, each), room) for each in room.statements]
    seen_by = tables.get("blocs") or (parts if room.count else None)
    return {
        "people": len(room.people),
        "statements": len(room.statements),
        "votes": len(room.votes),
        "statements_ranked": sorted(rows, key=_rank),
        "dependence": {
            "parts": name,
            "agreement": {
                kind: {
                    part: {s: _told(cell) for s, cell in table.items()}
                    for part, table in each.items()
                }
                for kind, each in tables.items()
            },
            "of_no_bloc": len(room.people) - len(blocs) if blocs else None,
            "statements": {
                each: _dependence(by_statement[each], _column(parts, each), seen_by, each, room)
                for each in room.statements
            },
            "measures": _measures(rows),
        },
    }


def _by_statement(room: Room) -> dict[str, dict[str, int]]:
    found: dict[str, dict[str, int]] = {each: {} for each in room.statements}
    for (person, statement), vote in room.votes.items():
        found[statement][person] = vote
    return found


def _tables(
    room: Room, of: dict[str, str], by_statement: dict[str, dict[str, int]], names: list[str]
) -> dict[str, dict[str, Cell]]:
    found: dict[str, dict[str, Cell]] = {part: {} for part in names}
    for statement in room.statements:
        held: dict[str, list[int]] = {part: [] for part in names}
        for person, vote in by_statement[statement].items():
            if person in of:
                held[of[person]].append(vote)
        for part in names:
            found[part][statement] = _cell(held[part])
    return found


def _cell(votes: list[int]) -> Cell:
    return votes.count(1), votes.count(-1), len(votes)


def _column(parts: dict[str, dict[str, Cell]], statement: str) -> list[Cell]:
    return [table[statement] for table in parts.values()] or [(0, 0, 0)]


def _interval(agree: int, seen: int) -> tuple[float, float]:
    if not seen:
        return 0.0, 1.0
    p = agree / seen
    middle = p + Z * Z / (2 * seen)
    half = Z * math.sqrt(p * (1 - p) / seen + Z * Z / (4 * seen * seen))
    scale = 1 + Z * Z / seen
    low, high = (middle - half) / scale, (middle + half) / scale
    return 0.0 if agree == 0 else low, 1.0 if agree == seen else high


def _told(cell: Cell) -> list[float]:
    return [*cell, *_interval(cell[0], cell[2])]


def _mean(counted: list[tuple[int, int]]) -> float:
    """Return the geometric mean of (counted + 1) / (seen + 2)."""
    product = math.prod(Fraction(one + 1, seen + 2) for one, seen in counted)
    return math.pow(product, 1 / len(counted))


def _row(name: str, votes: dict[str, int], column: list[Cell], room: Room) -> dict[str, Any]:
    agree, disagree, seen = _cell(list(votes.values()))
    known = seen > 0
    return {
        "id": name,
        "agree": agree,
        "disagree": disagree,
        "pass": seen - agree - disagree,
        "seen": seen,
        "floor": min(_interval(a, n)[0] for a, _, n in column) if known else None,
        "consensus": _mean([(a, n) for a, _, n in column]) if known else None,
        "rejection": _mean([(d, n) for _, d, n in column]) if known else None,
        "bridge": room.bridge.get(name) if known else None,
        "flip": _flip(column),
    }


def _verdict(column: list[Cell]) -> str:
    if any(seen == 0 for _, _, seen in column):
        return "unheard"
    if all(2 * agree > seen for agree, _, seen in column):
        return "agreed"
    return "rejected" if all(2 * disagree > seen for _, disagree, seen in column) else "divided"


def _flip(column: list[Cell]) -> int | None:
    match _verdict(column):
        case "unheard":
            return None
        case "agreed":
            return min(agree - seen // 2 for agree, _, seen in column)
        case "rejected":
            return min(disagree - seen // 2 for _, disagree, seen in column)
    return min(
        sum(max(seen // 2 + 1 - each[side], 0) for each in column for seen in (each[2],))
        for side in (0, 1)
    )


def _rank(row: dict[str, Any]) -> list[float]:
    """Rank by what is shown, which has six digits."""
    return [_down(row[key]) for key in ("floor", "consensus", "bridge")]


def _down(value: float | None) -> float:
    return math.inf if value is None else -round(value, 6)


def _dependence(
    votes: dict[str, int],
    column: list[Cell],
    seen_by: dict[str, dict[str, Cell]] | None,
    name: str,
    room: Room,
) -> dict[str, Any]:
    agree, _, seen = _cell(list(votes.values()))
    low, high = _interval(agree, seen)
    told = {
        "verdict": _verdict(column),
        "as_voted": agree / seen if seen else None,
        "low": low,
        "high": high,
    }
    if seen_by is None:
        return told
    cells = {part: table[name] for part, table in seen_by.items()}
    return {**told, **_views(agree, seen, cells, room.shares)}


def _views(
    agree: int, seen: int, cells: dict[str, Cell], shares: dict[str, float]
) -> dict[str, Any]:
    heard = {part: cell[0] / cell[2] for part, cell in cells.items() if cell[2]}
    one_voice = sum(heard.values()) / len(heard) if heard else None
    raked = None
    if shares and heard:
        raked = sum(shares[part] * each for part, each in heard.items())
        raked /= sum(shares[part] for part in heard)
    left = {
        part: (agree - cell[0]) / (seen - cell[2]) for part, cell in cells.items() if seen > cell[2]
    }
    asked = [agree / seen if seen else None, one_voice, raked, *left.values()]
    sides = {each > 0.5 for each in asked if each is not None}
    return {
        "one_bloc_one_voice": one_voice,
        "raked": raked,
        "leave_one_out": {
            "lowest": min(left.values()),
            "lowest_without": min(left, key=lambda part: left[part]),
            "highest": max(left.values()),
            "highest_without": max(left, key=lambda part: left[part]),
        }
        if left
        else None,
        "holds": len(sides) < 2,
    }


def _measures(rows: list[dict[str, Any]]) -> dict[str, Any]:
    heads = {}
    for key in ("floor", "consensus", "bridge"):
        known = [row for row in rows if row[key] is not None]
        heads[key] = [row["id"] for row in sorted(known, key=lambda row: _down(row[key]))[:10]]
    first = set(heads["floor"])
    shared = {key: len(first & set(heads[key])) for key in ("consensus", "bridge")}
    return {"first": heads, "shared_with_floor": shared}
