"""What of a workbook stands beside its sheets: their names, the words they share, and which formats show dates."""

from collections.abc import Mapping
from dataclasses import dataclass
from posixpath import dirname, join, normpath

from comity.core.errors import Malformed
from comity.sheets.xlsx.archive import Archive, told
from comity.sheets.xlsx.dates import BUILT_IN, is_date
from comity.sheets.xlsx.events import follow
from comity.sheets.xlsx.words import unescaped

BOOK = "xl/workbook.xml"


@dataclass(frozen=True)
class Leaf:
    """One sheet of a workbook, by the name on its tab."""

    name: str
    part: str
    is_hidden: bool


@dataclass(frozen=True)
class Book:
    """The sheets in the order of their tabs, and how it counts days."""

    leaves: tuple[Leaf, ...]
    is_1904: bool
    beside: Mapping[str, str]
    """Other parts by what they are: sharedStrings, styles."""


def book(archive: Archive) -> Book:
    """Read which sheets there are; raise Malformed where there is none."""
    main = _main(archive)
    targets, beside = _related(archive, main)
    leaves: list[Leaf] = []
    counted: list[str] = []

    def start(name: str, said: Mapping[str, str]) -> None:
        if name == "sheet" and said.get("id", "") in targets:
            is_hidden = said.get("state", "visible") != "visible"
            leaves.append(Leaf(said.get("name", ""), targets[said["id"]], is_hidden))
        elif name == "workbookPr":
            counted.append(said.get("date1904", "0"))

    follow(archive.part(main), part=main, start=start, end=_nothing)
    if not leaves:
        raise told("a workbook with a sheet", "none")
    return Book(tuple(leaves), is_1904=counted[-1:] in (["1"], ["true"]), beside=beside)


def _main(archive: Archive) -> str:
    found = [
        target
        for kind, target in _relations(archive, "_rels/.rels", "")
        if kind == "officeDocument"
    ]
    return found[0] if found else BOOK


def _related(archive: Archive, main: str) -> tuple[dict[str, str], dict[str, str]]:
    """Return the parts of a workbook's sheets by their relation, and the others by what they are."""
    folder, _, file = main.rpartition("/")
    where = f"{folder}/_rels/{file}.rels"
    targets: dict[str, str] = {}
    beside: dict[str, str] = {}
    for kind, target, key in _relations_by_key(archive, where, main):
        if kind == "worksheet":
            targets[key] = target
        else:
            beside[kind] = target
    return targets, beside


def _relations(archive: Archive, where: str, of: str) -> list[tuple[str, str]]:
    return [(kind, target) for kind, target, _ in _relations_by_key(archive, where, of)]


def _relations_by_key(archive: Archive, where: str, of: str) -> list[tuple[str, str, str]]:
    found: list[tuple[str, str, str]] = []

    def start(name: str, said: Mapping[str, str]) -> None:
        if name == "Relationship" and said.get("TargetMode") != "External":
            target = normpath(join("/", dirname(of), said.get("Target", ""))).lstrip("/")
            found.append((said.get("Type", "").rpartition("/")[2], target, said.get("Id", "")))

    if where in archive.names:
        follow(archive.part(where), part=where, start=start, end=_nothing)
    return found


def shared(archive: Archive, of: Book) -> list[str]:
    """Return the words that cells name by their number; how they are read aloud (phonetic runs) is left out."""
    part = of.beside.get("sharedStrings", "")
    found: list[str] = []
    pieces: list[str] = []
    aside: list[str] = []

    def start(name: str, _: Mapping[str, str]) -> None:
        if name == "rPh":
            aside.append(name)

    def end(name: str, words: str) -> None:
        if name == "rPh":
            aside.pop()
        elif name == "t" and not aside:
            pieces.append(words)
        elif name == "si":
            found.append(unescaped("".join(pieces)))
            pieces.clear()

    if part in archive.names:
        follow(archive.part(part), part=part, start=start, end=end)
    return found


def dated(archive: Archive, of: Book) -> list[bool]:
    """Return for each style of cells whether it shows a date."""
    part = of.beside.get("styles", "")
    codes: dict[str, str] = {}
    found: list[bool] = []
    within: list[str] = []

    def start(name: str, said: Mapping[str, str]) -> None:
        within.append(name)
        if name == "numFmt":
            codes[said.get("numFmtId", "")] = said.get("formatCode", "")
        elif name == "xf" and within[-2:-1] == ["cellXfs"]:
            key = said.get("numFmtId", "0")
            found.append(is_date(codes[key]) if key in codes else key in _BUILT_IN)

    def end(_name: str, _words: str) -> None:
        within.pop()

    if part in archive.names:
        follow(archive.part(part), part=part, start=start, end=end)
    return found


_BUILT_IN = frozenset(map(str, BUILT_IN))


def _nothing(_name: str, _words: str) -> None:
    """Take no notice of an element's end."""


def chosen(of: Book, name: str) -> Leaf:
    """Return the sheet of a name, the first that is shown where none is given; raise Malformed where there is none."""
    if not name:
        return next((leaf for leaf in of.leaves if not leaf.is_hidden), of.leaves[0])
    found = [leaf for leaf in of.leaves if leaf.name == name]
    if not found:
        known = ", ".join(repr(leaf.name) for leaf in of.leaves)
        raise Malformed("sheet", expected=f"one of {known}"[:300], found=repr(name)[:60])
    return found[0]
