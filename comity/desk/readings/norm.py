"""What does this norm ask, where does its text stand, and what stands beside it?"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from comity.core.entity import Entity
from comity.core.knowledge import SourcedClaim
from comity.core.norm import Call, Norm, Recommendation, Relation, Report
from comity.core.party import Party
from comity.core.programme import Difference
from comity.core.support import Endorsement
from comity.core.text import Text
from comity.desk.look import Look
from comity.desk.readings.corrected import Corrected, corrected
from comity.desk.readings.paging import Lists
from comity.desk.seen import Offer, Seen


@dataclass(frozen=True, kw_only=True)
class Beside:
    """Another norm and how the two stand to each other, and whose analysis that is."""

    norm: Seen[Norm]
    relation: Seen[Relation]


TAKEN_UP_IN: tuple[type[Entity], ...] = (Norm, Call, Recommendation, Report, Text)
"""What may take a norm up; who endorses it has a list of its own."""


@dataclass(frozen=True, kw_only=True)
class NormPage:
    """One norm."""

    norm: Seen[Norm]
    scope: str
    beside: Sequence[Beside]
    comes_from: Sequence[Seen[Any]]
    followed_by: Sequence[Seen[Any]]
    differences: Sequence[Seen[Difference]]
    corrected: Sequence[Corrected]
    known: Sequence[Seen[SourcedClaim]]
    """What sources say of it."""
    endorsements: Sequence[Seen[Endorsement]]
    parties: Mapping[str, Seen[Party]]
    offers: Sequence[Offer] = ()
    more: Mapping[str, str] = field(default_factory=dict)
    """For each list that goes on, what `after` says to go on with it."""


def norm(look: Look, *, id: str, after: str = "") -> NormPage | None:  # noqa: A002
    """Read one norm."""
    found = look.find(Norm, id)
    if found is None:
        return None
    lists = Lists(look, after=after)
    relations = [
        *lists.of("beside", Relation, norm=id),
        *lists.of("beside_others", Relation, other=id),
    ]
    others = look.many(Norm, sorted({_other(each, id) for each in relations} - {""}))
    endorsements = lists.of("endorsements", Endorsement, of=found.thing)
    return NormPage(
        norm=found,
        scope=found.scope,
        beside=[
            Beside(norm=others[_other(each, id)], relation=each)
            for each in relations
            if _other(each, id) in others
        ],
        comes_from=look.follows_from(found.thing),
        followed_by=look.followed_by(found.thing, *TAKEN_UP_IN),
        differences=lists.of("differences", Difference, about=found.thing),
        corrected=corrected(look, found),
        known=lists.of("known", SourcedClaim, about=found.thing),
        endorsements=endorsements,
        parties=look.many(
            Party, sorted({each.value("party") for each in endorsements} - {"", None})
        ),
        offers=look.offers(
            [
                ("mobilize.endorse/1", {"of": found.thing}),
                ("mobilize.log-advocacy/1", {"carries": found.thing}),
                ("reframe.relate-norms/1", {"norm": id}),
                ("programme.note-claim/1", {"about": found.thing}),
                ("programme.correct-fact/1", {"of": found.thing}),
            ]
        ),
        more=lists.more,
    )


def _other(relation: Seen[Relation], one: str) -> str:
    first, second = str(relation.value("norm", "")), str(relation.value("other", ""))
    return second if first == one else first
