"""The documentation page of a kind of act, written from the register, its template and its source alone."""

import inspect
import sys
from collections.abc import Iterator, Mapping
from pathlib import Path

from comity.core.act import Act, act_shapes, required_fields
from comity.core.audience import Audience
from comity.core.hours import Clock
from comity.core.rights import Chairs, Clerk, Invited, Mandated, Right, Seated
from comity.core.schema import name_of as without_version
from comity.core.schema import says as means
from comity.core.shapes import (
    Date,
    File,
    Flag,
    Group,
    Id,
    Instant,
    Line,
    OneOf,
    Several,
    Shape,
    Thing,
    To,
    Until,
    Whole,
    Words,
    shaped_fields,
)
from comity.wording.codes import ROOT, refusals_in
from comity.wording.enums import name_of
from comity.wording.refusal_words import NOT_FOUND, SAYS
from comity.wording.sentences import before, button, labels, part_label, title

GENERAL = (
    "core/act.py",
    "desk/rights.py",
    "desk/judging.py",
    "desk/readers.py",
    "desk/recording.py",
)
"""The sources of refusals that any act may meet."""
ROOMS = ("programme", "parties", "convene", "reframe", "mobilize", "operate")


def page(kind: str, cls: type[Act]) -> str:
    """Write the page of one kind, in Markdown."""
    return "\n".join(
        [
            f"# {title(kind)}",
            "",
            f"`{kind}`. The button says *{button(kind)}*.",
            "",
            *_meaning(cls),
            "",
            f"> {before(kind)}",
            "",
            "## Fields",
            "",
            *_fields(kind, cls),
            "",
            "## Who may",
            "",
            *_rights(cls),
            "",
            "## Who sees it",
            "",
            *_audiences(kind, cls),
            "",
            "## When it is refused",
            "",
            *_refusals(cls),
            "",
        ]
    )


def index(kinds: Mapping[str, type[Act]]) -> str:
    """Write the list of all kinds, and what any act may be refused for."""
    lines = [
        "# Kinds of act",
        "",
        "Each page is written from the code; a test keeps them equal.",
        "",
    ]
    for room in ROOMS:
        lines += [f"## {room.capitalize()}", "", "| kind | what it means |", "|---|---|"]
        for kind, cls in kinds.items():
            if kind.startswith(room + "."):
                name = without_version(kind)
                lines.append(f"| [{title(kind)}]({name}.md) | {means(cls)} |")
        lines.append("")
    lines += ["## What any act may be refused for", "", *_table(_general())]
    return "\n".join([*lines, ""])


def _meaning(cls: type[Act]) -> list[str]:
    module = inspect.getdoc(sys.modules[cls.__module__]) or ""
    return [module, "", inspect.getdoc(cls) or ""]


def _fields(kind: str, cls: type[Act]) -> Iterator[str]:
    yield "| field | on the form | what it is | needed | can be erased |"
    yield "|---|---|---|---|---|"
    known, needed = labels(kind), required_fields(cls)
    for name, shape in act_shapes(cls).items():
        label, hint = known[name]
        told = f"{label}. {hint}" if hint else label
        yield (
            f"| `{name}` | {told} | {shape_in_words(shape)} "
            f"| {'yes' if name in needed else ''} | {'yes' if shape.erasable else ''} |"
        )


def shape_in_words(shape: Shape) -> str:
    """Say what a field's value looks like."""
    match shape:
        case To():
            return f"the id of a {shape.entity.TYPE}{_on_line(shape.line)}"
        case Thing():
            kinds = ", ".join(shape.types) or "any type"
            return f"`type/id` of a thing ({kinds}){_on_line(shape.line)}"
        case OneOf():
            return "one of " + ", ".join(f"`{each}`" for each in shape.enum)
        case Several():
            return f"a list, each {shape_in_words(shape.each)}"
        case Group():
            parts = ", ".join(
                f"`{name}`: {shape_in_words(of)}" for name, of, _ in shaped_fields(shape.of)
            )
            return f"a record ({parts})"
    return PLAIN[type(shape)]


PLAIN: Mapping[type, str] = {
    Id: "a short name: `[a-z0-9-]{1,40}`",
    Line: "a line of words",
    Words: "words",
    Whole: "a whole number",
    Flag: "`true` or `false`",
    Date: "a date as exact as known: `2017`, `2017-11`, `2017-11-20`",
    Until: "a deadline: `2026-11-27T18:00:00-05:00[America/New_York]`",
    Clock: "a time of day: `09:30`",
    Instant: "an instant: `2026-11-27T23:00:00Z`",
    File: "a file that was sent to the desk before",
}


def _on_line(is_on_line: bool) -> str:  # noqa: FBT001 (it is a fact of the shape)
    return "; the act follows from it" if is_on_line else ""


def _rights(cls: type[Act]) -> list[str]:
    rights = cls.right if isinstance(cls.right, tuple) else (cls.right,)
    told = [f"- {right_in_words(each)}" for each in rights]
    if all(isinstance(each, Clerk) for each in rights):
        return told
    return [*told, "- recorded from a source: an archive or secretariat, with the power to record"]


def right_in_words(right: Right) -> str:
    """Say who may."""
    match right:
        case Mandated():
            return f"a person with a mandate to {name_of(right.power)} for the party"
        case Chairs():
            return "the chair of the body"
        case Seated():
            return "a person with a mandate to speak for a party that has a voice in the body"
        case Invited():
            return "the person whom the invitation names, with or without a mandate"
        case Clerk():
            return "the desk itself, and nobody else"


def _audiences(kind: str, cls: type[Act]) -> Iterator[str]:
    if cls.WITHIN_ROOM:
        yield "As the attribution rule of the body says: on the record everybody, otherwise its members."
        yield ""
    told = {
        part: who
        for part, who in cls.audience.items()
        if not cls.WITHIN_ROOM or part not in ("*", "by")
    }
    for part, who in told.items():
        label = "all that is not named here" if part == "*" else part_label(kind, part)
        yield f"- {label}: {name_of(who)}"
    if cls.WITHIN_ROOM:
        yield f"- {part_label(kind, 'by')}: {name_of(Audience.OWN)}"
    if cls.must_be_public:
        yield "- always public: " + ", ".join(
            "everything" if part == "*" else part_label(kind, part) for part in cls.must_be_public
        )
    yield ""
    yield "The signer may choose other readers, within what the body's rule allows."


def _refusals(cls: type[Act]) -> list[str]:
    own = list(refusals_in(Path(inspect.getfile(cls))))
    if not own:
        return [
            "Only for [what any act may be refused for](README.md#what-any-act-may-be-refused-for)."
        ]
    return [
        *_table(own),
        "",
        "And for [what any act may be refused for](README.md#what-any-act-may-be-refused-for).",
    ]


def _general() -> Iterator[tuple[str, str]]:
    for source in GENERAL:
        for code, rule in refusals_in(ROOT / source):
            yield ("no-such-…" if code.startswith("no-such-") else code, rule)


def _table(found: Iterator[tuple[str, str]] | list[tuple[str, str]]) -> list[str]:
    rows = [f"| `{code}` | {rule} | {_says(code)} |" for code, rule in dict.fromkeys(found)]
    return ["| code | rule | what it says |", "|---|---|---|", *rows]


def _says(code: str) -> str:
    """Write the words for a code, with dots where its facts will stand."""
    words = SAYS.get(code, NOT_FOUND)
    written = str(words[-1] if isinstance(words, tuple) else words)
    return written % _Dots()


class _Dots(dict[str, str]):
    def __missing__(self, fact: str) -> str:
        return "…"
