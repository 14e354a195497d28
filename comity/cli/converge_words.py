"""Findings in a terminal: what unites first, in words, with what would overturn it.

Every bloc agrees with statement 12; lowest support 71 % (64 to 78, Africa); it would take 9 people to overturn.
"""

from collections.abc import Iterator
from typing import Any

from comity.cli.text_words import printable
from comity.converge.check import Difference

SHOWN = 5
"""Statements that are named under each head; --json has all."""


def words(found: dict[str, Any]) -> str:
    """Write findings as sentences."""
    head = (
        f"{_number(found['people'])} people, {_number(found['statements'])} statements,"
        f" {_number(found['votes'])} votes."
    )
    lines = [head, ""]
    if not found["votes"]:
        return "\n".join([*lines, "Nobody said anything: there is nothing to find."])
    for title, sentences in (
        ("What unites", _of(found, "agreed", "agrees with", 0)),
        ("What is rejected together", _of(found, "rejected", "rejects", 1)),
        ("What divides", _divided(found)),
        ("What bridges", list(_bridges(found))),
        ("Groups", [found["groups"]["reason"]]),
        ("On whom this depends", list(_depends(found))),
    ):
        lines += [title, *(f"  {each}" for each in sentences), ""]
    return "\n".join([*lines, f"Digest {found['digest']}"])


def checked_words(wrong: list[Difference], *, drawn: int) -> str:
    """Write what a check found; drawn is how often people were drawn anew for it."""
    if not wrong:
        return "Everything is as told: all of it was computed again from the votes."
    lines = [
        f"{_number(len(wrong))} differ:",
        *(f"  {printable(str(each))}" for each in wrong[:20]),
    ]
    lines += [f"  {each}" for each in _more(len(wrong) - 20)]
    if any(each.place.startswith("groups.") for each in wrong):
        lines.append(
            f"People were drawn anew {_number(drawn)} times here; findings that were made with another --bootstrap are"
            " checked with the same."
        )
    return "\n".join(lines)


def _of(found: dict[str, Any], verdict: str, verb: str, counted: int) -> list[str]:
    told = found["dependence"]["statements"]
    rows = [row for row in found["statements_ranked"] if told[row["id"]]["verdict"] == verdict]
    if counted:
        rows.sort(key=lambda row: -row["rejection"])
    if not rows:
        return [f"There is no statement that {_everybody(found)} {verb}."]
    lines = [_sentence(found, row, verb, counted) for row in rows[:SHOWN]]
    return lines + _more(len(rows) - SHOWN)


def _more(number: int) -> list[str]:
    return [f"And {_number(number)} more (--json has all)."] if number > 0 else []


def _everybody(found: dict[str, Any]) -> str:
    return {"room": "the room", "blocs": "every bloc", "groups": "every group"}[
        found["dependence"]["parts"]
    ]


def _sentence(found: dict[str, Any], row: dict[str, Any], verb: str, counted: int) -> str:
    name, share, cell = _lowest(found, row["id"], counted)
    kind = found["dependence"]["parts"]
    whom = "" if kind == "room" else f", {_part(name, kind)}"
    level = "support" if whom == "" else "lowest support"
    if counted:
        level, span = level.replace("support", "rejection"), f"{cell[counted]} of {cell[2]}{whom}"
    else:
        span = f"{_percent(cell[3])} to {_percent(cell[4])}{whom}"
    return (
        f"{_everybody(found).capitalize()} {verb} statement {printable(row['id'])};"
        f" {level} {_percent(share)} % ({span}); it would take {_people(row['flip'])} to overturn."
    )


def _lowest(found: dict[str, Any], statement: str, counted: int) -> tuple[str, float, list[Any]]:
    table = found["dependence"]["agreement"][found["dependence"]["parts"]]
    cells = {part: rows[statement] for part, rows in table.items()}
    name = min(cells, key=lambda part: (cells[part][counted] / cells[part][2], part))
    return name, cells[name][counted] / cells[name][2], cells[name]


def _part(name: str, kind: str) -> str:
    return f"group {name}" if kind == "groups" else printable(name)


def _bridges(found: dict[str, Any]) -> Iterator[str]:
    """Yield what somebody in the middle of the room would agree with most, and how far that is what all agree with."""
    first = found["dependence"]["measures"]["first"]["bridge"]
    if not first:
        yield "There is no model of the room, so it is not known what somebody in its middle would say."
        return
    rows = {row["id"]: row for row in found["statements_ranked"]}
    for name in first[:SHOWN]:
        row = rows[name]
        yield (
            f"Statement {printable(name)}: somebody in the middle would say {row['bridge']:+.2f}, from -1 to 1;"
            f" {_number(row['agree'])} of {_number(row['seen'])} agree."
        )
    shared = found["dependence"]["measures"]["shared_with_floor"]["bridge"]
    yield f"Of the first {len(first)} that bridge, {shared} are among the first by support where it is lowest."


def _divided(found: dict[str, Any]) -> list[str]:
    told = found["dependence"]["statements"]
    rows = [row for row in found["statements_ranked"] if told[row["id"]]["verdict"] == "divided"]
    if not rows:
        return ["There is no statement that all have seen and that divides them."]
    # Those where both sides are strongest come first.
    rows.sort(key=lambda row: -min(row["agree"], row["disagree"]) / row["seen"])
    lines = [
        f"Statement {printable(row['id'])}: {_number(row['agree'])} agree, {_number(row['disagree'])}"
        f" disagree, {_number(row['pass'])} pass; it would take {_people(row['flip'])} to settle."
        for row in rows[:SHOWN]
    ]
    return lines + _more(len(rows) - SHOWN)


def _depends(found: dict[str, Any]) -> Iterator[str]:
    told = found["dependence"]["statements"]
    known = {name: row for name, row in told.items() if row.get("leave_one_out")}
    if not known:
        yield "No blocs are declared (--blocs), so it is not known on whom."
        return
    kind = "blocs" if "blocs" in found["dependence"]["agreement"] else "groups"
    turned = [name for name, row in known.items() if not row["holds"]]
    yield (
        f"{_number(len(known) - len(turned))} of {_number(len(known))} statements have their majority, or have none,"
        f" whichever way the {kind} are counted."
    )
    for name in turned[:SHOWN]:
        row = known[name]
        out = row["leave_one_out"]
        yield (
            f"Statement {printable(name)} does not: {_percent(row['as_voted'])} % as voted,"
            f" {_percent(row['one_bloc_one_voice'])} % one {kind[:-1]} one voice,"
            f" {_percent(out['lowest'])} % without {_part(out['lowest_without'], kind)},"
            f" {_percent(out['highest'])} % without {_part(out['highest_without'], kind)}."
        )
    yield from _more(len(turned) - SHOWN)


def _number(value: int) -> str:
    return f"{value:,}"


def _people(value: int) -> str:
    return "1 person" if value == 1 else f"{_number(value)} people"


def _percent(value: float) -> str:
    return f"{100 * value:.0f}"
