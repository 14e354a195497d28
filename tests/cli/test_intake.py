import argparse
from pathlib import Path
from typing import Any

import pytest

from comity.cli.intake_words import words
from comity.cli.main import main
from comity.core.errors import Malformed
from comity.desk.intake import Beside, Left
from comity.sheets import Row, read_xlsx
from comity.wording.set_aside import why


def test_an_empty_list_has_the_headings_that_are_understood(
    capfdbinary: pytest.CaptureFixture[bytes],
) -> None:
    assert main(["import", "people", "--template"]) == 0
    assert capfdbinary.readouterr().out == b"\xef\xbb\xbfname,office,country\r\n"


def test_an_empty_list_is_written_in_the_form_that_its_name_says(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    book, cells = tmp_path / "meetings.xlsx", tmp_path / "endorsements.csv"
    assert main(["import", "template", "meetings", str(book)]) == 0
    assert main(["import", "template", "endorsements", str(cells)]) == 0
    assert read_xlsx(book.read_bytes()).headings[:4] == ("name", "form", "start", "end")
    assert cells.read_bytes() == b"\xef\xbb\xbfparty,of,extent,words,since\r\n"
    capsys.readouterr()
    assert main(["import", "template", "meetings", str(book)]) == 2
    assert "is there already" in capsys.readouterr().err
    assert main(["import", "template", "guests", "x.csv"]) == 2
    assert "say of what, and where to" in capsys.readouterr().err


def test_what_is_missing_is_named(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["import", "people", "list.csv", "--by", "k4f2mq"]) == 2
    told = "comity: --data and --on-behalf-of is missing (comity import --help explains)\n"
    assert capsys.readouterr().err == told.replace(" is ", " are ")


def test_rows_that_were_set_aside_are_never_written_over_a_file(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    there = tmp_path / "left.csv"
    there.write_text("mine")
    given = ["import", "people", "list.csv", "--data", "d", "--by", "p", "--on-behalf-of", "q"]
    assert main([*given, "--left", str(there)]) == 2
    assert "is there already" in capsys.readouterr().err
    assert there.read_text() == "mine"


@pytest.mark.parametrize(
    ("left", "says"),
    [
        (
            Left(
                Row(2, ()), "unread", error=Malformed("form", expected="a value", found="nothing")
            ),
            "Nothing is said under “form”.",
        ),
        (
            Left(Row(2, ()), "unread", error=Malformed("zone", expected="a zone", found="'X'")),
            "zone: expected a zone, found 'X'.",
        ),
        (
            Left(
                Row(3, ()),
                "maybe-same",
                beside=Beside("A Ltd", row=2, differs=(("name", "A", "A Ltd"),)),
            ),
            "It may be the same as “A Ltd” (row 2): name “A”, there “A Ltd”.",
        ),
        (
            Left(
                Row(3, ()),
                "differs",
                beside=Beside("A", "party/a", differs=(("form", "state", ""),)),
            ),
            "It stands already as party/a, and an import changes nothing: form “state”, there nothing.",
        ),
        (
            Left(
                Row(3, ()),
                "renamed",
                beside=Beside("east west institute", "party/ewi", differs=(("name", "A", "B"),)),
            ),
            "By the list's own history it was called “east west institute” before, which stands as party/ewi.",
        ),
        (Left(Row(2, ()), "refused", says="No such zone."), "No such zone."),
    ],
)
def test_each_reason_is_a_sentence(left: Left, says: str) -> None:
    assert why(left) == says


def test_a_person_reads_what_came_of_it() -> None:
    args = argparse.Namespace(what="people", data="d", by="p", on_behalf_of="q", left=None)
    result: dict[str, Any] = {
        "dry_run": False,
        "batch": "b",
        "entered": [4],
        "same": [{"row": 3, "as": "person/x"}],
        "left": [{"row": 4, "why": "unread", "says": "It says nothing of its name."}],
        "unused": ["shoe size"],
        "notes": [{"says": "It was read as cp1252."}],
        "history": [{"says": "2020-02-19: “a” was removed."}],
    }
    assert words(result, args).splitlines() == [
        "1 person is entered.",
        "1 row of the list stands in the record already.",
        "It was read as cp1252.",
        'Nothing is taken from: shoe size. (--column "HEADING=FIELD" says what one is)',
        "1 thing is told by its history:",
        "  2020-02-19: “a” was removed.",
        "1 row is set aside:",
        "  row 4: It says nothing of its name.",
        "To undo all of it: comity import undo b --data d --by p --on-behalf-of q",
    ]
