"""The table of contents: quick, complete, and honest about what went wrong."""

import json
import re
import subprocess
import sys

import pytest

from comity.cli import main as cli


def run(*arguments: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "comity.cli.main", *arguments],
        capture_output=True,
        text=True,
        check=False,
    )


def test_help_imports_neither_django_nor_the_register() -> None:
    code = (
        "import sys\n"
        "from comity.cli.main import main\n"
        "main(['--help'])\n"
        "heavy = [name for name in sys.modules if name.split('.')[0] == 'django' or name.startswith('comity.acts')]\n"
        "print(heavy, file=sys.stderr)\n"
    )
    found = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert found.stderr == "[]\n"


def test_help_names_every_command_once_with_what_it_does(
    capsys: pytest.CaptureFixture[str],
) -> None:
    assert cli.main([]) == 0
    shown = capsys.readouterr().out
    commands = [command for _, commands in cli.CHAPTERS for command in commands]
    listed = [
        re.findall(rf"^  {each.name}\s+{re.escape(each.does)}$", shown, re.M) for each in commands
    ]
    assert [len(each) for each in listed] == [1] * len(commands)
    assert max(map(len, shown.splitlines())) <= 80


@pytest.mark.parametrize(
    "name", [command.name for _, commands in cli.CHAPTERS for command in commands]
)
def test_every_command_explains_itself_and_takes_json(name: str) -> None:
    explained = run(name, "--help")
    assert (explained.returncode, explained.stderr) == (0, "")
    assert "--json" in explained.stdout


def test_an_unknown_command_is_one_sentence_on_stderr() -> None:
    answer = run("negotiate")
    assert (answer.returncode, answer.stdout) == (2, "")
    assert answer.stderr == "comity: there is no command 'negotiate'; comity --help lists them\n"


def test_a_program_gets_its_complaints_as_json() -> None:
    answer = run("key", "old", "--json")
    assert answer.returncode == 2
    assert json.loads(answer.stdout)["ok"] is False
