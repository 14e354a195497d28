"""Reads a .docx: its paragraphs with every tracked change, its notes and comments, and what was not understood.

What is asked of a part is in ECMA-376, part 1, chapter 17 (the names in quotes below are its elements).
"""

from comity.texts.docx.document import Comment, Document, Unread
from comity.texts.docx.styles import Styles, read_styles
from comity.texts.docx.walk import Walk
from comity.texts.docx.xml import Element, parse
from comity.texts.docx.zipped import Zipped
from comity.texts.errors import Unreadable

_OFFICE = "/officeDocument"
_NOTES = (("/footnotes", "w:footnote", "a footnote"), ("/endnotes", "w:endnote", "an endnote"))


def read_docx(raw: bytes) -> Document:
    """Read a Word file from its bytes. Raises Unreadable naming part and place."""
    package = Zipped(raw)
    if "[Content_Types].xml" not in package.names:
        raise Unreadable("it is a ZIP archive, but no .docx", part="[Content_Types].xml")
    main = _target(_relations(package, "_rels/.rels", base=""), _OFFICE) or "word/document.xml"
    folder, _, name = main.rpartition("/")
    related = _relations(package, f"{folder}/_rels/{name}.rels", base=folder)
    styles = Styles()
    style_part = _target(related, "/styles")
    if style_part in package.names:
        styles = read_styles(parse(package.part(style_part), part=style_part))
    walk = Walk(part=main, styles=styles)
    top = parse(package.part(main), part=main)
    body = top.first("w:body")
    if top.name != "w:document" or body is None:
        raise Unreadable("it has no 'w:body' and so no text", part=main)
    walk.container(body)
    walk.ended()
    for kind, element, words in _NOTES:
        _read_notes(package, _target(related, kind), walk, element=element, called=words)
    _unread_parts(package, related, walk)
    comments = _comments(package, _target(related, "/comments"), walk)
    return Document(tuple(walk.blocks), comments, tuple(walk.unread))


def _relations(package: Zipped, part: str, *, base: str) -> list[tuple[str, str]]:
    """Return kinds and targets; what lies outside the file is never followed."""
    if part not in package.names:
        return []
    found = []
    for each in parse(package.part(part), part=part).children:
        target = each.get("Target")
        if each.get("TargetMode") == "External":
            continue
        path = target.lstrip("/") if target.startswith("/") else f"{base}/{target}".lstrip("/")
        found.append((each.get("Type"), path))
    return found


def _target(relations: list[tuple[str, str]], kind: str) -> str:
    return next((path for name, path in relations if name.endswith(kind)), "")


def _read_notes(package: Zipped, part: str, walk: Walk, *, element: str, called: str) -> None:
    if not part or part not in package.names:
        return
    notes = {each.get("w:id"): each for each in parse(package.part(part), part=part).children}
    asked = walk.notes.get(element, [])
    walk.part = part
    for name, number, marks in asked:
        if name not in notes:
            walk.not_read(f"{called} that is not there ({name})", place=f"note {name}")
            continue
        walk.note(notes.pop(name), number, marks)
    for name, each in notes.items():
        # Separators have a type and no words; a note that nothing refers to is words lost.
        if each.name == element and not each.get("w:type") and _words(each):
            walk.not_read(
                f"{called} that nothing refers to: {_words(each)!r}", place=f"note {name}"
            )


def _unread_parts(package: Zipped, related: list[tuple[str, str]], walk: Walk) -> None:
    for kind, path in related:
        name = kind.rpartition("/")[2]
        if path not in package.names:
            continue
        if name in ("header", "footer"):
            words = _words(parse(package.part(path), part=path))
            if words:
                walk.unread.append(
                    Unread(f"words of a page's {name}: {words!r}", path, "the whole part")
                )
        elif name == "aFChunk":
            walk.unread.append(Unread("a document within the document", path, "the whole part"))
        elif name == "vbaProject":
            walk.unread.append(Unread("macros, which are never run", path, "the whole part"))


def _comments(package: Zipped, part: str, walk: Walk) -> tuple[Comment, ...]:
    if not part or part not in package.names:
        return ()
    base = Document(tuple(walk.blocks)).block_names()
    found = []
    for each in parse(package.part(part), part=part).children:
        if each.name != "w:comment":
            continue
        place, about = walk.commented.get(each.get("w:id"), (0, []))
        lines = [_words(one) for one in each.children if one.name == "w:p"]
        found.append(
            Comment(
                by=each.get("w:author"),
                at=each.get("w:date"),
                text="\n".join(lines),
                paragraph=base.get(place, ""),
                about="".join(about),
            )
        )
    return tuple(found)


def _words(element: Element) -> str:
    return "".join(each.text for each in element.walk() if each.name in ("w:t", "w:delText"))
