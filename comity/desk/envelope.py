"""What arrives at the desk, in one of two forms, told apart by `kind`.

    {"kind","on_behalf_of","effective"?,"source"?,"concerns"?,"audience"?,"nonce"?, fields…}
    {"statement","parts","signature"}         made and signed elsewhere

`audience` says who sees which part, where that is not what the kind gives: {"words":"body", …}. Its key `named` lists
the parties that parts with the audience `named` are for.
"""

from __future__ import annotations

import base64
import json
import os
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from hashlib import sha256
from typing import Any

from comity.acts import register
from comity.core.act import Act, act_shapes, required_fields
from comity.core.audience import PARTS_OF_EVERY_ACT, Audience
from comity.core.errors import Malformed
from comity.core.found import found
from comity.core.schema import PARTIES
from comity.core.shapes import ID, Date, File, Id, Line, read_each
from comity.core.unread import Unread
from comity.core.when import When
from comity.desk.border import border
from comity.record import Opened, is_blob_value, read_envelope
from comity.record.errors import shown

_OUTER = frozenset({"kind", "on_behalf_of", "effective", "source", "concerns", "audience", "nonce"})
_SIGNED = frozenset({"statement", "parts", "signature"})
_OURS = ("kind", "by", "on_behalf_of", "effective", "source", "concerns", "named", "persons")
NONCE = 64
_NONCE = re.compile(r"[A-Za-z0-9._:-]{1,64}")
_WRITER = json.JSONEncoder(sort_keys=True, allow_nan=False)
_AUDIENCES = tuple(each.value for each in Audience)
_WITHOUT_ONE = ("audience", "named", "persons", "signature")
"""Parts whose audience is never asked: it follows from the others."""


@dataclass(frozen=True, kw_only=True)
class Asked:
    """What somebody asks the desk to enter, read but not yet judged."""

    kind: type[Act]
    person: str
    """Who stands at the desk; in a statement made elsewhere `by` must be the same."""
    by: str
    on_behalf_of: str
    own: Mapping[str, Any]
    """The kind's own fields, in JSON."""
    effective: str = ""
    source: str = ""
    concerns: str = ""
    audiences: Mapping[str, str]
    named: tuple[str, ...] = ()
    persons: tuple[str, ...] = ()
    nonce: str
    content: str
    """A digest of all that was given: the same nonce with another content is a conflict."""
    opened: Opened | None = None
    """The statement and parts, where they were made elsewhere."""

    @property
    def when(self) -> When | None:
        """When it took effect, where that is stated."""
        return When(self.effective) if self.effective else None


def read(envelope: Mapping[str, Any], *, person: str) -> Asked:
    """Read an envelope in either form; raise Malformed."""
    _is_object(envelope)
    if "kind" in envelope:
        return _plain(envelope, person=person)
    if not envelope.keys() <= _SIGNED:
        raise Malformed(
            "envelope",
            expected="a kind, or statement and parts",
            found=", ".join(sorted(envelope))[:200],
        )
    with border():
        return _signed(read_envelope(dict(envelope)), person=person)


def _is_object(given: object) -> None:
    if not isinstance(given, Mapping) or not all(isinstance(key, str) for key in given):
        raise Malformed("envelope", expected="an object", found=found(given))


def random_id() -> str:
    """Return an id that nobody can guess: 80 random bits in letters and digits."""
    return base64.b32encode(os.urandom(10)).decode().lower()


def _plain(envelope: Mapping[str, Any], *, person: str) -> Asked:
    kind = _kind(envelope["kind"])
    own = {name: value for name, value in envelope.items() if name not in _OUTER}
    if "id" in act_shapes(kind) and "id" not in own:
        own["id"] = random_id()
    unread = Unread()
    for name in sorted(_OUTER & envelope.keys()):
        # Whoever has nothing to say leaves the key away: two ways of saying nothing would be two contents of a nonce.
        if envelope[name] is None:
            told = "a value, or no such key"
            unread.note(Malformed(name, expected=told, found=found(None)))
    outer: dict[str, Any] = {}
    for name, read_one in _READ.items():
        with unread:
            outer[name] = read_one(envelope.get(name), name)
    with unread:
        outer["audiences"], named = _audiences(envelope.get("audience"), kind)
        outer["named"] = named or _addressed(kind, own)
    outer["persons"] = persons_of(kind, own)
    with unread:
        # Once more the desk reads these when it judges; but whoever has to mend something is told of all of it now.
        _read_own(kind, own)
    unread.tell()
    return Asked(kind=kind, person=person, by=person, own=own, content=_digest(envelope), **outer)


def _read_own(kind: type[Act], own: Mapping[str, Any]) -> None:
    """Raise Malformed where the kind's own fields cannot be read; words that wait in a blob are not looked at."""
    shapes = act_shapes(kind)
    waiting = {
        name
        for name, value in own.items()
        if name in shapes and not isinstance(shapes[name], File) and is_blob_value(value)
    }
    left = {name: shape for name, shape in shapes.items() if name not in waiting}
    told = {name: value for name, value in own.items() if name not in waiting}
    read_each(left, told, required=required_fields(kind) - waiting)


