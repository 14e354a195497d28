"""Who sees each part of an act: as its signer says, within what the room allows and what those it binds must see."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from comity.acts.programme.open import TELLS_WHO_WAS_THERE
from comity.core.act import Act
from comity.core.audience import Audience, reaches, within
from comity.core.party import Attribution
from comity.core.refusal import Refusal
from comity.core.state import State
from comity.desk.envelope import Asked, persons_of
from comity.desk.rights import RULE

THE_ROOMS = "1.11"
_AUDIENCES = frozenset(each.value for each in Audience)
_OFFERED = tuple(each.value for each in Audience if each is not Audience.PERSONS)
"""The audiences that a signer may choose; for persons only those kinds are that name them in a field."""
TELLS_OF_OTHERS = TELLS_WHO_WAS_THERE | {"concerns"}
_OF_A_BODY = frozenset({Audience.BODY, Audience.BODY_THEN, Audience.CHAIR})


def completed(asked: Asked, given: Mapping[str, Audience], *, always: tuple[str, ...]) -> Asked:
    """Name as readers those whom the kind always names, where any part is for parties that are named.

    What was signed elsewhere stays as it was signed, and is refused where it leaves one of them out.
    """
    is_for_named = Audience.NAMED in (*given.values(), *asked.audiences.values())
    if asked.opened or not always or not is_for_named:
        return asked
    return replace(asked, named=tuple(sorted({*asked.named, *always})))


def of(asked: Asked, given: Mapping[str, Audience]) -> dict[str, str]:
    """Return who sees each part: as asked, else as the kind gives it here."""
    names = ["kind", "by", "on_behalf_of", *asked.own]
    names += [name for name in ("effective", "source", "concerns") if getattr(asked, name)]
    found = {
        name: str(asked.audiences.get(name) or given.get(name) or given["*"]) for name in names
    }
    if asked.named:
        found["named"] = Audience.NAMED.value
    if asked.persons:
        found["persons"] = Audience.PERSONS.value
    return found


def refusals(
    act: Act, asked: Asked, state: State, *, given: Mapping[str, Audience], body: str
) -> Iterator[Refusal]:
    """Yield where a part would be shown to who may not see it, or kept from who must; `given` is the kind's own."""
    if type(act).READERS:
        yield from _of_persons(act, asked)
        return
    yield from _odd(act, asked, body=body)
    yield from _too_wide(act, state, given=given)
    yield from _too_narrow(act, state, body=body)
    yield from _left_out(act, asked, state)


def _of_persons(act: Act, asked: Asked) -> Iterator[Refusal]:
    """Yield where an act that is for some persons would be shown to anybody else, or names others beside its field."""
    for name, audience in act.audiences.items():
        if audience != Audience.PERSONS:
            yield _not_allowed(name, audience, [Audience.PERSONS.value], rule=RULE)
    if set(asked.persons) != set(persons_of(type(act), asked.own)):
        facts = {"audience": Audience.PERSONS.value, "least": Audience.PERSONS.value}
        yield Refusal("hidden-from-those-bound", rule="1.10", field="persons", facts=facts)


def _odd(act: Act, asked: Asked, *, body: str) -> Iterator[Refusal]:
    for name in asked.audiences:
        if name not in act.audiences:
            facts = {"part": name, "parts": ", ".join(act.audiences)}
            yield Refusal("audience-of-nothing", rule=RULE, field=name, facts=facts)
    for name, audience in act.audiences.items():
        must_be_public = name in act.public_parts or "*" in act.public_parts
        is_odd = audience not in _OFFERED or (name == "named" and audience != Audience.NAMED)
        # What the kind gives is not the signer's fault: that there is no body is then told elsewhere.
        is_nobody = audience in _OF_A_BODY and not body and name in asked.audiences
        if is_odd or is_nobody or (must_be_public and audience != Audience.PUBLIC):
            allowed = _allowed(name, body, must_be_public=must_be_public)
            yield _not_allowed(name, audience, allowed, rule=RULE)
        elif audience == Audience.NAMED and not asked.named:
            yield Refusal("nobody-named", rule=RULE, field=name)


def _too_wide(act: Act, state: State, *, given: Mapping[str, Audience]) -> Iterator[Refusal]:
    """Yield where the signer would tell more of others than the rule of the room does.

    Of what is only recorded all is told of others: it is not theirs to open who recorded it.
    """
    is_of_others = act.is_recorded and act.attribution_rule(state) is not Attribution.ON_THE_RECORD
    told = act.audiences.keys() if is_of_others else TELLS_OF_OTHERS & act.audiences.keys()
    for name in sorted(told - {"named"}):
        asked, allowed = act.audiences[name], within(Audience(given.get(name) or given["*"]))
        if asked in _AUDIENCES and asked not in allowed:
            yield _not_allowed(name, asked, [each.value for each in allowed], rule=THE_ROOMS)


def _too_narrow(act: Act, state: State, *, body: str) -> Iterator[Refusal]:
    """Yield where those whom the act binds would not see that it was done, or what it does."""
    least = act.seen_at_least(state)
    for name, audience in act.audiences.items():
        must = least.get(name) or least.get("*", Audience.OWN)
        if must in _OF_A_BODY and not body:
            continue
        if name != "named" and audience in _AUDIENCES and not reaches(Audience(audience), must):
            facts = {"audience": audience, "least": must.value}
            yield Refusal("hidden-from-those-bound", rule="1.10", field=name, facts=facts)


def _left_out(act: Act, asked: Asked, state: State) -> Iterator[Refusal]:
    """Yield where a party that the kind always names is left out, or where one is named that a mark keeps out."""
    always, named = set(act.readers(state)), set(asked.named)
    if Audience.NAMED in act.audiences.values() and not always <= named:
        facts = {"audience": Audience.NAMED.value, "least": Audience.NAMED.value}
        yield Refusal("hidden-from-those-bound", rule="1.10", field="named", facts=facts)
    if (mark := act.mark_in(state)) and not named <= always:
        facts = {"mark": mark.value, "audience": Audience.NAMED.value}
        yield Refusal("wider-than-its-mark", rule="30.4", field="named", facts=facts)


def _allowed(name: str, body: str, *, must_be_public: bool) -> Sequence[str]:
    """Name the readers that may be chosen for a part, widest first."""
    if must_be_public:
        return [Audience.PUBLIC.value]
    if name == "named":
        return [Audience.NAMED.value]
    return [each for each in _OFFERED if body or each not in _OF_A_BODY]


def _not_allowed(name: str, audience: str, allowed: Sequence[str], *, rule: str) -> Refusal:
    facts = {"audience": audience[:40], "allowed": ", ".join(allowed)}
    return Refusal("audience-not-allowed", rule=rule, field=name, facts=facts)
