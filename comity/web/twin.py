"""The JSON twin of a page: the same reading, written down.

    Value(x)    x
    Sealed      {"sealed": true}
    Erased      {"erased": true}

What was only recorded says so: `recorded` is true, and `source`, `effective` and, for acts, `concerns` stand beside it.
Where later acts wrote some fields of such a thing, `written` says for each by which act, and whether that was recorded.
"""

from collections.abc import Mapping
from dataclasses import fields, is_dataclass
from datetime import datetime
from enum import StrEnum
from typing import Any

from comity.core.erased import Erased as ErasedWords
from comity.core.when import Deadline, When, write_instant
from comity.desk.cells import Erased, Sealed, Value
from comity.desk.seen import Deed, Seen
from comity.desk.viewer import Viewer

SEALED: Mapping[str, bool] = {"sealed": True}
ERASED: Mapping[str, bool] = {"erased": True}


def twin(value: Any) -> Any:
    """Return what JSON can hold of a reading; raise TypeError for what no reading may hold."""
    match value:
        case Value():
            return twin(value.value)
        case Sealed():
            return dict(SEALED)
        case Erased() | ErasedWords():
            return dict(ERASED)
        case Seen():
            return _thing(value)
        case Deed():
            return _deed(value)
        case Viewer():
            return {"person": value.person, "parties": sorted(value.parties)}
        case When() | Deadline():
            return value.text
        case datetime():
            return write_instant(value)
    return _plain(value)


def _plain(value: Any) -> Any:
    """Write what JSON holds almost as it is."""
    match value:
        case StrEnum():
            return value.value
        case None | bool() | int() | str():
            return value
        case Mapping():
            return {str(name): twin(each) for name, each in value.items()}
        case set() | frozenset():
            return [twin(each) for each in sorted(value)]
        case list() | tuple():
            return [twin(each) for each in value]
        case _ if is_dataclass(value) and not isinstance(value, type):
            return {each.name: twin(getattr(value, each.name)) for each in fields(value)}
    raise TypeError(f"no reading holds a {type(value).__name__}")


def _thing(seen: Seen[Any]) -> dict[str, Any]:
    """Write a thing: what it is and where it comes from, then its fields."""
    told: dict[str, Any] = {"id": seen.id, "type": seen.type, "act": seen.act, "at": twin(seen.at)}
    told |= _recorded(seen) | ({"exercise": seen.scope} if seen.scope else {})
    told |= {"written": written} if (written := _written(seen)) else {}
    return told | {
        name: twin(cell) for name, cell in seen.cells.items() if name not in ("id", "exercise")
    }


def _deed(deed: Deed) -> dict[str, Any]:
    """Write an act: who did it for whom and when, then what it says."""
    told: dict[str, Any] = {
        "index": deed.index,
        "at": twin(deed.at),
        "kind": deed.kind,
        "by": twin(deed.by),
        "on_behalf_of": twin(deed.on_behalf_of),
        "signed": deed.is_signed,
        "struck_by": deed.struck_by,
        "makes": list(deed.makes),
        "fields": {name: twin(cell) for name, cell in deed.fields.items()},
    }
    told |= {"exercise": deed.scope} if deed.scope else {}
    return told | _recorded(deed) | ({"concerns": twin(deed.concerns)} if deed.is_recorded else {})


def _written(seen: Seen[Any]) -> dict[str, Any]:
    """Write, of a thing that is recorded in part, what wrote the fields that it was not made with."""
    if not seen.is_recorded and not any(each.is_recorded for each in seen.origins.values()):
        return {}
    return {
        name: {"act": each.act, "recorded": each.is_recorded}
        | (
            {"source": twin(each.source), "effective": twin(each.effective)}
            if each.is_recorded
            else {}
        )
        for name, each in sorted(seen.origins.items())
        if each.act != seen.act
    }


def _recorded(of: Seen[Any] | Deed) -> dict[str, Any]:
    return {"recorded": of.is_recorded} | (
        {"source": twin(of.source), "effective": twin(of.effective)} if of.is_recorded else {}
    )
