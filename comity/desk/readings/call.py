"""What did this call appeal for?"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from comity.core.knowledge import SourcedClaim
from comity.core.norm import Call, Norm
from comity.core.party import Body
from comity.core.programme import Difference
from comity.desk.look import Look
from comity.desk.readings.corrected import Corrected, corrected
from comity.desk.seen import Offer, Seen


@dataclass(frozen=True, kw_only=True)
class CallPage:
    """One call with the norms it appeals for."""

    call: Seen[Call]
    scope: str
    body: Seen[Body] | None
    norms: Mapping[str, Seen[Norm]]
    comes_from: Sequence[Seen[Any]]
    differences: Sequence[Seen[Difference]]
    corrected: Sequence[Corrected]
    known: Sequence[Seen[SourcedClaim]]
    """What sources say of it."""
    offers: Sequence[Offer] = ()


def call(look: Look, *, id: str) -> CallPage | None:  # noqa: A002
    """Read one call."""
    found = look.find(Call, id)
    if found is None:
        return None
    norms = {
        **look.many(Norm, found.value("norms") or ()),
        **{each.id: each for each in look.followed_by(found.thing, Norm)},
    }
    return CallPage(
        call=found,
        scope=found.scope,
        body=look.find(Body, found.value("body")) if found.value("body") else None,
        norms=norms,
        comes_from=look.follows_from(found.thing),
        differences=look.all(Difference, about=found.thing),
        corrected=corrected(look, found),
        known=look.all(SourcedClaim, about=found.thing),
        offers=look.offers(
            [
                ("mobilize.endorse/1", {"of": found.thing}),
                ("mobilize.log-advocacy/1", {"carries": found.thing}),
                ("programme.note-claim/1", {"about": found.thing}),
                ("programme.correct-fact/1", {"of": found.thing}),
            ]
        ),
    )