def _signed(opened: Opened, *, person: str) -> Asked:
    fields = dict(opened.fields)
    kind = _kind(fields.get("kind"))
    for name in ("effective", "source", "concerns"):
        # The part is kept as signed: a replay must read in it exactly what is judged now.
        if name in fields and (not isinstance(fields[name], str) or not fields[name].strip()):
            raise Malformed(
                name, expected="a value, or no such part", found=repr(fields[name])[:80]
            )
    if str(fields.get("source", "")) != str(fields.get("source", "")).strip():
        raise Malformed("source", expected="no space around it", found=repr(fields["source"])[:80])
    named = fields.get("named") or []
    return Asked(
        kind=kind,
        person=person,
        by=Id().read(fields.get("by"), "by"),
        on_behalf_of=Id().read(fields.get("on_behalf_of"), "on_behalf_of"),
        own={name: value for name, value in fields.items() if name not in _OURS},
        effective=_when(fields.get("effective"), "effective"),
        source=_line(fields.get("source"), "source"),
        concerns=_id(fields.get("concerns"), "concerns"),
        audiences=opened.audience.parts,
        named=_named(named),
        persons=tuple(Id().read(each, "persons") for each in _listed(fields.get("persons"))),
        nonce=opened.statement.nonce,
        content=sha256(opened.statement.data).hexdigest(),
        opened=opened,
    )


def _kind(given: Any) -> type[Act]:
    known = register.load()
    if not isinstance(given, str) or given not in known:
        raise Malformed("kind", expected="a kind of act", found=repr(given)[:80])
    return known[given]


def _when(given: Any, where: str) -> str:
    return "" if given in (None, "") else Date().read(given, where).text


def _line(given: Any, where: str) -> str:
    return "" if given is None else str(Line().read(given, where)).strip()


def _id(given: Any, where: str) -> str:
    return "" if given in (None, "") else Id().read(given, where)


def random_nonce() -> str:
    """Return a nonce that tells nothing: 120 random bits."""
    return base64.urlsafe_b64encode(os.urandom(15)).decode()


def _nonce(given: Any, where: str = "nonce") -> str:
    if given is None:
        return random_nonce()
    if not isinstance(given, str) or not _NONCE.fullmatch(given):
        raise Malformed(
            where,
            expected=f"1 to {NONCE} letters, digits or any of . _ : -",
            found=repr(given)[:80],
        )
    return given


_READ: Mapping[str, Callable[[Any, str], str]] = {
    "on_behalf_of": Id().read,
    "effective": _when,
    "source": _line,
    "concerns": _id,
    "nonce": _nonce,
}
"""What may stand beside a kind's own fields, but for who sees it, and how each is read."""


def _audiences(given: Any, kind: type[Act]) -> tuple[dict[str, str], tuple[str, ...]]:
    if given is None:
        return {}, ()
    if not isinstance(given, Mapping):
        raise Malformed("audience", expected="an object", found=found(given))
    audiences = {name: who for name, who in given.items() if name != "named"}
    unread = Unread()
    named: tuple[str, ...] = ()
    parts = parts_of(kind)
    if unknown := [name for name in audiences if name not in parts]:
        told = ", ".join(map(shown, unknown))
        unread.note(Malformed("audience", expected=f"only parts of {', '.join(parts)}", found=told))
    for name, who in audiences.items():
        with unread:
            _expect_audience(name, who)
    with unread:
        named = _named(given.get("named", []))
    unread.tell()
    return audiences, named


def _expect_audience(name: str, who: Any) -> None:
    if not isinstance(who, str) or who not in _AUDIENCES:
        told = shown(who) if isinstance(who, str) else found(who)
        raise Malformed(f"audience.{name}", expected=f"one of {', '.join(_AUDIENCES)}", found=told)


def parts_of(kind: type[Act]) -> tuple[str, ...]:
    """Name the parts of a kind that an audience may be asked for."""
    every = (name for name in PARTS_OF_EVERY_ACT if name not in _WITHOUT_ONE)
    return (*every, *act_shapes(kind))


def persons_of(kind: type[Act], own: Mapping[str, Any]) -> tuple[str, ...]:
    """Return the persons that an act is for, by its own field; of what is no list of ids nothing, as it is refused."""
    given = own.get(kind.READERS, ()) if kind.READERS else ()
    ids = (each for each in _listed(given) if isinstance(each, str) and ID.fullmatch(each))
    return tuple(dict.fromkeys(ids))


def _listed(given: Any) -> list[Any]:
    return list(given) if isinstance(given, list | tuple) else []


def _addressed(kind: type[Act], own: Mapping[str, Any]) -> tuple[str, ...]:
    """Return the parties that an act is for, by its own fields; a statement made elsewhere names its readers itself."""
    found = [own[name] for name in kind.ADDRESSED if own.get(name)]
    listed = [each for value in found for each in (value if isinstance(value, list) else [value])]
    # What is no party's id is told of its field, where the act is read.
    ids = (each for each in listed if isinstance(each, str) and ID.fullmatch(each))
    return _named(list(dict.fromkeys(ids)))


def _named(given: Any) -> tuple[str, ...]:
    if not isinstance(given, list | tuple) or len(given) > PARTIES:
        raise Malformed(
            "audience.named",
            expected=f"a list of at most {PARTIES} parties",
            found=found(given),
        )
    return tuple(Id().read(each, "audience.named") for each in given)


def _digest(envelope: Mapping[str, Any]) -> str:
    try:
        text = _WRITER.encode(envelope)
    except (TypeError, ValueError, RecursionError) as error:
        raise Malformed("envelope", expected="JSON", found=str(error)[:200]) from error
    return sha256(text.encode()).hexdigest()
