import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from comity.cli.main import main
from comity.texts.json_in import LARGEST

BASE = [{"id": "p1", "text": "States shall report."}, {"id": "p2", "text": "End."}]
ONE = {"id": "a", "by": "Arvenia", "edited": [{"id": "p1", "text": "States should report."}]}
TWO = {
    "id": "b",
    "by": "Tarn",
    "edited": [{"id": "p1", "text": "States may report."}, {"after": "p2", "text": "New."}],
}


def asked(folder: Path, **what: Any) -> str:
    place = folder / "asked.json"
    place.write_text(json.dumps({"base": BASE, "proposals": [], **what}))
    return str(place)


def said(capsys: pytest.CaptureFixture[str]) -> Any:
    return json.loads(capsys.readouterr().out)


def test_merge_says_paragraphs_collisions_applied_and_partly(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["text", "merge", asked(tmp_path, proposals=[ONE, TWO], accept="all")]) == 0
    assert said(capsys) == {
        "paragraphs": [*BASE, {"id": "p2+b", "text": "New."}],
        "collisions": [
            {
                "paragraph": "p1",
                "from": 1,
                "to": 2,
                "proposals": ["a", "b"],
                "alternatives": [
                    {"proposal": "a", "text": "States should report."},
                    {"proposal": "b", "text": "States may report."},
                ],
            }
        ],
        "applied": [],
        "partly": [
            {"proposal": "a", "left": [{"paragraph": "p1", "from": 1, "to": 2, "text": "should "}]},
            {"proposal": "b", "left": [{"paragraph": "p1", "from": 1, "to": 2, "text": "may "}]},
        ],
    }


def test_rebase_says_each_proposal_with_its_status(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    now = [{"id": "p1", "text": "States shall report annually."}, BASE[1]]
    assert main(["text", "rebase", asked(tmp_path, proposals=[ONE], new_base=now)]) == 0
    assert said(capsys) == {
        "proposals": [
            {
                "id": "a",
                "status": "adjusted",
                "edited": [{"id": "p1", "text": "States should report annually."}],
                "deleted": [],
                "conflicts": [],
            }
        ]
    }


def test_a_text_is_written_and_read_back(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    out = str(tmp_path / "out.docx")
    assert main(["text", "write", asked(tmp_path, proposals=[ONE]), out]) == 0
    assert main(["text", "read", out, "--accept"]) == 0
    assert capsys.readouterr().out.splitlines()[1:] == ["States should report.", "End."]
    assert main(["text", "read", out, "--reject", "--json"]) == 0
    assert said(capsys) == {"paragraphs": ["States shall report.", "End."]}
    assert main(["text", "read", out, "--json"]) == 0
    found = said(capsys)
    assert [(each["by"], each["edited"]) for each in found["proposals"]] == [
        ("Arvenia", ONE["edited"])
    ]
    assert [each["what"] for each in found["unread"]] == [
        "tracked changes without date, from here on"
    ]


def test_two_files_are_compared_word_by_word(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    old, new = tmp_path / "old.txt", tmp_path / "new.md"
    old.write_text("One two three.\n\nGoes away entirely now.\n")
    new.write_text("One four three.\n")
    assert main(["text", "compare", str(old), str(new)]) == 0
    assert (
        capsys.readouterr().out
        == "     1  One [-two-]{+four+} three.\n-       Goes away entirely now.\n"
    )


@pytest.mark.parametrize(
    ("what", "why"),
    [
        ({"base": [BASE[0], BASE[0]]}, "base: the id 'p1' stands twice"),
        ({"proposals": [ONE, ONE]}, "proposals: the id 'a' stands twice"),
        (
            {"proposals": [{"id": "a", "deleted": ["p9"]}]},
            "proposal 'a': the base has no paragraph 'p9'",
        ),
        ({"accept": ["z"]}, "accept: there is no proposal 'z'"),
        ({"proposals": [{"id": "a", "edit": []}]}, "proposals[0]: 'edit' is not known here"),
        ({"base": {}}, "base: a list is expected, not an object"),
    ],
)
def test_what_is_asked_wrongly_is_named_with_its_place(
    what: dict[str, Any], why: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    place = asked(tmp_path, **what)
    assert main(["text", "merge", place]) == 2
    assert capsys.readouterr().err == f"comity: {place}: {why}\n"


def test_a_control_character_cannot_be_written(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    place = asked(tmp_path, base=[{"id": "p1", "text": "a\x07b"}])
    assert main(["text", "write", place, str(tmp_path / "o.docx")]) == 2
    assert "paragraph 'p1': the sign U+0007 cannot stand in a .docx" in capsys.readouterr().err
    assert not (tmp_path / "o.docx").exists()


def test_the_engine_needs_neither_django_nor_the_register() -> None:
    code = (
        "import sys, comity.cli.text;"
        "sys.exit(any(n.split('.')[0] == 'django' or n.startswith('comity.acts') for n in sys.modules))"
    )
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0


def test_what_is_read_has_a_bound() -> None:
    assert LARGEST == 256 << 20
