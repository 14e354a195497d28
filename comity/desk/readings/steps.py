"""How a programme is begun: what its secretariat does first, and what of it is done."""

from collections.abc import Sequence
from dataclasses import dataclass

from comity.core.entity import Entity
from comity.core.meeting import Meeting
from comity.core.party import Mandate, Party, Person, Seat
from comity.core.programme import Programme
from comity.core.rights import Power
from comity.core.text import Text
from comity.desk.look import Look
from comity.desk.seen import Offer

STEPS: tuple[tuple[str, type[Entity], int], ...] = (
    ("parties.admit-party/1", Party, 1),
    ("parties.register-person/1", Person, 1),
    ("parties.give-mandate/1", Mandate, 1),
    ("parties.seat-member/1", Seat, 0),
    ("convene.convene-meeting/1", Meeting, 0),
    ("reframe.table-text/1", Text, 0),
)
"""Each step: the act, what it makes, and how many of that a programme has before anybody took the step."""


@dataclass(frozen=True, kw_only=True)
class FirstStep:
    """One step of the beginning."""

    kind: str
    is_done: bool
    offer: Offer | None
    """The act, where the viewer may do it; a text is tabled by the chair of its body."""


def first_steps(look: Look) -> Sequence[FirstStep]:
    """Return the steps for those who administer a young programme; none once each was taken, or in a demonstration."""
    programme = look.find(Programme, "programme")
    is_simulated = programme is not None and programme.value("simulated") is True
    if is_simulated or not look.viewer.may(Power.ADMINISTER):
        return ()
    done = {kind: look.count(of) > before for kind, of, before in STEPS}
    if all(done.values()):
        return ()
    offers = {each.kind: each for each in look.offers([(kind, {}) for kind, _, _ in STEPS])}
    return [
        FirstStep(kind=kind, is_done=is_done, offer=offers.get(kind))
        for kind, is_done in done.items()
    ]
