"""Findings as somebody was given them: JSON, with the parts that a check begins from."""

import json
from dataclasses import dataclass
from typing import Any

from comity.converge.check.plain import Again
from comity.converge.errors import Unreadable
from comity.converge.positions import Positions
from comity.converge.reading.blocs import Declared


@dataclass(frozen=True)
class Told:
    """Findings, with who is in which group and each statement's bridging value taken out of them."""

    whole: dict[str, Any]
    members: dict[str, int]
    bridge: dict[str, float | None]


def read_findings(raw: bytes) -> Told:
    """Read what `comity converge --json` printed. Raises Unreadable."""
    try:
        whole = json.loads(raw)
    except json.JSONDecodeError as error:
        what = f"this is no JSON ({error.msg})"
        raise Unreadable(what, line=error.lineno, column=error.colno) from None
    except (UnicodeDecodeError, RecursionError) as error:
        raise Unreadable(f"this is no JSON ({error})", line=1, column=1) from None
    match whole:
        case {"groups": {"members": dict(members)}, "statements_ranked": list(rows)} if all(
            isinstance(each, int) for each in members.values()
        ) and all(isinstance(row, dict) and isinstance(row.get("id"), str) for row in rows):
            bridge = {row["id"]: row.get("bridge") for row in rows}
            return Told(whole, members, bridge)
    raise Unreadable(
        "these are no findings: groups.members and statements_ranked are wanted", line=1, column=1
    )


def known(told: Told, *, room: Positions, declared: Declared | None) -> Again:
    """Put together what the plain code begins from."""
    votes = zip(room.person.tolist(), room.statement.tolist(), room.vote.tolist(), strict=True)
    return Again(
        room.people,
        room.statements,
        {(room.people[person], room.statements[said]): vote for person, said, vote in votes},
        {} if declared is None else declared.of,
        {} if declared is None else declared.shares,
        told.members,
        told.bridge,
    )
