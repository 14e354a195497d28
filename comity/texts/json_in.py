"""Reads what merge and rebase are asked, as JSON, and says exactly where it is not what it should be.

    {"base": [{"id", "text"} …],
     "proposals": [{"id", "by", "edited": [{"id", "text"} | {"after": ID or null, "text"} …], "deleted": [ID …]} …],
     "accept": "all" or [ID …],        merge
     "new_base": [{"id", "text"} …]}  rebase

What ``comity text read`` prints can be given as it is: its ``paragraphs`` are the base. An edited entry may also have
what a rebase gave it: ``operations`` (``{"atoms": [start, end], "text", "rank", "before"}``; ``before`` are notes whose
references stand behind it), an ``id`` and a ``rank`` for a new paragraph; json_form has what may be said of a paragraph
besides its words. Any other key is refused: a misspelt one would be words lost in silence.
"""

import json
from dataclasses import dataclass
from typing import Any

from comity.texts.docx.document import Comment
from comity.texts.errors import Unreadable
from comity.texts.json_form import FIELDS, form, formats
from comity.texts.json_shape import integers, keys, listed, string, strings
from comity.texts.operation import Operation
from comity.texts.proposal import Edited, Inserted, Proposal
from comity.texts.version import Paragraph, Version

_PROPOSAL = ("by", "at", "edited", "deleted", "operations", "status", "conflicts")

LARGEST = 256 << 20
"""Bytes of JSON that are read at all."""


@dataclass(frozen=True, slots=True)
class Asked:
    """What merge or rebase is asked."""

    base: Version
    proposals: tuple[Proposal, ...]
    accept: tuple[str, ...] | None = None
    new_base: Version | None = None
    comments: tuple[Comment, ...] = ()


def read_asked(raw: bytes, *, rebase: bool = False) -> Asked:
    """Read a merge or rebase file. Raises Unreadable at the first thing that is wrong, naming its place."""
    whole = _loaded(raw)
    base = (
        "paragraphs" if isinstance(whole, dict) and "base" not in whole and not rebase else "base"
    )
    need = (base, "proposals", "new_base") if rebase else (base, "proposals")
    whole = keys(whole, "", need=need, may=() if rebase else ("accept", "comments", "unread"))
    accept = whole.get("accept", "all")
    return Asked(
        base=_version(whole[base], base),
        proposals=tuple(
            _proposal(each, f"proposals[{n}]")
            for n, each in enumerate(listed(whole["proposals"], "proposals"))
        ),
        accept=None if accept == "all" else tuple(strings(accept, "accept")),
        new_base=_version(whole["new_base"], "new_base") if rebase else None,
        comments=tuple(
            _comment(each, f"comments[{n}]")
            for n, each in enumerate(listed(whole.get("comments", []), "comments"))
        ),
    )


def _loaded(raw: bytes) -> Any:
    if len(raw) > LARGEST:
        raise Unreadable(f"it has {len(raw)} bytes; at most {LARGEST} are read")
    try:
        return json.loads(
            raw.decode("utf-8-sig"), object_pairs_hook=_once, parse_constant=_constant
        )
    except UnicodeDecodeError as error:
        raise Unreadable("it is not UTF-8", place=f"byte {error.start}") from None
    except json.JSONDecodeError as error:
        place = f"line {error.lineno}, column {error.colno}"
        raise Unreadable(f"it is not JSON ({error.msg})", place=place) from None
    except RecursionError:
        raise Unreadable("it is nested too deeply") from None
    except ValueError as error:
        raise Unreadable(f"it is not JSON as we read it ({error})") from None


def _once(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    found: dict[str, Any] = {}
    for name, value in pairs:
        if name in found:
            raise Unreadable(f"the key {name!r} stands twice in one object")
        found[name] = value
    return found


def _constant(name: str) -> None:
    raise ValueError(f"{name} is no JSON")


def _version(value: Any, place: str) -> Version:
    paragraphs = []
    for n, each in enumerate(listed(value, place)):
        here = f"{place}[{n}]"
        entry = keys(each, here, need=("id", "text"), may=("number", *FIELDS))
        name, text = string(entry["id"], f"{here}.id"), string(entry["text"], f"{here}.text")
        paragraphs.append(Paragraph(name, text, **form(entry, here, text=text)))
    try:
        return Version(tuple(paragraphs))
    except Unreadable as error:
        raise Unreadable(error.what, place=place) from None


def _proposal(value: Any, place: str) -> Proposal:
    entry = keys(value, place, need=("id",), may=_PROPOSAL)
    edited: list[Edited] = []
    inserted: list[Inserted] = []
    for n, each in enumerate(listed(entry.get("edited", []), f"{place}.edited")):
        here = f"{place}.edited[{n}]"
        if isinstance(each, dict) and "after" in each:
            inserted.append(_inserted(each, here))
        else:
            edited.append(_edited(each, here))
    return Proposal(
        id=string(entry["id"], f"{place}.id"),
        by=string(entry.get("by", ""), f"{place}.by"),
        edited=tuple(edited),
        inserted=tuple(inserted),
        deleted=tuple(strings(entry.get("deleted", []), f"{place}.deleted")),
        at=string(entry.get("at", ""), f"{place}.at"),
    )


def _comment(value: Any, place: str) -> Comment:
    entry = keys(value, place, need=("text", "paragraph"), may=("by", "at", "about"))
    return Comment(
        **{
            name: string(entry.get(name, ""), f"{place}.{name}")
            for name in ("by", "at", "text", "paragraph", "about")
        }
    )


def _edited(value: Any, place: str) -> Edited:
    entry = keys(value, place, need=("id", "text"), may=("operations", "formats"))
    carried = None
    if "operations" in entry:
        entries = listed(entry["operations"], f"{place}.operations")
        carried = tuple(
            _operation(each, f"{place}.operations[{n}]") for n, each in enumerate(entries)
        )
    text = string(entry["text"], f"{place}.text")
    said = entry.get("formats")
    return Edited(
        string(entry["id"], f"{place}.id"),
        text,
        carried,
        None if said is None else formats(said, f"{place}.formats", text=text),
    )


def _inserted(value: Any, place: str) -> Inserted:
    entry = keys(value, place, need=("after", "text"), may=("id", "rank", *FIELDS))
    after, text = entry["after"], string(entry["text"], f"{place}.text")
    return Inserted(
        after=None if after is None else string(after, f"{place}.after"),
        text=text,
        **form(entry, place, text=text),
        id=string(entry.get("id", ""), f"{place}.id"),
        rank=integers(entry.get("rank", []), f"{place}.rank"),
    )


def _operation(value: Any, place: str) -> Operation:
    entry = keys(value, place, need=("atoms", "text"), may=("rank", "before"))
    span = integers(entry["atoms"], f"{place}.atoms")
    if len(span) != 2 or span[0] > span[1]:
        raise Unreadable("atoms are a start and an end", place=f"{place}.atoms")
    rank = integers(entry.get("rank", []), f"{place}.rank")
    before = tuple(strings(entry.get("before", []), f"{place}.before"))
    return Operation(*span, rank, string(entry["text"], f"{place}.text"), before)
