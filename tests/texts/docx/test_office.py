"""Tracked changes accepted and rejected by us and by LibreOffice: the same words, file by file."""

from dataclasses import replace
from pathlib import Path

import pytest

from comity.texts import Edited, Inserted, Paragraph, Proposal, Version, read_docx, write_docx
from comity.texts.docx.document import Document
from comity.texts.form import Format
from comity.texts.json_in import Asked
from comity.texts.version import Anchor
from tests.ground import needs, run
from tests.texts import drafted, office, tracked

# LibreOffice joins a paragraph in a content control with the next one when it rejects words in it.
NAMED_UNREAD = {"content-control"}

BASE = Version(
    tuple(
        Paragraph(f"p{n}", text)
        for n, text in enumerate(
            ["Recalling article 2,", "States shall report annually.", "تقدم الدول تقريراً.", "End."],
            1,
        )
    )
)
TABLED = (
    Proposal(
        "a",
        "Arvenia",
        (Edited("p2", "States should report."), Edited("p3", "تقدم الأطراف تقريراً.")),
        (Inserted("p2", "A review follows."), Inserted(None, "Title")),
    ),
    Proposal(
        "b", "Meridonia", (Edited("p2", "All States shall report annually."),), deleted=("p1",)
    ),
    Proposal("c", "Tarn", (Edited("p2", "States may report annually."),)),
)
WRITTEN = Asked(BASE, TABLED)


def cell(row: int, column: int, words: str) -> Paragraph:
    return Paragraph(f"c{row}{column}", words, "row", place=(1, row, column))


FORMED = Asked(
    Version(
        (
            Paragraph("h", "Purpose", "heading", 1),
            Paragraph("p", "States must report.", formats=(Format(7, 11, is_bold=True),)),
            *(cell(row, column, f"Cell {row}{column}") for row in (1, 2) for column in (1, 2)),
            Paragraph("i", "at home", "item", 2),
            Paragraph("e", "End."),
            Paragraph("n", "Article 2.", "note", place=(1,), anchor=Anchor("p", 18)),
        )
    ),
    (
        Proposal(
            "a",
            "Arvenia",
            (Edited("p", "States should report."), Edited("c11", "First"), Edited("n", "Both.")),
            (Inserted("i", "abroad", kind="item", level=2),),
            ("c21", "c22"),
        ),
        Proposal("b", "Tarn", (Edited("p", "All States must report."),), deleted=("h",)),
    ),
)


EMPTIED = Asked(
    Version(
        (
            Paragraph("p", "Recalling article 2,", "preambular"),
            Paragraph("h", "Purpose", "heading", 1),
            Paragraph("e", "End."),
            Paragraph("n", "Article 2.", "note", place=(1,), anchor=Anchor("p", 20)),
        )
    ),
    (
        Proposal("a", "Arvenia", (Edited("h", ""), Edited("p", "Recalling article 3,"))),
        Proposal("b", "Tarn", inserted=(Inserted("e", "", kind="item", level=1),), deleted=("e",)),
    ),
)
"""A heading is left without words beside a paragraph that goes and an empty one that comes."""

EMPTY = Asked(
    Version((Paragraph("p", "States report."), Paragraph("e", "", "heading", 2))),
    (Proposal("a", "Arvenia", inserted=(Inserted("e", "A review follows."),)),),
)

OURS = {
    "written-rolling": write_docx(WRITTEN),
    "written-formed": write_docx(FORMED),
    "written-comparison": write_docx(WRITTEN, form="comparison"),
    "written-emptied": write_docx(EMPTIED),
    "written-empty": write_docx(EMPTY),
}


def files(folder: Path) -> list[Path]:
    made = {name: tracked.document(*body) for name, body in tracked.BODIES.items()}
    made |= OURS
    for name, raw in made.items():
        (folder / f"{name}.docx").write_bytes(raw)
    return [folder / f"{name}.docx" for name in made]


def make(folder: Path) -> run.Shared:
    office.settle(files(folder), folder, drafts=drafted.ORDERS)
    return run.Shared(word=str(folder))


@pytest.fixture(scope="session")
def settled() -> Path:
    needs.word_processor()
    return Path(run.once("office", make))


def words(document: Document) -> list[str]:
    return [each.text for each in document.accepted()]


@pytest.mark.slow
@pytest.mark.parametrize(
    "name",
    [*tracked.BODIES, *drafted.ORDERS, *OURS],
)
def test_what_stands_is_what_libreoffice_shows(name: str, settled: Path) -> None:
    ours = read_docx((settled / f"{name}.docx").read_bytes())
    theirs = [
        words(read_docx((settled / f"{name}.{done}.docx").read_bytes()))
        for done in ("accepted", "rejected")
    ]
    mine = [words(ours), [each.text for each in ours.rejected()]]
    if name in NAMED_UNREAD:
        assert ours.unread
        assert mine[0] == theirs[0]
    else:
        assert mine == theirs


def test_sixty_files_by_hand_and_sixty_of_libreoffice_are_tried() -> None:
    assert (len(tracked.BODIES), len(drafted.ORDERS)) == (65, 60)
    assert len(NAMED_UNREAD) <= 3


@pytest.mark.slow
@pytest.mark.parametrize("name", drafted.ORDERS)
def test_what_libreoffice_recorded_is_read_in_the_name_of_who_did_it(
    name: str, settled: Path
) -> None:
    ours = read_docx((settled / f"{name}.docx").read_bytes())
    authors = {order.partition("|")[2] for order in drafted.ORDERS[name] if "author|" in order}
    proposals = ours.proposals()
    assert {each.by for each in proposals} <= authors
    assert all(each.at for each in proposals)
    if name in drafted.FORM_ALONE:
        assert (proposals, ours.accepted()) == ((), ours.rejected())
    else:
        assert proposals
        assert ours.accepted() != ours.rejected()
    if len(authors) > 1:
        assert {each.by for each in proposals} == authors


def test_what_is_written_is_read_back_as_the_same_proposals() -> None:
    alone = Asked(BASE, (replace(TABLED[0], at="2026-03-01T10:00:00Z"),))
    found = read_docx(write_docx(alone))
    assert [each.text for each in found.rejected()] == [each.text for each in BASE.paragraphs]
    (one,) = found.proposals()
    assert (one.by, one.edited, one.deleted) == ("Arvenia", TABLED[0].edited, ())
    assert {(each.after, each.text) for each in one.inserted} == {
        (each.after, each.text) for each in TABLED[0].inserted
    }
    assert found.unread == ()


@pytest.mark.slow
@pytest.mark.parametrize("done", ["accepted", "rejected"])
def test_what_is_no_words_survives_libreoffice_too(done: str, settled: Path) -> None:
    ours = read_docx((settled / "written-formed.docx").read_bytes())
    theirs = read_docx((settled / f"written-formed.{done}.docx").read_bytes())
    assert theirs.rejected() == (ours.accepted() if done == "accepted" else ours.rejected())


def test_the_same_text_is_the_same_bytes() -> None:
    assert write_docx(WRITTEN) == write_docx(WRITTEN)


def test_where_proposals_collide_each_reading_is_a_comment_of_its_proposer() -> None:
    found = read_docx(write_docx(WRITTEN))
    assert {each.by for each in found.comments} == {"Arvenia", "Tarn"}
