"""A round of contact checks: what was I asked, and how did it go for all, so far as a figure names nobody?"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from comity.core.check_round import CheckRound, RoundCheck
from comity.core.contact import Contact
from comity.core.party import Party
from comity.desk.look import Look
from comity.desk.readings.paging import paged
from comity.desk.seen import Offer, Seen

ANSWER = "operate.answer-in-round/1"


@dataclass(frozen=True, kw_only=True)
class CheckRoundPage:
    """One round: the lines that this viewer may read, and its figures once it is over."""

    check_round: Seen[CheckRound]
    lines: Sequence[Seen[RoundCheck]]
    """A party's own; who asked reads all."""
    contacts: Mapping[str, Seen[Contact]]
    parties: Mapping[str, Seen[Party]]
    is_over: bool
    is_own: bool
    """True where all the lines are of the viewer's own parties."""
    more: str
    """The id after which the next page of lines begins."""
    offers: Sequence[Offer]
    answers: Sequence[Offer]
    """To answer a line, each with the check that it answers: it stands beside that line, also when it is late."""
    now: datetime
    scope: str


def check_round(look: Look, *, id: str, after: str = "") -> CheckRoundPage | None:  # noqa: A002
    """Read one round."""
    found = look.find(CheckRound, id)
    if found is None:
        return None
    page = paged(look, RoundCheck, after=after, round=id)
    deadline = found.value("answer_by")
    is_over = bool(found.value("closed")) or (deadline is not None and deadline.instant <= look.now)
    parties = {str(each.value("party", "")) for each in page.rows}
    more = [] if is_over else [("operate.ask-in-round/1", {"check_round": found.id})]
    offers = look.offers([*_own_lines(look, page.rows), *more])
    return CheckRoundPage(
        check_round=found,
        lines=page.rows,
        contacts=look.many(Contact, sorted({str(each.value("contact", "")) for each in page.rows})),
        parties=look.many(Party, sorted(parties)),
        is_over=is_over,
        is_own=parties <= set(look.viewer.parties),
        more=page.more,
        offers=[each for each in offers if each.kind != ANSWER],
        answers=[each for each in offers if each.kind == ANSWER],
        now=look.now,
        scope=found.scope,
    )


def _own_lines(
    look: Look, lines: Sequence[Seen[RoundCheck]]
) -> Sequence[tuple[str, Mapping[str, Any]]]:
    """Name the lines of one's own that have no answer yet."""
    return [
        (ANSWER, {"check": each.id})
        for each in lines
        if each.value("party", "") in look.viewer.parties
        and each["answered"].is_value
        and not each["answered"].value
    ]
