"""LibreOffice as oracle: files that it makes, and what it makes of a file when it accepts, or rejects, all."""

import subprocess
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from xml.sax.saxutils import escape

from tests.ground import needs

MACRO = Path(__file__).with_suffix(".bas")


def settle(
    given: Iterable[Path],
    folder: Path,
    *,
    drafts: Mapping[str, Sequence[str]],
    seconds: int = 300,
) -> None:
    """Make each draft, then ``<name>.accepted.docx`` and ``<name>.rejected.docx`` of it and of all given, in one run.

    Raises AssertionError, naming them, where orders could not be followed.
    """
    profile = folder / "profile"
    _install(profile)
    orders: list[str] = []
    for name, draft in drafts.items():
        place = folder / f"{name}.docx"
        orders += ["new", *draft, "record|off", f"save|{place}", "close"]
        orders += _settled(place, folder)
    for place in given:
        orders += _settled(place, folder)
    listed = folder / "orders.txt"
    listed.write_text("\n".join(orders) + "\n")
    _office(profile, f'macro:///Standard.Module1.Work("{listed}")', seconds=seconds)
    assert (folder / "orders.txt.failed").read_text() == ""


def _settled(place: Path, folder: Path) -> list[str]:
    found: list[str] = []
    for verb, done in (("Accept", "accepted"), ("Reject", "rejected")):
        out = folder / f"{place.stem}.{done}.docx"
        found += [f"open|{place}", f"do|{verb}AllTrackedChanges", f"save|{out}", "close"]
    return found


def _office(profile: Path, *arguments: str, seconds: int) -> None:
    subprocess.run(
        [
            str(needs.word_processor()),
            f"-env:UserInstallation={profile.as_uri()}",
            *("--headless", "--norestore", "--nolockcheck", *arguments),
        ],
        check=True,
        capture_output=True,
        timeout=seconds,
    )


def _install(profile: Path) -> None:
    # The first start lays out the profile, and would overwrite a library put there before.
    _office(profile, "--terminate_after_init", seconds=120)
    module = profile / "user" / "basic" / "Standard" / "Module1.xba"
    assert module.exists()
    module.write_text(
        '<?xml version="1.0" encoding="UTF-8"?>\n'
        '<!DOCTYPE script:module PUBLIC "-//OpenOffice.org//DTD OfficeDocument 1.0//EN" "module.dtd">\n'
        '<script:module xmlns:script="http://openoffice.org/2000/script" script:name="Module1" '
        f'script:language="StarBasic">{escape(MACRO.read_text())}</script:module>'
    )
