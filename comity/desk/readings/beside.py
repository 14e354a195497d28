"""What stands beside a party's name wherever it is listed: that it is absent, what it was called, who follows it."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace

from comity.core.absence import Absence, How, Stands, Succession, Why
from comity.core.party import Party
from comity.desk.cells import Value
from comity.desk.look import Look
from comity.desk.readings.as_of import AsOf
from comity.desk.seen import Offer, Seen


@dataclass(frozen=True, kw_only=True)
class Beside:
    """By the party's id; of a day that is asked for, what held at its end."""

    absences: Mapping[str, Seen[Absence]] = field(default_factory=dict)
    successions: Mapping[str, Sequence[Seen[Succession]]] = field(default_factory=dict)
    parties: Mapping[str, Seen[Party]] = field(default_factory=dict)
    """The parties that follow."""


def beside(look: Look, parties: Iterable[str], *, on: AsOf | None = None) -> Beside:
    """Read what stands beside some parties, in three questions whatever their number."""
    on, listed = on or AsOf(), sorted({each for each in parties if each})
    absences = look.among(Absence, "party", listed)
    successions = on.known(look.among(Succession, "party", listed), "on")
    by_party: dict[str, list[Seen[Succession]]] = {}
    for each in sorted(successions, key=lambda each: str(each.value("on"))):
        by_party.setdefault(str(each["party"]), []).append(each)
    return Beside(
        absences={str(each["party"]): each for each in absences if _stands(each, on)},
        successions=by_party,
        parties=look.many(Party, {str(each.value("successor", "")) for each in successions}),
    )


def lifts(look: Look, known: Beside) -> Mapping[str, Sequence[Offer]]:
    """Return, for each suspension that stands now, by id, what would lift it."""
    standing = [
        each.id
        for each in known.absences.values()
        if each.value("because") is Why.SUSPENDED and each.value("stands") is Stands.IN_FORCE
    ]
    offers = look.offers([("parties.lift-suspension/1", {"absence": each}) for each in standing])
    return {str(each.prefill["absence"]): [each] for each in reversed(offers)}


def _stands(absence: Seen[Absence], on: AsOf) -> bool:
    if on.day is None:
        return absence.value("stands") is Stands.IN_FORCE
    start, ended = absence.value("start"), absence.value("ended")
    return bool(start and start <= on.end and not (ended and ended <= on.end))


def named_then(look: Look, parties: Sequence[Seen[Party]], *, on: AsOf) -> Sequence[Seen[Party]]:
    """Return parties under the names they had at the end of a day."""
    if on.day is None or not parties:
        return parties
    later: dict[str, Seen[Succession]] = {}
    for each in look.among(Succession, "party", [party.id for party in parties]):
        is_later = each.value("how") is How.RENAMED and each.value("on") is not None
        if is_later and each.value("on").first > on.end:
            known = later.get(str(each["party"]))
            if known is None or each.value("on") < known.value("on"):
                later[str(each["party"])] = each
    return [_renamed(party, later.get(party.id)) for party in parties]


def _renamed(party: Seen[Party], succession: Seen[Succession] | None) -> Seen[Party]:
    if succession is None or not isinstance(succession["before"], Value):
        return party
    return replace(party, cells={**party.cells, "name": succession["before"]})
