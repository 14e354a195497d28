"""A second opinion: every number of the findings computed again, by the plainest code and without arrays."""

from comity.converge.canonical import digest
from comity.converge.check.compare import Difference, differences
from comity.converge.check.findings_in import Told, known, read_findings
from comity.converge.check.plain import again
from comity.converge.positions import Positions
from comity.converge.reading.blocs import Declared

__all__ = ["Difference", "Told", "check", "read_findings"]


def check(told: Told, *, room: Positions, declared: Declared | None = None) -> list[Difference]:
    """Return every place where findings say another thing than the votes do."""
    found = again(known(told, room=room, declared=declared))
    asked = {key: told.whole.get(key) for key in found}
    wrong = list(differences(asked, found=found))
    if told.whole.get("digest") != digest(told.whole):
        wrong.append(Difference("digest", told.whole.get("digest"), digest(told.whole)))
    return wrong
