"""Wordings compared, in a terminal.

12: 40 agree, 9 disagree, 3 pass; Africa could accept it; Asia would block it.
Of 40 who saw 12 and 15, 9 prefer 12, 3 prefer 15, 20 agree with both.
"""

from typing import Any

from comity.cli.text_words import printable


def compared_words(told: dict[str, Any]) -> str:
    """Write a comparison as sentences."""
    lines = [*map(_wording, told["wordings"]), "", *map(_pair, told["pairs"]), ""]
    return "\n".join([*lines, _slate(told)])


def _wording(row: dict[str, Any]) -> str:
    said = f"{printable(row['id'])}: {row['agree']:,} agree, {row['disagree']:,} disagree, {row['pass']:,} pass"
    if [*row["accept"], *row["block"], *row["unheard"]] == ["all"]:
        return f"{said}."
    parts = (
        (row["accept"], "could accept it"),
        (row["block"], "would block it"),
        (row["unheard"], "did not see it"),
    )
    told = [f"{', '.join(map(printable, names))} {what}" for names, what in parts if names]
    return f"{'; '.join([said, *told])}."


def _pair(row: dict[str, Any]) -> str:
    one, two = printable(row["one"]), printable(row["two"])
    if not row["seen"]:
        return f"Nobody saw both {one} and {two}."
    return (
        f"Of {row['seen']:,} who saw {one} and {two}, {row['prefer_one']:,} prefer {one},"
        f" {row['prefer_two']:,} prefer {two}, {row['agree_with_both']:,} agree with both."
    )


def _slate(told: dict[str, Any]) -> str:
    if not told["slate"]:
        return "Nobody agrees with any of them."
    names = ", ".join(map(printable, told["slate"]))
    return (
        f"In this order they leave fewest people without one: {names}; {told['represented']:,} of {told['people']:,}"
        " people agree with one at least."
    )
