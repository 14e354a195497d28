"""Walks through a part of a .docx and gathers paragraphs, marks, notes, comments and what it does not know."""

from collections.abc import Iterator, Sequence
from itertools import count

from comity.texts.docx.document import Unread
from comity.texts.docx.marked import Block, Mark, Marks, Piece
from comity.texts.docx.styles import MEANT, Styles, item_level, own_kind, style_of
from comity.texts.docx.xml import Element

CHANGES = {"w:ins": True, "w:moveTo": True, "w:del": False, "w:moveFrom": False}
"""Elements around changed words, and whether they put in or take out."""

TRANSPARENT = frozenset(
    (
        "w:hyperlink",
        "w:smartTag",
        "w:sdt",
        "w:sdtContent",
        "w:customXml",
        "w:fldSimple",
        "w:dir",
        "w:bdo",
    )
)
"""Elements that hold words like any other."""

SIGNS = {
    "w:tab": "\t",
    "w:br": "\n",
    "w:cr": "\n",
    "w:noBreakHyphen": "\u2011",
    "w:softHyphen": "\u00ad",
}

NUMBERS = ("w:footnoteRef", "w:endnoteRef")
"""Where a note's own number stands in it."""

SILENT = frozenset(
    (
        *("w:pPr", "w:rPr", "w:tblPr", "w:tblGrid", "w:trPr", "w:tcPr", "w:sectPr", "w:sdtPr"),
        *("w:sdtEndPr", "w:smartTagPr", "w:customXmlPr", "w:tblPrEx", "w:proofErr", "w:permStart"),
        *("w:permEnd", "w:bookmarkStart", "w:bookmarkEnd", "w:lastRenderedPageBreak", "w:fldChar"),
        *("w:instrText", "w:delInstrText", "w:footnoteRef", "w:endnoteRef", "w:annotationRef"),
        *("w:separator", "w:continuationSeparator", "w:moveFromRangeStart", "w:moveFromRangeEnd"),
        *("w:moveToRangeStart", "w:moveToRangeEnd", "w:customXmlInsRangeStart", "w:pgNum"),
        *(
            "w:customXmlInsRangeEnd",
            "w:customXmlDelRangeStart",
            "w:customXmlDelRangeEnd",
            "w:fldData",
        ),
    )
)
"""Elements without words of their own."""

FORMATTING = frozenset(
    (
        *("w:rPrChange", "w:pPrChange", "w:sectPrChange", "w:tblPrChange", "w:trPrChange"),
        *("w:tcPrChange", "w:tblGridChange", "w:numberingChange", "w:tblPrExChange"),
    )
)


Place = tuple[int, ...]


