"""Word files with tracked changes, written by hand: name to the XML of the body, with notes and a comment."""

import zipfile
from io import BytesIO
from itertools import count

from comity.texts.docx import skeleton

_ID = count(10)
A, B = "Arvenia", "Meridonia"
AT = "2026-03-01T10:00:00Z"


def who(by: str = A) -> str:
    return f'w:id="{next(_ID)}" w:author="{by}" w:date="{AT}"'


def r(text: str, form: str = "") -> str:
    form = f"<w:rPr>{form}</w:rPr>" if form else ""
    return f'<w:r>{form}<w:t xml:space="preserve">{text}</w:t></w:r>'


def x(text: str, form: str = "") -> str:
    return r(text, form).replace("w:t>", "w:delText>").replace("<w:t ", "<w:delText ")


def ins(inner: str, by: str = A) -> str:
    return f"<w:ins {who(by)}>{inner}</w:ins>"


def gone(inner: str, by: str = A) -> str:
    return f"<w:del {who(by)}>{inner}</w:del>"


def p(*inner: str, end: str = "", properties: str = "") -> str:
    mark = f"<w:rPr><w:{end} {who()}/></w:rPr>" if end else ""
    return f"<w:p><w:pPr>{properties}{mark}</w:pPr>{''.join(inner)}</w:p>"


def cell(*paragraphs: str) -> str:
    return f'<w:tc><w:tcPr><w:tcW w:w="2000" w:type="dxa"/></w:tcPr>{"".join(paragraphs)}</w:tc>'


def row(*cells: str, mark: str = "") -> str:
    properties = f"<w:trPr><w:{mark} {who()}/></w:trPr>" if mark else ""
    return f"<w:tr>{properties}{''.join(cells)}</w:tr>"


def table(*rows: str) -> str:
    grid = '<w:tblGrid><w:gridCol w:w="2000"/><w:gridCol w:w="2000"/></w:tblGrid>'
    return f'<w:tbl><w:tblPr><w:tblW w:w="0" w:type="auto"/></w:tblPr>{grid}{"".join(rows)}</w:tbl>'


def move(text: str, verb: str, name: str) -> str:
    number = next(_ID)
    return (
        f"<w:p><w:pPr><w:rPr><w:{verb} {who()}/></w:rPr></w:pPr>"
        f'<w:{verb}RangeStart w:id="{number}" w:author="{A}" w:date="{AT}" w:name="{name}"/>'
        f'<w:{verb} {who()}>{r(text)}</w:{verb}></w:p><w:{verb}RangeEnd w:id="{number}"/>'
    )


def note(number: int) -> str:
    return f'<w:r><w:footnoteReference w:id="{number}"/></w:r>'


def item(*inner: str, depth: int = 0, end: str = "") -> str:
    numbering = f'<w:numPr><w:ilvl w:val="{depth}"/><w:numId w:val="1"/></w:numPr>'
    return p(*inner, end=end, properties=numbering)


def formed(text: str) -> str:
    change = f"<w:rPrChange {who()}><w:rPr/></w:rPrChange>"
    return f"<w:r><w:rPr><w:b/>{change}</w:rPr><w:t>{text}</w:t></w:r>"


def commented(inner: str) -> str:
    return (
        f'<w:commentRangeStart w:id="0"/>{inner}<w:commentRangeEnd w:id="0"/>'
        '<w:r><w:commentReference w:id="0"/></w:r>'
    )


def marked(inner: str) -> str:
    return f'<w:bookmarkStart w:id="900" w:name="b"/>{inner}<w:bookmarkEnd w:id="900"/>'


BIDI, RTL = "<w:bidi/>", "<w:rtl/>"
HEADING = '<w:pStyle w:val="Heading1"/>'
PLAIN = table(row(cell(p(r("c"))), cell(p(r("d")))))

