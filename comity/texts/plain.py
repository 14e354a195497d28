"""Plain text and Markdown as paragraphs.

    # Purpose                        heading, level 1
    1. States shall report.          paragraph
    - annually;                      item, level 1
    | A | B |                        row
    [^1]: See annex.                 note

Blank lines part paragraphs; in Markdown a heading, an item, a row and a note each stand for themselves, and a fence of
code is one paragraph. Plain text without a single blank line has a paragraph on every line. Words, signs of emphasis
and numbers that the file has are kept exactly as typed: they are words of the text like others.
"""

import re
from collections.abc import Iterable, Iterator

from comity.texts.errors import Unreadable
from comity.texts.version import Paragraph

LARGEST = 64 << 20
"""Bytes of a text that are read at all."""

_OWN_LINE = re.compile(
    r"(?P<heading>#{1,6})(?=\s)|(?P<indent>\s*)(?P<item>[-*+])(?=\s)|(?P<row>\|)|(?P<note>\[\^[^\]]+\]:)"
)
_FENCE = re.compile(r"\s{0,3}(```|~~~)")


def decode(raw: bytes) -> str:
    """Read UTF-8, with line ends of any system. Raises Unreadable naming the byte."""
    if len(raw) > LARGEST:
        raise Unreadable(f"it has {len(raw)} bytes; at most {LARGEST} are read")
    try:
        text = raw.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise Unreadable("it is not UTF-8", place=f"byte {error.start}") from None
    return text.replace("\r\n", "\n").replace("\r", "\n")


def read_plain(raw: bytes) -> tuple[Paragraph, ...]:
    """Read plain text."""
    text = decode(raw)
    parted = re.search(r"\S[^\n]*\n[^\S\n]*\n", text) is not None
    blocks = re.split(r"\n(?:[^\S\n]*\n)+", text) if parted else text.split("\n")
    return _numbered(Paragraph("", block.strip("\n")) for block in blocks if block.strip())


def read_markdown(raw: bytes) -> tuple[Paragraph, ...]:
    """Read Markdown."""
    return _numbered(_blocks(decode(raw).split("\n")))


def _blocks(lines: list[str]) -> Iterator[Paragraph]:
    block: list[str] = []
    kind, level, fence = "", 0, ""
    for line in [*lines, ""]:
        opens = _FENCE.match(line)
        own = None if fence else _OWN_LINE.match(line)
        if not fence and (own or opens or not line.strip()):
            if block:
                yield Paragraph("", "\n".join(block), kind, level)
            block, kind, level = [], "", 0
        if own:
            kind, level = _kind(own)
        closes = opens is not None and fence == opens[1]
        if opens:
            fence = "" if closes else fence or opens[1]
        if line.strip() or fence:
            block.append(line)
        if kind == "heading" or closes:
            yield Paragraph("", "\n".join(block), kind, level)
            block, kind, level = [], "", 0
    if block:
        yield Paragraph("", "\n".join(block), kind, level)


def _kind(own: re.Match[str]) -> tuple[str, int]:
    if own["heading"]:
        return "heading", len(own["heading"])
    if own["item"]:
        return "item", 1 + len(own["indent"].expandtabs(4)) // 2
    return ("row" if own["row"] else "note"), 0


def _numbered(paragraphs: Iterable[Paragraph]) -> tuple[Paragraph, ...]:
    return tuple(
        Paragraph(f"p{n}", each.text, each.kind, each.level)
        for n, each in enumerate(paragraphs, start=1)
    )
