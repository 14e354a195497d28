"""A text as a Word file: what its page says to the same reader, and no more."""

import zipfile
from dataclasses import fields, replace
from datetime import UTC, datetime
from io import BytesIO
from typing import Any

from comity.core.text import Change
from comity.desk.cells import Cell, Sealed, Value
from comity.desk.readings.text import Numbered, Proposed, TextPage
from comity.desk.seen import Seen
from comity.texts import read_docx
from comity.wording.word_file import rolling, since

AT = datetime(2026, 3, 1, 10, tzinfo=UTC)
RULE = "Members of the Conference see words & names."
LINK = "https://cables.example/text/t"
STANDS = ["A cable is a common loss.", "Each party keeps one contact.", "A party answers."]


def seen(kind: str, name: str, **cells: Any) -> Seen[Any]:
    values = {key: each if isinstance(each, Sealed) else Value(each) for key, each in cells.items()}
    return Seen(id=name, type=kind, act=1, at=AT, is_recorded=False, cells=values)


def proposed(
    name: str, words: Any, change: Change = Change.REPLACE, *, party: Cell, reason: Any = ""
) -> Proposed:
    row = seen("proposal", name, change=change, words=words, reason=reason)
    return Proposed(row=row, party=party, positions=(), is_withdrawn=False, offers=())


def numbered(place: int, words: Any, *proposals: Proposed, number: str = "") -> Numbered:
    row = seen("paragraph", f"t-p{place}", number=number or str(place), words=words)
    return Numbered(row=row, proposals=proposals, positions=(), offers=(), together=None)


def page(*paragraphs: Numbered, symbol: str = "CC/3") -> TextPage:
    """Return a text's page with nothing on it that does not go into a file."""
    rest: dict[str, Any] = dict.fromkeys(each.name for each in fields(TextPage))
    named = seen("text", "t", title="On cables", symbol=symbol, label="")
    return TextPage(**{**rest, "text": named, "paragraphs": paragraphs})


ARVENIA, TARN = Value("Arvenia"), Value("Tarn")
WHOLE = page(
    numbered(1, STANDS[0]),
    numbered(
        2,
        STANDS[1],
        proposed("a", "Each party keeps two contacts.", party=ARVENIA, reason="One sleeps."),
        proposed("b", "All contacts answer.", Change.INSERT, party=TARN),
    ),
    numbered(3, STANDS[2], proposed("c", "", Change.DELETE, party=TARN)),
)


def written(of: TextPage) -> Any:
    return read_docx(rolling(of, rule=RULE, link=LINK))


def test_every_open_proposal_is_tracked_in_its_partys_name() -> None:
    found = written(WHOLE)
    assert [each.text for each in found.rejected()] == ["On cables", f"CC/3 · {RULE}", *STANDS]
    assert [each.text for each in found.accepted()][2:] == [
        STANDS[0],
        "Each party keeps two contacts.",
        "All contacts answer.",
    ]
    assert {(each.by, each.at) for each in found.proposals()} == {
        ("Arvenia", "2026-03-01T10:00:00Z"),
        ("Tarn", "2026-03-01T10:00:00Z"),
    }
    assert [(each.by, each.text, each.paragraph) for each in found.comments] == [
        ("Arvenia", "One sleeps.", "p4")
    ]
    assert found.unread == ()


def test_paragraphs_that_are_counted_are_counted_by_word_itself() -> None:
    assert [each.kind for each in written(WHOLE).rejected()] == [
        *("heading", ""),
        *["operative"] * 3,
    ]
    odd = page(
        numbered(1, STANDS[0], number="1 bis"),
        numbered(2, STANDS[1], proposed("a", "Two.", party=TARN), number="2"),
    )
    found = written(odd)
    assert [each.text for each in found.rejected()][2:] == [
        f"1 bis.\t{STANDS[0]}",
        f"2.\t{STANDS[1]}",
    ]
    assert found.accepted()[-1].text == "2.\tTwo."


def test_what_is_withheld_on_the_page_is_withheld_in_the_file() -> None:
    hidden = page(
        numbered(
            1,
            STANDS[0],
            proposed("a", Sealed("words"), party=ARVENIA, reason="Not to be told."),
            proposed("b", "A loss.", party=Sealed("party"), reason=Sealed("words")),
        ),
        numbered(2, Sealed("words"), proposed("c", "Known words.", party=TARN)),
    )
    found = written(hidden)
    assert [each.by for each in found.proposals()] == [str(Sealed("party"))]
    assert [(each.by, each.text) for each in found.comments] == [
        ("Comity", "1 proposal on this paragraph is not shown to you."),
        ("Comity", "1 proposal on this paragraph is not shown to you."),
    ]
    assert found.rejected()[-1].text == str(Sealed("words"))


def test_a_withdrawn_proposal_is_not_in_the_file() -> None:
    (gone,) = WHOLE.paragraphs[2].proposals
    last = replace(WHOLE.paragraphs[2], proposals=[replace(gone, is_withdrawn=True)])
    found = written(replace(WHOLE, paragraphs=[*WHOLE.paragraphs[:2], last]))
    assert found.accepted()[-1].text == STANDS[2]
    assert [each.text for each in found.comments] == ["One sleeps."]


def test_the_file_says_of_itself_what_it_is_and_who_may_read_it() -> None:
    with zipfile.ZipFile(BytesIO(rolling(WHOLE, rule=RULE, link=LINK))) as archive:
        told = archive.read("docProps/core.xml").decode()
    assert "<dc:title>On cables</dc:title><dc:subject>CC/3</dc:subject>" in told
    assert f"<dc:description>{RULE.replace('&', '&amp;')} {LINK}</dc:description>" in told


def test_what_changed_since_an_earlier_text_is_tracked_in_the_later_ones_name() -> None:
    later = page(
        numbered(1, "A party answers."),
        numbered(2, "A cable is a common loss."),
        numbered(3, "Each party keeps two contacts."),
        numbered(4, "The Secretariat keeps the list."),
        symbol="CC/3/Rev.1",
    )
    found = read_docx(since(later, WHOLE, rule=RULE, link=LINK))
    assert [each.text for each in found.rejected()][2:] == STANDS
    assert [each.text for each in found.accepted()] == [
        *("On cables", f"CC/3/Rev.1 · {RULE}", "A party answers.", "A cable is a common loss."),
        *("Each party keeps two contacts.", "The Secretariat keeps the list."),
    ]
    assert {each.by for each in found.proposals()} == {"CC/3/Rev.1"}
