"""The command line: it reads like a table of contents, and opens only the chapter that was asked for.

Neither Django nor the register of kinds is imported here, so that `comity --help` is quick on a slow machine.
"""

import argparse
import importlib
import os
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from types import ModuleType
from typing import NoReturn

from comity.cli.screen import UNREADABLE, Stop, complain


@dataclass(frozen=True)
class Command:
    """One line of the table of contents."""

    name: str
    does: str
    module: str = ""
    """The file it stands in, where Python keeps its name for itself."""


CHAPTERS: tuple[tuple[str, tuple[Command, ...]], ...] = (
    (
        "Begin",
        (
            Command("demo", "load the demonstration programme and serve it"),
            Command("init", "begin a programme of one's own, by five answers"),
            Command("establish", "begin one by a program, with every choice of the first act"),
            Command("serve", "serve a data folder, and run the clerk beside it"),
        ),
    ),
    (
        "Act",
        (
            Command("act", "do one act, signed with a key of one's own if wished"),
            Command("kinds", "list the kinds of act, or describe one"),
            Command("import", "take in a list that was kept in a spreadsheet", module="intake"),
            Command("key", "make a signing key"),
            Command("text", "compare, merge, rebase, read and write negotiated texts"),
            Command(
                "converge", "find what unites a room, what divides it, and on whom that depends"
            ),
        ),
    ),
    (
        "Check",
        (
            Command("export", "write what a viewer may see as static files"),
            Command("verify", "check an export, from a folder or an address"),
            Command("replay", "compare what pages show with what the record says"),
        ),
    ),
    (
        "Let in",
        (
            Command("person", "enter people, and list them with what each may do"),
            Command("role", "give, end and list mandates and seats"),
            Command("link", "make a sign-in link for a person"),
            Command("account", "set where letters go, close or erase an account"),
            Command("token", "make a token for a program"),
        ),
    ),
    (
        "Keep",
        (
            Command("clerk", "do what is due: close what has run out, send letters"),
            Command("mail", "send a trial letter, or take in one that came back"),
            Command("doctor", "look a programme over, and say in a sentence how it stands"),
            Command("backup", "write everything into one file, or prove that such a file holds"),
            Command("restore", "put a backup into a new data folder, on either store"),
            Command("migrate", "rebuild everything that is computed from the record"),
            Command("openapi", "print the description of the interface"),
            Command(
                "record-of-processing",
                "print what can hold personal data, who sees it and for how long",
                module="processing",
            ),
        ),
    ),
)

ENDING = """\
Every command explains itself (comity COMMAND --help) and takes --json.
Exit codes: 0 done, 1 refused or found wrong, 2 used wrongly or not readable."""


def contents() -> str:
    """Write the table of contents."""
    lines = [
        "Comity: a secretariat in software, on a record every party can check.",
        "",
        "comity COMMAND …",
        "",
    ]
    for title, commands in CHAPTERS:
        lines.append(title)
        lines.extend(_listed(command) for command in commands)
        lines.append("")
    return "\n".join([*lines, ENDING])


def _listed(command: Command) -> str:
    """Write a command beside what it does, or above it where its name is long."""
    beside = f"  {command.name:<11}"
    above = f"  {command.name}\n{'':13}"
    return (beside if len(command.name) < 11 else above) + command.does


def main(argv: Sequence[str] | None = None) -> int:
    """Run one command and return its exit code."""
    given = list(sys.argv[1:] if argv is None else argv)
    if not given or given[0] in ("-h", "--help", "help"):
        print(contents())
        return 0
    if given[0] == "--version":
        return _version()
    name, rest = given[0], given[1:]
    as_json = "--json" in rest
    if name not in {command.name for _, commands in CHAPTERS for command in commands}:
        return complain(
            Stop(f"there is no command {name!r}; comity --help lists them"), as_json=as_json
        )
    return _run(name, rest, as_json=as_json)


def _version() -> int:
    from importlib.metadata import version  # noqa: PLC0415 — nothing is imported that a command does not need

    print(f"comity {version('comity')}")
    return 0


def _run(name: str, rest: list[str], *, as_json: bool) -> int:
    module = importlib.import_module(f"comity.cli.{_module_of(name)}")
    try:
        if hasattr(module, "main"):
            return int(module.main(rest))
        return int(module.run(_arguments(name, module, rest)))
    except Stop as stop:
        return complain(stop, as_json=as_json)
    except BrokenPipeError:
        # Whoever read us has seen enough; Python would complain once more on closing stdout.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 0
    except KeyboardInterrupt:
        print(file=sys.stderr)
        return 130


def _module_of(name: str) -> str:
    every = (command for _, commands in CHAPTERS for command in commands)
    return next(command.module or name for command in every if command.name == name)


def _arguments(name: str, module: ModuleType, rest: list[str]) -> argparse.Namespace:
    """Read what follows a command's name; one command takes options that only the register knows."""
    parser = _parser(name, module)
    args, more = parser.parse_known_args(rest)
    if more and not hasattr(module, "take_fields"):
        parser.error(f"there is no option {more[0]}")
    if more:
        module.take_fields(args, more)
    return args


class _Parser(argparse.ArgumentParser):
    """Says in one sentence what was used wrongly."""

    def error(self, message: str) -> NoReturn:
        raise Stop(f"{message} ({self.prog} --help explains)", code=UNREADABLE)


def _parser(name: str, module: ModuleType) -> argparse.ArgumentParser:
    parser = _Parser(
        prog=f"comity {name}",
        description=module.__doc__,
        formatter_class=argparse.RawDescriptionHelpFormatter,
        # A shortened option would take a field's name for its own: --on for --on-behalf-of.
        allow_abbrev=False,
    )
    module.configure(parser)
    parser.add_argument("--json", action="store_true", help="print the result as JSON")
    return parser


if __name__ == "__main__":
    sys.exit(main())
