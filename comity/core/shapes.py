"""The shapes of an act's fields: how each is read from JSON, checked, and described to others."""

import re
import unicodedata
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import MISSING, dataclass, fields
from enum import StrEnum
from typing import Any, Protocol, TypeVar

from comity.core.entity import Entity, hints
from comity.core.errors import Malformed
from comity.core.found import found
from comity.core.unread import Unread
from comity.core.when import Deadline, When, parse_instant

R = TypeVar("R")
ID = re.compile(r"[a-z0-9-]{1,40}")
LINE_LENGTH = 500
WORDS_LENGTH = 200_000
FORBIDDEN = re.compile(
    "[\u0000-\u0008\u000b-\u001f\u007f\u0085\u202a-\u202e\u2066-\u2069\ud800-\udfff]"
)
"""Control characters but tab and newline, bidirectional overrides, lone surrogates."""


class Shape(Protocol):
    """What a field's value must look like."""

    @property
    def erasable(self) -> bool:
        """True where the law may take the value away again."""

    def read(self, value: Any, where: str) -> Any:
        """Turn JSON into the value; raise Malformed naming `where`."""

    def schema(self) -> dict[str, Any]:
        """Describe it as JSON Schema (2020-12)."""


def _expect(kind: type | tuple[type, ...], value: Any, where: str, expected: str) -> None:
    if not isinstance(value, kind) or (isinstance(value, bool) and kind is int):
        raise Malformed(where, expected=expected, found=found(value))


def _clean(value: str, where: str) -> str:
    if odd := FORBIDDEN.search(value):
        raise Malformed(where, expected="no control characters", found=f"U+{ord(odd[0]):04X}")
    return value


def _of_field(read: Callable[[str], R], value: str, where: str) -> R:
    """Read a moment; what cannot be read is the field's, by the field's own name."""
    try:
        return read(value)
    except Malformed as error:
        raise Malformed(where, expected=error.expected, found=error.found) from error


@dataclass(frozen=True)
class Id:
    """A free id, given by the signer or random: `[a-z0-9-]{1,40}`, unique among its kind of thing."""

    erasable: bool = False

    def read(self, value: Any, where: str) -> str:
        """Read an id."""
        _expect(str, value, where, "an id")
        if not ID.fullmatch(value):
            raise Malformed(
                where,
                expected="lower-case letters, digits and hyphens, at most 40",
                found=repr(value[:60]),
            )
        return str(value)

    def schema(self) -> dict[str, Any]:
        """Describe an id."""
        return {"type": "string", "pattern": "^[a-z0-9-]{1,40}$"}


@dataclass(frozen=True)
class To:
    """The id of a thing that exists. `line`: the act follows from that thing on the life of a sentence."""

    entity: type[Entity]
    line: bool = False
    erasable: bool = False

    def read(self, value: Any, where: str) -> str:
        """Read the id of a thing."""
        return Id().read(value, where)

    def schema(self) -> dict[str, Any]:
        """Describe a reference by what it refers to."""
        return {**Id().schema(), "description": f"id of a {self.entity.TYPE}"}


@dataclass(frozen=True)
class Thing:
    """A thing of any of these types, written `type/id`: `paragraph/cables-7`; in a small record it may be none."""

    types: tuple[str, ...] = ()
    line: bool = False
    erasable: bool = False
    or_none: bool = False

    def read(self, value: Any, where: str) -> str:
        """Read a thing's name."""
        _expect(str, value, where, "type/id")
        if self.or_none and not value:
            return ""
        kind, slash, key = value.partition("/")
        known = kind in self.types if self.types else bool(ID.fullmatch(kind))
        if not slash or not known or not ID.fullmatch(key):
            allowed = " or ".join(self.types) or "type"
            raise Malformed(where, expected=f"{allowed}/id", found=repr(value[:80]))
        return str(value)

    def schema(self) -> dict[str, Any]:
        """Describe a thing's name."""
        kinds = "|".join(self.types) or "[a-z0-9-]+"
        pattern = f"({kinds})/[a-z0-9-]{{1,40}}"
        return {"type": "string", "pattern": f"^({pattern})?$" if self.or_none else f"^{pattern}$"}


@dataclass(frozen=True)
class Line:
    """One line of words."""

    erasable: bool = False
    length: int = LINE_LENGTH

    def read(self, value: Any, where: str) -> str:
        """Read a line, in NFC."""
        _expect(str, value, where, "a line of words")
        if "\n" in value or "\t" in value:
            raise Malformed(where, expected="one line", found="a line break or a tab")
        if len(value) > self.length:
            raise Malformed(
                where,
                expected=f"at most {self.length} characters",
                found=str(len(value)),
            )
        return unicodedata.normalize("NFC", _clean(value, where))

    def schema(self) -> dict[str, Any]:
        """Describe a line."""
        return {"type": "string", "maxLength": self.length}