BODIES: dict[str, list[str]] = {
    "nothing": [p(r("States shall report."))],
    "insert-start": [p(ins(r("All ")), r("States report."))],
    "insert-middle": [p(r("States "), ins(r("shall ")), r("report."))],
    "insert-end": [p(r("States report"), ins(r(" annually")), r("."))],
    "delete-start": [p(gone(x("All ")), r("States report."))],
    "delete-middle": [p(r("States "), gone(x("shall ")), r("report."))],
    "delete-end": [p(r("States report"), gone(x(" annually.")))],
    "replace": [p(r("States "), gone(x("shall")), ins(r("should")), r(" report."))],
    "replace-other-way": [p(r("States "), ins(r("should")), gone(x("shall")), r(" report."))],
    "replace-many": [p(*(gone(x(f"a{n} ")) + ins(r(f"b{n} ")) + r(f"c{n} ") for n in range(9)))],
    "letters": [p(r("re"), gone(x("port")), ins(r("view")), r("ed"))],
    "paragraph-deleted": [p(r("One.")), p(gone(x("Two.")), end="del")],
    "paragraph-inserted": [p(r("One.")), p(ins(r("Two.")), end="ins")],
    "two-inserted": [p(r("1."), end="ins"), p(ins(r("2.")), end="ins"), p(ins(r("3.")))],
    "two-deleted": [p(gone(x("One.")), end="del"), p(gone(x("Two.")), end="del")],
    "split": [p(r("One sentence. "), end="ins"), p(r("Another."))],
    "split-with-words": [p(r("One"), ins(r(" new")), end="ins"), p(ins(r("And ")), r("more."))],
    "join": [p(r("One sentence. "), end="del"), p(r("Another."))],
    "join-with-words": [
        p(r("One"), gone(x(".")), end="del"),
        p(gone(x("A")), ins(r(" a")), r("nother.")),
    ],
    "join-three": [p(r("One "), end="del"), p(r("two "), end="del"), p(r("three."))],
    "split-and-join": [p(r("One "), end="ins"), p(r("two "), end="del"), p(r("three."))],
    "empty-inserted": [p(r("One.")), p(end="ins")],
    "empty-deleted": [p(r("One.")), p(end="del")],
    "moved-down": [
        p(r("1")),
        move("Moved.", "moveFrom", "m"),
        p(r("2")),
        move("Moved.", "moveTo", "m"),
    ],
    "moved-up": [
        p(r("1")),
        move("Moved.", "moveTo", "m"),
        p(r("2")),
        move("Moved.", "moveFrom", "m"),
    ],
    "nested": [p(r("States "), ins(r("shall ") + gone(x("always "), B) + r("and ")), r("report."))],
    "nested-whole": [p(r("States "), ins(gone(x("always "), B)), r("report."))],
    "nested-in-new": [p(r("1."), end="ins"), p(ins(r("2 ") + gone(x("or 3"), B) + r(".")))],
    "two-authors": [
        p(r("S "), gone(x("a")), ins(r("b")), r(" t "), gone(x("c"), B), ins(r("d"), B))
    ],
    "authors-adjacent": [p(r("S"), ins(r(" one")), ins(r(" two"), B), r("."))],
    "authors-delete": [p(r("S"), gone(x(" one")), gone(x(" two"), B), r("."))],
    "three-authors": [p(ins(r("x ")), gone(x("y "), B), ins(r("z "), "Tarn"), r("w"))],
    "author-with-signs": [p(ins(r("x "), "D&amp;A &lt;law&gt;"), r("w"))],
    "bold-inserted": [p(r("S "), ins(r("very ", "<w:b/>")), r("t", "<w:i/>"))],
    "italic-deleted": [p(r("S "), gone(x("very ", "<w:i/>")), r("t"))],
    "form-changed": [p(r("S "), formed("bold"), r(" t."))],
    "form-and-words": [p(ins(formed("bold")), gone(x(" thin")), r(" t."))],
    "cell-insert": [p(r("Before.")), table(row(cell(p(r("a "), ins(r("b")))), cell(p(r("c")))))],
    "cell-delete": [table(row(cell(p(r("a"), gone(x(" b")))), cell(p(gone(x("c"))))))],
    "cell-split": [table(row(cell(p(r("a"), end="ins") + p(ins(r("b")))), cell(p(r("c")))))],
    "cell-two-authors": [table(row(cell(p(ins(r("a")))), cell(p(gone(x("c"), B), r("d")))))],
    "row-inserted": [
        table(
            row(cell(p(r("a"))), cell(p(r("b")))),
            row(cell(p(ins(r("c")), end="ins")), cell(p(ins(r("d")), end="ins")), mark="ins"),
        )
    ],
    "row-deleted": [
        table(
            row(cell(p(gone(x("a")), end="del")), cell(p(gone(x("b")), end="del")), mark="del"),
            row(cell(p(r("c"))), cell(p(r("d")))),
        )
    ],
    "around-table": [p(r("a"), ins(r(" b"))), PLAIN, p(gone(x("e ")), r("f"))],
    "list-words": [item(r("one "), ins(r("more"))), item(gone(x("no ")), r("two"), depth=1)],
    "item-inserted": [item(r("one")), item(ins(r("two")), end="ins"), item(r("three"))],
    "item-deleted": [item(r("one")), item(gone(x("two")), end="del"), item(r("three"))],
    "item-split": [item(r("one "), end="ins"), item(r("two"))],
    "heading-words": [p(r("Purpose"), ins(r(" and scope")), properties=HEADING)],
    "arabic": [
        p(r("تقدم الدول ", RTL), gone(x("تقريراً ", RTL)), ins(r("تقارير ", RTL)), properties=BIDI)
    ],
    "arabic-join": [
        p(r("الفقرة الأولى. ", RTL), end="del", properties=BIDI),
        p(r("الثانية.", RTL), properties=BIDI),
    ],
    "mixed-directions": [
        p(r("Article "), ins(r("المادة ", RTL)), r("12 "), gone(x("ב", RTL)), r("."))
    ],
    "chinese": [p(r("各国"), gone(x("应")), ins(r("须")), r("每年报告。"))],
    "tab-and-break": [p(r("a"), ins("<w:r><w:tab/><w:t>b</w:t><w:br/><w:t>c</w:t></w:r>"), r("d"))],
    "tab-deleted": [p(r("a"), gone("<w:r><w:tab/><w:delText>b</w:delText></w:r>"), r("d"))],
    "hyperlink": [
        p(f'<w:hyperlink w:anchor="h">{r("see ")}{ins(r("now "))}</w:hyperlink>', r("this."))
    ],
    "bookmark": [p(marked(r("a ") + ins(r("b "))), r("c"))],
    "content-control": [f"<w:sdt><w:sdtContent>{p(r('a '), ins(r('b ')))}</w:sdtContent></w:sdt>"],
    "comment": [p(commented(r("a ") + ins(r("b "))), r("c"))],
    "comment-in-deletion": [p(r("a "), commented(gone(x("b "))), r("c"))],
    "footnote-words": [p(r("a"), note(2), ins(r(" b")))],
    "footnote-inserted": [p(r("a"), ins(note(3)), r(" b"))],
    "footnote-deleted": [p(r("a"), gone(note(3)), r(" b"))],
    "only-insertions": [p(ins(r("All ")), ins(r("of "), B), ins(r("it.")))],
    "long": [
        p(r(f"Paragraph {n}, "), gone(x("old ")), ins(r("new ")), r("words.")) for n in range(60)
    ],
}


