"""A list that was tried: what would be entered, what may be one with another, what was set aside, and why."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial

from comity.core.errors import Malformed
from comity.desk.desk import Desk
from comity.desk.intake import For, Happened, Left, Plan, plan, try_out
from comity.desk.intake.plan import rows_left
from comity.desk.intake.wanted import DECISION, worded
from comity.sheets import Matched, placed, write_csv, write_xlsx
from comity.web.importing.brought import Brought
from comity.web.importing.matching import decision_of, label_of
from comity.wording.set_aside import happened, noted, told_apart, where, why

SHOWN = 20
"""How many rows of a sort a page shows; the file of those set aside has all."""
ASKED = ("maybe-same", "renamed")
"""Reasons that are a question to a person."""


@dataclass(frozen=True, kw_only=True)
class Pair:
    """A row beside what it may be the same as, and in what the two differ."""

    row: int
    where: str
    thing: str
    """Its name in the record, where it stands there."""
    differs: Sequence[tuple[str, str, str]]
    is_decided: bool = False
    says: str = ""


@dataclass(frozen=True, kw_only=True)
class Tried:
    """What would come of a list."""

    count: int
    heads: Sequence[str]
    rows: Sequence[tuple[int, Sequence[tuple[str, str]]]]
    """The first rows that would be entered: each cell with what it is called."""
    same: int
    notes: Sequence[str]
    unused: Sequence[str]
    pairs: Sequence[Pair]
    left: Sequence[tuple[int, str]]
    more_left: int
    past: Sequence[str]
    more_past: int
    decided: int
    is_asked: bool
    """True where rows are set aside, for whatever reason."""


def planned(desk: Desk, brought: Brought) -> Plan:
    """Compare the list with the record; raise Malformed where its columns do not say what is needed."""
    return desk.read(
        desk.viewer(brought.person),
        plan,
        brought.wanted,
        brought.sheet,
        matched=matched(brought),
        given=brought.given,
        history=brought.history,
        decided=brought.decided,
    )


def matched(brought: Brought) -> Matched:
    """Return the columns as they were chosen; raise Malformed where the name has none."""
    sheet, wanted = brought.sheet, brought.wanted
    places = {field: place for field, place in brought.columns.items() if field in wanted.known}
    decision = decision_of(brought)
    if decision is not None and decision not in places.values():
        places[DECISION] = decision
    if wanted.name not in places and wanted.name not in brought.given:
        raise Malformed(wanted.name, expected="a column of the list", found="none")
    return placed(sheet.headings, places)


def tried(desk: Desk, brought: Brought, *, actor: For) -> tuple[Tried, list[Left]]:
    """Try every row by every rule; nothing stands afterwards."""
    wanted, found = brought.wanted, planned(desk, brought)
    outcomes = try_out(desk, wanted, found.enter, actor=actor)
    stood, left = told_apart(found, outcomes, name=wanted.name)
    asked = [each for each in left if each.why in ASKED and each.beside]
    others = [each for each in left if each not in asked]
    fields = [column.field for column in wanted.columns if _is_used(found, column.field)]
    called = partial(label_of, wanted)
    heads = [label_of(wanted, field) for field in fields]
    refused = {each.row.number for each in left}
    entered = [each for each in found.enter if each.row.number not in refused]
    rows = [
        (
            each.row.number,
            [
                (head, worded(each.fields.get(field, "")))
                for head, field in zip(heads, fields, strict=True)
            ],
        )
        for each in entered[:SHOWN]
    ]
    shown = Tried(
        count=len(stood),
        heads=heads,
        rows=rows,
        same=len(found.same),
        notes=[noted(each) for each in found.notes],
        unused=found.unused,
        pairs=[_pair(brought, each) for each in asked],
        left=[(each.row.number, why(each, called=called)) for each in others[:SHOWN]],
        more_left=max(len(others) - SHOWN, 0),
        past=_told(found.past),
        more_past=max(len(found.past) - SHOWN, 0),
        decided=len(brought.decided),
        is_asked=bool(left),
    )
    return shown, left


def _told(past: Sequence[Happened]) -> list[str]:
    return [happened(each) for each in past[:SHOWN]]


def _is_used(found: Plan, field: str) -> bool:
    return any(field in each.fields for each in found.enter)


def _pair(brought: Brought, left: Left) -> Pair:
    beside = left.beside
    assert beside is not None  # noqa: S101 — only these are asked about
    return Pair(
        row=left.row.number,
        where=where(beside),
        thing=beside.thing,
        differs=[
            (label_of(brought.wanted, field), here, there) for field, here, there in beside.differs
        ],
        says=why(left) if left.why == "renamed" else "",
    )


def file_of_left(brought: Brought, left: Sequence[Left], *, is_book: bool) -> bytes:
    """Write the rows that were set aside, each with why and with room for a decision."""
    headings = [*brought.sheet.headings, "why", DECISION]
    rows = rows_left(brought.sheet, left, [why(each) for each in left])
    return write_xlsx(headings, rows) if is_book else write_csv(headings, rows)