class Walk:
    """What was gathered so far."""

    def __init__(self, *, part: str, styles: Styles) -> None:
        self.part = part
        self.styles = styles
        self.blocks: list[Block] = []
        self.unread: list[Unread] = []
        self.notes: dict[str, list[tuple[str, int, Marks]]] = {}
        self.commented: dict[str, tuple[int, list[str]]] = {}
        self._open_comments: set[str] = set()
        self._containers = 0
        self._nameless: set[tuple[str, str]] = set()
        self._pieces: list[Piece] = []
        self._meant = False
        self._numbered = False
        self._tables = 0
        self._notes = 0

    def not_read(self, what: str, *, place: str = "") -> None:
        """Note something that was not understood."""
        self.unread.append(Unread(what, self.part, place or f"paragraph {len(self.blocks) + 1}"))

    def container(
        self, element: Element, *, row: Marks = (), kind: str = "", place: Place = ()
    ) -> None:
        """Walk through what holds paragraphs and tables: a body, a cell, a note."""
        self._containers += 1
        self._hold(element, self._containers, row, (kind, place))

    def note(self, element: Element, number: int, marks: Marks) -> None:
        """Walk through a footnote or endnote, which comes and goes with its reference."""
        self.container(element, row=marks, kind="note", place=(number,))

    def _hold(self, element: Element, number: int, row: Marks, kind: tuple[str, Place]) -> None:
        for child in element.children:
            if child.name == "w:p":
                self._paragraph(child, number, row, kind)
            elif child.name == "w:tbl":
                if kind[0]:
                    self.not_read("a table within a table or note: its cells are read after it")
                self._tables += 1
                self._table(child, row, count(1), self._tables)
                # Paragraphs before and after a table are never joined across it.
                self._containers += 1
                number = self._containers
            elif child.name in TRANSPARENT:
                if child.name == "w:sdt":
                    self.not_read("a content control: its words are read, its form is not")
                self._hold(child, number, row, kind)
            elif child.name == "mc:AlternateContent":
                self._hold(_chosen(child), number, row, kind)
            elif child.name in CHANGES:
                self._hold(child, number, (*row, self._mark(child)), kind)
            else:
                self._aside(child)

    def _table(self, table: Element, outer: Marks, rows: Iterator[int], number: int) -> None:
        for row in table.children:
            if row.name in ("w:sdt", "w:sdtContent", "w:customXml"):
                self._table(row, outer, rows, number)
                continue
            if row.name != "w:tr":
                self._aside(row)
                continue
            properties = row.first("w:trPr")
            marks = outer + self._marks(properties)
            self._formatting(properties)
            self._cells(row, marks, (number, next(rows)), count(1))

    def _cells(self, row: Element, marks: Marks, place: Place, columns: Iterator[int]) -> None:
        for cell in row.children:
            if cell.name in ("w:sdt", "w:sdtContent", "w:customXml"):
                self._cells(cell, marks, place, columns)
            elif cell.name == "w:tc":
                properties = cell.first("w:tcPr")
                self._formatting(properties)
                for each in properties.children if properties else ():
                    if each.name in ("w:cellIns", "w:cellDel", "w:cellMerge"):
                        self.not_read(
                            f"a tracked change of a table's cells ({each.name}) by {_by(each)}"
                        )
                    elif each.name in ("w:gridSpan", "w:vMerge", "w:hMerge"):
                        self.not_read(f"a joined cell ({each.name}): only its words are read")
                self.container(cell, row=marks, kind="row", place=(*place, next(columns)))
            else:
                self._aside(cell)

    def _paragraph(
        self, element: Element, number: int, row: Marks, where: tuple[str, Place]
    ) -> None:
        kind, place = where
        properties = element.first("w:pPr")
        end = properties.first("w:rPr") if properties is not None else None
        self._formatting(properties)
        self._pieces = []
        self._numbered = False
        self._meant = style_of(properties) == MEANT
        self._inline(element.children, ())
        heading, item = self.styles.heading(properties), item_level(properties)
        if not kind and heading:
            kind = "heading"
        elif not kind and item:
            kind = "item"
        kind = kind or own_kind(properties)
        self.blocks.append(
            Block(
                pieces=tuple(self._pieces),
                marks=self._marks(end),
                row=row,
                kind=kind,
                level={"heading": heading, "item": item}.get(kind, 0),
                container=number,
                part=self.part,
                place=place,
            )
        )

    def ended(self) -> None:
        """Drop what no text has: the empty paragraph that must follow a table at the end of a file."""
        if len(self.blocks) > 1 and self.blocks[-2].kind == "row":
            last = self.blocks[-1]
            if self._meant:
                return
            if last.kind == "" and not last.pieces and not last.marks and not last.row:
                self.blocks.pop()

    def _inline(self, children: Sequence[Element], marks: Marks) -> None:
        for child in children:
            if child.name == "w:r":
                self._run(child, marks)
            elif child.name in CHANGES:
                self._inline(child.children, (*marks, self._mark(child)))
            elif child.name in TRANSPARENT:
                self._inline(child.children, marks)
            elif child.name == "mc:AlternateContent":
                self._inline(_chosen(child).children, marks)
            else:
                self._aside(child)

    def _run(self, run: Element, marks: Marks) -> None:
        properties = run.first("w:rPr")
        self._formatting(properties)
        bold, italic = _on(properties, "w:b"), _on(properties, "w:i")
        for child in run.children:
            if child.name in ("w:footnoteReference", "w:endnoteReference"):
                self._reference(child, marks)
                continue
            words = self._words(child, marks)
            if child.name in ("w:t", "w:delText") and not words and marks:
                self._pieces.append(Piece("", marks))  # a change of no words: see arranged
            # The tab between a note's number and its words belongs to the number.
            if words and not (self._numbered and child.name == "w:tab"):
                self._pieces.append(Piece(words, marks, bold, italic))
                if not any(mark.is_insertion for mark in marks):
                    for name in self._open_comments:
                        self.commented[name][1].append(words)
            self._numbered = child.name in NUMBERS or (self._numbered and not words)

    def _reference(self, child: Element, marks: Marks) -> None:
        self._notes += 1
        kind = child.name.removesuffix("Reference")
        if kind == "w:endnote" and kind not in self.notes:
            self.not_read("endnotes: they are kept as footnotes")
        self.notes.setdefault(kind, []).append((child.get("w:id"), self._notes, marks))
        self._pieces.append(Piece("", marks, note=self._notes))

    def _words(self, child: Element, marks: Marks) -> str:
        if child.name in ("w:t", "w:delText"):
            return child.text
        if child.name in SIGNS:
            return SIGNS[child.name]
        if child.name == "w:sym":
            self.not_read(f"a sign of the font {child.get('w:font')!r} ({child.get('w:char')})")
        elif child.name == "mc:AlternateContent":
            return "".join(self._words(each, marks) for each in _chosen(child).children)
        else:
            self._aside(child)
        return ""

    def _aside(self, child: Element) -> None:
        """Take note of what is no words: a comment's edge, a change of form, or something unknown."""
        name = child.get("w:id")
        if child.name == "w:commentRangeStart":
            self._open_comments.add(name)
            self.commented.setdefault(name, (len(self.blocks), []))
        elif child.name == "w:commentRangeEnd":
            self._open_comments.discard(name)
        elif child.name == "w:commentReference":
            self.commented.setdefault(name, (len(self.blocks), []))
        elif child.name in FORMATTING:
            self.not_read(f"a tracked change of form ({child.name}) by {_by(child)}")
        elif child.name not in SILENT:
            words = "".join(
                each.text for each in child.walk() if each.name in ("w:t", "w:delText", "m:t")
            )
            self.not_read(f"{child.name}" + (f" with the words {words!r}" if words else ""))

    def _formatting(self, properties: Element | None) -> None:
        for each in properties.walk() if properties is not None else ():
            if each.name in FORMATTING:
                self._aside(each)

    def _marks(self, properties: Element | None) -> Marks:
        if properties is None:
            return ()
        return tuple(self._mark(each) for each in properties.children if each.name in CHANGES)

    def _mark(self, element: Element) -> Mark:
        by, at = element.get("w:author"), element.get("w:date")
        if not by or not at:
            missing = "author" if not by else "date"
            if not self._nameless & {(by, missing)}:
                self.not_read(f"tracked changes without {missing}, from here on")
            self._nameless.add((by, missing))
        return Mark(CHANGES[element.name], by, at, is_move=element.name.startswith("w:move"))


def _chosen(alternatives: Element) -> Element:
    """Return what a reader of words understands: the fallback, which needs nothing special."""
    fallback = alternatives.first("mc:Fallback")
    return fallback or alternatives.first("mc:Choice") or alternatives


def _on(properties: Element | None, name: str) -> bool:
    found = properties.first(name) if properties is not None else None
    return found is not None and found.get("w:val") not in ("0", "false", "off", "none")


def _by(element: Element) -> str:
    return element.get("w:author") or "nobody named"
