"""What a list of papers says of each file: a link where it may be read, else in words why not."""

from datetime import UTC, datetime
from typing import Any

import pytest
from django.template.loader import render_to_string
from hypothesis import given
from hypothesis import strategies as st

from comity.core.shapes import Blob
from comity.desk.cells import Cell, Erased, Sealed, Value
from comity.desk.public_log import OpenBlob
from comity.desk.seen import Seen
from comity.web.views.filed_paper import LONGEST, UNSAFE, file_name

DIGEST = "ab" * 32


def _drawn(file: Cell) -> str:
    paper: Seen[Any] = Seen(
        id="agenda",
        type="paper",
        act=7,
        at=datetime(2026, 11, 3, tzinfo=UTC),
        is_recorded=False,
        cells={
            "title": Value("The agenda"),
            "file": file,
            "symbol": Value("A/1"),
            "late": Value(value=False),
        },
    )
    return render_to_string("parts/papers.html", {"papers": [paper]})


def test_a_paper_that_may_be_read_links_to_its_file() -> None:
    drawn = _drawn(Value(Blob(DIGEST, 12, "application/pdf")))
    assert '<a href="/paper/agenda" download>The agenda</a>' in drawn


@pytest.mark.parametrize(
    ("file", "says"),
    [
        (Sealed("words"), "The file is sealed from you."),
        (Erased("words"), "The file is erased."),
        (Value(None), "No file is lodged with it here."),
    ],
)
def test_a_paper_without_a_file_to_read_says_why_and_links_nowhere(file: Cell, says: str) -> None:
    drawn = _drawn(file)
    assert says in drawn
    assert "/paper/" not in drawn


@given(title=st.text())
def test_a_title_becomes_a_name_that_any_machine_can_keep(title: str) -> None:
    name = file_name(title, ending=".pdf")
    assert UNSAFE.search(name) is None
    assert name.endswith(".pdf")
    assert 4 < len(name) <= LONGEST + 4


def test_a_title_that_ends_as_a_file_does_is_not_given_a_second_ending() -> None:
    assert file_name("../Agenda: first round.PDF", ending=".pdf") == "Agenda first round.PDF"
    assert file_name("", ending="") == "paper"


def test_what_a_browser_may_run_is_sent_as_bytes_without_a_type() -> None:
    kinds = ["text/html; charset=utf-8", "image/svg+xml", "application/pdf"]
    sent = [OpenBlob(DIGEST, b"", kind, 0).sent_as for kind in kinds]
    assert sent == ["application/octet-stream", "application/octet-stream", "application/pdf"]
