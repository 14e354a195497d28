import re
from pathlib import Path

import pytest

from tests.ground.tree import ROOT, files, project, texts

CODE = {".py", ".html", ".css", ".js", ".sh"}

# Longer than 300 lines, each with the answer to why; a file that is mended leaves the list.
LONG = {
    "comity/core/act.py": "what every kind says of itself, and what an act is, in one place to be read first",
    "comity/core/shapes.py": "every shape a field can have, read side by side",
    "comity/desk/look.py": "one window: every question that a page may ask, each narrowed to who looks",
    "comity/desk/readings/sentence.py": "one page's one question; what is folded on the line wants a file of its own",
    "comity/store/seek.py": "every question that a look asks the store, and one way to narrow them all",
    "comity/web/static/comity/comity.css": "one sheet, so that a first view is one request; it is fetched whole",
    "comity/wording/glossary.py": "every word of the field with its meaning, read from the first to the last",
    "tests/acts/lawful.py": "one lawful case of every kind, side by side",
    "comity/desk/readings/act_page.py": "one act before it is done: about what, where, for whom, and who will see it",
    "comity/wording/called.py": "what each kind of thing is called in a sentence, side by side",
    "comity/web/templatetags/comity.py": "the words that every page asks for",
    "comity/wording/refusal_words.py": "the words for every refusal, by subject, beside one another",
    "tests/acts/scene.py": "one small programme in the middle of its work, for every kind to be tried in",
    "tests/contracts/planted.py": "every word that is planted, and who may see it",
    "tests/contracts/test_acts_endpoint.py": "one address and everything it promises",
    "tests/contracts/test_commands.py": "every command's promise, and every damage to an export",
    "tests/contracts/test_leaks.py": "one world, walked as every role",
    "tests/contracts/test_silence.py": "one procedure, every edge of it from outside",
    "tests/contracts/test_text_bad_input.py": "every way in which a file of words can be bad, and what is said of it",
    "tests/contracts/test_text_commands.py": "five commands, each held to what it promises",
    "tests/desk/test_look.py": "one window, and everything it must not show",
    "tests/desk/test_submit.py": "one door, and every way to be turned away at it",
    "tests/record/test_export.py": "one exported log, and every way to tamper with it",
    "tests/record/test_formats.py": "every format's round trip and every way to be wrong, side by side",
}

VAGUE = {"utils", "util", "helpers", "common", "manager", "service", "handler", "data", "info"}

# Spelt in pieces, or this file would be its own first finding.
MACHINE_PATH = re.compile(
    r"(?<![\w.])/(?:"
    + "|".join(["wo" + "rk/(?:main|shared)", "ro" + "ot/", "ho" + "me/[a-z]", "tmp/te" + "am"])
    + ")"
)
REGISTRY = re.compile(
    "|".join(["py" + r"pi\.org", "python" + "hosted", "npm" + r"js\.", r"deb\." + r"debian\.org"])
)
LICENCES = {"LICENSE"}


def found(pattern: re.Pattern[str], *, outside: set[str]) -> list[str]:
    return [
        f"{name}: {match.group()}"
        for name, text in texts()
        if name.name not in outside
        for match in pattern.finditer(text)
    ]


def test_no_file_names_a_path_of_somebodys_machine() -> None:
    assert found(MACHINE_PATH, outside=LICENCES) == []


def test_no_file_but_the_lock_names_a_registry_host() -> None:
    assert found(REGISTRY, outside={"uv.lock"}) == []


def test_every_file_is_named_for_what_it_is() -> None:
    vague = [str(name) for name in files() if VAGUE & {part.split(".")[0] for part in name.parts}]
    assert vague == []


def test_a_long_file_is_a_question_with_an_answer() -> None:
    long = {
        str(name)
        for name, text in texts()
        if name.suffix in CODE and "vendor" not in name.parts and len(text.splitlines()) > 300
    }
    assert long == set(LONG)


def test_every_text_is_utf_8_with_unix_lines_and_a_last_newline() -> None:
    odd = [
        str(name)
        for name, text in texts()
        if name.suffix in CODE | {".md", ".toml"}
        # A template that stands inside a line must not end it.
        and ("\r" in text or (name.suffix != ".html" and text and not text.endswith("\n")))
    ]
    assert odd == []


def make_targets() -> set[str]:
    makefile = (ROOT / "Makefile").read_text(encoding="utf-8")
    return set(re.findall(r"^([a-z-]+):", makefile, flags=re.MULTILINE))


def pages() -> list[tuple[Path, str]]:
    return [(name, text) for name, text in texts() if name.suffix == ".md"]


def test_every_make_command_on_a_page_exists() -> None:
    said = {
        f"{name}: make {target}"
        for name, text in pages()
        for line in re.findall(r"`([^`\n]+)`|^\s*(?:\$ )?(make [^\n]*)", text, flags=re.MULTILINE)
        for target in re.findall(r"\bmake ([a-z][a-z-]*)", "".join(line))
        if target not in make_targets()
    }
    assert said == set()


def test_every_link_between_pages_leads_somewhere() -> None:
    broken = [
        f"{name}: {target}"
        for name, text in pages()
        for target in re.findall(r"\]\(([^)#\s]+)[^)]*\)", text)
        if "://" not in target and not target.startswith(("mailto:", "/"))
        if not (ROOT / name.parent / target).exists()
    ]
    assert broken == []


def test_what_each_target_calls_is_there() -> None:
    makefile = (ROOT / "Makefile").read_text(encoding="utf-8")
    called = set(re.findall(r"scripts/[a-z-]+", makefile))
    assert called - {str(name) for name in files()} == set()


def declared() -> set[str]:
    pyproject = project()
    lines = [
        *pyproject["project"]["dependencies"],
        *(
            line
            for extra in pyproject["project"]["optional-dependencies"].values()
            for line in extra
        ),
        *(line for group in pyproject["dependency-groups"].values() for line in group),
        *pyproject["build-system"]["requires"],
    ]
    return {re.split(r"[\[<>=~! ]", line)[0] for line in lines}


def test_every_dependency_has_its_paragraph() -> None:
    page = (ROOT / "docs/adr/0002-libraries.md").read_text(encoding="utf-8")
    argued = set(re.findall(r"^\*\*([a-z0-9-]+)\*\*", page, flags=re.MULTILINE))
    assert argued == declared() | {"uv"}


def test_every_decision_begins_with_the_number_of_its_file() -> None:
    pages = list((ROOT / "docs/adr").glob("[0-9]*.md"))
    begun = {page.name: page.read_text(encoding="utf-8")[:7] for page in pages}
    assert begun == {page.name: f"# {page.name[:4]}." for page in pages}
    assert len({page.name[:4] for page in pages}) == len(pages)


@pytest.mark.parametrize("name", ["LICENSE", "programmes/LICENSE-DATA"])
def test_the_licences_are_there(name: str) -> None:
    assert (ROOT / name).stat().st_size > 300
