"""A door to knock at: who will call there, who has, and what may be said."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from comity.core.outreach import Target, Visit
from comity.core.party import Party
from comity.core.rights import Power
from comity.core.support import ENDORSED, Advocacy, Endorsement
from comity.desk.look import Look
from comity.desk.readings.risks import Risks, risks_about
from comity.desk.seen import Offer, Seen


@dataclass(frozen=True, kw_only=True)
class TargetPage:
    """One door, for whoever is about to call there."""

    target: Seen[Target]
    about: Seen[Any] | None
    """What is to be carried there."""
    text: Seen[Any] | None
    """The text that a paragraph or an adoption is of."""
    parties: Mapping[str, Seen[Party]]
    holder: str
    """The party that has said it will call there, while its time runs."""
    is_own: bool
    """True where the viewer acts for that party."""
    visits: Sequence[Seen[Advocacy]]
    """Who has called there with the same, the newest first."""
    may_flag: Sequence[str]
    """The visits of the viewer's own, by their ids: they may flag a risk about them."""
    led_to: Mapping[str, Sequence[Seen[Endorsement]]]
    """For each visit, by its id, the endorsements that followed from it."""
    risks: Risks
    invites: bool
    """True where the viewer may invite somebody here to endorse what is carried."""
    offers: Sequence[Offer]
    now: datetime
    scope: str


def target(look: Look, *, id: str) -> TargetPage | None:  # noqa: A002 — the page's own word
    """Read one door."""
    found = look.find(Target, id)
    if found is None:
        return None
    carries = str(found.value("carries", ""))
    about = look.things([carries]).get(carries)
    holder = holder_of(found, now=look.now)
    visits = visits_to(look, [found]).get(found.thing, [])
    led = look.led_to([each.thing for each in visits], Endorsement)
    speaks_for = look.viewer.parties_with(Power.SPEAK)
    named = {
        holder,
        str(found.value("party", "")),
        *(str(each.value("party", "")) for each in visits),
        *(str(each.value("party", "")) for some in led.values() for each in some),
    }
    return TargetPage(
        target=found,
        about=about,
        text=_text(look, about),
        parties=look.many(Party, sorted(named - {""})),
        holder=holder,
        is_own=holder in look.viewer.parties,
        visits=visits,
        may_flag=[each.id for each in visits if each.value("party") in speaks_for],
        led_to={each.id: led[each.thing] for each in visits if led[each.thing]},
        risks=risks_about(look, found.thing),
        invites=_may_invite(look, holder=holder, carries=carries),
        offers=look.offers(_asked(found, holder=holder, carries=carries, look=look)),
        now=look.now,
        scope=found.scope,
    )


def _may_invite(look: Look, *, holder: str, carries: str) -> bool:
    """Tell whether the viewer holds the door or runs the programme, and what is carried can be endorsed."""
    is_theirs = holder in look.viewer.parties_with(Power.SPEAK) or look.viewer.is_secretariat
    return is_theirs and carries.partition("/")[0] in ENDORSED


def _text(look: Look, about: Seen[Any] | None) -> Seen[Any] | None:
    if about is None or "text" not in about.cells or not about.value("text"):
        return None
    name = f"text/{about.value('text')}"
    return look.things([name]).get(name)


def holder_of(found: Seen[Target], *, now: datetime) -> str:
    """Name the party that holds a door now, as far as the viewer may see it."""
    until = found.value("claimed_until")
    return str(found.value("claimed_by", "")) if until is not None and now < until.end else ""


def visits_to(
    look: Look, targets: Sequence[Seen[Target]]
) -> Mapping[str, Sequence[Seen[Advocacy]]]:
    """Return who called at each of some doors, the newest first: by the door that they name, else by its own name."""
    carried = sorted({str(each.value("carries", "")) for each in targets})
    logged = sorted(look.among(Advocacy, "carries", carried), key=lambda each: -each.act)
    known = look.many(Visit, [each.id for each in logged])
    at = {each.id: str(each.value("target", "")) for each in known.values()}
    return {
        door.thing: [
            each
            for each in logged
            if at.get(each.id, "") == door.id or _is_called_so(each, door, at)
        ]
        for door in targets
    }


def _is_called_so(visit: Seen[Advocacy], door: Seen[Target], at: Mapping[str, str]) -> bool:
    """Tell whether a visit that names no door was logged under the name of this one."""
    if visit.id in at or visit.value("carries") != door.value("carries"):
        return False
    names = (str(visit.value("target", "")), str(door.value("name", "")))
    return names[0].casefold() == names[1].casefold()


def _asked(
    found: Seen[Target], *, holder: str, carries: str, look: Look
) -> Sequence[tuple[str, Mapping[str, Any]]]:
    """Name what may be done: call there, if nobody else will; log the visit; let another go."""
    log = (
        "mobilize.log-advocacy/1",
        {"carries": carries, "target": str(found.value("name", "")), "door": found.id},
    )
    claim = ("mobilize.claim-target/1", {"target": found.id})
    risk = ("mobilize.flag-risk/1", {"about": found.thing})
    if not holder:
        return [claim, log, risk]
    if holder in look.viewer.parties:
        return [log, ("mobilize.release-target/1", {"target": found.id}), risk]
    return [log, risk]
