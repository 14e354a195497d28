"""A programme passes to its next host, with its folder and a key of that host, by the commands of the manual."""

import json
import re
from pathlib import Path

from tests.contracts.command import Said, comity
from tests.contracts.test_init import init

MANUAL = Path(__file__).parents[2] / "docs" / "operations.md"


def commands() -> list[str]:
    """Return what the manual says to type, in its order."""
    section = (
        MANUAL.read_text().partition("## Handing the programme over\n")[2].partition("\n## ")[0]
    )
    return re.findall(r"^    comity (.*)$", section, re.MULTILINE)


def typed(line: str, names: dict[str, str]) -> Said:
    return comity(*(names.get(word, word) for word in line.split()))


def fine(said: Said) -> Said:
    assert said.code == 0, said
    return said


def test_the_next_host_runs_it_from_a_folder_and_with_a_key_of_its_own(tmp_path: Path) -> None:
    folder, following, file = tmp_path / "talks", tmp_path / "next", tmp_path / "talks.zip"
    officer = init(folder, "--json").json["person"]
    by = ("--data", folder, "--by", officer, "--json")
    told = fine(comity("role", "list", *by)).json
    host = told["roles"][0]["party"]
    admit = ("--id", "light", "--name", "Light House", "--form", "civil-society")
    fine(
        comity(
            "act", "parties.admit-party", *by, "--on-behalf-of", host, *admit, "--standing", "party"
        )
    )
    person = fine(comity("person", "add", *by, "--name", "Max Keel")).json["person"]
    fine(comity("role", "give", person, "--for", "light", "--power", "speak", *by))
    names = {
        "DIR": str(folder),
        "NEW": str(following),
        "FILE.zip": str(file),
        "OFFICER": officer,
        "PERSON": person,
        "HOST": host,
        "NEXT": "light",
    }
    offer, take, restore, rotate, doctor = commands()
    fine(typed(offer, names))
    receipt = tmp_path / "receipt.json"
    receipt.write_text(json.dumps(fine(typed(f"{take} --json", names)).json))
    fine(comity("backup", "--data", folder, file, "--keys"))
    fine(typed(restore, names))
    fine(typed(rotate, names))
    assert typed(doctor, names).out.rstrip().splitlines()[-1]
    by = ("--data", following, "--json", "--by")
    refused = comity("person", "add", *by, officer, "--name", "Too Late")
    assert refused.code == 1
    fine(comity("person", "add", *by, person, "--name", "In Time"))
    fine(comity("export", "--data", following, tmp_path / "out"))
    assert fine(comity("verify", tmp_path / "out", "--json")).json["ok"] is True
    assert fine(comity("replay", "--check", "--data", following)).code == 0
