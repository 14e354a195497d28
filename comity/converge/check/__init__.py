"""A second opinion: every number of the findings computed again from the votes, by the plainest code.

It shares with the engine the votes, the digest and the sentences in which groups are refused, and nothing else; a test
holds that.
"""

from collections.abc import Callable
from typing import Any

from comity.converge.canonical import digest
from comity.converge.check.again import again
from comity.converge.check.compare import Difference, differences
from comity.converge.check.findings_in import read_findings
from comity.converge.positions import Positions
from comity.converge.reading.blocs import Declared

__all__ = ["Difference", "against", "check", "read_findings"]


def check(
    asked: dict[str, Any],
    *,
    room: Positions,
    declared: Declared | None = None,
    drawn: int = 200,
    told: Callable[[int, int], None] = lambda _done, _of: None,
) -> list[Difference]:
    """Return every place where findings say another thing than the votes do.

    drawn: how often people were drawn anew for them; told: hears how many drawings are done.
    """
    return against(asked, again(room, declared=declared, drawn=drawn, told=told))


def against(asked: dict[str, Any], found: dict[str, Any]) -> list[Difference]:
    """Return where findings differ from what was computed again, and whether their digest is theirs."""
    told = {key: value for key, value in asked.items() if key != "digest"}
    wrong = list(differences(told, found=found))
    if asked["digest"] != digest(asked):
        wrong.append(Difference("digest", asked["digest"], digest(asked)))
    return wrong
