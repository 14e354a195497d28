"""What a paragraph's style says of it: a heading, and of which level; its numbering."""

from dataclasses import dataclass, field

from comity.texts.docx.xml import Element


@dataclass(frozen=True, slots=True)
class Styles:
    """Levels of headings by style, from 1, and which style rests on which."""

    outline: dict[str, int] = field(default_factory=dict)
    rests_on: dict[str, str] = field(default_factory=dict)

    def heading(self, properties: Element | None) -> int:
        """Return the level of a heading, 0 for what is none."""
        if properties is None:
            return 0
        own = _outline(properties)
        if own is not None:
            return own
        name, seen = style_of(properties), set[str]()
        while name and name not in seen:
            if name in self.outline:
                return self.outline[name]
            seen.add(name)
            name = self.rests_on.get(name, "")
        return 0


def item_level(properties: Element | None) -> int:
    """Return the depth of a list item, from 1; 0 for what is none."""
    numbering = properties.first("w:numPr") if properties is not None else None
    if numbering is None:
        return 0
    number, depth = numbering.first("w:numId"), numbering.first("w:ilvl")
    if number is None or number.get("w:val") == "0":
        return 0
    value = depth.get("w:val") if depth else "0"
    return int(value) + 1 if value.isdecimal() and len(value) < 3 else 1


OWN = {
    "ComityRow": "row",
    "ComityNote": "note",
    "ComityPreambular": "preambular",
    "ComityOperative": "operative",
}
"""Styles by which we write what Word has no word for."""

MEANT = "ComityEmpty"
"""The style of an empty last paragraph after a table that is of the text: Word puts one there of its own accord."""


def own_kind(properties: Element | None) -> str:
    """Return what a paragraph is by a style of ours."""
    return OWN.get(style_of(properties), "")


def style_of(properties: Element | None) -> str:
    """Return the name of a paragraph's style, "" where it has none."""
    style = properties.first("w:pStyle") if properties is not None else None
    return style.get("w:val") if style is not None else ""


def read_styles(top: Element) -> Styles:
    """Read ``styles.xml``."""
    outline: dict[str, int] = {}
    rests_on: dict[str, str] = {}
    for style in top.children:
        if style.name != "w:style" or style.get("w:type") != "paragraph":
            continue
        name = style.get("w:styleId")
        based = style.first("w:basedOn")
        if based is not None:
            rests_on[name] = based.get("w:val")
        properties = style.first("w:pPr")
        level = _outline(properties) if properties is not None else None
        if level is not None:
            outline[name] = level
    return Styles(outline, rests_on)


def _outline(properties: Element) -> int | None:
    found = properties.first("w:outlineLvl")
    if found is None:
        return None
    value = found.get("w:val")
    # Level 9 is the body's: no heading.
    return int(value) + 1 if value.isdecimal() and int(value) < 9 else 0
