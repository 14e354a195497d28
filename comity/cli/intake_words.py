"""What came of a list, in words and for a program."""

import argparse
from typing import TYPE_CHECKING, Any

from comity.cli.text_words import printable
from comity.wording.set_aside import happened, noted, why

if TYPE_CHECKING:
    from comity.desk.intake import Left, Plan

SHOWN = 20
"""How many of a sort are named on the screen; --json and --left have all."""
ONE = {
    "organizations": "organization",
    "people": "person",
    "meetings": "meeting",
    "endorsements": "endorsement",
    "commitments": "commitment",
}


def told(
    found: "Plan", stood: list[tuple[int, str]], left: "list[Left]", *, batch: str, is_dry: bool
) -> dict[str, Any]:
    """Return what a program is told."""
    return {
        "ok": not left,
        "dry_run": is_dry,
        "batch": batch if stood else "",
        "entered": [name for _, name in stood] if is_dry else [act for act, _ in stood],
        "same": [{"row": row.number, "as": thing} for row, thing in found.same],
        "left": [{"row": each.row.number, "why": each.why, "says": why(each)} for each in left],
        "unused": list(found.unused),
        "notes": [
            {"what": each.what.value, "places": list(each.places), "says": noted(each)}
            for each in found.notes
        ],
        "history": [
            {
                "on": each.on,
                "what": each.what,
                "was": each.was,
                "now": each.now,
                "row": each.row,
                "thing": each.thing,
                "says": happened(each),
            }
            for each in found.past
        ],
    }


def words(result: dict[str, Any], args: argparse.Namespace) -> str:
    """Return what a person reads."""
    number, is_dry = len(result["entered"]), result["dry_run"]
    lines = [_entered(number, args.what, is_dry=is_dry)]
    if number_same := len(result["same"]):
        verb = "stands" if number_same == 1 else "stand"
        lines.append(f"{_rows(number_same)} of the list {verb} in the record already.")
    lines += [printable(each["says"]) for each in result["notes"]]
    if result["unused"]:
        headings = ", ".join(printable(each) for each in result["unused"])
        lines.append(
            f'Nothing is taken from: {headings}. (--column "HEADING=FIELD" says what one is)'
        )
    lines += _listed(
        result["history"], "thing is told by its history", "things are told by its history"
    )
    lines += _left(result["left"], args)
    if result["batch"]:
        lines.append(
            f"To undo all of it: comity import undo {result['batch']} --data {args.data}"
            f" --by {args.by} --on-behalf-of {args.on_behalf_of}"
        )
    return "\n".join(lines)


def _entered(number: int, what: str, *, is_dry: bool) -> str:
    if not number:
        return "Nothing would be entered." if is_dry else "Nothing was entered."
    name = ONE[what] if number == 1 else what
    verb = "would be" if is_dry else ("is" if number == 1 else "are")
    return f"{number:,} {name} {verb} entered."


def _rows(number: int) -> str:
    return "1 row" if number == 1 else f"{number:,} rows"


def _listed(told: list[dict[str, Any]], one: str, many: str) -> list[str]:
    if not told:
        return []
    lines = [f"{len(told):,} {one if len(told) == 1 else many}:"]
    lines += [f"  {printable(each['says'])}" for each in told[:SHOWN]]
    if len(told) > SHOWN:
        lines.append(f"  and {len(told) - SHOWN:,} more (--json has all)")
    return lines


def _left(left: list[dict[str, Any]], args: argparse.Namespace) -> list[str]:
    if not left:
        return []
    lines = [f"{_rows(len(left))} {'is' if len(left) == 1 else 'are'} set aside:"]
    lines += [f"  row {each['row']}: {printable(each['says'])}" for each in left[:SHOWN]]
    if len(left) > SHOWN:
        lines.append(f"  and {len(left) - SHOWN:,} more (--json and --left have all)")
    if args.left is not None:
        lines.append(
            f"They are written to {args.left}: mend them there, or write enter under decision."
        )
    return lines
