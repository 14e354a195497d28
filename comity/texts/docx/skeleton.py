"""The parts of a .docx that are the same in every one we write (ECMA-376, part 2 and part 1, chapter 17)."""

from xml.sax.saxutils import escape

from comity.texts.docx.styles import MEANT, OWN

_HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_MAIN = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml"


def document_part(body: str) -> str:
    """Return ``document.xml``."""
    return f"{_HEAD}<w:document {_MAIN}><w:body>{body}<w:sectPr/></w:body></w:document>"


def comments_part(comments: str) -> str:
    """Return ``comments.xml``."""
    return f"{_HEAD}<w:comments {_MAIN}>{comments}</w:comments>"


SEPARATORS = 1
"""A note has its number and so many more: the first two of a file are lines, and no notes."""


def footnotes_part(notes: str) -> str:
    """Return ``footnotes.xml``."""
    lines = "".join(
        f'<w:footnote w:type="{kind}" w:id="{n}"><w:p><w:r><w:{kind}/></w:r></w:p></w:footnote>'
        for n, kind in enumerate(("separator", "continuationSeparator"))
    )
    return f"{_HEAD}<w:footnotes {_MAIN}>{lines}{notes}</w:footnotes>"


def _overrides() -> str:
    kinds = {
        "document": "document.main",
        "comments": "comments",
        "styles": "styles",
        "numbering": "numbering",
        "footnotes": "footnotes",
    }
    return "".join(
        f'<Override PartName="/word/{name}.xml" ContentType="{_TYPE}.{kind}+xml"/>'
        for name, kind in kinds.items()
    )


def _related() -> str:
    return "".join(
        f'<Relationship Id="r{n}" Type="{_OFFICE}/{name}" Target="{name}.xml"/>'
        for n, name in enumerate(("comments", "styles", "numbering", "footnotes"), start=1)
    )


NUMBERED = '<w:pPr><w:numPr><w:ilvl w:val="0"/><w:numId w:val="2"/></w:numPr></w:pPr>'
"""Operative paragraphs are counted by Word itself, so that the numbers are no words."""


def _styles() -> str:
    headings = "".join(
        f'<w:style w:type="paragraph" w:styleId="Heading{n}"><w:name w:val="heading {n}"/>'
        f'<w:basedOn w:val="Normal"/><w:pPr><w:keepNext/><w:outlineLvl w:val="{n - 1}"/></w:pPr>'
        "<w:rPr><w:b/></w:rPr></w:style>"
        for n in range(1, 10)
    )
    own = "".join(
        f'<w:style w:type="paragraph" w:customStyle="1" w:styleId="{style}"><w:name w:val="{style}"/>'
        f'<w:basedOn w:val="Normal"/>{NUMBERED if style == "ComityOperative" else ""}</w:style>'
        for style in (*OWN, MEANT)
    )
    return (
        '<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/></w:style>'
        '<w:style w:type="paragraph" w:styleId="ListParagraph"><w:name w:val="List Paragraph"/>'
        f'<w:basedOn w:val="Normal"/></w:style>{headings}{own}'
    )


def _numbering() -> str:
    levels = "".join(
        f'<w:lvl w:ilvl="{n}"><w:start w:val="1"/><w:numFmt w:val="bullet"/><w:lvlText w:val="–"/>'
        f'<w:lvlJc w:val="left"/><w:pPr><w:ind w:left="{720 * (n + 1)}" w:hanging="360"/></w:pPr></w:lvl>'
        for n in range(9)
    )
    return (
        f'<w:abstractNum w:abstractNumId="0">{levels}</w:abstractNum>'
        '<w:abstractNum w:abstractNumId="1"><w:lvl w:ilvl="0"><w:start w:val="1"/>'
        '<w:numFmt w:val="decimal"/><w:pStyle w:val="ComityOperative"/><w:lvlText w:val="%1."/>'
        '<w:lvlJc w:val="left"/><w:pPr><w:ind w:left="720" w:hanging="720"/></w:pPr></w:lvl></w:abstractNum>'
        '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>'
        '<w:num w:numId="2"><w:abstractNumId w:val="1"/></w:num>'
    )


def about_part(*, title: str, subject: str, description: str) -> str:
    """Return ``core.xml``, what a file says of itself: words alone, no person and no time."""
    spaces = f'xmlns:cp="{_PACKAGE}/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/"'
    return (
        f"{_HEAD}<cp:coreProperties {spaces}><dc:title>{escape(title)}</dc:title>"
        f"<dc:subject>{escape(subject)}</dc:subject>"
        f"<dc:description>{escape(description)}</dc:description></cp:coreProperties>"
    )


_ABOUT = f"{_PACKAGE}/relationships/metadata/core-properties"
_ABOUT_TYPE = "application/vnd.openxmlformats-package.core-properties+xml"

FIXED = {
    "[Content_Types].xml": (
        f'{_HEAD}<Types xmlns="{_PACKAGE}/content-types">'
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        f'<Default Extension="xml" ContentType="application/xml"/>{_overrides()}'
        f'<Override PartName="/docProps/core.xml" ContentType="{_ABOUT_TYPE}"/></Types>'
    ),
    "_rels/.rels": (
        f'{_HEAD}<Relationships xmlns="{_PACKAGE}/relationships">'
        f'<Relationship Id="r1" Type="{_OFFICE}/officeDocument" Target="word/document.xml"/>'
        f'<Relationship Id="r2" Type="{_ABOUT}" Target="docProps/core.xml"/></Relationships>'
    ),
    "word/_rels/document.xml.rels": (
        f'{_HEAD}<Relationships xmlns="{_PACKAGE}/relationships">{_related()}</Relationships>'
    ),
    "word/styles.xml": f"{_HEAD}<w:styles {_MAIN}>{_styles()}</w:styles>",
    "word/numbering.xml": f"{_HEAD}<w:numbering {_MAIN}>{_numbering()}</w:numbering>",
}
"""Parts by name; only the words and the comments are missing."""
