"""Reads what merge and rebase are asked, as JSON, and says exactly where it is not what it should be.

    {"base": [{"id", "text"} …],
     "proposals": [{"id", "by", "edited": [{"id", "text"} | {"after": ID or null, "text"} …], "deleted": [ID …]} …],
     "accept": "all" or [ID …],        merge
     "new_base": [{"id", "text"} …]}  rebase

What ``comity text read`` prints can be given as it is: its ``paragraphs`` are the base. An edited entry may also have
what a rebase gave it: ``operations`` (``{"atoms": [start, end], "text", "rank"}``), an ``id`` and a ``rank`` for a new
paragraph. Any other key is refused: a misspelt one would be words lost in silence.
"""

import json
import re
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from comity.texts.docx.document import Comment
from comity.texts.errors import Unreadable
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
    whole = _keys(whole, "", need=need, may=() if rebase else ("accept", "comments", "unread"))
    accept = whole.get("accept", "all")
    return Asked(
        base=_version(whole[base], base),
        proposals=tuple(
            _proposal(each, f"proposals[{n}]")
            for n, each in enumerate(_list(whole["proposals"], "proposals"))
        ),
        accept=None if accept == "all" else tuple(_strings(accept, "accept")),
        new_base=_version(whole["new_base"], "new_base") if rebase else None,
        comments=tuple(
            _comment(each, f"comments[{n}]")
            for n, each in enumerate(_list(whole.get("comments", []), "comments"))
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
    for n, each in enumerate(_list(value, place)):
        here = f"{place}[{n}]"
        entry = _keys(each, here, need=("id", "text"), may=("kind", "level", "number"))
        paragraphs.append(
            Paragraph(
                _string(entry["id"], f"{here}.id"),
                _string(entry["text"], f"{here}.text"),
                _string(entry.get("kind", ""), f"{here}.kind"),
                *_integers([entry.get("level", 0)], f"{here}.level"),
            )
        )
    try:
        return Version(tuple(paragraphs))
    except Unreadable as error:
        raise Unreadable(error.what, place=place) from None


def _proposal(value: Any, place: str) -> Proposal:
    entry = _keys(value, place, need=("id",), may=_PROPOSAL)
    edited: list[Edited] = []
    inserted: list[Inserted] = []
    for n, each in enumerate(_list(entry.get("edited", []), f"{place}.edited")):
        here = f"{place}.edited[{n}]"
        if isinstance(each, dict) and "after" in each:
            inserted.append(_inserted(each, here))
        else:
            edited.append(_edited(each, here))
    return Proposal(
        id=_string(entry["id"], f"{place}.id"),
        by=_string(entry.get("by", ""), f"{place}.by"),
        edited=tuple(edited),
        inserted=tuple(inserted),
        deleted=tuple(_strings(entry.get("deleted", []), f"{place}.deleted")),
        at=_string(entry.get("at", ""), f"{place}.at"),
    )


def _comment(value: Any, place: str) -> Comment:
    entry = _keys(value, place, need=("text", "paragraph"), may=("by", "at", "about"))
    return Comment(
        **{
            name: _string(entry.get(name, ""), f"{place}.{name}")
            for name in ("by", "at", "text", "paragraph", "about")
        }
    )


def _edited(value: Any, place: str) -> Edited:
    entry = _keys(value, place, need=("id", "text"), may=("operations",))
    carried = None
    if "operations" in entry:
        listed = _list(entry["operations"], f"{place}.operations")
        carried = tuple(
            _operation(each, f"{place}.operations[{n}]") for n, each in enumerate(listed)
        )
    text = _string(entry["text"], f"{place}.text")
    return Edited(_string(entry["id"], f"{place}.id"), text, carried)


def _inserted(value: Any, place: str) -> Inserted:
    entry = _keys(value, place, need=("after", "text"), may=("id", "rank"))
    after = entry["after"]
    return Inserted(
        after=None if after is None else _string(after, f"{place}.after"),
        text=_string(entry["text"], f"{place}.text"),
        id=_string(entry.get("id", ""), f"{place}.id"),
        rank=_integers(entry.get("rank", []), f"{place}.rank"),
    )


def _operation(value: Any, place: str) -> Operation:
    entry = _keys(value, place, need=("atoms", "text"), may=("rank",))
    span = _integers(entry["atoms"], f"{place}.atoms")
    if len(span) != 2 or span[0] > span[1]:
        raise Unreadable("atoms are a start and an end", place=f"{place}.atoms")
    rank = _integers(entry.get("rank", []), f"{place}.rank")
    return Operation(*span, rank, _string(entry["text"], f"{place}.text"))


def _keys(
    value: Any,
    place: str,
    *,
    need: Iterable[str],
    may: Iterable[str] = (),
) -> dict[str, Any]:
    if not isinstance(value, dict):
        raise Unreadable(f"an object is expected, not {_kind(value)}", place=place)
    for name in need:
        if name not in value:
            raise Unreadable(f"{name!r} is missing", place=place)
    for name in value:
        if name not in {*need, *may}:
            raise Unreadable(f"{name!r} is not known here", place=place)
    return value


def _list(value: Any, place: str) -> list[Any]:
    if not isinstance(value, list):
        raise Unreadable(f"a list is expected, not {_kind(value)}", place=place)
    return value


def _strings(value: Any, place: str) -> list[str]:
    return [_string(each, f"{place}[{n}]") for n, each in enumerate(_list(value, place))]


def _integers(value: Any, place: str) -> tuple[int, ...]:
    found = _list(value, place)
    for each in found:
        if type(each) is not int or each < 0:
            raise Unreadable("whole numbers from 0 are expected", place=place)
    return tuple(found)


def _string(value: Any, place: str) -> str:
    if not isinstance(value, str):
        raise Unreadable(f"words are expected, not {_kind(value)}", place=place)
    if re.search("[\ud800-\udfff]", value):
        raise Unreadable("it has half of a surrogate pair, which is no character", place=place)
    return value


def _kind(value: Any) -> str:
    kinds = {dict: "an object", list: "a list", str: "words", bool: "true or false"}
    return kinds.get(type(value), "nothing" if value is None else "a number")
