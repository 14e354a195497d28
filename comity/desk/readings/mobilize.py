"""Who backs what, what did they promise, and what was done?"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from comity.core.endorsing import Backing
from comity.core.measure import Measure
from comity.core.outreach import Target
from comity.core.party import Party
from comity.core.rights import Power
from comity.core.support import Advocacy, Commitment, Endorsement, Evidence
from comity.desk.look import Look
from comity.desk.readings.as_of import AsOf, as_of
from comity.desk.readings.beside import Beside, beside, named_then
from comity.desk.readings.endorsement import backed_then, backings
from comity.desk.readings.paging import Paged, paged, whole
from comity.desk.seen import Offer, Seen

A_PAGE = 40
"""How many endorsements a page shows: it shows much else."""
FEW = 6
"""How many measures and doors are named here; each has a page with all."""


@dataclass(frozen=True, kw_only=True)
class Carried:
    """Endorsements, commitments, evidence and advocacy of the programme, or of the exercise."""

    endorsements: Sequence[Seen[Endorsement]]
    commitments: Sequence[Seen[Commitment]]
    evidence: Mapping[str, Sequence[Seen[Evidence]]]
    """By what it is evidence of, `type/id`."""
    advocacy: Sequence[Seen[Advocacy]]

    @property
    def is_empty(self) -> bool:
        """True where nothing of it is recorded here."""
        return not (self.endorsements or self.commitments or self.evidence or self.advocacy)


@dataclass(frozen=True, kw_only=True)
class MobilizePage:
    """What counts, and apart from it what was practised."""

    real: Carried
    practised: Carried
    parties: Mapping[str, Seen[Party]]
    backings: Mapping[str, Seen[Backing]]
    """What became of endorsements, by their ids."""
    about: Mapping[str, Seen[Any]]
    """The things they are about, by `type/id`."""
    beside: Beside
    as_of: AsOf
    measures: Sequence[Seen[Measure]] = ()
    """All that is counted, the newest first: a programme counts few things."""
    doors: Sequence[Seen[Target]] = ()
    """The doors that were named last; all are on the page of doors."""
    offers: Sequence[Offer] = ()
    """Nothing is begun here: a party endorses a thing on that thing's own page."""
    may_review: bool = False
    """True for whoever publishes what is stated by a form."""
    more: str = ""
    """The id after which the next page of endorsements begins."""
    is_cut: bool = False
    """True where commitments, evidence or advocacy are more than a page lists."""


def mobilize(look: Look, *, after: str = "", on: str = "") -> MobilizePage:
    """Read what was carried to those who can act; of a day that is asked for, what had been by its end."""
    day = as_of(on)
    page = paged(look, Endorsement, after=after, most=A_PAGE)
    others: list[Paged[Any]] = [paged(look, of) for of in (Commitment, Evidence, Advocacy)]
    endorsements = day.known(page.rows, "on")
    commitments, evidence, advocacy = (
        day.known(each.rows, *dates)
        for each, dates in zip(others, ((), ("on",), ("met_on",)), strict=True)
    )
    acts: list[Seen[Any]] = [*endorsements, *commitments, *evidence, *advocacy]
    named = [_about(each) for each in acts]
    known = look.many(Party, sorted({each.value("party") for each in acts} - {"", None}))
    parties = {each.id: each for each in named_then(look, list(known.values()), on=day)}
    return MobilizePage(
        real=_carried(endorsements, commitments, evidence, advocacy, practised=False),
        practised=_carried(endorsements, commitments, evidence, advocacy, practised=True),
        parties=parties,
        beside=beside(look, parties, on=day),
        as_of=day,
        backings=backed_then(backings(look, endorsements), endorsements, on=day),
        about=look.things(sorted({each for each in named if each})),
        measures=day.known(sorted(whole(look, Measure), key=lambda each: -each.act)),
        doors=day.known(look.newest(Target, limit=FEW)),
        may_review=look.viewer.may(Power.ADMINISTER),
        more=page.more,
        is_cut=any(each.more for each in others),
    )


def _about(seen: Seen[Any]) -> str:
    field = {"commitment": "on", "advocacy": "carries"}.get(seen.type, "of")
    return str(seen.value(field, ""))


def _carried(
    endorsements: Sequence[Seen[Endorsement]],
    commitments: Sequence[Seen[Commitment]],
    evidence: Sequence[Seen[Evidence]],
    advocacy: Sequence[Seen[Advocacy]],
    *,
    practised: bool,
) -> Carried:
    by_thing: dict[str, list[Seen[Evidence]]] = {}
    for each in evidence:
        if bool(each.scope) is practised:
            by_thing.setdefault(_about(each), []).append(each)
    return Carried(
        endorsements=[each for each in endorsements if bool(each.scope) is practised],
        commitments=[each for each in commitments if bool(each.scope) is practised],
        evidence=by_thing,
        advocacy=[each for each in advocacy if bool(each.scope) is practised],
    )
