"""On the terminal, too, a double is shown before it is made, and entered by one more option."""

from typing import TYPE_CHECKING, Any

from comity.cli.answered import told
from comity.cli.screen import REFUSED, Stop

if TYPE_CHECKING:
    from comity.desk.desk import Desk
    from comity.desk.outcome import Outcome

ANOTHER = "--is-another true"
"""How one says that two are two which are called alike."""


def submit(
    desk: "Desk", asked: dict[str, Any], *, person: str, again: str = ANOTHER, by_hand: bool = True
) -> "Outcome":
    """Enter an act; stop where something is to be answered first."""
    stop_at_questions(desk, asked, person=person, again=again, by_hand=by_hand)
    return desk.submit(asked, person=person)


def stop_at_questions(
    desk: "Desk", asked: dict[str, Any], *, person: str, again: str, by_hand: bool
) -> None:
    """Stop where something is to be answered first; what is called alike is entered all the same by one option."""
    from comity.accounts.door import asked_first  # noqa: PLC0415 — after the house is open
    from comity.desk.doubles import Alike  # noqa: PLC0415
    from comity.wording.alike import told_alike  # noqa: PLC0415

    found = asked_first(desk, asked, person=person, by_hand=by_hand)
    if isinstance(found, Alike):
        alike = told_alike(found)
        each = "; ".join(
            f"{one['name']} ({one['thing']}, since {one['since'][:10]})" for one in alike["things"]
        )
        more = f"; and {found.count - len(found.things)} more" * (found.count > len(found.things))
        says = f"called like {found.name} already: {each}{more}. If they are two: {again}"
        raise Stop(says, code=REFUSED, facts={"alike": alike})
    if found is not None:
        told(found)
