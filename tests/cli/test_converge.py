import json
from pathlib import Path
from typing import Any

import pytest

from comity.cli.main import main

VOTES = "participant,1,2,3\na,1,1,-1\nb,1,-1,-1\nc,1,0,-1\nd,1,,-1\n"


def votes(folder: Path, words: str = VOTES) -> str:
    place = folder / "votes.csv"
    place.write_text(words)
    return str(place)


def said(capsys: pytest.CaptureFixture[str]) -> Any:
    return json.loads(capsys.readouterr().out)


def test_findings_have_exactly_the_keys_that_are_promised(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["converge", votes(tmp_path), "--bootstrap", "0", "--json"]) == 0
    found = said(capsys)
    assert sorted(found) == [
        "dependence",
        "digest",
        "groups",
        "model",
        "people",
        "statements",
        "statements_ranked",
        "votes",
    ]
    assert sorted(found["groups"]) == [
        "ari_median",
        "ari_p10",
        "count",
        "found",
        "members",
        "null_p95",
        "reason",
    ]
    assert found["groups"]["found"] is None
    assert sorted(found["model"]) == ["dimensions", "held_out", "sampled"]


def test_a_person_reads_findings_in_words_first(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["converge", votes(tmp_path), "--bootstrap", "0"]) == 0
    shown = capsys.readouterr()
    assert shown.out.splitlines()[:10] == [
        "4 people, 3 statements, 11 votes.",
        "",
        "What unites",
        "  The room agrees with statement 1; support 100 % (51 to 100); it would take 2 people to overturn.",
        "",
        "What is rejected together",
        "  The room rejects statement 3; rejection 100 % (4 of 4); it would take 2 people to overturn.",
        "",
        "What divides",
        "  Statement 2: 1 agree, 1 disagree, 1 pass; it would take 1 person to settle.",
    ]
    assert shown.err == ""


def test_blocs_are_named_where_they_are_lowest(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    groups = tmp_path / "blocs.csv"
    groups.write_text("person,bloc\na,East\nb,East\nc,West\nd,West\n")
    asked = ["converge", votes(tmp_path), "--blocs", str(groups), "--bootstrap", "0"]
    assert main(asked) == 0
    assert capsys.readouterr().out.splitlines()[3] == (
        "  Every bloc agrees with statement 1; lowest support 100 % (34 to 100, East);"
        " it would take 1 person to overturn."
    )


def test_a_fault_names_file_line_and_column(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    place = votes(tmp_path, "participant,1\na,7\n")
    assert main(["converge", place, "--json"]) == 2
    assert said(capsys) == {
        "ok": False,
        "error": f"{place}: line 2, column 2 (statement 1): '7' is no vote:"
        " 1 agrees, 0 passes, -1 disagrees, empty is none",
        "file": place,
        "line": 2,
        "column": 2,
    }


@pytest.mark.parametrize(
    ("more", "why"),
    [
        (["--bootstrap", "some"], "'some' is not a number from 0 to 99999"),
        (["--format", "excel"], "invalid choice: 'excel'"),
        (["other.csv"], "one file of votes is wanted"),
        (["--blocs", "none.csv"], "none.csv: it cannot be read (No such file or directory)"),
    ],
)
def test_what_is_asked_wrongly_is_said(
    more: list[str], why: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["converge", votes(tmp_path), *more]) == 2
    assert why in capsys.readouterr().err


def test_no_control_character_reaches_the_terminal(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    place = tmp_path / "votes.csv"
    place.write_text("resolution,country,vote\nA\x1b[2J,x,yes\n")
    assert main(["converge", str(place), "--bootstrap", "0"]) == 0
    assert "\x1b" not in capsys.readouterr().out


def test_findings_are_checked_and_what_was_changed_is_named(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    place = votes(tmp_path)
    assert main(["converge", place, "--bootstrap", "0", "--json"]) == 0
    told = tmp_path / "findings.json"
    told.write_text(capsys.readouterr().out)
    asked = ["converge", "check", str(told), place, "--bootstrap", "0"]
    assert main(asked) == 0
    assert "Everything is as told" in capsys.readouterr().out
    assert main(asked[:-2]) == 1
    assert "groups.found: told None, found False" in capsys.readouterr().out
    told.write_text(told.read_text().replace('"votes":11', '"votes":12'))
    assert main([*asked, "--json"]) == 1
    assert [each["place"] for each in said(capsys)["differences"]] == ["votes", "digest"]


def test_a_map_is_drawn_into_a_file(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    drawn = tmp_path / "map.svg"
    assert main(["converge", votes(tmp_path), "--bootstrap", "0", "--svg", str(drawn)]) == 0
    assert drawn.read_text().startswith('<svg xmlns="http://www.w3.org/2000/svg"')
    capsys.readouterr()
    nowhere = ["--svg", str(tmp_path / "none" / "map.svg")]
    assert main(["converge", votes(tmp_path), "--bootstrap", "0", *nowhere]) == 2
    assert "it cannot be written" in capsys.readouterr().err
    nothing = votes(tmp_path, "participant,1\na,1\n")
    assert main(["converge", nothing, "--bootstrap", "0", "--svg", str(drawn)]) == 2
    assert "there is no map of a room that says nothing" in capsys.readouterr().err


def test_wordings_are_compared_in_words(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    groups = tmp_path / "blocs.csv"
    groups.write_text("person,bloc\na,East\nb,East\nc,West\nd,West\n")
    asked = ["converge", "compare", votes(tmp_path), "1", "3"]
    assert main([*asked, "--blocs", str(groups)]) == 0
    assert capsys.readouterr().out.splitlines() == [
        "1: 4 agree, 0 disagree, 0 pass; East, West could accept it.",
        "3: 0 agree, 4 disagree, 0 pass; East, West would block it.",
        "",
        "Of 4 who saw 1 and 3, 4 prefer 1, 0 prefer 3, 0 agree with both.",
        "",
        "In this order they leave fewest people without one: 1; 4 of 4 people agree with one at least.",
    ]
    assert main([*asked, "99"]) == 2
    assert "'99' is no statement of these votes" in capsys.readouterr().err
