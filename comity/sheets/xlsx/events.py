"""XML from somebody one does not trust, as it passes by: expat, with every declaration refused.

A workbook needs no document type, so one that declares any is refused at once: entities, external or multiplying,
cannot even begin. A sheet may have a million cells, so no tree is built. Names come out bare (`row`), whether a file
follows the transitional or the strict schema.
"""

from collections.abc import Callable, Mapping
from xml.parsers import expat

from comity.sheets.xlsx.archive import told

DEPTH = 64
"""Elements that may stand within each other."""

Start = Callable[[str, Mapping[str, str]], None]
End = Callable[[str, str], None]


def follow(raw: bytes, *, part: str, start: Start, end: End) -> None:
    """Call `start` with each element's name and attributes, and `end` with its name and the words directly in it."""
    parser = expat.ParserCreate(namespace_separator=" ")
    words: list[list[str]] = []

    def refuse(*_: object) -> None:
        raise told("a workbook without document types", f"one in {part}")

    def begin(name: str, attributes: dict[str, str]) -> None:
        if len(words) >= DEPTH:
            raise told(f"at most {DEPTH} elements within each other", f"more in {part}")
        words.append([])
        start(_bare(name), {_bare(each): value for each, value in attributes.items()})

    def finish(name: str) -> None:
        end(_bare(name), "".join(words.pop()))

    parser.StartDoctypeDeclHandler = refuse
    parser.EntityDeclHandler = refuse
    parser.StartElementHandler = begin
    parser.EndElementHandler = finish
    parser.CharacterDataHandler = lambda text: words[-1].append(text)  # noqa: PLW0108 — the last one moves
    parser.buffer_text = True
    try:
        parser.Parse(raw, True)
    except expat.ExpatError as error:
        why = expat.ErrorString(error.code)
        place = f"{part}, line {error.lineno}, column {error.offset + 1}"
        raise told("well-formed XML", f"{why} in {place}") from None
    except LookupError as error:
        raise told("an encoding that is known", f"{error} in {part}") from None


def _bare(name: str) -> str:
    return name.rpartition(" ")[2]
