"""What others told lately of what the viewer's parties promised, and they have not replied to: a right, and no duty."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import timedelta
from typing import Any

from comity.core.progress import Rejoinder
from comity.core.rights import Power
from comity.core.support import Commitment, Endorsement, Evidence
from comity.desk.look import Look
from comity.desk.seen import Seen

FEW = 6
LATELY = timedelta(days=90)
"""How long a desk speaks of it. The right of reply has no end; beside the evidence it stands for good."""


@dataclass(frozen=True, kw_only=True)
class ToldOf:
    """Evidence that waits for no answer and may have one, the newest first, and what it is of."""

    rows: Sequence[Seen[Evidence]] = ()
    promises: Mapping[str, Seen[Any]]
    is_more: bool = False
    """True where there is more than is shown."""


def told_of(look: Look) -> ToldOf:
    """Read what others told within three months of what the parties promised for which the viewer speaks."""
    parties = look.viewer.parties_with(Power.SPEAK)
    promises = {
        each.thing: each
        for kind in (Commitment, Endorsement)
        for each in look.among(kind, "party", parties)
    }
    told = [
        each
        for each in look.among(Evidence, "of", promises)
        if each.value("party") not in parties and look.now - each.at < LATELY
    ]
    replied = {
        each.value("evidence")
        for each in look.among(Rejoinder, "evidence", [each.id for each in told])
        if each.value("party") in parties
    }
    found = sorted(
        (each for each in told if each.id not in replied), key=lambda each: each.act, reverse=True
    )
    rows = found[:FEW]
    of = {str(each.value("of")) for each in rows}
    return ToldOf(
        rows=rows,
        promises={thing: each for thing, each in promises.items() if thing in of},
        is_more=len(found) > FEW,
    )
