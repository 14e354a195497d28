"""List the kinds of act, or describe one.

    comity kinds
    comity kinds reframe.break-silence

This is the one command that loads the register and nothing else.
"""

import argparse

from comity.acts.register import load
from comity.cli.screen import FINE, UNREADABLE, Stop, show
from comity.core.act import Act, act_shapes, required_fields
from comity.core.schema import kind_schema, name_of, says


def configure(parser: argparse.ArgumentParser) -> None:
    """Take which kind, if one."""
    parser.add_argument(
        "kind",
        nargs="?",
        metavar="KIND",
        help="as in reframe.break-silence, with or without version",
    )


def run(args: argparse.Namespace) -> int:
    """Print them."""
    known = load()
    if args.kind:
        kind = full_name(args.kind, known)
        show(kind_schema(kind, known[kind]), plain=_described(kind, known[kind]), as_json=args.json)
        return FINE
    plain = "\n".join(f"{name_of(kind):<34}{says(cls)}" for kind, cls in known.items())
    show(
        {kind: kind_schema(kind, cls) for kind, cls in known.items()},
        plain=plain,
        as_json=args.json,
    )
    return FINE


def full_name(given: str, known: dict[str, type[Act]]) -> str:
    """Return a kind with its version: the newest where none is given."""
    if given in known:
        return given
    found = [kind for kind in known if name_of(kind) == given]
    if not found:
        raise Stop(f"there is no kind {given!r}; comity kinds lists them", code=UNREADABLE)
    return max(found, key=lambda kind: int(kind.partition("/")[2]))


def _described(kind: str, cls: type[Act]) -> str:
    needed = required_fields(cls)
    lines = [f"{kind}: {says(cls)}", ""]
    for name, shape in act_shapes(cls).items():
        what = shape.schema()
        words = what.get("description") or " | ".join(what.get("enum", ())) or what.get("type", "")
        lines.append(f"  {name:<22}{'needed  ' if name in needed else '        '}{words}")
    return "\n".join(lines)
