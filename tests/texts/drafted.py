"""Files with tracked changes that LibreOffice itself makes: name to what it is told, order by order (office.bas).

type|States shall report.      text that was there before
select|1|7|1|12                paragraph 1, characters 7 to 12; -1 is the end
become|should                  these words instead, recorded as a change
"""

A, B = "Arvenia", "Meridonia"
LEGAL = [
    "Recalling article 2 of the Understanding,",
    "States shall report annually to the Conference.",
    "Nothing in this paragraph affects their rights. It applies to all.",
    "The Secretariat keeps the list.",
]


def drafted(*orders: str, text: list[str] = LEGAL) -> list[str]:
    """Return a text that is there, and what two delegations do to it while changes are recorded."""
    return [*(f"type|{words}" for words in text), f"author|{A}", "record|on", *orders]


def at(paragraph: int, start: int, end: int | None = None, last: int = 0) -> str:
    """Reach from a character to another, of the same paragraph or of a later one."""
    return f"select|{paragraph}|{start}|{last or paragraph}|{start if end is None else end}"


ORDERS: dict[str, list[str]] = {
    "made-nothing": drafted(),
    "made-insert": drafted(at(2, 7), "put|and Observers "),
    "made-insert-start": drafted(at(1, 0), "put|Deeply "),
    "made-insert-end": drafted(at(4, -1), "put| It is public."),
    "made-delete": drafted(at(2, 20, 29), "become|"),
    "made-delete-start": drafted(at(2, 0, 7), "become|"),
    "made-delete-end": drafted(at(3, 47, -1), "become|"),
    "made-replace": drafted(at(2, 7, 12), "become|should"),
    "made-replace-many": drafted(
        *(at(2, 7, 12), "become|may", at(3, 0, 7), "become|No word", at(4, 4, 15), "become|Chair")
    ),
    "made-letters": drafted(at(2, 13, 15), "become|RE", at(4, 2), "put|x"),
    "made-split": drafted(at(3, 48), "split|"),
    "made-split-with-words": drafted(at(3, 47), "put| New words.", at(3, 58), "split|"),
    "made-split-twice": drafted(at(3, 48), "split|", at(2, 20), "split|"),
    "made-join": drafted(at(2, -1, 0, last=3), "become|"),
    "made-join-three": drafted(*(at(3, -1, 0, last=4), "become|", at(2, -1, 0, last=3), "become|")),
    "made-join-with-words": drafted(at(2, 20, 8, last=3), "become|"),
    "made-join-replaced": drafted(at(2, 20, 8, last=3), "become|as anything "),
    "made-paragraph-gone": drafted(at(3, 0, 0, last=4), "become|"),
    "made-two-gone": drafted(at(2, 0, 0, last=4), "become|"),
    "made-first-gone": drafted(at(1, 0, 0, last=2), "become|"),
    "made-last-gone": drafted(at(3, -1, -1, last=4), "become|"),
    "made-paragraph-new": drafted(at(2, -1), "split|", "put|A new one stands here."),
    "made-two-new": drafted(at(2, -1), "split|", "put|One.", "split|", "put|Two."),
    "made-empty-new": drafted(at(2, -1), "split|", at(4, -1), "split|"),
    "made-moved-down": drafted(at(2, 0, -1), "show|", "do|MoveDown"),
    "made-moved-up": drafted(at(3, 0, -1), "show|", "do|MoveUp"),
    "made-nested": drafted(
        *(at(2, 7), "put|and all Observers ", f"author|{B}", at(2, 11, 15), "become|")
    ),
    "made-nested-whole": drafted(at(2, 7), "put|now ", f"author|{B}", at(2, 0, -1), "become|"),
    "made-nested-paragraph": drafted(
        *(at(2, -1), "split|", "put|A new one stands here."),
        *(f"author|{B}", at(3, 2, 6), "become|", at(4, 0, 8), "become|"),
    ),
    "made-two-authors": drafted(
        *(at(2, 7, 12), "become|should", f"author|{B}", at(2, -1), "put| All do.")
    ),
    "made-authors-adjacent": drafted(at(2, 7), "put|one ", f"author|{B}", at(2, 11), "put|two "),
    "made-authors-delete": drafted(
        at(2, 7, 13), "become|", f"author|{B}", at(2, 13, 20), "become|"
    ),
    "made-three-authors": drafted(
        *(at(1, 0), "put|One, ", f"author|{B}", at(2, 0), "put|Two, "),
        *("author|D&A <law>", at(3, 0), "put|Three, ", at(4, 0, 4), "become|"),
    ),
    "made-own-undone": drafted(at(2, 7), "put|soon and ", at(2, 7, 12), "become|"),
    "made-bold": drafted(at(2, 7, 12), "set|CharWeight|150"),
    "made-italic-and-words": drafted(
        *(at(2, 7, 12), "set|CharPosture|2", at(2, 12), "put| soon", at(3, 0, 8), "become|")
    ),
    "made-style": drafted(at(3, 0), "set|ParaStyleName|Heading 1", at(3, 0), "put|On "),
    "made-table-words": drafted(
        *("record|off", at(2, -1), "table|2|2", "record|on"),
        *("cell|A1|5|7", "become|first", "cell|B2|0|5", "become|"),
        *("cell|A2|-1|-1", "put| Always."),
    ),
    "made-table-split": drafted(
        "record|off", at(2, -1), "table|1|2", "record|on", "cell|A1|8|8", "split|"
    ),
    "made-table-around": drafted(
        *("record|off", at(2, -1), "table|2|2", "record|on"),
        *(at(2, 0, 7), "become|All", at(3, 0), "put|Yet "),
    ),
    "made-footnote": drafted(at(2, 12), "note|Footnote|See article 2."),
    "made-footnote-words": drafted(
        *("record|off", at(2, 12), "note|Footnote|See article 2.", "record|on"),
        *("within|0|4|11", "become|paragraph", "within|0|0|0", "put|But "),
    ),
    "made-footnote-gone": drafted(
        *("record|off", at(2, 12), "note|Footnote|See article 2.", "record|on"),
        *(at(2, 7, 20), "become|"),
    ),
    "made-endnote": drafted(at(2, 12), "note|Endnote|See article 2."),
    "made-footnote-in-new": drafted(
        *(at(2, -1), "split|", "put|A new one stands here.", at(3, 5), "note|Footnote|As agreed.")
    ),
    "made-list-words": drafted(
        *("record|off", at(2, 0, -1, last=3), "set|NumberingStyleName|Numbering 123", "record|on"),
        *(at(2, 7, 12), "become|may", at(3, 0), "put|And "),
    ),
    "made-list-item": drafted(
        *("record|off", at(2, 0, -1, last=3), "set|NumberingStyleName|Numbering 123", "record|on"),
        *(at(2, -1), "split|", "put|A new item."),
    ),
    "made-list-item-gone": drafted(
        *("record|off", at(2, 0, -1, last=4), "set|NumberingStyleName|List 1", "record|on"),
        *(at(3, 0, 0, last=4), "become|"),
    ),
    "made-list-turned": drafted(
        at(2, 0, -1, last=3), "set|NumberingStyleName|Numbering 123", at(2, 0), "put|All "
    ),
    "made-comment": drafted(at(2, 7, 12), f"comment|{B}|Why shall?", at(2, 0), "put|All "),
    "made-comment-in-change": drafted(
        *(at(2, 7), "put|soon ", at(2, 7, 11), f"comment|{B}|How soon?", at(4, 0, 4), "become|")
    ),
    "made-comment-deleted": drafted(
        *("record|off", at(2, 7, 12), f"comment|{B}|Why shall?", "record|on"),
        *(at(2, 0, 20), "become|"),
    ),
    "made-line": drafted(at(2, 20), "line|", at(3, 8), "put|one\ttab "),
    "made-arabic": drafted(
        *("record|off", at(1, 0, -1), "set|WritingMode|1", "record|on"),
        *(at(1, 5, 10), "become|الأطراف", at(2, 0), "put|ثم "),
        text=["تقدم الدول تقريراً سنوياً إلى المؤتمر.", "الفقرة الثانية."],
    ),
    "made-arabic-join": drafted(
        at(1, -1, 0, last=2),
        "become|",
        text=["تقدم الدول تقريراً.", "الفقرة الثانية.", "الثالثة."],
    ),
    "made-arabic-authors": drafted(
        *(
            at(1, 5, 10),
            "become|الأطراف",
            f"author|{B}",
            at(1, 5),
            "put|جميع ",
            at(2, 0, 7),
            "become|",
        ),
        text=["تقدم الدول تقريراً سنوياً إلى المؤتمر.", "الفقرة الثانية."],
    ),
    "made-mixed": drafted(
        *(at(1, 8), "put|المادة ", at(1, -1), "put| (ג)"),
        text=["Article 12 (أ) שלום.", "Article 13."],
    ),
    "made-chinese": drafted(
        at(1, 2, 3), "become|须", at(1, 4), "put|定期", text=["各国应每年报告。", "第二条。"]
    ),
    "made-repetitive": drafted(
        *(at(1, 4), "put|the ", at(1, 20, 24), "become|"),
        text=["the the and the the and the the.", "the and the."],
    ),
    "made-long": drafted(
        *(order for n in range(1, 60) for order in (at(n, 0, 9), f"become|Article {n}")),
        text=[f"Paragraph number {n} says what it says." for n in range(60)],
    ),
}
"""Each begins with a new document and ends with a file."""

FORM_ALONE = {"made-nothing", "made-bold"}
"""In these no word changes."""
