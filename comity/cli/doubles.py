"""On the terminal, too, a double is shown before it is made, and entered by one more option."""

from typing import TYPE_CHECKING, Any

from comity.cli.screen import REFUSED, Stop

if TYPE_CHECKING:
    from comity.desk.desk import Desk
    from comity.desk.outcome import Outcome

ANOTHER = "--is-another true"
"""How one says that two are two which are called alike."""


def submit(desk: "Desk", asked: dict[str, Any], *, person: str, again: str = ANOTHER) -> "Outcome":
    """Enter an act; stop where it would name what is called alike already."""
    stop_at_doubles(desk, asked, person=person, again=again)
    return desk.submit(asked, person=person)


def stop_at_doubles(desk: "Desk", asked: dict[str, Any], *, person: str, again: str) -> None:
    """Show what is called alike, and say with which option the act is entered all the same."""
    from comity.desk.doubles import doubles  # noqa: PLC0415 — after the house is open
    from comity.wording.alike import told_alike  # noqa: PLC0415

    if found := doubles(desk, asked, person=person):
        alike = told_alike(found)
        each = "; ".join(
            f"{one['name']} ({one['thing']}, since {one['since'][:10]})" for one in alike["things"]
        )
        more = f"; and {found.count - len(found.things)} more" * (found.count > len(found.things))
        says = f"called like {found.name} already: {each}{more}. If they are two: {again}"
        raise Stop(says, code=REFUSED, facts={"alike": alike})
