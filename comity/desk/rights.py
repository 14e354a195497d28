"""Who may do an act: the one place where a kind's declared right is judged."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import datetime

from comity.core.absence import Absence, Why
from comity.core.act import Act
from comity.core.interest import Recusal
from comity.core.invitation import Invitation
from comity.core.party import Mandate, Party, Seat, Standing
from comity.core.refusal import Refusal
from comity.core.rights import Chairs, Clerk, Invited, Mandated, Power, Right, Seated
from comity.core.scope import key_of, path
from comity.core.state import All, Key, State, every
from comity.core.text import Paragraph, Proposal, Text

RULE = "1.9"
ABSENT = {
    Why.SUSPENDED: "party-suspended",
    Why.WITHDREW: "party-withdrew",
    Why.SUCCEEDED: "party-succeeded",
}


def needs(act: Act, state: State, *, body: str) -> Iterator[Key | All]:
    """What must be looked at to judge the right."""
    yield (Party, act.on_behalf_of)
    yield every(Mandate, party=act.on_behalf_of, person=act.by)
    yield every(Absence, party=act.on_behalf_of)
    if body:
        yield every(Seat, body=body, party=act.on_behalf_of)
        yield every(Seat, body=body, person=act.by)
    yield from (every(Recusal, about=item, party=act.on_behalf_of) for item in _items(act, state))


def refusals(act: Act, state: State, *, body: str, is_clerk: bool) -> Iterator[Refusal]:
    """Yield why this person may not do this act for this party; none means they may."""
    if is_clerk:
        if not any(isinstance(each, Clerk) for each in rights_of(type(act))):
            yield Refusal("only-a-person", rule=RULE)
        return
    party = state.find(Party, act.on_behalf_of)
    if party is None:
        yield Refusal("party-unknown", rule=RULE, field="on_behalf_of")
        return
    is_guest = Invited() in rights_of(type(act)) and is_invited(act, state)
    if party.standing is Standing.NAMED and not is_guest:
        yield Refusal("party-takes-no-part", rule=RULE, field="on_behalf_of")
        return
    if act.is_recorded:
        yield from _mandate(act, state, Power.RECORD, timely=False)
        return
    absence = _absence(state.all(Absence, party=act.on_behalf_of), act)
    if absence is not None:
        yield Refusal(ABSENT[absence.because], rule="37.4", field="on_behalf_of", timely=True)
        return
    found = [list(_against(right, act, state, body)) for right in rights_of(type(act))]
    if all(found):
        yield from found[0]
    for item in _items(act, state):
        if state.all(Recusal, about=item, party=act.on_behalf_of):
            yield Refusal("stands-aside", rule="39.3", facts={"thing": item}, timely=True)


def _absence(absences: Iterable[Absence], act: Act) -> Absence | None:
    """Return the absence for which a party may not do this; of several, one that is for good."""
    standing = [
        each for each in absences if each.holds_at(act.at) and each.because not in act.STILL
    ]
    return min(standing, key=lambda each: each.because is Why.SUSPENDED, default=None)


def _items(act: Act, state: State) -> Iterator[str]:
    """Name the texts and paragraphs that an act takes part in, which who stands aside on them may not."""
    if act.EVEN_ASIDE or not any(isinstance(each, Seated) for each in rights_of(type(act))):
        return
    found: dict[str, None] = {}
    for _, thing in act.touches():
        for of, ident in path(state, thing):
            if of in (Paragraph, Text):
                found[f"{of.TYPE}/{ident}"] = None
            proposal = state.find(Proposal, ident) if of is Proposal else None
            if proposal is not None:
                found[f"{Paragraph.TYPE}/{proposal.paragraph}"] = None
    yield from found


def rights_of(kind: type[Act]) -> tuple[Right, ...]:
    """Return a kind's rights; one is enough."""
    return kind.right if isinstance(kind.right, tuple) else (kind.right,)


def _against(right: Right, act: Act, state: State, body: str) -> Iterator[Refusal]:
    match right:
        case Mandated(power):
            yield from _mandate(act, state, power)
        case Chairs():
            yield from _mandate(act, state, Power.SPEAK)
            if not any(seat.chairs for seat in _seats(act, state, body)):
                yield Refusal("not-the-chair", rule=RULE, facts={"body": body}, timely=True)
        case Seated():
            yield from _mandate(act, state, Power.SPEAK)
            if not any(seat.has_voice for seat in _seats(act, state, body)):
                yield Refusal("no-voice-here", rule=RULE, facts={"body": body}, timely=True)
        case Clerk():
            yield Refusal("only-the-desk", rule=RULE)
        case Invited():
            if not is_invited(act, state):
                yield Refusal("no-mandate", rule=RULE, field="on_behalf_of")


def is_invited(act: Act, state: State) -> bool:
    """Tell whether the act is about an invitation that names its person, of the party it is done for."""
    keys = [key_of(thing) for _, thing in act.touches()]
    found = [state.find(Invitation, key[1]) for key in keys if key and key[0] is Invitation]
    return any(each and each.person == act.by and each.party == act.on_behalf_of for each in found)


def _mandate(act: Act, state: State, power: Power, *, timely: bool = True) -> Iterator[Refusal]:
    mandates = state.all(Mandate, party=act.on_behalf_of, person=act.by)
    code = mandate_code(mandates, power, at=act.at)
    if code:
        yield Refusal(
            code, rule=RULE, field="on_behalf_of", facts={"power": power.value}, timely=timely
        )


def mandate_code(mandates: tuple[Mandate, ...], power: Power, *, at: datetime) -> str:
    """Say what is wrong with some mandates, as a code; empty where one of them gives the power at this instant."""
    current = [mandate for mandate in mandates if mandate.holds_at(at)]
    if any(power in mandate.powers for mandate in current):
        return ""
    if current:
        return "mandate-lacks-power"
    if not mandates:
        return "no-mandate"
    if all(at < mandate.start.first for mandate in mandates):
        return "mandate-not-yet"
    return "mandate-ended"


def _seats(act: Act, state: State, body: str) -> Iterator[Seat]:
    """Yield the seats through which this person, for this party, sits in the body at the instant of the act."""
    if not body:
        return
    for seat in (
        *state.all(Seat, body=body, party=act.on_behalf_of),
        *state.all(Seat, body=body, person=act.by),
    ):
        is_theirs = seat.person in ("", act.by) and seat.party in ("", act.on_behalf_of)
        if is_theirs and seat.holds_at(act.at):
            yield seat