@dataclass(frozen=True)
class Words:
    """What a person typed, kept as typed; long or unusual words are carried as a blob."""

    erasable: bool = True
    length: int = WORDS_LENGTH

    def read(self, value: Any, where: str) -> str:
        """Read words with line ends as newlines and nothing else changed."""
        _expect(str, value, where, "words")
        if len(value) > self.length:
            raise Malformed(
                where,
                expected=f"at most {self.length} characters",
                found=str(len(value)),
            )
        return _clean(value.replace("\r\n", "\n").replace("\r", "\n"), where)

    def schema(self) -> dict[str, Any]:
        """Describe words."""
        return {"type": "string", "maxLength": self.length}


@dataclass(frozen=True)
class OneOf:
    """One of a closed list."""

    enum: type[StrEnum]
    erasable: bool = False

    def read(self, value: Any, where: str) -> StrEnum:
        """Read one of the list."""
        try:
            return self.enum(value)
        except ValueError as error:
            known = ", ".join(self.enum)
            raise Malformed(where, expected=f"one of {known}", found=repr(value)[:60]) from error

    def schema(self) -> dict[str, Any]:
        """Describe the list."""
        return {"type": "string", "enum": [each.value for each in self.enum]}


@dataclass(frozen=True)
class Whole:
    """A whole number within bounds."""

    least: int = 0
    most: int = 2**53 - 1
    erasable: bool = False

    def read(self, value: Any, where: str) -> int:
        """Read a whole number."""
        _expect(int, value, where, "a whole number")
        if not self.least <= value <= self.most:
            raise Malformed(where, expected=f"{self.least} to {self.most}", found=str(value)[:40])
        return int(value)

    def schema(self) -> dict[str, Any]:
        """Describe the bounds."""
        return {"type": "integer", "minimum": self.least, "maximum": self.most}


@dataclass(frozen=True)
class Flag:
    """Yes or no."""

    erasable: bool = False

    def read(self, value: Any, where: str) -> bool:
        """Read true or false."""
        _expect(bool, value, where, "true or false")
        return bool(value)

    def schema(self) -> dict[str, Any]:
        """Describe yes or no."""
        return {"type": "boolean"}


@dataclass(frozen=True)
class Date:
    """A date as exact as its source."""

    erasable: bool = False

    def read(self, value: Any, where: str) -> When:
        """Read a partial date or an instant."""
        _expect(str, value, where, "a date")
        return _of_field(When, value, where)

    def schema(self) -> dict[str, Any]:
        """Describe a partial date."""
        return {
            "type": "string",
            "pattern": r"^\d{4}(-\d{2}(-\d{2}(T\d{2}:\d{2}:\d{2}(\.\d{1,6})?Z)?)?)?$",
        }


@dataclass(frozen=True)
class Until:
    """A deadline: instant, civil time and zone in one (RFC 9557)."""

    erasable: bool = False

    def read(self, value: Any, where: str) -> Deadline:
        """Read a deadline."""
        _expect(str, value, where, "a deadline")
        return _of_field(Deadline, value, where)

    def schema(self) -> dict[str, Any]:
        """Describe a deadline."""
        return {
            "type": "string",
            "examples": ["2026-11-27T18:00:00-05:00[America/New_York]"],
        }


@dataclass(frozen=True)
class Instant:
    """An exact instant in UTC."""

    erasable: bool = False

    def read(self, value: Any, where: str) -> Any:
        """Read an instant."""
        _expect(str, value, where, "an instant")
        return _of_field(parse_instant, value, where)

    def schema(self) -> dict[str, Any]:
        """Describe an instant."""
        return {"type": "string", "format": "date-time"}


@dataclass(frozen=True)
class Several:
    """A list of values of one shape, in the order given."""

    each: Shape
    least: int = 0
    most: int = 1000

    @property
    def erasable(self) -> bool:
        """A list may be erased whole where its values may."""
        return self.each.erasable

    def read(self, value: Any, where: str) -> tuple[Any, ...]:
        """Read the list."""
        _expect((list, tuple), value, where, "a list")
        if not self.least <= len(value) <= self.most:
            raise Malformed(
                where,
                expected=f"{self.least} to {self.most} entries",
                found=str(len(value)),
            )
        unread = Unread()
        read: list[Any] = []
        for place, item in enumerate(value):
            if unread.is_full:
                unread.stop()
                break
            with unread:
                read.append(self.each.read(item, f"{where}[{place}]"))
        unread.tell()
        return tuple(read)

    def schema(self) -> dict[str, Any]:
        """Describe the list."""
        return {
            "type": "array",
            "items": self.each.schema(),
            "minItems": self.least,
            "maxItems": self.most,
        }


