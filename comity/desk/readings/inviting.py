"""Before somebody is invited to endorse: who holds the door, and which visits there were."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from comity.core.outreach import Target
from comity.core.support import Advocacy
from comity.desk.look import Look
from comity.desk.readings.paging import A_PAGE
from comity.desk.readings.target import holder_of, visits_to
from comity.desk.seen import Seen


@dataclass(frozen=True, kw_only=True)
class Inviting:
    """What may be named in an invitation, and by whom."""

    target: Seen[Target] | None
    """The door at which one invites; None where the secretariat invites by itself."""
    holder: str
    visits: Sequence[Seen[Advocacy]]
    """The visits from which it may follow, the newest first."""
    names: Mapping[str, Seen[Any]]


def inviting(look: Look, *, of: str, target: str) -> Inviting:
    """Read what an invitation to endorse something may follow from."""
    found = look.find(Target, target) if target else None
    if found is not None and found.value("carries") != of:
        found = None
    visits: Sequence[Seen[Advocacy]]
    if found is not None:
        visits = visits_to(look, [found]).get(found.thing, [])
    else:
        some = look.some(Advocacy, limit=A_PAGE, carries=of)
        visits = sorted(some, key=lambda each: -each.act)
    parties = [f"party/{each.value('party', '')}" for each in visits]
    return Inviting(
        target=found,
        holder=holder_of(found, now=look.now) if found is not None else "",
        visits=visits,
        names=look.things(parties),
    )