def notes(body: str) -> str:
    """Return the footnotes that are referred to, after the two that every file has."""
    words = {2: f"{r('Old ')}{gone(x('note '))}{ins(r('words '))}{r('here.')}", 3: r("A note.")}
    listed = "".join(
        f'<w:footnote w:id="{n}"><w:p><w:r><w:footnoteRef/></w:r>{said}</w:p></w:footnote>'
        for n, said in words.items()
        if note(n) in body
    )
    fixed = "".join(
        f'<w:footnote w:type="{kind}" w:id="{n}"><w:p><w:r><w:{kind}/></w:r></w:p></w:footnote>'
        for n, kind in enumerate(("separator", "continuationSeparator"))
    )
    space = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
    return f'<w:footnotes xmlns:w="{space}">{fixed}{listed}</w:footnotes>'


def parts_of(body: str) -> dict[str, str]:
    """Return the parts of a file with this body and a last paragraph that stays."""
    body += p(r("The last paragraph stays."))
    parts = {**skeleton.FIXED, "word/document.xml": skeleton.document_part(body)}
    comment = f'<w:comment w:id="0" w:author="{B}" w:date="{AT}">{p(r("Why?"))}</w:comment>'
    parts["word/comments.xml"] = skeleton.comments_part(
        comment if "commentReference" in body else ""
    )
    parts["word/footnotes.xml"] = notes(body)
    return parts


def packed(parts: dict[str, str]) -> bytes:
    """Pack parts as they are."""
    raw = BytesIO()
    with zipfile.ZipFile(raw, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, text in parts.items():
            archive.writestr(name, text)
    return raw.getvalue()


def document(*blocks: str) -> bytes:
    """Pack a body into a file."""
    return packed(parts_of("".join(blocks)))
