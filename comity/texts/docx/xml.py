"""XML from somebody one does not trust: expat, with every declaration refused.

A .docx needs no document type, so one that declares any is refused at once: entities, external or multiplying, cannot
even begin. Names come out short (``w:p``), whether a file follows the transitional or the strict schema.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field
from xml.parsers import expat

from comity.texts.errors import Unreadable

DEPTH = 256
"""Elements that may stand within each other."""

_SHORT = {
    "http://schemas.openxmlformats.org/wordprocessingml/2006/main": "w",
    "http://purl.oclc.org/ooxml/wordprocessingml/main": "w",
    "http://schemas.openxmlformats.org/markup-compatibility/2006": "mc",
    "http://schemas.openxmlformats.org/officeDocument/2006/math": "m",
    "http://purl.oclc.org/ooxml/officeDocument/math": "m",
    "http://schemas.openxmlformats.org/officeDocument/2006/relationships": "r",
    "http://purl.oclc.org/ooxml/officeDocument/relationships": "r",
    "http://schemas.openxmlformats.org/package/2006/relationships": "pr",
    "http://www.w3.org/XML/1998/namespace": "xml",
}


@dataclass(slots=True)
class Element:
    """An element with its children and the words directly in it."""

    name: str
    attributes: dict[str, str]
    children: list["Element"] = field(default_factory=list)
    words: list[str] = field(default_factory=list)

    @property
    def text(self) -> str:
        """The words directly in it."""
        return "".join(self.words)

    def get(self, name: str) -> str:
        """Return an attribute, "" where there is none."""
        return self.attributes.get(name, "")

    def first(self, name: str) -> "Element | None":
        """Return the first child of a name."""
        return next((each for each in self.children if each.name == name), None)

    def walk(self) -> Iterator["Element"]:
        """Yield it and everything in it, in order."""
        waiting = [self]
        while waiting:
            one = waiting.pop()
            yield one
            waiting.extend(reversed(one.children))


def parse(raw: bytes, *, part: str) -> Element:
    """Parse a part. Raises Unreadable naming line and column."""
    parser = expat.ParserCreate(namespace_separator=" ")
    top = Element("", {})
    open_ones = [top]

    def refuse(*_: object) -> None:
        place = f"line {parser.CurrentLineNumber}, column {parser.CurrentColumnNumber + 1}"
        raise Unreadable(
            "a document type is declared, which no .docx needs", part=part, place=place
        )

    def start(name: str, attributes: dict[str, str]) -> None:
        if len(open_ones) > DEPTH:
            place = f"line {parser.CurrentLineNumber}, column {parser.CurrentColumnNumber + 1}"
            raise Unreadable(
                f"more than {DEPTH} elements stand within each other", part=part, place=place
            )
        one = Element(_short(name), {_short(each): value for each, value in attributes.items()})
        open_ones[-1].children.append(one)
        open_ones.append(one)

    parser.StartDoctypeDeclHandler = refuse
    parser.EntityDeclHandler = refuse
    parser.StartElementHandler = start
    parser.EndElementHandler = lambda _: open_ones.pop()
    parser.CharacterDataHandler = lambda words: open_ones[-1].words.append(words)  # noqa: PLW0108 — the last one moves
    parser.buffer_text = True
    try:
        parser.Parse(raw, True)
    except expat.ExpatError as error:
        place = f"line {error.lineno}, column {error.offset + 1}"
        why = expat.ErrorString(error.code)
        raise Unreadable(f"it is not well-formed XML ({why})", part=part, place=place) from None
    except (LookupError, ValueError) as error:
        if isinstance(error, Unreadable):
            raise
        raise Unreadable(f"its encoding is not known ({error})", part=part) from None
    return top.children[0]


def _short(name: str) -> str:
    space, _, local = name.rpartition(" ")
    return f"{_SHORT.get(space, '?')}:{local}" if space else local