@dataclass(frozen=True)
class Group:
    """A small record inside a field: a frozen dataclass whose fields have shapes of their own."""

    of: type[Any]
    erasable: bool = False

    def read(self, value: Any, where: str) -> Any:
        """Read the record; unknown and missing names are told."""
        _expect(dict, value, where, f"a record of {self.of.__name__}")
        return read_fields(self.of, value, where=where + ".")

    def schema(self) -> dict[str, Any]:
        """Describe the record."""
        return fields_schema(self.of)


@dataclass(frozen=True)
class Blob:
    """Bytes kept beside the log: a paper, a scan, a batch."""

    digest: str
    length: int
    media_type: str


@dataclass(frozen=True)
class File:
    """A blob that was lodged with the desk before the act: `{"blob", "length", "media_type"}`."""

    erasable: bool = True

    def read(self, value: Any, where: str) -> Blob:
        """Read what binds the blob."""
        _expect(dict, value, where, "a blob")
        if set(value) != {"blob", "length", "media_type"}:
            raise Malformed(
                where,
                expected="blob, length and media_type",
                found=", ".join(sorted(map(str, value))),
            )
        digest, length, kind = value["blob"], value["length"], value["media_type"]
        if not isinstance(digest, str) or not re.fullmatch(r"[A-Za-z0-9_-]{43}", digest):
            raise Malformed(where + ".blob", expected="a digest", found=repr(digest)[:60])
        return Blob(
            digest,
            Whole().read(length, where + ".length"),
            Line().read(kind, where + ".media_type"),
        )

    def schema(self) -> dict[str, Any]:
        """Describe what binds a blob."""
        return {
            "type": "object",
            "required": ["blob", "length", "media_type"],
            "additionalProperties": False,
            "properties": {
                "blob": {"type": "string", "pattern": "^[A-Za-z0-9_-]{43}$"},
                "length": {"type": "integer", "minimum": 0},
                "media_type": {"type": "string"},
            },
        }


def is_thing(name: str) -> bool:
    """Tell whether this is written as a thing's name is, `type/id`."""
    kind, slash, ident = name.partition("/")
    return bool(slash and ID.fullmatch(kind) and ID.fullmatch(ident))


def shape_of(hint: Any) -> Shape:
    """Return the shape annotated on a field's type; raise TypeError where the class forgot it."""
    for mark in getattr(hint, "__metadata__", ()):
        if hasattr(mark, "read") and hasattr(mark, "schema"):
            return mark  # type: ignore[no-any-return]
    raise TypeError(f"a field needs a shape: {hint}")


def shaped_fields(cls: type[Any]) -> Iterator[tuple[str, Shape, bool]]:
    """Yield name, shape and whether it is required, for each field that carries a shape."""
    for each in fields(cls):
        hint = hints(cls)[each.name]
        if hasattr(hint, "__metadata__"):
            yield (
                each.name,
                shape_of(hint),
                each.default is MISSING and each.default_factory is MISSING,
            )


def read_fields(cls: type[Any], given: dict[str, Any], *, where: str = "") -> Any:
    """Build a frozen record from JSON; raise Malformed for every unknown, missing and misshapen name."""
    listed = list(shaped_fields(cls))
    shapes = {name: shape for name, shape, _ in listed}
    required = [name for name, _, is_required in listed if is_required]
    return cls(**read_each(shapes, given, required=required, where=where))


def read_each(
    shapes: Mapping[str, Shape],
    given: Mapping[str, Any],
    *,
    required: Iterable[str],
    where: str = "",
) -> dict[str, Any]:
    """Read each value by its shape; raise Malformed with every unknown, missing and misshapen name at once."""
    unread = Unread()
    for name in sorted(set(given) - set(shapes)):
        known = f"one of {', '.join(shapes)}"
        unread.note(Malformed(where + name, expected=known, found="a name that is not known here"))
    for name in sorted(set(required) - set(given)):
        unread.note(Malformed(where + name, expected="a value", found="nothing"))
    read: dict[str, Any] = {}
    for name, value in given.items():
        with unread:
            if name in shapes:
                read[name] = shapes[name].read(value, where + name)
    unread.tell()
    return read


def fields_schema(cls: type[Any]) -> dict[str, Any]:
    """Describe a record as a JSON Schema object."""
    listed = list(shaped_fields(cls))
    return {
        "type": "object",
        "additionalProperties": False,
        "required": [name for name, _, required in listed if required],
        "properties": {name: shape.schema() for name, shape, _ in listed},
    }
